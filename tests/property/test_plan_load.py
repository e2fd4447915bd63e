"""Load never rises after worse pain, a stop sign or an unknown: in the session and after it."""

from dataclasses import dataclass
from uuid import UUID

from hypothesis import assume, example, given
from hypothesis import strategies as st

from loosen import plan
from loosen.ledger import session_state
from loosen.library.current import load_content
from loosen.vocabulary import (
    Answers,
    Content,
    LegChange,
    LegsNoted,
    PainWhen,
    Plan,
    PlanStage,
    SessionEnd,
    SessionEnded,
    SessionStarted,
    SessionStopped,
    StepEnded,
    StepOutcome,
    StepResult,
    StopKind,
)

from ..diary import MIN_PER_DAY, Diary, minute
from ..example_person import DAYS, live_a_day, planned
from ..small_plan import load
from ..spec.triage.test_cases import answers_of

CONTENT: Content = load_content()
HAS = {f"have-{thing}": "yes" for thing in ("heat", "cold", "mat", "chair", "bed", "pillow")}
ANSWERS: Answers = answers_of({**HAS}, CONTENT)
SESSION = UUID(int=99)

pain = st.none() | st.integers(0, 10)
results = st.builds(
    StepResult,
    index=st.integers(0, 12),
    pain_0_10=pain,
    baseline_0_10=pain,
    stopped=st.booleans(),
    asked_easier=st.booleans(),
    sharp_or_new=st.booleans(),
    legs_moved_down=st.booleans(),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session that was not all clear: what was told before, after, and the next morning."""

    before: int | None
    after: int | None
    stop: StopKind | None
    later: int | None
    tells_later: bool
    morning: int | None
    tells_morning: bool
    woke: bool

    def is_unclear_by(self, hours: float, now: int | None) -> bool:
        """Whether it brought worse pain, a stop or an unknown, as far as is known by then."""
        told = [self.before, self.after, now]
        told += [self.later] if self.tells_later and hours > 1 else []
        told += [self.morning] if hours > 23 else []
        if hours > 23 and not self.tells_morning:
            return True
        known = [score for score in told if score is not None]
        worse = self.before is not None and any(score > self.before for score in known)
        woken = self.woke and hours > 23 and self.tells_morning
        return self.stop is not None or None in told or worse or woken


sessions = st.builds(
    Session,
    before=pain,
    after=pain,
    stop=st.none() | st.sampled_from(StopKind),
    later=pain,
    tells_later=st.booleans(),
    morning=pain,
    tells_morning=st.booleans(),
    woke=st.booleans(),
)


def lived(days: list[str], before: int) -> Diary:
    """Some whole days on the plans of those days."""
    diary = Diary()
    for day, how in enumerate(days):
        diary.pain(before, day * MIN_PER_DAY - 1)
        today = planned(ANSWERS, CONTENT, diary.entries, minute(day * MIN_PER_DAY))
        live_a_day(diary, day, how, today, before)
    return diary


def lead(diary: Diary, today: Plan, one: Session, day: int) -> None:
    """The session as it is told, on that day at nine."""
    at = day * MIN_PER_DAY
    diary.add(SessionStarted(session_id=SESSION, plan=today, pain_0_10=one.before), at)
    moving = [step.index for step in today.steps if step.dose]
    if one.stop is not None:
        stopped = SessionStopped(
            session_id=SESSION, step_index=moving[0], pain_0_10=one.after, kind=one.stop
        )
        diary.add(stopped, at + 1)
    else:
        for index in moving:
            ended = StepEnded(session_id=SESSION, step_index=index, outcome=StepOutcome.DONE)
            diary.add(ended, at + 1)
        diary.pain(one.after, at + 2, occasion=PainWhen.AFTER_SESSION, session_id=SESSION)
        diary.add(SessionEnded(session_id=SESSION, how=SessionEnd.COMPLETED), at + 2)
    if one.tells_later:
        diary.pain(one.later, at + 50, occasion=PainWhen.LATER, session_id=SESSION)
    if one.tells_morning:
        diary.morning(one.morning, day + 1, woke=one.woke)


SKIPPED_AFTER = Session(
    before=2,
    after=None,
    stop=None,
    later=None,
    tells_later=False,
    morning=2,
    tells_morning=True,
    woke=False,
)


@example(["good"] * 4, 2, SKIPPED_AFTER, 24.0, 2)  # a day of rest, then strength would be due
@given(
    st.lists(st.sampled_from(DAYS), max_size=4),
    st.integers(0, 8),
    sessions,
    st.sampled_from([0.5, 2.0, 24.0, 48.0, 72.0, 100.0]),
    pain,
)
def test_after_a_session_that_was_not_all_clear_the_next_asks_no_more(
    days: list[str], usual: int, one: Session, hours: float, now: int | None
) -> None:
    diary = lived(days, usual)
    day = len(days)
    diary.pain(usual, day * MIN_PER_DAY - 1)
    today = planned(ANSWERS, CONTENT, diary.entries, minute(day * MIN_PER_DAY))
    assume(today.load > 0)
    assume(one.is_unclear_by(hours, now))
    lead(diary, today, one, day)
    then = day * MIN_PER_DAY + hours * 60
    told = [entry for entry in diary.entries if entry.happened_at < minute(then)]
    later = Diary()
    later.entries = told
    later.pain(now, then - 1)
    after = planned(ANSWERS, CONTENT, later.entries, minute(then))
    assert after.load <= today.load
    assert after.stage.rank <= today.stage.rank


@given(st.sampled_from([2, 5, 6, 8]), st.lists(results, min_size=1, max_size=8))
def test_within_a_session_no_result_whatever_raises_the_load(
    before: int, told: list[StepResult]
) -> None:
    diary = Diary()
    diary.pain(before, -1)
    running = planned(ANSWERS, CONTENT, diary.entries, minute(0))
    for result in told:
        after = plan.after_step(running, result, minute(5))
        assert after.load <= running.load
        assert after.load == sum(load(step.dose) for step in after.steps if step.dose)
        assert after.stage is running.stage
        running = after


@given(st.sampled_from([2, 5, 8]), st.sampled_from(LegChange))
def test_legs_that_get_worse_take_all_movement_out_of_the_session(
    before: int, change: LegChange
) -> None:
    diary = Diary()
    diary.pain(before, -1)
    today = planned(ANSWERS, CONTENT, diary.entries, minute(0))
    diary.add(SessionStarted(session_id=SESSION, plan=today, pain_0_10=before), 0)
    diary.add(StepEnded(session_id=SESSION, step_index=0, outcome=StepOutcome.DONE), 1)
    diary.add(LegsNoted(change=change, session_id=SESSION), 2)
    state = session_state(diary.entries, SESSION)
    assert state is not None
    running = plan.running_plan(state)
    worse = change in {LegChange.NEW, LegChange.MOVING_DOWN}
    assert (running.load == 0) == worse


def test_the_four_stages_with_exercise_can_be_reached_by_good_days() -> None:
    stages = []
    for count in range(4):
        diary = lived(["good"] * count, 2)
        diary.pain(2, count * MIN_PER_DAY - 1)
        today = planned(ANSWERS, CONTENT, diary.entries, minute(count * MIN_PER_DAY))
        stages.append(today.stage)
    assert stages == [PlanStage.MOVE, PlanStage.MOVE, PlanStage.RANGE, PlanStage.STRENGTH]
