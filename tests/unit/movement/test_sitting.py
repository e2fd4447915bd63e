"""Somebody who sits is watched from one start to the next: what is said of it, and when nothing."""

import pickle
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.movement.recorded import a_set
from tests.movement.seated import BEFORE_S, Frames, hand_up, later, nobody, sits
from tests.movement.test_bad_frames import BAD, not_numbers

from loosen.cohort.sitting import Manner
from loosen.library.current import load_content
from loosen.movement.end_rule import slouch_rule_of
from loosen.movement.sitting import Level, Seated, SittingCoach, Start, Word, level_of
from loosen.movement.sitting_record import KEYS, sitting_record, watch_sitting
from loosen.movement.telling import TIMES

RULE = slouch_rule_of(load_content())
BACK_S = 200.0


def watched(frames: Frames) -> list[Seated]:
    coach = SittingCoach(rule=RULE)
    return [coach.update(one) for one in frames]


def said(seen: list[Seated]) -> list[str]:
    return [one.says for one in seen if one.says is not None]


@pytest.fixture(scope="module")
def sunk() -> list[Seated]:
    return watched(sits())


def test_the_start_is_taken_by_itself_then_one_nudge_and_no_more(sunk: list[Seated]) -> None:
    assert said(sunk) == [Word.START, Word.KNOWN, Word.NUDGE]
    [known_s] = [one.t_s for one in sunk if one.says == Word.KNOWN]
    assert 7 <= known_s <= BEFORE_S
    [nudged_s] = [one.t_s for one in sunk if one.says == Word.NUDGE]
    assert BEFORE_S + 18 <= nudged_s <= BEFORE_S + 35


def test_how_one_sits_is_told_in_a_word_and_drawn_against_the_own_start(
    sunk: list[Seated],
) -> None:
    [nudged] = [one for one in sunk if one.says == Word.NUDGE]
    assert nudged.level is Level.LOWER
    assert nudged.own is not None
    assert nudged.now is not None
    assert (nudged.now[2], nudged.own[2]) == ((0, 0), (0, 0))
    assert nudged.now[0][1] < 0.96 * nudged.own[0][1]
    assert nudged.now[3][0] > 0


def test_from_the_other_side_the_drawing_is_the_same() -> None:
    one, other = (watched(sits(off_deg=deg))[-1].own for deg in (0.0, 180.0))
    assert one is not None
    assert other is not None
    for (ax, ay), (bx, by) in zip(one, other, strict=True):
        assert (bx, by) == pytest.approx((ax, ay), abs=0.1)


def test_who_sits_on_is_never_spoken_to_again() -> None:
    seen = watched(sits(Manner.UPRIGHT))
    assert said(seen) == [Word.START, Word.KNOWN]
    assert {one.level for one in seen} == {None, Level.AS_BEGUN}


def test_who_does_not_come_into_the_picture_is_called_a_few_times_and_then_left_alone() -> None:
    assert said(watched(nobody(0, 300))) == ["nobody"] * TIMES


def test_who_stands_is_asked_to_sit_down_and_has_no_start() -> None:
    frames = a_set("hip-hinge").frames[:60]
    seen = watched(frames)
    assert said(seen) == [Word.SIT_DOWN]
    assert {one.start for one in seen} == {Start.WANTED}


def test_once_it_watches_an_empty_chair_is_no_reason_to_speak() -> None:
    before = sits(Manner.UPRIGHT)
    end_s = before[-1].t_s
    seen = watched((*before, *nobody(end_s + 0.25, end_s + 120)))
    assert said(seen) == [Word.START, Word.KNOWN]
    assert (seen[-1].start, seen[-1].own, seen[-1].now) == (Start.WANTED, None, None)


def test_who_comes_back_gets_a_new_start_without_a_tap_and_is_told_once() -> None:
    """Back and sunk from the first: that is the start now, so there is nothing to nudge about."""
    low = tuple(one for one in sits() if one.t_s > BEFORE_S + 4)
    first = sits(Manner.UPRIGHT)
    end_s = first[-1].t_s
    gone = nobody(end_s + 0.25, end_s + 90)
    seen = watched((*first, *gone, *later(low, BACK_S)))
    assert said(seen) == [Word.START, Word.KNOWN, Word.AWAY]
    assert seen[-1].start is Start.KNOWN
    assert seen[-1].level is Level.AS_BEGUN


def test_a_page_that_slept_for_long_does_not_compare_with_what_was_before() -> None:
    first, low = sits(Manner.UPRIGHT), later(sits(), 3600)
    seen = watched((*first, *(one for one in low if one.t_s > 3600 + BEFORE_S + 4)))
    assert said(seen) == [Word.START, Word.KNOWN, Word.AWAY]


