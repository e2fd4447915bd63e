"""The filter: still where it is still, quick where it moves, and bound to true time."""

import random

import pytest

from loosen.movement.smoothing import OneEuro


def test_the_first_value_comes_out_as_it_went_in() -> None:
    assert OneEuro().update(0.0, [3.0, 4.0]) == [3.0, 4.0]


def test_it_quiets_what_shakes() -> None:
    shaken = random.Random(1)
    filter_ = OneEuro()
    out = [filter_.update(i / 30, [shaken.gauss(0, 1)])[0] for i in range(300)]
    spread = max(out[100:]) - min(out[100:])
    assert spread < 3.0


def test_it_follows_a_step_within_a_third_of_a_second() -> None:
    filter_ = OneEuro()
    for i in range(30):
        filter_.update(i / 30, [0.0])
    out = [filter_.update(1 + i / 30, [100.0])[0] for i in range(10)]
    assert out[-1] > 90


def test_it_goes_by_time_and_not_by_frames() -> None:
    slow, quick = OneEuro(beta=0.0), OneEuro(beta=0.0)
    slow.update(0.0, [0.0])
    quick.update(0.0, [0.0])
    for i in range(1, 11):
        last_slow = slow.update(i / 10, [1.0])[0]
    for i in range(1, 31):
        last_quick = quick.update(i / 30, [1.0])[0]
    assert last_slow == pytest.approx(last_quick, abs=0.01)


def test_a_time_that_does_not_go_on_gives_the_last_values() -> None:
    filter_ = OneEuro()
    filter_.update(1.0, [5.0])
    assert filter_.update(1.0, [9.0]) == [5.0]
    assert filter_.update(0.5, [9.0]) == [5.0]


def test_what_it_gives_is_the_callers_own() -> None:
    filter_ = OneEuro()
    given = filter_.update(0.0, [1.0])
    given[0] = 99.0
    assert filter_.update(0.1, [1.0]) == [1.0]
