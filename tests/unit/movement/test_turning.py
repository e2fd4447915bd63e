"""What a phone's turning is counted in is found out while somebody lies and breathes."""

from math import cos, pi, radians, sin

import pytest

from loosen.movement.turning import DEG_OF_RAD, Turning
from loosen.vocabulary.frames import Vector

STEP_S = 1 / 60
Reading = tuple[Vector, Vector]


def breathing(for_s: float, degrees: float = 1.0, off: float = 0.005) -> list[Reading]:
    """A phone that a breath tips to and fro, with a lasting error: pull, and turning in rad/s."""
    found: list[Reading] = []
    for index in range(int(for_s / STEP_S)):
        tipped = radians(degrees) * sin(2 * pi * index * STEP_S / 4)
        speed = radians(degrees) * 2 * pi / 4 * cos(2 * pi * index * STEP_S / 4)
        pull = (0.003 * (index % 3 - 1), sin(tipped), cos(tipped))
        found.append((pull, (speed + off, 0.0, 0.0)))
    return found


def fed(turning: Turning, readings: list[Reading], times: float = 1.0) -> Turning:
    for pull, (x, y, z) in readings:
        turning.update(pull, (x * times, y * times, z * times), STEP_S)
    return turning


@pytest.mark.parametrize(("times", "scale"), [(1.0, 1.0), (1 / DEG_OF_RAD, DEG_OF_RAD)])
def test_a_breath_tells_degrees_from_radians_before_the_first_way(
    times: float, scale: float
) -> None:
    turning = fed(Turning(), breathing(4.5), times)
    assert turning.is_sure
    assert turning.scale == pytest.approx(scale)


def test_who_lies_without_a_breath_says_nothing_of_the_turning() -> None:
    turning = fed(Turning(), breathing(30.0, degrees=0.0), 1 / DEG_OF_RAD)
    assert not turning.is_sure
    assert turning.scale == 1.0


def test_a_turning_that_goes_the_wrong_way_is_believed_no_more() -> None:
    turning = fed(Turning(), breathing(20.0, degrees=8.0), -1.0)
    assert turning.scale == 0.0
    assert fed(turning, breathing(20.0, degrees=8.0)).scale == 1.0


def test_what_is_known_of_the_turning_outlasts_a_lost_pull_and_a_reset_forgets_it() -> None:
    turning = fed(Turning(), breathing(4.5), 1 / DEG_OF_RAD)
    turning.begin_again()
    assert (turning.is_sure, turning.scale) == (True, pytest.approx(DEG_OF_RAD))
    turning.reset()
    assert (turning.is_sure, turning.scale) == (False, 1.0)