def test_a_new_start_may_be_wanted_at_any_time() -> None:
    coach = SittingCoach(rule=RULE)
    first = [coach.update(one) for one in sits()]
    coach.want_start()
    low = tuple(one for one in sits() if one.t_s > BEFORE_S + 4)
    again = [coach.update(one) for one in later(low, 60)]
    assert said(first)[-1] == Word.NUDGE
    assert said(again) == [Word.START, Word.KNOWN]


def test_with_a_hand_raised_no_start_is_taken() -> None:
    frames = sits(Manner.UPRIGHT)
    seen = watched(hand_up(frames))
    assert any(one.hand_is_up for one in seen)
    assert {one.start for one in seen if one.t_s > 4} == {Start.WANTED}


def test_in_a_pause_a_hand_is_seen_and_nothing_is_said() -> None:
    coach = SittingCoach(rule=RULE)
    frames = sits()
    for one in frames:
        if one.t_s < BEFORE_S:
            coach.update(one)
    rest = [one for one in frames if one.t_s >= BEFORE_S]
    paused = [coach.look_for_hand(one) for one in rest]
    assert not [one for one in paused if one.says or one.hand_is_up]
    told = [coach.look_for_hand(one) for one in hand_up(later(sits(), 60)[:12])]
    assert told[-1].hand_is_up


def test_a_pause_before_anything_was_seen_still_answers_each_frame() -> None:
    coach = SittingCoach(rule=RULE)
    seen = [coach.look_for_hand(one) for one in sits()[:4]]
    assert [one.t_s for one in seen] == [one.t_s for one in sits()[:4]]
    assert {one.start for one in seen} == {Start.WANTED}


def test_frames_that_come_twice_say_nothing_twice_and_a_reset_is_as_new(
    sunk: list[Seated],
) -> None:
    coach = SittingCoach(rule=RULE)
    doubled = [(coach.update(one), coach.update(one)) for one in sits()]
    assert [one for one, _ in doubled] == sunk
    assert [other for _, other in doubled] == [replace(one, says=None) for one in sunk]
    coach.reset()
    assert [coach.update(one) for one in sits()] == sunk
    assert coach.rule == RULE


def test_it_never_looks_ahead(sunk: list[Seated]) -> None:
    assert watched(sits()[:80]) == sunk[:80]


@pytest.mark.parametrize("spoil", BAD)
def test_of_frames_that_no_camera_makes_there_is_no_start_and_nothing_breaks(
    spoil: Callable[[Frames], Frames],
) -> None:
    seen = watched(spoil(sits()))
    assert {one.start for one in seen} == {Start.WANTED}
    assert Word.NUDGE not in said(seen)


def test_a_few_such_frames_between_good_ones_change_nothing_that_is_said() -> None:
    good = sits()
    bad = not_numbers(good)
    mixed = tuple(bad[at] if at % 9 == 5 else one for at, one in enumerate(good))
    seen = watched(mixed)
    assert said(seen) == [Word.START, Word.KNOWN, Word.NUDGE]
    assert all(one.is_sitting and one.now and one.unseen is None for one in seen)


def test_an_afternoon_takes_no_more_room_than_some_minutes() -> None:
    coach, rooms = SittingCoach(rule=RULE), []
    few = sits()[:-8:3]
    for turn in range(40):
        for one in later(few, 100 * turn):
            coach.update(one)
        rooms.append(len(pickle.dumps(coach)))
    assert max(rooms[10:]) <= max(rooms[:10]) + 64


@pytest.mark.parametrize(
    ("share", "level"),
    [(-3, "as-begun"), (0.49, "as-begun"), (0.5, "a-little-lower"), (1, "lower")],
)
def test_the_level_goes_by_the_bound_of_the_nudge(share: float, level: str) -> None:
    assert level_of(share) == level


# --- a whole recording --------------------------------------------------------------------------


def test_the_record_has_the_very_keys_that_its_page_names() -> None:
    record = sitting_record(watch_sitting(sits(), RULE))
    assert list(record) == list(KEYS)
    for key, inner in KEYS.items():
        if isinstance(inner, dict):
            assert list(record[key][0]) == list(inner)
    assert record["refused"] is None
    assert len(record["starts_s"]) == len(record["nudges"]) == 1
    assert record["nudges"][0]["sunk_percent"] >= record["sunk_bound_percent"]
    assert 45 < record["sat_s"] <= record["seconds"]


REFUSED = {
    "nobody": (nobody(0, 30), "nobody"),
    "standing": (a_set("hip-hinge").frames[:90], "not-sitting"),
    "end-on": (sits(Manner.UPRIGHT, off_deg=80.0), "wrong-view"),
    "no frame": ((), "too-short"),
    "a moment": (sits()[:8], "too-short"),
}


@pytest.mark.parametrize(("frames", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_where_no_start_can_be_taken_it_says_why(frames: Frames, why: str) -> None:
    result = watch_sitting(frames, RULE)
    assert result.refused == why
    assert (result.nudges, result.course) == ((), ())
