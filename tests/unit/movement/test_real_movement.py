"""Real people's joints before the camera: how they are read, and where the landmarks are put."""

import importlib
import json
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from numpy.typing import NDArray

from loosen.library.current import load_content
from loosen.movement.quality import Gate
from loosen.movement.reading import Reading
from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraView, Signal

ROOT = Path(__file__).resolve().parents[3]


def benchmark(name: str) -> ModuleType:
    sys.path.insert(0, str(ROOT))
    try:
        return importlib.import_module(f"benchmarks.{name}")
    finally:
        sys.path.remove(str(ROOT))


def test_a_joint_is_turned_about_y_before_x_before_z() -> None:
    places, turns_deg = np.zeros((1, 66)), np.zeros((1, 66))
    places[0, 3:6] = 0, 0, 1  # the second joint: ahead of the first
    turns_deg[0, :2] = 90, 90
    [joints] = benchmark("ui_prmd").in_room(places, turns_deg)
    assert joints[1] == pytest.approx((1, 0, 0), abs=1e-9)


def upright() -> NDArray[np.float64]:
    """(1, 22, 3) centimetres right, up, near: who looks at the capture, their left at our right."""
    joints = np.zeros((1, 22, 3))
    heights = {0: 90, 1: 110, 2: 135, 3: 136, 4: 142, 5: 158}
    for joint, height in heights.items():
        joints[0, joint] = 0, height, 0
    limbs = {7: (15, 130), 8: (17, 105), 9: (18, 82), 14: (8, 90), 15: (9, 50), 16: (9, 10)}
    for joint, (aside, height) in limbs.items():
        joints[0, joint] = aside, height, 0
        joints[0, joint + 4] = -aside, height, 0
    joints[0, 17], joints[0, 21] = (9, 4, 10), (-9, 4, 10)
    return joints


def test_the_left_of_a_person_stays_the_left_and_toes_point_forward() -> None:
    [places] = benchmark("real_bodies").landmarks_of(upright())
    assert places.shape == (33, 3)
    assert places[11] == pytest.approx((0, 0.15, 1.30))
    assert places[24] == pytest.approx((0, -0.08, 0.90))
    assert places[31, 0] == pytest.approx(0.10)
    assert places[29, 0] < places[27, 0] < places[31, 0]


def test_the_face_looks_where_the_shoulders_look() -> None:
    [places] = benchmark("real_bodies").landmarks_of(upright())
    nose, left_ear, right_ear = places[0], places[7], places[8]
    assert nose[0] > 0.08
    assert nose[1] == pytest.approx(0)
    assert left_ear[1] > 0.03
    assert right_ear[1] < -0.03
    assert 1.42 < left_ear[2] < 1.58


def test_a_set_that_begins_in_the_seat_ends_with_the_first_way_down() -> None:
    bodies = benchmark("real_bodies")
    ways = np.abs(np.linspace(-1, 1, 61))  # up, down to the seat, up
    one = np.zeros((61, 33, 3)) + ways[:, None, None]
    found = bodies.from_the_seat([one, one], 1.0)[:, 0, 2]
    assert len(found) == 2 * 61 + bodies.HZ
    assert found[: round(bodies.HZ)] == pytest.approx(0.0)
    assert found[-1] == pytest.approx(0.0, abs=0.05)
    assert np.abs(np.diff(found)).max() < 0.05


def test_a_leap_between_two_files_is_made_up_for() -> None:
    bodies = benchmark("real_bodies")
    still = np.zeros((30, 33, 3))
    found = bodies.joined([still, still + 0.2])[:, 0, 0]
    assert np.abs(np.diff(found)).max() < 0.03
    assert found[-1] == pytest.approx(0.2)


@pytest.mark.parametrize(("knees_m", "fits"), [(0.40, True), (0.02, False)])
def test_from_the_front_who_stands_is_not_taken_for_who_sits(knees_m: float, fits: bool) -> None:
    filming = benchmark("real_filming")
    joints = upright()
    for joint in (15, 19):  # a low eye before who stands, so that the knees look as high
        joints[0, joint, 1:] = 84, 100 * knees_m
    places = np.repeat(benchmark("real_bodies").landmarks_of(joints), 30, axis=0)
    seen = filming.Seen(turn_deg=filming.FRONT_DEG, is_either=False)
    frame: Frame = filming.filmed(places, seen, filming.Model(frames_per_s=10), "front")[0]
    measure = load_content().exercises["seated-twist"].measuring.camera
    body = Gate(view=CameraView.FRONT).update(frame)[1]
    assert measure is not None
    assert body is not None
    broken = Reading(body, frame).broken(measure.posture)
    assert (broken is None) is fits
    assert fits or (broken is not None and broken.signal is Signal.KNEES_AHEAD)


def test_the_written_figures_are_of_every_way_of_being_seen() -> None:
    sits, docs = benchmark("real_sits"), ROOT / "docs"
    written = json.loads((docs / "making" / "accuracy-real.json").read_text("utf-8"))
    names = [one["name"] for one in written["conditions"]]
    assert names == [one.name for one in sits.CONDITIONS]
    page = (docs / "reference" / "accuracy-movement.md").read_text("utf-8")
    assert all(name in page for name in names)
    assert "no pictures" in page
