"""A session as the player leads it: the gate, the plan, step by step, stops, and scores after."""

from uuid import UUID

from loosen import ledger, plan, triage
from loosen.vocabulary import (
    AnswersFor,
    AnswerValue,
    CheckpointKind,
    Clearance,
    Estimates,
    MomentAsked,
    PainFelt,
    PainWhen,
    Person,
    Plan,
    SessionEnd,
    SessionEnded,
    SessionStarted,
    SessionStopped,
    StepEnded,
    StepOutcome,
    StopKind,
    Walked,
)

from .asking import told_pain
from .chance import Draw
from .clocks import MIN_PER_DAY
from .life import Life
from .screening import screen
from .steps import Going, lead

NOT_CLEAR_HEADED = 0.04
LATER_MIN = 40
TOLD_LATE = 0.1  # ours: of the scores that are asked for later, so many are written down late


def moment_of(life: Life, day: int) -> MomentAsked:
    """How the person says they are."""
    is_drinking = life.who.chances.happens(day, Draw.MOMENT, NOT_CLEAR_HEADED)
    no = AnswerValue.NO
    return MomentAsked(
        drowsy=no,
        drinking=AnswerValue.YES if is_drinking else no,
        sedating_medicine=no,
        faint=no,
        unwell=no,
    )


def run_session(life: Life, clearance: Clearance, minute: int, estimates: Estimates) -> int:
    """One session; the minute after it, which is the same one where none began."""
    day = minute // MIN_PER_DAY
    moment = moment_of(life, day)
    life.record.add(moment, minute)
    life.watch.asked_moment(minute, is_clear=moment.is_clear)
    gate = triage.session_gate(
        short_set_at=ledger.short_set_asked_at(life.record.log(), life.content),
        moment_at=life.at(minute),
        moment=moment,
        at=life.at(minute),
        content=life.content,
    )
    if not gate.is_open:
        return minute
    life.sessions += 1
    session_id = UUID(int=(life.record.owner_id.int << 64) + life.sessions)
    pain = told_pain(life, minute, Draw.SAYS_PAIN, skips=0.5)
    felt = PainFelt(pain_0_10=pain, occasion=PainWhen.BEFORE_SESSION, session_id=session_id)
    life.record.add(felt, minute)
    life.today.told_0_10 = pain
    made = plan_for(life, clearance, minute, estimates)
    if not made.steps:
        return minute
    life.today.stage = made.stage.value
    life.record.add(SessionStarted(session_id=session_id, plan=made, pain_0_10=pain), minute)
    life.watch.began(minute, made.load, pain)
    is_again = life.today.sessions > 0
    going = Going(
        plan=made,
        session_id=session_id,
        before=pain,
        minute=minute,
        began_at=minute,
        is_again=is_again,
    )
    return _led(life, going)


def plan_for(life: Life, clearance: Clearance, minute: int, estimates: Estimates) -> Plan:
    """The plan of that minute."""
    seed = life.who.number * MIN_PER_DAY + minute // MIN_PER_DAY
    log, at = life.record.log(), life.at(minute)
    return plan.build(
        life.content, clearance, person_of(life, clearance, minute), log, estimates,
        at, life.offset(minute), seed,
    )  # fmt: skip


def person_of(life: Life, clearance: Clearance, minute: int) -> Person:
    """The person as the plan sees them."""
    log, at = life.record.log(), life.at(minute)
    assert life.told is not None  # a session comes after the check
    return plan.person_from(life.told.answers, life.content, clearance.limits, log, at)


def _led(life: Life, going: Going) -> int:
    """Every step in turn; then how it ended."""
    while going.index < len(going.plan.steps) and not going.is_stopped:
        step = going.plan.steps[going.index]
        outcome = lead(life, going, step)
        ended = StepEnded(session_id=going.session_id, step_index=step.index, outcome=outcome)
        life.record.add(ended, going.minute)
        if outcome is StepOutcome.DONE and step.dose is not None and step.dose.minutes:
            life.record.add(Walked(minutes=step.dose.minutes), going.minute)
        if not going.is_stopped:
            if outcome is StepOutcome.DONE:
                going.ask(life, step)
            going.index += 1
    return _ended(life, going)


def _ended(life: Life, going: Going) -> int:
    minute, session_id = going.minute, going.session_id
    if going.is_stopped:
        stopped = SessionStopped(
            session_id=session_id,
            step_index=going.index,
            pain_0_10=going.last_told,
            kind=StopKind.LEG if going.is_in_leg else StopKind.WORSE,
        )
        life.record.add(stopped, minute)
        life.watch.stopped(minute)
    how = SessionEnd.STOPPED if going.is_stopped else SessionEnd.COMPLETED
    life.record.add(SessionEnded(session_id=session_id, how=how), minute)
    if going.is_stopped:
        screen(life, going.began_at // MIN_PER_DAY, minute, AnswersFor.AFTER_STOP)
    else:
        after = told_pain(life, minute, Draw.SAYS_LATER)
        told = PainFelt(pain_0_10=after, occasion=PainWhen.AFTER_SESSION, session_id=session_id)
        life.record.add(told, minute)
    life.today.sessions += 1
    life.today.moved |= going.has_moved
    life.next_due = _next_due(life, going)
    life.session_id = session_id
    life.session_on = life.local_day(going.began_at)
    return _told_later(life, going)


def _next_due(life: Life, going: Going) -> int | None:
    """The true minute at which the plan, as it stands at the end, wants the next session."""
    due = [one.due_at for one in going.plan.checkpoints if one.kind is CheckpointKind.SESSION]
    if not due:
        return None
    return going.minute + int((due[0] - life.at(going.minute)).total_seconds() // 60) + 1


def _told_later(life: Life, going: Going) -> int:
    """30 to 60 minutes after, if it is told at all."""
    minute = going.minute + LATER_MIN
    day = going.minute // MIN_PER_DAY
    pain = told_pain(life, minute, Draw.SAYS_LATER)
    if pain is None:
        return minute
    if going.was_too_much and life.who.chances.happens(day, Draw.RISES, 0.5):
        pain = min(pain + 1, 10)
    felt = PainFelt(pain_0_10=pain, occasion=PainWhen.LATER, session_id=going.session_id)
    is_late = life.who.chances.happens(day, Draw.LATE_ENTRY, TOLD_LATE)
    life.record.add(felt, minute, told_at=minute + 90 if is_late else None)
    life.watch.scored(minute, pain)
    return minute + 90 if is_late else minute


def tell_morning(life: Life, day: int, minute: int) -> None:
    """The morning after a session, if the person opens the page and says it."""
    if life.session_on is None or (life.local_day(minute) - life.session_on).days != 1:
        return
    pain = told_pain(life, minute, Draw.SAYS_MORNING)
    if pain is None:
        return
    woke = pain >= 6 and life.who.chances.happens(day, Draw.WOKE, 0.15)
    felt = PainFelt(
        pain_0_10=pain,
        occasion=PainWhen.MORNING,
        session_id=life.session_id,
        woke_at_night=woke,
    )
    life.record.add(felt, minute)
    life.watch.scored(minute, pain, woke=woke, is_morning=True)
