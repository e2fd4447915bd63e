"""How far a way lifts a worn phone, from the pull alone: told where it can be, else not."""

from math import cos, pi

import pytest

from loosen.movement.lift import lifted_m


def lifted(way_s: float, height_m: float, off: float = 0.0) -> list[tuple[float, float]]:
    """The pull, as a phone rests for a second, is eased up, and rests again."""
    found = []
    for index in range(int((way_s + 2) * 20)):
        part = (index / 20 - 1) / way_s
        moves = height_m * 2 * pi**2 / way_s**2 * cos(pi * part) / 4 if 0 <= part <= 1 else 0.0
        found.append((index / 20, 9.81 + off + moves))
    return found


@pytest.mark.parametrize("off", [0.0, 0.15, -0.3])
@pytest.mark.parametrize("height_m", [0.15, 0.0, -0.1])
def test_a_lift_is_told_to_two_centimetres_whatever_the_sensor_adds(
    height_m: float, off: float
) -> None:
    for way_s in (1.2, 2.0, 3.0):
        told = lifted_m(lifted(way_s, height_m, off), 1.0, 1.0 + way_s)
        assert told == pytest.approx(height_m, abs=0.02)


def test_no_lift_is_told_of_a_long_way_of_a_gap_or_of_half_a_way() -> None:
    pulls = lifted(2.0, 0.15)
    assert lifted_m(lifted(4.0, 0.15), 1.0, 5.0) is None
    assert lifted_m([one for one in pulls if not 1.7 < one[0] < 2.3], 1.0, 3.0) is None
    assert lifted_m([one for one in pulls if one[0] < 2.5], 1.0, 3.0) is None
    assert lifted_m([], 1.0, 3.0) is None
