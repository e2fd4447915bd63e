"""Which stage a person is in, case by case from `stages.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from loosen.plan import day_after, stage_now
from loosen.vocabulary import AnswerValue, Content, CourseTold, PainWhen, PlanStage, ReviewSeen

from ...diary import MIN_PER_DAY, START, Diary, minute
from ...example_person import live_a_day, person_of
from ...small_plan import plan_of
from ..triage.test_cases import answers_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case as it stands in the file."""

    name: str
    stage: str
    why: tuple[str, ...]
    pain: int | None = None
    earlier_pain: int | None = None
    before: int = 3
    can: str = "walk"
    floor: str = "no"
    days: tuple[str, ...] = ()
    last_stage: str = "move"
    hours_later: float = 0
    began_days_ago: int = 0
    seen: str = ""
    calm_days: int = 0
    worse_day: int = 0


TEXT = (Path(__file__).parent / "stages.toml").read_text("utf-8")
CASES = [
    Case(**{**row, "why": tuple(row["why"]), "days": tuple(row.get("days", ()))})
    for row in tomllib.loads(TEXT)["case"]
]


def lived(case: Case) -> tuple[Diary, datetime]:
    """The record, and the moment at which the stage is asked: pain was told a minute before."""
    diary = Diary()
    if case.began_days_ago:
        began_on = (START - timedelta(days=case.began_days_ago)).date().isoformat()
        diary.add(CourseTold(began_on=began_on, direction="better"), -5)
    for day in range(case.calm_days):
        diary.pain(4 if day + 1 == case.worse_day else 1, day * MIN_PER_DAY - 60)
    for day, how in enumerate(case.days):
        is_last = day == len(case.days) - 1
        stage = PlanStage(case.last_stage) if is_last else PlanStage.MOVE
        live_a_day(diary, day, how, plan_of(stage=stage), case.before)
    now = (len(case.days) + case.calm_days) * MIN_PER_DAY + case.hours_later * 60
    review(diary, case, now - 3)
    if case.earlier_pain is not None:
        diary.pain(case.earlier_pain, now - 120)
    if case.pain is not None or case.days:
        diary.pain(case.pain, now - 1)
    return diary, minute(now)


def review(diary: Diary, case: Case, at: float) -> None:
    if case.seen:
        seen = ReviewSeen(
            review_id="review-week-6",
            saw_clinician=case.seen == "clinician",
            settling=AnswerValue.NOT_SURE,
        )
        diary.add(seen, at)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_stage_and_its_reasons_are_those_of_the_case(case: Case, content: Content) -> None:
    diary, at = lived(case)
    says: dict[str, str | int] = {"can-do-now": case.can, "cannot-get-to-floor": case.floor}
    person = person_of(answers_of(says, content), content, diary.entries, at)
    stage, reasons = stage_now(person, diary.entries, content, at)
    assert stage.value == case.stage
    assert tuple(reason.id for reason in reasons) == case.why


def test_every_stage_is_shown_by_a_case() -> None:
    assert {case.stage for case in CASES} == {stage.value for stage in PlanStage}


def after_days(content: Content, *days: str) -> tuple[object, ...]:
    diary = Diary()
    for day, how in enumerate(days):
        live_a_day(diary, day, how, plan_of(), 3)
    told = day_after(diary.entries, content, minute(len(days) * MIN_PER_DAY))
    reasons = [reason.id for reason in told.reasons]
    return told.zone, told.days_met, told.offer_clinician, reasons


def test_a_good_morning_counts_and_asks_nothing(content: Content) -> None:
    assert after_days(content, "good") == ("green", 1, False, [])


def test_a_little_more_in_the_morning_means_less(content: Content) -> None:
    assert after_days(content, "more") == ("amber", 0, False, ["amber-cut"])


def test_a_skipped_morning_is_unknown(content: Content) -> None:
    assert after_days(content, "good", "skipped") == (
        "unknown",
        1,
        False,
        ["no-more-than-last-time"],
    )


def test_too_much_once_drops_exercise_for_two_days(content: Content) -> None:
    diary = Diary()
    live_a_day(diary, 0, "bad", plan_of(), 3)
    told_at = minute(MIN_PER_DAY - 60)
    told = day_after(diary.entries, content, minute(MIN_PER_DAY))
    assert (told.zone, told.offer_clinician) == ("red", False)
    assert told.dropped_until == told_at + timedelta(hours=48)
    assert day_after(diary.entries, content, told_at + timedelta(hours=48)).dropped_until is None


def test_too_much_twice_in_a_row_offers_a_clinician(content: Content) -> None:
    assert after_days(content, "bad", "stop")[2] is True
    assert after_days(content, "bad", "good", "bad")[2] is False
    assert after_days(content, "bad", "skipped", "bad")[2] is True


def test_today_is_not_judged_before_its_morning_after(content: Content) -> None:
    diary = Diary()
    diary.session(plan_of(), 0, before=3, after=3)
    told = day_after(diary.entries, content, minute(60))
    assert (told.zone, told.is_over, told.days_met) == ("green", False, 0)


def test_more_pain_an_hour_later_counts_as_soon_as_it_is_told(content: Content) -> None:
    diary = Diary()
    session_id = diary.session(plan_of(), 0, before=3, after=3)
    diary.pain(5, 60, occasion=PainWhen.LATER, session_id=session_id)
    told = day_after(diary.entries, content, minute(61))
    assert told.zone == "red"
    assert told.dropped_until == minute(60) + timedelta(hours=48)


def test_a_session_that_was_never_ended_is_unknown(content: Content) -> None:
    diary = Diary()
    diary.session(plan_of(), 0, before=3, after=3)
    diary.entries.pop()
    assert day_after(diary.entries, content, minute(60)).zone == "unknown"
