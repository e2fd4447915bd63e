"""What carries a body and what it rests on: feet that step, forearms, flat backs, heads."""

import numpy as np
import pytest

from loosen.body import LARGE_MAN, MAN, PEOPLE, WOMAN, Physique, motion_of, pose
from loosen.body.flesh import shapes_of
from loosen.body.scene import scene
from loosen.body.settling import HEAD_PARTS
from loosen.vocabulary import Anchor, Figure, Hold, KeyPose, Limb, Prop

PHASES = np.linspace(0, 1, 41)


def stepping() -> Figure:
    up = {"hip_left": 49, "knee_left": 46}
    return Figure(
        anchor=Anchor.FEET,
        start={"knee": 2},
        holds={"feet": Hold.FLOOR},
        props=(Prop.STEP,),
        keys=(
            KeyPose(
                at=0.1, angles={"hip_left": 62, "knee_left": 78}, holds={"foot-left": Hold.FREE}
            ),
            KeyPose(at=0.25, angles=up, holds={"foot-left": Hold.STEP}),
            KeyPose(at=0.5, holds={"foot-left": Hold.STEP, "foot-right": Hold.FREE}),
            KeyPose(at=0.75, angles=up, holds={"foot-left": Hold.STEP}),
        ),
    )


def lowest(figure: Figure, physique: Physique, parts: frozenset[str]) -> np.ndarray:
    posed = pose(motion_of("one", figure), PHASES, physique)
    return np.min([one.lowest() for one in shapes_of(posed.pose, physique, parts)], axis=0)


@pytest.mark.parametrize("physique", PEOPLE)
def test_the_foot_that_stays_does_not_slide_while_the_other_steps_up(physique) -> None:
    at = pose(motion_of("one", stepping()), PHASES, physique).pose.at
    standing = at["ankle-right"][PHASES <= 0.25]
    on_step = at["ankle-left"][(PHASES >= 0.25) & (PHASES <= 0.75)]
    assert np.ptp(standing, axis=0).max() < 0.002
    assert np.ptp(on_step, axis=0).max() < 0.002
    assert on_step[0, 2] - standing[0, 2] > 0.12


def test_who_steps_up_is_carried_forward_and_up_and_back_again() -> None:
    pelvis = pose(motion_of("one", stepping()), PHASES, MAN).pose.at["pelvis"]
    assert pelvis[20, 0] - pelvis[0, 0] > 0.2
    assert pelvis[20, 2] - pelvis[0, 2] > 0.08
    assert np.abs(pelvis[-1] - pelvis[0]).max() < 0.001


def test_feet_that_walk_on_the_spot_touch_the_ground_and_never_sink() -> None:
    stride = {"hip_left": 25, "hip_right": -15, "knee_right": 20}
    other = {"hip_right": 25, "hip_left": -15, "knee_left": 20}
    figure = Figure(anchor=Anchor.FEET, start=stride, keys=(KeyPose(at=0.5, angles=other),))
    assert np.abs(lowest(figure, WOMAN, frozenset({"foot"}))).max() < 1e-9


@pytest.mark.parametrize("physique", PEOPLE)
@pytest.mark.parametrize("lumbar", [-12, 0, 12])
def test_who_lies_flat_rests_on_chest_hips_and_head(physique, lumbar) -> None:
    figure = Figure(
        anchor=Anchor.UPPER_BACK,
        start={"lean": -90, "lumbar": lumbar, "hip": 50, "knee": 100},
        holds={"feet": Hold.FLOOR},
    )
    chest = lowest(figure, physique, frozenset({"chest"}))
    hips = lowest(figure, physique, frozenset({"buttock"}))
    assert np.abs(chest - hips).max() < 0.012
    assert np.abs(lowest(figure, physique, HEAD_PARTS)).max() < 0.012


@pytest.mark.parametrize("physique", PEOPLE)
def test_straight_legs_of_who_lies_face_down_lie_however_high_the_hips_are(physique) -> None:
    raised = KeyPose(at=0.5, angles={"lean": 60, "lumbar": -26, "thorax": -12})
    figure = Figure(
        anchor=Anchor.PELVIS, start={"lean": 90, "ankle": -75, "shoulder": 170}, keys=(raised,)
    )
    posed = pose(motion_of("one", figure), PHASES, physique)
    for one in shapes_of(posed.pose, physique, frozenset({"shank", "foot"})):
        if one.part.name == "foot":
            assert np.abs(one.lowest()).max() < 0.03
        assert one.lowest().min() > -0.001


