"""The counter on plain numbers: what is a repetition, what is not, and what a gap may hide."""

from collections.abc import Iterator
from itertools import pairwise
from math import sin

import pytest

from loosen.movement import Counting, RepCounter, Turn

STEP_S = 1 / 15
Samples = list[tuple[float, float]]


def eased(share: float) -> float:
    return share * share * (3 - 2 * share)


def moved(*parts: tuple[float, float], start: float = 0.0, step_s: float = STEP_S) -> Samples:
    """A signal that goes to each value in so many seconds, slow at both ends."""
    samples, at_s, here = [], 0.0, start
    for there, seconds in parts:
        count = round(seconds / step_s)
        for index in range(count):
            samples.append((at_s + index * step_s, here + (there - here) * eased(index / count)))
        at_s, here = at_s + count * step_s, there
    return samples


def a_set(reps: int, *, top: float = 0.3, hold_s: float = 2.0) -> Samples:
    rest = [(0.0, 2.0)]
    once = [(top, 2.0), (top, hold_s), (0.0, 2.0), (0.0, 1.0)]
    return moved(*rest, *(once * reps))


def counted(samples: Samples, **more: float) -> tuple[RepCounter, list[Counting]]:
    counter = RepCounter(sign=1, least=0.12, range_=more.get("range_", 0.0))
    return counter, [counter.update(t_s, value) for t_s, value in samples]


def turns(seen: list[Counting]) -> Iterator[Turn]:
    return (one.turn for one in seen if one.turn is not Turn.NONE)


def test_each_way_out_and_back_is_one() -> None:
    _, seen = counted(a_set(4))
    assert seen[-1].count == 4
    assert list(turns(seen)) == [Turn.OUT, Turn.COUNTED] * 4


def test_it_is_told_at_the_way_out_and_counted_at_the_way_back() -> None:
    _, seen = counted(a_set(1))
    [done] = [one.repetition for one in seen if one.repetition]
    assert done.peak_s < done.counted_s < done.end_s
    assert done.start_s == pytest.approx(2.0, abs=0.1)
    assert done.end_s == pytest.approx(8.0, abs=0.1)


def test_between_cat_and_cow_the_first_is_told_back_at_rest_and_the_others_near_the_cow() -> None:
    round_ = [(0.3, 2.0), (0.3, 1.0), (0.0, 2.0), (0.0, 3.0), (-0.3, 2.0), (-0.3, 1.0)]
    samples = moved((0.0, 2.0), *(round_ * 3))
    counter = RepCounter(sign=1, least=0.12, two_way=True)
    seen = [counter.update(t_s, value) for t_s, value in samples]
    told = [
        value for (_, value), one in zip(samples, seen, strict=True) if one.turn is Turn.COUNTED
    ]
    assert told[0] == pytest.approx(0.4 * 0.3, abs=0.02)
    assert told[1:] == pytest.approx([-0.3 + 0.2 * 0.6] * 2, abs=0.03)


@pytest.mark.parametrize("hold_s", [0.5, 1.0, 3.0, 10.0])
def test_a_hold_is_measured_without_the_ways(hold_s: float) -> None:
    _, seen = counted(a_set(2, hold_s=hold_s))
    holds = [one.repetition.hold_s for one in seen if one.repetition]
    assert holds == pytest.approx([hold_s, hold_s], abs=0.1)


def test_a_small_one_is_told_and_not_counted() -> None:
    samples = a_set(2)
    after_s = samples[-1][0] + STEP_S
    small = moved((0.12, 1.5), (0.0, 1.5), (0.0, 1.0))
    _, seen = counted([*samples, *((t_s + after_s, value) for t_s, value in small)])
    assert (seen[-1].count, seen[-1].partials) == (2, 1)


def test_a_tremor_is_nothing() -> None:
    shaking = [(index * STEP_S, 0.02 * sin(index)) for index in range(900)]
    _, seen = counted(shaking)
    assert not list(turns(seen))


def test_nothing_counts_before_it_was_still() -> None:
    """Lying down and getting up moves a signal too."""
    _, seen = counted(moved((0.3, 0.5), (-0.2, 0.5), (0.4, 0.5), (0.0, 0.5)))
    assert not seen[-1].is_settled
    assert seen[-1].count == 0


