"""Any signal is counted with nothing known of the movement: with hindsight, and while it runs."""

import math
import random
from collections.abc import Sequence

import pytest

from loosen.movement import AnyCounter, count_of_many, count_offline, count_online

RATE = 20
Signal = list[tuple[float, float]]


def signal(*parts: tuple[float, float], start: float = 0.0) -> Signal:
    """A signal that goes to each value in so many seconds, slow at both ends."""
    values, here = [], start
    for there, seconds in parts:
        count = round(seconds * RATE)
        values += [
            here + (there - here) * (0.5 - 0.5 * math.cos(math.pi * n / count))
            for n in range(count)
        ]
        here = there
    return [(n / RATE, value) for n, value in enumerate(values)]


def once(top: float = 1.0, way_s: float = 1.2) -> tuple[tuple[float, float], ...]:
    return (top, way_s), (top, 0.5), (0.0, way_s), (0.0, 0.4)


def reps(tops: Sequence[float]) -> Signal:
    return signal((0.0, 1.5), *(step for top in tops for step in once(top)), (0.0, 1.0))


def shaken(samples: Signal, share: float, drift: float = 0.0) -> Signal:
    chance = random.Random(3)
    ends = samples[-1][0]
    return [(t, v + chance.gauss(0, share) + drift * t / ends) for t, v in samples]


def turned(samples: Signal) -> Signal:
    return [(t_s, 40 - 25 * value) for t_s, value in samples]


HUMPED = signal(
    (0.0, 1.0), *(((1.0, 0.8), (0.5, 0.7), (1.0, 0.7), (0.0, 0.8), (0.0, 0.5)) * 7), (0.0, 1.0)
)
CASES = {
    "plain": (reps([1.0] * 8), 8),
    "turned round": (turned(reps([1.0] * 8)), 8),
    "noisy": (shaken(reps([1.0] * 8), 0.12), 8),
    "drifting": (shaken(reps([1.0] * 8), 0.02, drift=1.0), 8),
    "of uneven size": (reps([1.0, 0.7, 1.3, 0.9, 0.6, 1.2, 0.8, 1.1]), 8),
    "with two humps": (HUMPED, 7),
}


@pytest.mark.parametrize("name", CASES)
def test_whole_cycles_are_counted_with_hindsight(name: str) -> None:
    samples, expected = CASES[name]
    assert count_offline(samples).count == expected


@pytest.mark.parametrize("name", [name for name in CASES if name != "with two humps"])
def test_whole_cycles_are_counted_while_they_run(name: str) -> None:
    samples, expected = CASES[name]
    assert count_online([(t_s, (value,)) for t_s, value in samples]) == expected


def test_half_a_repetition_among_whole_ones_is_not_one() -> None:
    tops = [1.0, 1.05, 0.97, 0.5, 1.0, 1.02, 0.48, 0.98]
    assert count_offline(reps(tops)).count == 6


def test_getting_there_and_leaving_are_not_counted() -> None:
    there = ((1.6, 0.8), (-0.9, 0.7), (0.0, 1.5), (0.0, 1.0))
    leaving = ((-1.0, 2.0), (1.4, 1.0), (1.4, 1.0))
    whole = signal(*there, *(step for _ in range(8) for step in once()), *leaving)
    assert count_offline(whole).count == 8


@pytest.mark.parametrize("kind", ["nothing", "one value", "flat", "noise"])
def test_what_does_not_move_is_none(kind: str) -> None:
    flat = [(n / RATE, 2.0) for n in range(300)]
    samples = {"nothing": [], "one value": flat[:1], "flat": flat, "noise": shaken(flat, 0.5)}
    assert count_offline(samples[kind]).count == 0
    assert count_online([(t_s, (value,)) for t_s, value in samples[kind]]) == 0


def test_each_peak_is_where_it_was_farthest_out() -> None:
    found = count_offline(reps([1.0] * 5))
    assert found.peaks_s == pytest.approx([1.5 + 1.45 + 3.3 * n for n in range(5)], abs=0.15)


def test_of_many_signals_the_moving_ones_are_counted() -> None:
    chance = random.Random(8)
    many = [
        (t_s, (5.0, chance.gauss(0, 0.1), 0.6 * value, -0.8 * value, 0.01 * t_s))
        for t_s, value in reps([1.0] * 6)
    ]
    assert count_of_many(many).count == 6
    assert count_online(many) == 6


# --- what every streaming part keeps -----------------------------------------------------------


def told(counter: AnyCounter, samples: Signal) -> list[int]:
    return [counter.update(t_s, (value,)).count for t_s, value in samples]


def test_the_running_count_never_falls_and_does_not_look_ahead() -> None:
    samples = CASES["noisy"][0]
    whole = told(AnyCounter(), samples)
    assert whole == sorted(whole)
    half = len(samples) // 2
    assert told(AnyCounter(), samples[:half]) == whole[:half]
    assert 0 < whole[half] < whole[-1]


def test_samples_that_come_twice_or_no_numbers_add_nothing() -> None:
    samples = CASES["plain"][0]
    twice = [one for pair in samples for one in (pair, pair, (pair[0] - 1, 9.0))]
    assert told(AnyCounter(), twice)[::3] == told(AnyCounter(), samples)
    spoilt = [one for n, pair in enumerate(samples) for one in (pair, (pair[0] + 0.01, math.nan))]
    assert told(AnyCounter(), spoilt)[-1] == 8


def test_it_is_as_new_after_its_reset_and_its_parameter_stays() -> None:
    samples, counter = CASES["plain"][0], AnyCounter(seen_s=20.0)
    first = told(counter, samples)
    counter.reset()
    assert told(counter, samples) == first
    assert counter.seen_s == 20.0


def test_a_long_set_goes_on_being_counted_beyond_what_is_kept() -> None:
    samples = reps([1.0] * 30)
    assert count_online([(t_s, (value,)) for t_s, value in samples]) == 30
