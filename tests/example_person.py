"""An example person carried through triage and plan on the real content."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from loosen import plan, triage
from loosen.vocabulary import (
    NO_ESTIMATES,
    Answers,
    Clearance,
    ClinicianNote,
    Content,
    DatedDecision,
    DatedNote,
    Decision,
    Entry,
    Estimates,
    Lapsed,
    Person,
    Plan,
    SessionStarted,
    SessionStopped,
    StepEnded,
    StepOutcome,
    StopKind,
)

from .diary import MIN_PER_DAY, OWNER, Diary

DAYS = ("good", "more", "bad", "woke", "skipped", "stop")


def cleared(
    answers: Answers, content: Content, at: datetime, notes: Sequence[ClinicianNote] = ()
) -> tuple[Decision, Clearance | Lapsed]:
    """The decision on these answers, and where the person stands by it."""
    decision = triage.decide(answers, content, at)
    digest = triage.about_digest(answers, content)
    dated = DatedDecision(
        id=UUID(int=3),
        owner_id=OWNER,
        decision=decision,
        about_digest=digest,
        new_signs=frozenset(),
        told_no=0,
    )
    standing = triage.clearance(
        [dated],
        [DatedNote(note=note, told_no=1) for note in notes],
        at,
        owner_id=OWNER,
        content=content,
        about_digest=digest,
        utc_offset_min=0,
    )
    return decision, standing


def person_of(answers: Answers, content: Content, log: Sequence[Entry], at: datetime) -> Person:
    """The person as the plan sees them."""
    limits = triage.decide(answers, content, at).limits
    return plan.person_from(answers, content, limits, log, at)


def planned(
    answers: Answers,
    content: Content,
    log: Sequence[Entry],
    at: datetime,
    *,
    notes: Sequence[ClinicianNote] = (),
    estimates: Estimates = NO_ESTIMATES,
    utc_offset_min: int = 0,
    seed: int = 1,
) -> Plan:
    """Today's plan for a person with these answers and this record."""
    _, standing = cleared(answers, content, at, notes)
    person = person_of(answers, content, log, at)
    return plan.build(content, standing, person, log, estimates, at, utc_offset_min, seed)


def live_a_day(diary: Diary, day: int, how: str, today: Plan, before: int) -> None:
    """One session at nine on that day, and its morning after, as the word says (`DAYS`)."""
    assert how in DAYS
    at = day * MIN_PER_DAY
    if how == "stop":
        stop_in_the_middle(diary, at, today, before)
    else:
        diary.session(today, at, before=before, after=before)
    rises = {"good": 0, "more": 1, "bad": 2, "woke": 0, "stop": 0}
    if how != "skipped":
        diary.morning(min(before + rises[how], 10), day + 1, woke=how == "woke")


def stop_in_the_middle(diary: Diary, at: float, today: Plan, before: int) -> None:
    """A session that was stopped in its first step with movement, else in its first step."""
    index = next((step.index for step in today.steps if step.dose), 0)
    session_id = UUID(int=7000 + len(diary.entries))
    diary.add(SessionStarted(session_id=session_id, plan=today, pain_0_10=before), at)
    ended = StepEnded(session_id=session_id, step_index=index, outcome=StepOutcome.STOPPED)
    diary.add(ended, at + 1)
    stopped = SessionStopped(
        session_id=session_id, step_index=index, pain_0_10=before, kind=StopKind.WORSE
    )
    diary.add(stopped, at + 2)