def test_the_range_is_learnt_from_two_and_kept() -> None:
    counter, _ = counted(a_set(3, top=0.4))
    assert counter.own_range == pytest.approx(0.4, abs=0.01)
    kept, _ = counted(a_set(3, top=0.4), range_=0.35)
    assert kept.own_range == 0.35


def test_half_a_second_of_nothing_loses_nothing() -> None:
    samples = [one for one in a_set(3) if one[0] % 2.0 > 0.5]
    _, seen = counted(samples)
    assert seen[-1].count == 3


def test_a_gap_that_hides_the_turn_counts_nothing() -> None:
    """Seen held, then not seen for a second, then seen at rest: nobody saw it come back."""
    samples = [one for one in a_set(1) if not 5.6 < one[0] < 7.6]
    _, seen = counted(samples)
    assert seen[-1].count == 0
    assert Turn.VOID in set(turns(seen))


def test_after_a_long_absence_it_has_to_be_still_again() -> None:
    samples = a_set(1)
    later = samples[-1][0] + 5.0
    counter, _ = counted(samples)
    assert not counter.update(later, 0.3).is_settled
    assert counter.update(later + STEP_S, 0.0).count == 1


def test_another_movement_is_void() -> None:
    counter = RepCounter(sign=1, least=0.12)
    seen = [counter.update(t_s, value, is_in_form=t_s < 3.0) for t_s, value in a_set(1)]
    assert seen[-1].count == 0
    assert Turn.VOID in set(turns(seen))


def test_a_time_that_does_not_go_on_changes_nothing() -> None:
    counter, _ = counted(a_set(1))
    before = counter.update(11.0, 0.0)
    assert counter.update(11.0, 0.3) == counter.update(10.0, 0.3)
    assert counter.update(11.1, 0.0).count == before.count


def test_a_value_that_nobody_saw_changes_nothing() -> None:
    counter, seen = counted(a_set(1))
    assert counter.update(99.0, None).count == seen[-1].count


def test_reset_is_as_new() -> None:
    counter, first = counted(a_set(2))
    counter.reset()
    assert [counter.update(t_s, value) for t_s, value in a_set(2)] == first


# --- when it is counted ------------------------------------------------------------------------


def filtered(samples: Samples, lags_s: float) -> Samples:
    """The signal as a filter tells it that stays so long behind."""
    told, level = [samples[0]], samples[0][1]
    for (before_s, _), (t_s, value) in pairwise(samples):
        level += (value - level) * (t_s - before_s) / (t_s - before_s + lags_s)
        told.append((t_s, level))
    return told


def crossed_s(samples: Samples) -> float:
    """When the signal comes back through four tenths of its height, for the last time."""
    return max(
        t0 + (here - 0.12) / (here - there) * (t1 - t0)
        for (t0, here), (t1, there) in pairwise(samples)
        if here > 0.12 >= there
    )


def counted_s(samples: Samples, lags_s: float) -> float:
    counter = RepCounter(sign=1, least=0.12, lags_s=lags_s)
    seen = [counter.update(t_s, value) for t_s, value in samples]
    assert seen[-1].count == 1
    return max(one.repetition.counted_s for one in seen if one.repetition)


@pytest.mark.parametrize("way_s", [1.2, 2.0, 3.0])
@pytest.mark.parametrize("frames_per_s", [10, 15, 30])
@pytest.mark.parametrize("lags_s", [0.04, 0.15])
def test_it_is_counted_when_the_body_comes_back_not_when_the_filter_does(
    lags_s: float, frames_per_s: int, way_s: float
) -> None:
    step_s = 1 / frames_per_s
    true = moved((0.0, 2.0), (0.3, way_s), (0.3, 2), (0.0, way_s), (0.0, 2), step_s=step_s)
    late_s = counted_s(filtered(true, lags_s), lags_s) - crossed_s(true)
    assert -step_s <= late_s <= step_s + 0.06


def test_a_filter_that_nobody_makes_up_for_counts_late() -> None:
    true = moved((0.0, 2.0), (0.3, 2.0), (0.3, 2.0), (0.0, 2.0), (0.0, 2.0), step_s=1 / 30)
    assert counted_s(filtered(true, 0.15), 0.0) - crossed_s(true) > 0.13


def test_where_one_only_starts_back_and_stays_out_nothing_is_counted() -> None:
    """The pace says where the body is now, never where it will be."""
    dips = [(0.3, 1.0), (0.17, 0.4), (0.3, 0.4)] * 4
    counter = RepCounter(sign=1, least=0.12, lags_s=0.05)
    for t_s, value in moved((0.0, 2.0), *dips, (0.3, 1.0)):
        assert counter.update(t_s, value).count == 0


