"""Sitting lower than at the own start for a good while is told once; nothing else is."""

from dataclasses import replace
from functools import cache

import pytest
from tests.movement.recorded import motion

from loosen.body import MAN, WOMAN
from loosen.body.filming import Camera
from loosen.cohort.recordings import Doing, Filming, recorded
from loosen.cohort.sitting import Manner, sitting
from loosen.library.current import load_content
from loosen.movement.end_rule import slouch_rule_of
from loosen.movement.slouch import Sitting, SlouchRule, SlouchWatch
from loosen.vocabulary.frames import Frame

FIVE = Filming(frames_per_s=5, noise_px=0.7)
LONG = Doing(reps=1, before_s=6.0, way_s=3.0, hold_s=60.0, after_s=1.0)
NOW_AND_THEN = Doing(reps=1, before_s=6.0, way_s=1.0, hold_s=4.0, after_s=1.0)
BODIES = {"woman": WOMAN, "man": MAN}


@cache
def frames(manner: Manner, body: str = "woman", off_deg: float = 0.0) -> tuple[Frame, ...]:
    moving = sitting(motion("chair-knee-to-chest"), manner)
    is_short = manner in {Manner.REACHING, Manner.MOVING}
    camera = Camera(turn_deg=off_deg, wide_m=2.0)
    doing = NOW_AND_THEN if is_short else LONG
    return recorded(moving, BODIES[body], camera, doing, FIVE, 1).frames


def watched(seen: tuple[Frame, ...], rule: SlouchRule | None = None) -> list[Sitting]:
    watch = SlouchWatch(rule=rule or slouch_rule_of(load_content()))
    watch.take_baseline()
    return [watch.update(one) for one in seen]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("off_deg", [0.0, 12.0, 180.0])
def test_who_sinks_for_half_a_minute_is_nudged_once(body: str, off_deg: float) -> None:
    said = [one.t_s for one in watched(frames(Manner.SUNK, body, off_deg)) if one.is_nudge]
    assert len(said) == 1
    assert 6 + 20 <= said[0] <= 6 + 3 + 30


@pytest.mark.parametrize("rate", [1.5, 3.0, 12.0])
def test_it_is_the_same_at_any_number_of_frames_a_second(rate: float) -> None:
    moving = sitting(motion("chair-knee-to-chest"), Manner.SUNK)
    doing = Doing(reps=1, before_s=6.0, way_s=3.0, hold_s=35.0, after_s=1.0)
    seen = recorded(moving, WOMAN, Camera(wide_m=2.0), doing, Filming(frames_per_s=rate), 1).frames
    [said] = [one.t_s for one in watched(seen) if one.is_nudge]
    assert 6 + 20 <= said <= 6 + 3 + 30


def test_who_sits_just_below_the_bound_is_nudged_though_each_value_shakes() -> None:
    shaking = Filming(frames_per_s=3, noise_px=1.0)
    moving = sitting(motion("chair-knee-to-chest"), Manner.SUNK)
    seen = recorded(moving, WOMAN, Camera(wide_m=2.0), LONG, shaking, 1).frames
    lowest = max(one.sunk_percent or 0.0 for one in watched(seen))
    rule = SlouchRule(sunk_percent=0.95 * lowest, lasts_s=25, again_s=100)
    assert [one for one in watched(seen, rule) if one.is_nudge]


@pytest.mark.parametrize("manner", [Manner.REACHING, Manner.MOVING])
def test_who_moves_about_is_left_alone_though_the_middle_of_it_is_low(manner: Manner) -> None:
    seen = frames(manner)
    lowest = max(one.sunk_percent or 0.0 for one in watched(seen))
    rule = SlouchRule(sunk_percent=max(1.0, 0.9 * lowest), lasts_s=25, again_s=100)
    assert not [one for one in watched(seen, rule) if one.is_nudge]


@pytest.mark.parametrize("manner", [Manner.UPRIGHT, Manner.REACHING, Manner.MOVING])
def test_who_sits_on_reaches_or_moves_about_is_left_alone(manner: Manner) -> None:
    seen = watched(frames(manner))
    assert seen[-1].t_s > 50
    assert not [one for one in seen if one.is_nudge]


def test_without_a_tap_there_is_no_baseline_and_no_nudge() -> None:
    watch = SlouchWatch(rule=slouch_rule_of(load_content()))
    seen = [watch.update(one) for one in frames(Manner.SUNK)]
    assert not any(one.has_baseline or one.is_nudge for one in seen)


def test_who_was_away_for_long_is_asked_for_a_new_start_and_not_nudged() -> None:
    seen = frames(Manner.UPRIGHT)
    gone = [replace(seen[0], t_s=seen[-1].t_s + at, lm=()) for at in range(1, 80)]
    back = [replace(one, t_s=one.t_s + seen[-1].t_s + 90) for one in frames(Manner.SUNK)]
    said = watched((*seen, *gone, *back))
    assert not said[-1].has_baseline
    assert not [one for one in said if one.is_nudge]


def test_who_leaves_for_a_moment_is_compared_again_when_back() -> None:
    sunk = frames(Manner.SUNK)
    missed = tuple(replace(one, lm=()) if 20 < one.t_s < 24 else one for one in sunk)
    assert [one for one in watched(missed) if one.is_nudge]


def test_it_is_said_again_only_after_a_good_while() -> None:
    sunk = [one for one in frames(Manner.SUNK) if 10 < one.t_s < 60]
    more = tuple(replace(one, t_s=one.t_s + 50 * turn) for turn in range(4) for one in sunk)
    start = tuple(one for one in frames(Manner.SUNK) if one.t_s <= 10)
    rule = SlouchRule(sunk_percent=6, lasts_s=25, again_s=100)
    said = [one.t_s for one in watched((*start, *more), rule) if one.is_nudge]
    assert 2 <= len(said) <= 3
    assert said[1] - said[0] >= 100


def test_a_frame_that_comes_twice_changes_nothing_and_a_reset_is_as_new() -> None:
    seen = frames(Manner.SUNK)
    watch = SlouchWatch(rule=slouch_rule_of(load_content()))
    watch.take_baseline()
    once = [watch.update(one) for one in seen]
    assert [watch.update(one).is_nudge for one in seen[-3:]] == [False] * 3
    watch.reset()
    watch.take_baseline()
    assert [[watch.update(one), watch.update(one)][0] for one in seen] == once


def test_a_rule_shorter_than_a_look_about_is_refused() -> None:
    with pytest.raises(ValueError, match="lasts_s"):
        SlouchRule(sunk_percent=6, lasts_s=5, again_s=600)
