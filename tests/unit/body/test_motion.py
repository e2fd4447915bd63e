"""Key poses written out in full, eased between, and what an author may get wrong."""

import numpy as np
import pytest

from loosen.body import WOMAN, Physique, faults_of, motion_of, pose
from loosen.body.pose import angles_at
from loosen.vocabulary import Anchor, Figure, Hold, KeyPose, Limb

ON_BACK = {"lean": -90, "hip": 50, "knee": 100}


def lying(*keys: KeyPose) -> Figure:
    return Figure(anchor=Anchor.UPPER_BACK, start=ON_BACK, holds={"feet": Hold.FLOOR}, keys=keys)


def test_a_key_says_only_what_differs_and_the_start_comes_again() -> None:
    motion = motion_of("one", lying(KeyPose(at=0.5, angles={"lumbar": 20})))
    assert [key.at for key in motion.keys] == [0.0, 0.5, 1.0]
    assert motion.keys[1].angles == {**ON_BACK, "lumbar": 20}
    assert motion.keys[2].angles == ON_BACK
    assert motion.keys[1].holds[Limb.FOOT_LEFT] is Hold.FLOOR


def test_one_side_wins_over_both_and_both_replaces_one_side() -> None:
    figure = lying(KeyPose(at=0.3, angles={"hip_left": 110}), KeyPose(at=0.6, angles={"hip": 80}))
    motion = motion_of("one", figure)
    angles = angles_at(motion, np.array([0.3, 0.6]), 1.0)
    assert angles["hip_left"].round().tolist() == [110, 80]
    assert angles["hip_right"].round().tolist() == [50, 80]


def test_a_smaller_range_shortens_every_movement_from_its_start() -> None:
    motion = motion_of("one", lying(KeyPose(at=0.5, angles={"lumbar": 20})))
    assert angles_at(motion, np.array([0.5]), 0.5)["lumbar"].round(6).tolist() == [10]


def test_feet_on_the_ground_stay_while_the_hips_rise() -> None:
    motion = motion_of("one", lying(KeyPose(at=0.5, angles={"lean": -112, "hip": 10})))
    posed = pose(motion, np.linspace(0, 1, 21), WOMAN)
    for side in ("left", "right"):
        ankle = posed.pose.at[f"ankle-{side}"]
        assert np.abs(ankle - ankle[0]).max() < 0.005
    assert np.ptp(posed.pose.at["pelvis"][:, 2]) > 0.15


def test_a_hand_that_cannot_reach_is_told_with_how_much_is_missing() -> None:
    figure = lying(KeyPose(at=0.5, holds={"hands": Hold.OWN_SHIN}))
    said = " ".join(faults_of(motion_of("one", figure), WOMAN))
    assert "hand-left cannot be held where it is" in said
    assert "cm are missing at phase 0.50" in said


def test_a_part_below_the_ground_is_told() -> None:
    arms_behind = lying(KeyPose(at=0.5, angles={"shoulder": -40}))
    said = " ".join(faults_of(motion_of("one", arms_behind), WOMAN))
    assert "the left hand sinks" in said
    assert "cm into the ground at phase 0.50" in said


@pytest.mark.parametrize(
    ("angles", "said"),
    [
        ({"knee": 190}, "knee must be from 0 to 160, not 190"),
        ({"tail": 10}, "tail is no joint"),
        ({"lumbar_left": 10}, "lumbar_left is no joint"),
    ],
)
def test_an_angle_that_nobody_has_is_refused(angles, said) -> None:
    with pytest.raises(ValueError, match=said):
        KeyPose(at=0.5, angles=angles)


def test_a_limb_that_nobody_has_is_refused() -> None:
    with pytest.raises(ValueError, match="tail is nothing that can be held"):
        KeyPose(at=0.5, holds={"tail": Hold.FLOOR})


def test_keys_stand_in_the_order_of_their_phase() -> None:
    with pytest.raises(ValueError, match="order of their phase"):
        lying(KeyPose(at=0.6), KeyPose(at=0.4))


@pytest.mark.parametrize("field", [{"stature_m": 4.0}, {"girth": 0.2}, {"range": 0.0}])
def test_a_body_that_nobody_has_is_refused(field) -> None:
    with pytest.raises(ValueError, match="must be from"):
        Physique(**field)
