"""What a body cannot do, and in which words its author is told."""

import numpy as np
import pytest

from loosen.body import LARGE_WOMAN, MAN, PEOPLE, WOMAN, Physique, faults_of, motion_of
from loosen.vocabulary import Anchor, Figure, Hold, KeyPose

ON_BACK = {"lean": -90, "hip": 50, "knee": 100}
SITTING = {"hip": 88, "knee": 88}


def said_of(figure: Figure, physique: Physique = WOMAN) -> str:
    return "; ".join(faults_of(motion_of("one", figure), physique))


@pytest.mark.parametrize("physique", PEOPLE)
def test_who_lies_with_bent_knees_has_no_fault(physique) -> None:
    figure = Figure(anchor=Anchor.UPPER_BACK, start=ON_BACK, holds={"feet": Hold.FLOOR})
    assert said_of(figure, physique) == ""


def test_a_contact_that_slides_is_told_with_how_far_and_between_which_phases() -> None:
    figure = Figure(
        anchor=Anchor.FEET,
        start={"shoulder": 80, "elbow": 10},
        holds={"feet": Hold.FLOOR, "hands": Hold.WALL},
        keys=(KeyPose(at=0.5, angles={"lean": -20}),),
    )
    said = said_of(figure)
    assert "the wrist-left slides" in said
    assert "between phases 0 and 0.5, though its hold, wall, stays" in said


def test_an_arm_through_the_chest_is_told() -> None:
    figure = Figure(
        anchor=Anchor.SEAT,
        start={**SITTING, "shoulder_out": -45},
        holds={"feet": Hold.FLOOR},
    )
    said = said_of(figure)
    assert "the left forearm goes through the chest at phase 0.00" in said
    assert "the right forearm goes through the chest at phase 0.00" in said


def test_flesh_gives_more_where_there_is_more_of_it() -> None:
    crossed = {"shoulder": 60, "elbow": 100}
    figure = Figure(
        anchor=Anchor.SEAT,
        start={**SITTING, **crossed},
        holds={"feet": Hold.FLOOR, "hands": Hold.OTHER_SHOULDER},
    )
    assert said_of(figure, WOMAN) == ""
    assert said_of(figure, LARGE_WOMAN) == ""


def test_a_hip_that_turns_too_far_is_told_with_what_was_expected() -> None:
    start = {"lean": -90, "hip": 135, "knee": 30}
    far = Figure(anchor=Anchor.UPPER_BACK, start=start)
    too_far = Figure(anchor=Anchor.UPPER_BACK, start=start, holds={"feet": Hold.OTHER_SHOULDER})
    assert "hip turns" not in said_of(far)
    assert "degrees; expected -60 to 95" in said_of(too_far)


def test_a_hand_bent_back_too_far_is_told() -> None:
    figure = Figure(
        anchor=Anchor.HANDS_AND_KNEES,
        start={"hip": 80, "knee": 90, "shoulder": 80, "wrist": 80},
        holds={"hands": Hold.FLOOR, "feet": Hold.SHIN},
        keys=(KeyPose(at=0.5, angles={"knee": 60}),),
    )
    assert "the left wrist bends" in said_of(figure, MAN)


def test_legs_over_the_edge_of_a_bed_may_hang_below_it() -> None:
    figure = Figure(anchor=Anchor.EDGE, start={**SITTING, "shoulder": 40, "elbow": 70})
    assert said_of(figure) == ""


def test_every_phase_is_looked_at() -> None:
    figure = Figure(
        anchor=Anchor.UPPER_BACK,
        start=ON_BACK,
        holds={"feet": Hold.FLOOR},
        keys=(KeyPose(at=0.25, angles={"shoulder": -40}), KeyPose(at=0.5)),
    )
    said = said_of(figure)
    assert "the left hand sinks" in said
    assert "at phase 0.25" in said
    assert np.char.count(said, "phase 1.00") == 0
