"""What a session records. Each id follows from the session and the turn: two tabs record once."""

from uuid import UUID, uuid5

from loosen.vocabulary import (
    Got,
    PainFelt,
    PainWhen,
    Plan,
    Preference,
    SessionEnd,
    SessionEnded,
    SessionStarted,
    SessionStopped,
    SetMeasured,
    Step,
    StepEnded,
    StepKind,
    StepOutcome,
    StopKind,
    Walked,
)
from loosen.web.records.store import Draft

from .place import Place


def session_id_of(form_id: UUID) -> UUID:
    """The session that a begin form leads to, however often it is sent."""
    return uuid5(form_id, "session")


def pain_before(session_id: UUID, pain_0_10: int | None) -> Draft:
    """The score that the plan is made with; None is skipped."""
    felt = PainFelt(pain_0_10=pain_0_10, occasion=PainWhen.BEFORE_SESSION, session_id=session_id)
    return Draft(payload=felt, id=uuid5(session_id, "pain before"))


def started(session_id: UUID, plan: Plan, pain_0_10: int | None) -> Draft:
    """The session with its plan, kept whole."""
    begun = SessionStarted(session_id=session_id, plan=plan, pain_0_10=pain_0_10)
    return Draft(payload=begun, id=uuid5(session_id, "started"))


def step_ended(
    place: Place, step: Step, outcome: StepOutcome, counted: SetMeasured | None = None
) -> Draft:
    """The end of the step in hand; whichever tab comes first is the one that counts.

    `counted`: the set that ended it, where it was counted.
    """
    payload = StepEnded(
        session_id=place.session_id,
        step_index=step.index,
        outcome=outcome,
        reps_done=None if counted is None else counted.count,
        held_s=round(sum(counted.holds_s)) if counted is not None and counted.holds_s else None,
    )
    return Draft(payload=payload, id=uuid5(place.session_id, f"step ended {place.turn}"))


def walked(place: Place, step: Step) -> tuple[Draft, ...]:
    """A walk that was done, in whole minutes; nothing for other steps."""
    if step.kind is not StepKind.WALK or step.dose is None or step.dose.minutes == 0:
        return ()
    payload = Walked(minutes=step.dose.minutes)
    return (Draft(payload=payload, id=uuid5(place.session_id, f"walked {place.turn}")),)


def pain_at_step(place: Place, index: int, turn: int, pain_0_10: int | None) -> Draft:
    """The score between two steps; `turn` is that of the step it follows."""
    steps = place.plan.steps
    is_check = index < len(steps) and steps[index].kind is StepKind.CHECK_IN
    payload = PainFelt(
        pain_0_10=pain_0_10,
        occasion=PainWhen.CHECK_IN if is_check else PainWhen.BETWEEN_STEPS,
        session_id=place.session_id,
        step_index=index,
    )
    return Draft(payload=payload, id=uuid5(place.session_id, f"pain {turn}"))


def pain_again(place: Place, step: Step, pain_0_10: int | None) -> Draft:
    """The score after an earlier step was done once more; another score is recorded as well."""
    payload = PainFelt(
        pain_0_10=pain_0_10,
        occasion=PainWhen.REPEATED,
        session_id=place.session_id,
        step_index=step.index,
    )
    form_id = uuid5(place.session_id, f"pain again {place.turn} {step.index}")
    return Draft(payload=payload, form_id=form_id)


def banned(place: Place, step: Step) -> Draft:
    """Never show this again."""
    payload = Preference(item_id=step.item_id, banned=True)
    return Draft(payload=payload, id=uuid5(place.session_id, f"banned {place.turn} {step.item_id}"))


def stop_told_id(place: Place) -> UUID:
    """The form id of what a stop tells of the danger signs."""
    return uuid5(place.session_id, "stop told")


def stopped(place: Place, pain_0_10: int | None, kind: StopKind) -> tuple[Draft, Draft]:
    """The stop with what was told of it, and the end of the session."""
    payload = SessionStopped(
        session_id=place.session_id,
        step_index=place.state.step_index,
        pain_0_10=pain_0_10,
        kind=kind,
    )
    stop = Draft(payload=payload, id=uuid5(place.session_id, "stopped"))
    return stop, ended(place, SessionEnd.STOPPED)


def ended(place: Place, how: SessionEnd) -> Draft:
    """The end of the session."""
    payload = SessionEnded(session_id=place.session_id, how=how)
    return Draft(payload=payload, id=uuid5(place.session_id, "ended"))


def pain_after(
    session_id: UUID, pain_0_10: int | None, occasion: PainWhen, *, woke_at_night: bool = False
) -> Draft:
    """A score after the session: at once, 30 to 60 minutes later, or the next morning."""
    payload = PainFelt(
        pain_0_10=pain_0_10,
        occasion=occasion,
        session_id=session_id,
        woke_at_night=woke_at_night,
    )
    return Draft(
        payload=payload, id=uuid5(session_id, f"pain {occasion.value}"), source=Got.SELF_REPORT
    )