def test_where_it_trembles_on_the_line_it_is_counted_once() -> None:
    back = moved((0.0, 2.0), (0.3, 2.0), (0.3, 1.0), (0.12, 1.0))
    starts_s = back[-1][0] + STEP_S
    trembles = [(starts_s + at * STEP_S, 0.12 + 0.02 * sin(2 * at)) for at in range(90)]
    counter = RepCounter(sign=1, least=0.12, range_=0.3, lags_s=0.15)
    seen = [counter.update(t_s, value) for t_s, value in [*back, *trembles]]
    assert list(turns(seen)) == [Turn.OUT, Turn.COUNTED]


# --- where one ends and the next begins --------------------------------------------------------

IN_STAGES = ((0.13, 2.0), (0.13, 3.0), (0.3, 2.0), (0.3, 2.0), (0.13, 2.0), (0.13, 3.0), (0.0, 2.0))
SHALLOW = ((0.3, 0.8), (0.05, 0.8))


@pytest.mark.parametrize("once", [IN_STAGES, SHALLOW, ((0.3, 0.8), (0.0, 2.5))])
def test_none_begins_before_the_one_before_has_ended(once: tuple[tuple[float, float], ...]) -> None:
    _, seen = counted(moved((0.0, 2.0), *(once * 4), (0.0, 2.0)))
    found = [one.repetition for one in seen if one.repetition]
    assert len(found) == 4
    assert all(one.end_s <= other.start_s for one, other in pairwise(found))
    assert all(one.start_s <= one.peak_s <= one.end_s for one in found)


def test_a_pause_on_the_way_is_part_of_the_way_and_not_of_the_hold() -> None:
    _, seen = counted(moved((0.0, 2.0), *(IN_STAGES * 2), (0.0, 2.0)))
    _, done = [one.repetition for one in seen if one.repetition]
    assert done.hold_s == pytest.approx(2.0, abs=0.5)
    assert 18.0 <= done.start_s <= 20.0
    assert 32.0 <= done.end_s <= 35.0


# --- the level of rest ------------------------------------------------------------------------


def test_a_leap_below_the_level_of_rest_hardly_moves_it() -> None:
    samples = a_set(4)
    leapt = [(t_s, -0.3 if 8.2 < t_s < 8.45 else value) for t_s, value in samples]
    _, seen = counted(leapt)
    assert seen[-1].count == 4
    reached = [one.repetition.amplitude for one in seen if one.repetition]
    assert reached == pytest.approx([0.3] * 4, abs=0.04)


def test_a_level_of_rest_that_lasts_lower_is_followed() -> None:
    once = [(0.3, 2.0), (0.3, 1.0), (0.0, 2.0), (0.0, 1.0)]
    lower = [(0.3, 2.0), (0.3, 1.0), (-0.05, 2.0), (-0.05, 1.0), (0.3, 2.0), (-0.05, 2.0)]
    _, seen = counted(moved((0.0, 2.0), *once, *once, *lower))
    *_, last = [one.repetition.amplitude for one in seen if one.repetition]
    assert last == pytest.approx(0.35, abs=0.02)


# --- what is a whole one -----------------------------------------------------------------------


def depths_counted(*tops: float, is_alike: bool) -> tuple[int, int]:
    """Ways out and back to these heights: how many counted, and how many were partial."""
    ways = [part for top in tops for part in ((top, 1.5), (top, 1.0), (0.0, 1.5), (0.0, 1.0))]
    counter = RepCounter(sign=1, least=0.12, is_alike=is_alike)
    seen = [counter.update(t_s, value) for t_s, value in moved((0.0, 2.0), *ways)]
    return seen[-1].count, seen[-1].partials


def test_a_half_is_partial_though_the_first_two_went_unlike_far() -> None:
    assert depths_counted(0.3, 0.26, 0.17, 0.25, 0.18, is_alike=True) == (3, 2)


def test_the_lesser_side_counts_where_the_two_are_not_seen_alike() -> None:
    assert depths_counted(0.45, 0.3, 0.42, 0.22, 0.45, is_alike=False) == (5, 0)


def test_one_that_went_astray_does_not_make_the_others_partial() -> None:
    assert depths_counted(0.9, 0.3, 0.29, 0.27, 0.26, is_alike=True) == (5, 0)
