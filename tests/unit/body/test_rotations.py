"""Which way joints turn: flexion forward, outward away from the middle, on both sides alike."""

import numpy as np
import pytest

from loosen.body.physique import WOMAN
from loosen.body.pose import ALL_ANGLES
from loosen.body.rotations import frame_along, unit
from loosen.body.skeleton import Pose, stand


def posed(**deg: float) -> Pose:
    angles = {name: np.array([deg.pop(name, 0.0)]) for name in ALL_ANGLES}
    assert not deg, f"no such angle: {deg}"
    return stand(angles, WOMAN)


def way(pose: Pose, start: str, end: str) -> list[float]:
    return unit(pose.at[end] - pose.at[start])[0].round(3).tolist()


@pytest.mark.parametrize(
    ("angles", "bone", "expected"),
    [
        ({}, ("hip-left", "knee-left"), [0, 0, -1]),
        ({"hip_left": 90}, ("hip-left", "knee-left"), [1, 0, 0]),
        ({"hip_out_left": 90}, ("hip-left", "knee-left"), [0, 1, 0]),
        ({"hip_out_right": 90}, ("hip-right", "knee-right"), [0, -1, 0]),
        ({"knee_left": 90}, ("knee-left", "ankle-left"), [-1, 0, 0]),
        ({"shoulder_right": 90}, ("shoulder-right", "elbow-right"), [1, 0, 0]),
        ({"shoulder_left": 180}, ("shoulder-left", "elbow-left"), [0, 0, 1]),
        ({"elbow_left": 90}, ("elbow-left", "wrist-left"), [1, 0, 0]),
        ({"lean": -90}, ("hip-left", "knee-left"), [1, 0, 0]),
        ({"lean": 90}, ("hip-left", "knee-left"), [-1, 0, 0]),
        ({"lean": -90, "roll": 90}, ("shoulder-right", "shoulder-left"), [0, 0, -1]),
    ],
)
def test_a_bone_points_where_its_angle_says(angles, bone, expected) -> None:
    assert way(posed(**angles), *bone) == expected


def test_rounding_brings_head_and_pelvis_forward_and_hollowing_back() -> None:
    straight, round_, hollow = posed(), posed(lumbar=40, thorax=30), posed(lumbar=-30, thorax=-20)
    for joint in ("c7", "pelvis"):
        assert round_.at[joint][0, 0] > straight.at[joint][0, 0] > hollow.at[joint][0, 0]


BONES = (("hip-left", "knee-left"), ("t12", "l3"), ("c7", "skull"), ("elbow-left", "wrist-left"))


def test_no_angle_changes_the_length_of_a_bone() -> None:
    straight = posed()
    bent = posed(hip_left=100, knee_left=120, lumbar=30, thorax_turn=30, elbow_left=90, neck=40)
    for start, end in [
        ("hip-left", "knee-left"),
        ("t12", "l3"),
        ("c7", "skull"),
        ("elbow-left", "wrist-left"),
    ]:
        lengths = [np.linalg.norm(one.at[end] - one.at[start]) for one in (straight, bent)]
        assert lengths[0] == pytest.approx(lengths[1], abs=1e-9)


def test_the_body_is_as_tall_as_its_stature() -> None:
    pose = posed()
    ankle_m = WOMAN.ratios.ankle_height * WOMAN.stature_m
    vertex = pose.at["pelvis"][0, 2] + WOMAN.ratios.hip_to_vertex * WOMAN.stature_m
    height = vertex - pose.at["ankle-left"][0, 2] + ankle_m
    assert height == pytest.approx(WOMAN.stature_m, rel=0.01)


def test_a_frame_runs_along_its_line() -> None:
    down, hint = np.array([[0.3, 0.2, -0.9]]), np.array([[1.0, 0.0, 0.0]])
    frame = frame_along(down, hint)[0]
    assert np.allclose(-frame[:, 2], unit(down)[0])
    assert np.allclose(frame.T @ frame, np.eye(3))
    assert np.linalg.det(frame) == pytest.approx(1.0)
