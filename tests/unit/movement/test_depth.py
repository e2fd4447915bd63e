"""A guess of depth is smoothed only for who asks for it: so nobody else may look at it."""

from dataclasses import replace

import pytest
from tests.movement.recorded import measured

from loosen.movement.landmarks import RIGHT, USED
from loosen.movement.points import HIPS, SHOULDERS, Body
from loosen.movement.sides import side_of
from loosen.movement.signals import SIGNALS
from loosen.movement.steady import Steadier, asks_for_depth
from loosen.vocabulary.measures import GUESSED, SideBy

PLACES = tuple(float(7 * number % 100) for number in range(len(USED)))
BODY = Body(t_s=0.0, x=PLACES, y=PLACES[::-1], z=(0.0,) * len(USED), near=RIGHT, torso_px=100.0)


def other_depth(body: Body) -> Body:
    """The same in the picture; shoulders and hips turned the other way."""
    z = list(body.z)
    for pair in (SHOULDERS, HIPS):
        z[pair[0]], z[pair[1]] = 20.0, -30.0
    return replace(body, z=tuple(z))


def test_no_signal_looks_at_the_depth_but_those_that_are_a_guess_of_it() -> None:
    looks = {id_ for id_, of in SIGNALS.items() if of(BODY) != of(other_depth(BODY))}
    assert looks <= GUESSED


@pytest.mark.parametrize("near", [0, 1])
def test_no_side_is_told_by_the_depth_but_that_of_a_turn(near: int) -> None:
    for up in (PLACES, PLACES[::-1]):
        body = replace(BODY, near=near, y=up)
        assert all(
            side_of(by, body) == side_of(by, other_depth(body))
            for by in SideBy
            if by is not SideBy.TURN
        )


def test_a_twist_asks_for_depth_and_a_bridge_does_not() -> None:
    assert asks_for_depth(measured("seated-twist"))
    assert not asks_for_depth(measured("bridge"))


def test_depth_is_steadied_where_it_is_asked_for_and_nothing_else_differs() -> None:
    deep, flat = Steadier(), Steadier(is_deep=False)
    moved = replace(other_depth(BODY), t_s=0.1)
    told, left = [(deep.update(one), flat.update(one)) for one in (BODY, moved)][-1]
    assert told.z != moved.z
    assert left == replace(told, z=moved.z)
