"""A car around who sits in it, behind who stands before it."""

import numpy as np
import pytest

from loosen.body import PEOPLE, Physique, motion_of
from loosen.body.flesh import shapes_of
from loosen.body.pose import pose
from loosen.body.props import solids
from loosen.body.rotations import Array
from loosen.body.solids import Solid
from loosen.vocabulary import Anchor, Figure, Hold, Prop

DRIVING = Figure(
    anchor=Anchor.SEAT,
    start={"lean": -20, "hip": 82, "knee": 78},
    holds={"feet": Hold.FLOOR},
    props=(Prop.CAR_SEAT,),
)
BEFORE_IT = Figure(
    anchor=Anchor.FEET, start={"turn": -90}, holds={"feet": Hold.FLOOR}, props=(Prop.CAR_SEAT,)
)


def drawn(figure: Figure, physique: Physique) -> tuple[tuple[Solid, ...], Array]:
    """The pieces of the car, and the bounds (2, 3) of the body."""
    motion = motion_of("one", figure)
    posed = pose(motion, np.zeros(1), physique)
    centres = np.concatenate([one.centres[0] for one in shapes_of(posed.pose, physique)])
    return solids(motion, physique, posed.keyed), np.stack([centres.min(0), centres.max(0)])


@pytest.mark.parametrize("physique", PEOPLE)
def test_who_sits_in_it_has_the_roof_above_and_both_feet_behind_the_near_side(
    physique: Physique,
) -> None:
    pieces, body = drawn(DRIVING, physique)
    before = [one for one in pieces if not one.is_under]
    assert max(one.corners[:, 2].max() for one in before) > body[1, 2]
    assert max(one.corners[:, 0].max() for one in before) > body[1, 0]
    assert min(one.corners[:, 0].min() for one in before) < body[0, 0]


def test_who_stands_before_it_hides_it() -> None:
    pieces, _ = drawn(BEFORE_IT, PEOPLE[0])
    assert all(one.is_under for one in pieces)


@pytest.mark.parametrize("figure", [DRIVING, BEFORE_IT])
def test_it_stands_on_two_wheels_a_side(figure: Figure) -> None:
    pieces, _ = drawn(figure, PEOPLE[0])
    street = min(float(one.corners[:, 2].min()) for one in pieces)
    tyres = {
        round(float(one.corners[:, 0].mean()), 3)
        for one in pieces
        if one.tone == "car-seat" and one.corners[:, 2].min() < street + 0.01
    }
    assert len(tyres) == 2
