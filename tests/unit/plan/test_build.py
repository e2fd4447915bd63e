"""Single turns of the plan on the real content: what is enough, what waits, what is due."""

from datetime import timedelta

import pytest

from loosen.library.current import load_content
from loosen.plan import reviews
from loosen.vocabulary import (
    AnswerValue,
    CheckpointKind,
    Content,
    CourseTold,
    Estimate,
    Estimates,
    MomentAsked,
    Plan,
    ReviewSeen,
    StepKind,
    Strength,
)

from ...diary import MIN_PER_DAY, START, Diary, minute
from ...example_person import live_a_day, planned
from ...spec.triage.test_cases import answers_of

HAS = {f"have-{thing}": "yes" for thing in ("heat", "cold", "mat", "chair", "bed", "pillow")}
NO = AnswerValue.NO


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


def today(
    content: Content,
    diary: Diary,
    at: float = 0,
    *,
    utc_offset_min: int = 0,
    estimates: Estimates | None = None,
) -> Plan:
    """The plan of a person who has everything."""
    more = {} if estimates is None else {"estimates": estimates}
    answers = answers_of({**HAS}, content)
    return planned(
        answers,
        content,
        diary.entries,
        minute(at),
        utc_offset_min=utc_offset_min,
        **more,  # type: ignore[arg-type]  # - only ever the estimates
    )


def refused(plan: Plan, item_id: str) -> list[str]:
    return [
        reason.id
        for refusal in plan.refusals
        if refusal.item_id == item_id
        for reason in refusal.because
    ]


def items(plan: Plan) -> list[str]:
    return [step.item_id for step in plan.steps]


def test_three_times_a_day_are_enough_of_an_exercise_and_a_walk_goes_on(
    content: Content,
) -> None:
    diary = Diary()
    for hour in range(3):
        diary.pain(3, hour * 60 - 1)
        diary.session(today(content, diary, hour * 60), hour * 60, before=3, after=3)
    diary.pain(3, 239)
    plan = today(content, diary, 240)
    assert refused(plan, "pelvic-tilt") == ["enough-today"]
    assert "walking" in items(plan)
    tomorrow = MIN_PER_DAY - 5 * 60
    diary.pain(3, tomorrow - 1)
    assert refused(today(content, diary, tomorrow), "pelvic-tilt") == []


def test_a_day_ends_at_midnight_by_the_persons_own_clock(content: Content) -> None:
    diary = Diary()
    for hour in range(3):
        diary.pain(3, hour * 60 - 1)
        diary.session(today(content, diary, hour * 60), hour * 60, before=3, after=3)
    diary.pain(3, 239)
    assert refused(today(content, diary, 240), "pelvic-tilt") == ["enough-today"]
    assert refused(today(content, diary, 240, utc_offset_min=12 * 60), "pelvic-tilt") == []


@pytest.mark.parametrize(("min_ago", "is_open"), [(5, False), (30, False), (31, True)])
def test_drowsiness_counts_as_long_as_it_is_fresh(
    content: Content, min_ago: float, is_open: bool
) -> None:
    diary = Diary()
    yes = AnswerValue.YES
    drowsy = MomentAsked(drowsy=yes, drinking=NO, sedating_medicine=NO, faint=NO, unwell=NO)
    diary.add(drowsy, -min_ago)
    diary.pain(3, -1)
    plan = today(content, diary)
    assert ("walking" in items(plan)) is is_open
    assert plan.nothing_safe is not is_open


def test_what_helped_this_person_more_is_proposed_first(content: Content) -> None:
    diary = Diary()
    diary.pain(3, -1)
    seems = Strength.SEEMS_TO_HELP
    cold = Estimate(mean=-2, sd=1, n=6, as_of=START, strength=seems)
    told = Estimates(by_kind={"cold": cold})
    few = Estimates(by_kind={"cold": Estimate(mean=-2, sd=1, n=4, as_of=START, strength=seems)})
    kinds = {
        name: [step.kind for step in today(content, diary, estimates=estimates).steps]
        for name, estimates in (("told", told), ("few", few))
    }
    assert StepKind.COLD in kinds["told"]
    assert StepKind.HEAT not in kinds["told"]
    assert StepKind.HEAT in kinds["few"]


def test_in_the_first_stage_a_short_walk_is_due_each_waking_hour(content: Content) -> None:
    diary = Diary()
    diary.pain(8, -1)
    plan = today(content, diary)
    walks = [one.due_at for one in plan.checkpoints if one.kind is CheckpointKind.WALK]
    assert walks == [minute(60 * hour) for hour in range(1, 13)]


