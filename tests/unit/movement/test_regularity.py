"""How regular: a check by the signal's likeness to itself, never a count."""

import math

import pytest

from loosen.movement.regularity import Periodic, RegularityCheck


def looks(period_s: float, counted_every_s: float, *, ends_s: float = 40, shake: float = 0.0,
          rate: float = 15) -> list[Periodic]:  # fmt: skip
    check, found, next_s = RegularityCheck(least=1.0), [], counted_every_s
    for step in range(round(ends_s * rate)):
        t_s = step / rate
        value = 1 - math.cos(2 * math.pi * t_s / period_s) + shake * math.sin(91 * t_s * t_s)
        counted = t_s >= next_s
        next_s += counted_every_s if counted else 0
        look = check.update(t_s, value, t_s if counted else None)
        if look is not None:
            found.append(look)
    return found


@pytest.mark.parametrize("period_s", [2.0, 3.3, 5.0, 6.0])
@pytest.mark.parametrize("rate", [10, 30])
def test_the_period_of_a_regular_movement_is_found(period_s: float, rate: float) -> None:
    last = looks(period_s, period_s, rate=rate)[-1]
    assert last.period_s == pytest.approx(period_s, abs=0.3)
    assert last.likeness > 0.9
    assert not last.is_doubtful


@pytest.mark.parametrize("every_s", [9.0, 1.5])
def test_a_counter_of_another_pace_is_doubted(every_s: float) -> None:
    assert looks(4.0, every_s)[-1].is_doubtful


def test_what_shakes_is_less_regular() -> None:
    assert looks(4.0, 4.0, shake=0.8)[-1].likeness < looks(4.0, 4.0)[-1].likeness


def test_rest_has_no_period_and_raises_no_doubt() -> None:
    check = RegularityCheck(least=1.0)
    found = [check.update(step / 10, 0.01 * math.sin(step), None) for step in range(300)]
    assert {one for one in found if one} == {Periodic(likeness=0.0, period_s=None)}


def test_it_looks_at_every_tenth_frame_and_a_frame_that_comes_twice_is_none() -> None:
    once, twice = RegularityCheck(least=1.0), RegularityCheck(least=1.0)
    for step in range(400):
        value = math.sin(step / 8)
        look = once.update(step / 10, value, None)
        assert twice.update(step / 10, value, None) == look
        assert twice.update(step / 10, 99.0, None) is None
        assert look is None or (step + 1) % 10 == 0


def test_after_its_reset_it_is_as_new() -> None:
    check = RegularityCheck(least=1.0)
    first = [check.update(step / 10, math.sin(step / 8), None) for step in range(300)]
    check.reset()
    assert [check.update(step / 10, math.sin(step / 8), None) for step in range(300)] == first
