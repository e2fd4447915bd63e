"""Days on which pain rose, and what had been noted before it did."""

from dataclasses import replace
from datetime import timedelta

from loosen.ledger import days_watched
from loosen.library.current import load_content
from loosen.vocabulary import DayWatched, Sat, Slept, Trigger, TriggerMet

from ...diary import Diary

CONTENT = load_content()
HOUR, DAY = 60, 24 * 60
LIFTING = TriggerMet(trigger=Trigger.LIFTING)


def usual(diary: Diary, days: int = 4, pain: int = 3) -> int:
    """So many like days, and the minute at which the next one begins."""
    for day in range(days):
        diary.pain(pain, day * DAY)
    return days * DAY


def found(diary: Diary) -> tuple[DayWatched, ...]:
    return days_watched(diary.entries, CONTENT).days


def test_before_anything_is_usual_no_day_counts() -> None:
    diary = Diary()
    usual(diary, days=3)
    assert found(diary) == ()


def test_two_points_above_the_usual_is_a_rise() -> None:
    diary = Diary()
    at = usual(diary)
    diary.pain(4, at)
    diary.pain(5, at + DAY)
    assert [day.rose for day in found(diary)] == [False, False, True]


def test_a_rise_from_hardly_any_pain_to_little_is_none() -> None:
    diary = Diary()
    at = usual(diary, pain=0)
    diary.pain(3, at)
    assert [day.rose for day in found(diary)] == [False, False]


def test_a_bad_spell_counts_once_at_its_start() -> None:
    diary = Diary()
    at = usual(diary)
    for day, pain in enumerate([7, 7, 6, 3, 7]):
        diary.pain(pain, at + day * DAY)
    assert [day.rose for day in found(diary)] == [False, True, False, True]


def test_what_was_noted_in_the_day_before_the_rise_counts() -> None:
    diary = Diary()
    at = usual(diary)
    diary.add(LIFTING, at - 5 * HOUR)
    diary.pain(7, at)
    *_, last = found(diary)
    assert last == DayWatched(rose=True, noted={"lifting": True})


def test_what_was_noted_two_days_before_does_not_count() -> None:
    diary = Diary()
    diary.add(LIFTING, 2 * DAY)
    at = usual(diary)
    diary.pain(7, at)
    *_, last = found(diary)
    assert last.noted == {"lifting": False}


def test_what_is_put_down_after_the_rise_never_counts() -> None:
    diary = Diary()
    at = usual(diary)
    diary.pain(7, at)
    lifted = diary.add(LIFTING, at - 2 * HOUR)
    later = replace(lifted, recorded_at=lifted.happened_at + timedelta(hours=3))
    watched = days_watched([*diary.entries[:-1], later], CONTENT)
    assert watched.days[-1] == DayWatched(rose=True, noted={"lifting": False})
    assert watched.too_late == 1


def test_what_is_put_down_in_the_same_breath_as_the_score_never_counts() -> None:
    diary = Diary()
    at = usual(diary)
    lifted = diary.add(LIFTING, at - 2 * HOUR)
    diary.pain(7, at)
    just = replace(lifted, recorded_at=lifted.happened_at + timedelta(minutes=119))
    entries = [just if one is lifted else one for one in diary.entries]
    assert not days_watched(entries, CONTENT).days[-1].noted["lifting"]


def test_a_night_that_nobody_told_of_is_no_good_night() -> None:
    diary = Diary()
    diary.add(Slept(hours=8), 2 * DAY - 2 * HOUR)
    at = usual(diary)
    diary.pain(3, at)
    diary.add(Slept(hours=4), at + 20 * HOUR)
    diary.pain(7, at + DAY)
    assert [dict(day.noted) for day in found(diary)] == [{}, {}, {"poor-sleep": True}]


def test_hours_of_sitting_are_summed_over_the_day() -> None:
    diary = Diary()
    at = usual(diary)
    diary.add(Sat(minutes=200), at - 10 * HOUR)
    diary.add(Sat(minutes=180), at - 3 * HOUR)
    diary.pain(7, at)
    diary.add(Sat(minutes=60), at + 2 * DAY - 2 * HOUR)
    diary.pain(3, at + 2 * DAY)
    assert [day.noted.get("long-sitting") for day in found(diary)] == [None, True, False]


def test_something_else_is_no_trigger_of_its_own() -> None:
    diary = Diary()
    at = usual(diary)
    diary.add(TriggerMet(trigger=Trigger.OTHER), at - 2 * HOUR)
    diary.pain(7, at)
    assert dict(found(diary)[-1].noted) == {}