def test_a_leg_that_is_bent_is_not_let_down() -> None:
    bent = Figure(anchor=Anchor.PELVIS, start={"lean": 90, "knee": 90, "shoulder": 170})
    assert pose(motion_of("one", bent), PHASES, WOMAN).pose.at["ankle-left"][0, 2] > 0.4


def test_a_foot_stays_against_its_fellow_while_the_knee_opens() -> None:
    figure = Figure(
        anchor=Anchor.PELVIS,
        start={"lean": -90, "roll": -90, "hip": 48, "hip_out_left": -20, "knee": 90},
        holds={"foot-left": Hold.OTHER_FOOT},
        keys=(KeyPose(at=0.5, angles={"hip_out_left": 40, "hip_turn_left": 30}),),
    )
    at = pose(motion_of("one", figure), PHASES, WOMAN).pose.at
    apart = np.linalg.norm(at["ankle-left"] - at["ankle-right"], axis=-1)
    assert apart.max() < 0.09
    assert at["knee-left"][20, 2] - at["knee-left"][0, 2] > 0.15


@pytest.mark.parametrize("physique", PEOPLE)
def test_a_hand_behind_a_thigh_goes_round_it(physique) -> None:
    figure = Figure(
        anchor=Anchor.UPPER_BACK,
        start={"lean": -90, "hip_left": 110, "knee": 100, "hip_right": 50, "shoulder": 40},
        holds={"foot-right": Hold.FLOOR, "hand-left": Hold.BACK_OF_THIGH},
    )
    posed = pose(motion_of("one", figure), np.zeros(1), physique)
    hand, thigh = posed.pose.frame["hand-left"][0], posed.pose.frame["thigh-left"][0]
    assert posed.missing[Limb.HAND_LEFT].max() < 0.012
    assert hand[:, 0] @ thigh[:, 0] == pytest.approx(-1)  # the palm lies against it
    assert -hand[:, 2] @ thigh[:, 1] < -0.5  # the fingers point inward


def test_a_mat_is_long_enough_for_the_longest_key_pose() -> None:
    away = KeyPose(at=0.5, angles={"hip_left": 6, "knee_left": 10}, holds={"foot-left": Hold.HEEL})
    figure = Figure(
        anchor=Anchor.UPPER_BACK,
        start={"lean": -90, "hip": 50, "knee": 100},
        holds={"feet": Hold.FLOOR},
        keys=(away,),
        props=(Prop.MAT,),
    )
    made = scene(motion_of("one", figure), WOMAN, np.array([0.5]))
    (mat,) = made.solids
    assert mat.corners[:, 0].max() > made.posed.pose.at["ankle-left"][0, 0] + 0.05


def test_a_pillow_lifts_the_head_off_the_mat() -> None:
    figure = Figure(
        anchor=Anchor.UPPER_BACK,
        start={"lean": -90, "hip": 50, "knee": 100},
        holds={"feet": Hold.FLOOR},
        props=(Prop.PILLOW_HEAD,),
    )
    assert lowest(figure, WOMAN, HEAD_PARTS).min() > 0.04


def test_who_leans_far_from_level_is_not_laid_flat() -> None:
    figure = Figure(anchor=Anchor.UPPER_BACK, start={"lean": -115, "hip": 10, "knee": 100})
    at = pose(motion_of("one", figure), PHASES, LARGE_MAN).pose.at
    assert at["pelvis"][0, 2] - at["t4"][0, 2] > 0.1


def test_a_forearm_that_is_held_lies_on_the_ground_from_elbow_to_wrist() -> None:
    figure = Figure(
        anchor=Anchor.PELVIS,
        start={"lean": 66, "lumbar": -24, "shoulder": 66, "elbow": 90},
        holds={"hands": Hold.FOREARM},
    )
    at = pose(motion_of("one", figure), PHASES, WOMAN).pose.at
    for side in ("left", "right"):
        assert at[f"wrist-{side}"][0, 2] < 0.035
        assert at[f"elbow-{side}"][0, 2] < 0.05


def test_a_foot_on_its_heel_or_its_ball_does_not_sink() -> None:
    for hold in (Hold.HEEL, Hold.TOES):
        figure = Figure(
            anchor=Anchor.FEET, start={"hip": 25, "knee": 10, "ankle": -30}, holds={"feet": hold}
        )
        low = lowest(figure, WOMAN, frozenset({"foot"}))
        assert abs(float(low[0])) < 0.008