def test_at_night_nothing_is_due_before_the_morning_but_a_position(content: Content) -> None:
    diary = Diary()
    night = 14 * 60
    diary.pain(8, night - 1)
    plan = today(content, diary, night)
    due = {one.id: one.due_at for one in plan.checkpoints}
    assert due["night"] == minute(night)
    assert due["morning"] == due["next-session"] == minute(22 * 60)
    assert "walk-1" not in due


def test_a_session_that_would_be_due_at_night_is_due_in_the_morning(content: Content) -> None:
    diary = Diary()
    evening = 10 * 60
    diary.pain(4, evening - 1)
    due = {one.id: one.due_at for one in today(content, diary, evening).checkpoints}
    assert due["next-session"] == minute(22 * 60)


def test_a_step_begins_once_the_ones_before_it_are_over(content: Content) -> None:
    diary = Diary()
    diary.pain(4, -1)
    seconds = 0
    for step in today(content, diary).steps:
        assert step.at_min - 1 < seconds / 60 <= step.at_min
        seconds += step.seconds


def test_after_too_much_the_next_session_is_due_in_two_days(content: Content) -> None:
    diary = Diary()
    diary.pain(3, -1)
    live_a_day(diary, 0, "bad", today(content, diary), 3)
    diary.pain(3, MIN_PER_DAY - 1)
    plan = today(content, diary, MIN_PER_DAY)
    [session] = [one for one in plan.checkpoints if one.kind is CheckpointKind.SESSION]
    assert session.due_at == minute(MIN_PER_DAY - 60) + timedelta(hours=48)


def test_a_later_first_day_told_since_does_not_undo_that_it_was_too_much(content: Content) -> None:
    diary = Diary()
    diary.pain(3, -1)
    live_a_day(diary, 0, "bad", today(content, diary), 3)
    began_on = (START + timedelta(days=1)).date().isoformat()
    diary.add(CourseTold(began_on=began_on, direction="worse"), MIN_PER_DAY - 2)
    diary.pain(3, MIN_PER_DAY - 1)
    plan = today(content, diary, MIN_PER_DAY)
    assert not [step for step in plan.steps if step.kind is StepKind.EXERCISE]
    assert "drop-hours" in refused(plan, "pelvic-tilt")


# --- reviews -----------------------------------------------------------------------------------


def began(days_ago: int) -> Diary:
    diary = Diary()
    day = (START - timedelta(days=days_ago)).date().isoformat()
    diary.add(CourseTold(began_on=day, direction="same"), -5)
    return diary


def test_reviews_are_due_from_the_first_day_on(content: Content) -> None:
    due = reviews(began(0).entries, content, START, 0)
    days = {one.id: (one.due_at.date() - START.date()).days for one in due}
    assert days == {
        "review-day-7": 7,
        "review-day-14": 14,
        "review-week-3": 17,
        "review-week-6": 42,
        "review-week-12": 84,
    }
    assert not any(one.blocks_progress for one in due)


def test_a_review_that_was_missed_is_due_at_once_and_an_answered_one_never(
    content: Content,
) -> None:
    diary = began(10)
    assert reviews(diary.entries, content, START, 0)[0].due_at == START
    seen = ReviewSeen(review_id="review-day-7", saw_clinician=False, settling=NO)
    diary.add(seen, -1)
    assert "review-day-7" not in {one.id for one in reviews(diary.entries, content, START, 0)}


@pytest.mark.parametrize(
    ("saw_clinician", "settling", "blocks"),
    [
        (False, AnswerValue.NO, True),
        (False, AnswerValue.NOT_SURE, True),
        (True, AnswerValue.NO, False),
        (False, AnswerValue.YES, False),
    ],
)
def test_at_six_weeks_only_a_clinician_or_a_plain_yes_lets_go_on(
    content: Content, saw_clinician: bool, settling: AnswerValue, blocks: bool
) -> None:
    diary = began(45)
    assert [one.id for one in reviews(diary.entries, content, START, 0) if one.blocks_progress] == [
        "review-week-6"
    ]
    seen = ReviewSeen(review_id="review-week-6", saw_clinician=saw_clinician, settling=settling)
    diary.add(seen, -1)
    still = [one for one in reviews(diary.entries, content, START, 0) if one.blocks_progress]
    assert bool(still) is blocks


@pytest.mark.parametrize(("days_ago", "minutes"), [(10, 4), (45, 3)])
def test_nothing_grows_until_the_six_weeks_were_seen(
    content: Content, days_ago: int, minutes: int
) -> None:
    diary = began(days_ago)
    diary.pain(2, -1)
    live_a_day(diary, 0, "good", today(content, diary), 2)
    diary.pain(2, MIN_PER_DAY - 1)
    plan = today(content, diary, MIN_PER_DAY)
    assert [step.dose.minutes for step in plan.steps if step.dose and step.dose.minutes] == [
        minutes
    ]
