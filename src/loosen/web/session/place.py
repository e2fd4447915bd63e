"""Where a session stands, from its entries alone; so it goes on after any crash, in any tab."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from loosen import ledger, plan, triage
from loosen.vocabulary import (
    NO_ANSWERS,
    AnswersGiven,
    Clearance,
    Entry,
    Got,
    PainFelt,
    PainWhen,
    Plan,
    Question,
    SessionStopped,
    Step,
    StepEnded,
    StepKind,
    StepOutcome,
)
from loosen.web.site.visit import Visit

AFTER = frozenset({PainWhen.AFTER_SESSION, PainWhen.AFTER_STOP})
MOST_DIGITS = 3
# Asked after a stop besides the short set: chest, breath and faint, and pain on its way down.
ALSO_AFTER_STOP = ("chest-pain", "sudden-severe-faint", "leg-symptoms-spreading")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A session as it stands. `plan` is the running one; `step` None is behind the last step.

    `asks_pain`: the last step was done and its pain was not asked yet. `turn` counts the steps'
    ends so far: what a page sends with another turn is old and is not recorded. `is_outdated`:
    what was told since bars a step still to come, so that the session is not led on.
    """

    state: ledger.SessionState
    plan: Plan
    step: Step | None
    asks_pain: bool
    may_resume: bool
    is_outdated: bool

    @property
    def session_id(self) -> UUID:
        """The session's id."""
        return self.state.session_id

    @property
    def turn(self) -> int:
        """How many steps' ends are recorded."""
        return len(self.state.outcomes)

    @property
    def is_stopping(self) -> bool:
        """Stop was pressed, and what kind of pain it was is still to be told."""
        last = self.state.outcomes[-1] if self.state.outcomes else None
        was_stopped = last is not None and last.outcome is StepOutcome.STOPPED
        return was_stopped and self.state.stopped is None

    @property
    def is_over(self) -> bool:
        """Ended, stopped, or no step left."""
        return not self.state.is_open or (self.step is None and not self.asks_pain)


def place_of(visit: Visit, session_id: UUID) -> Place | None:
    """The session as it stands; None where there is none of that id."""
    state = ledger.session_state(visit.entries, session_id)
    if state is None:
        return None
    running = plan.running_plan(state)
    index = state.step_index
    is_outdated = state.is_open and _is_barred(running.steps[index:], visit)
    in_time = ledger.may_resume(state, visit.now, visit.content)
    return Place(
        state=state,
        plan=running,
        step=running.steps[index] if index < len(running.steps) else None,
        asks_pain=_is_pain_open(state, running, visit.entries),
        may_resume=in_time and not is_outdated,
        is_outdated=is_outdated,
    )


def _is_barred(steps: Sequence[Step], visit: Visit) -> bool:
    """Whether a condition known by now bars one of them; pain is for the running plan."""
    limits = visit.standing.limits if isinstance(visit.standing, Clearance) else ()
    known = sorted({*plan.conditions_from(visit.answers, visit.content), *limits})
    items = [visit.content.item(step.item_id) for step in steps]
    return any(plan.verdict(one, known, visit.content).bars for one in items if one is not None)


def earlier_step(place: Place, said: str | None) -> Step | None:
    """The step of that number, where it lies before the one in hand; else None."""
    is_number = said is not None and said.isascii() and said.isdigit() and len(said) <= MOST_DIGITS
    index = int(said) if said is not None and is_number else place.state.step_index
    return place.plan.steps[index] if index < place.state.step_index else None


def step_to_repeat(place: Place, said: str | None) -> Step | None:
    """The earlier step, where it may be done again: no movement once one told of too much."""
    step = earlier_step(place, said)
    if step is None or step.dose is None:
        return step
    zones = {plan.zone_of(one, place.plan.pain_limits) for one in place.state.results}
    return None if plan.Zone.RED in zones else step


def open_session(visit: Visit) -> Place | None:
    """The last session, where it may still go on."""
    for state in reversed(ledger.sessions(visit.entries)):
        if ledger.may_resume(state, visit.now, visit.content):
            place = place_of(visit, state.session_id)
            return place if place is not None and place.may_resume else None
    return None


def _is_pain_open(state: ledger.SessionState, running: Plan, entries: Sequence[Entry]) -> bool:
    """Once between two steps: after a step that was done, until a score or a skip is recorded."""
    if not state.outcomes or state.outcomes[-1].outcome is not StepOutcome.DONE:
        return False
    index = state.outcomes[-1].step_index
    steps = running.steps
    if index < len(steps) and steps[index].kind is StepKind.CHECK_IN:
        return False
    return index not in _steps_with_pain(entries, state.session_id)


def _steps_with_pain(entries: Sequence[Entry], session_id: UUID) -> frozenset[int]:
    told = ledger.standing(entries).of(PainFelt)
    return frozenset(
        felt.step_index
        for _, felt in told
        if felt.session_id == session_id
        and felt.step_index is not None
        and felt.occasion is not PainWhen.REPEATED
    )


def is_pain_after_told(visit: Visit, session_id: UUID) -> bool:
    """Whether the score after the session was asked, be it that it was skipped."""
    told = ledger.standing(visit.entries).of(PainFelt)
    return any(felt.session_id == session_id and felt.occasion in AFTER for _, felt in told)


def signs_after_stop(visit: Visit, place: Place) -> tuple[Question, ...]:
    """The short set, then chest, breath and faint, then pain going down a leg.

    What the stop itself has told is not asked again: "None of these" would take it back.
    """
    content, stopped = visit.content, place.state.stopped
    told = triage.answers_by_stop(stopped.kind, NO_ANSWERS, content) if stopped else {}
    also = [content.questions[one] for one in ALSO_AFTER_STOP if one in content.questions]
    asked = (*triage.short_set(content), *also)
    return tuple(question for question in asked if question.id not in told)


def are_signs_asked(visit: Visit, place: Place) -> bool:
    """Whether every one of these signs was asked since the session was stopped."""
    asked: set[str] = set()
    for entry in visit.entries:
        match entry.payload:
            case StepEnded(session_id=place.session_id, outcome=StepOutcome.STOPPED):
                asked.clear()
            case SessionStopped(session_id=place.session_id):
                asked.clear()
            case AnswersGiven(answers=answers) if entry.source is not Got.IMPORT:
                asked.update(answers.by_question)
    return asked >= {question.id for question in signs_after_stop(visit, place)}


def unasked_stop(visit: Visit) -> Place | None:
    """The last session that was stopped, where the signs were never asked after it.

    Another one that began later (in a file from another device) does not stand before it.
    """
    for state in reversed(ledger.sessions(visit.entries)):
        if any(one.outcome is StepOutcome.STOPPED for one in state.outcomes):
            place = place_of(visit, state.session_id)
            return None if place is None or are_signs_asked(visit, place) else place
    return None


OUTCOMES = {
    "done": StepOutcome.DONE,
    "skip": StepOutcome.SKIPPED,
    "ban": StepOutcome.SKIPPED,
    "easier": StepOutcome.EASED,
    "stop": StepOutcome.STOPPED,
}


def is_known(place: Place, posted: Mapping[str, str]) -> bool:
    """Whether this very press was recorded before: it was sent twice, as its answer got lost."""
    if posted.get("do") == "end":
        return place.state.ended is not None
    turn, step = posted.get("turn", ""), posted.get("step")
    if not turn.isascii() or not turn.isdigit() or int(turn) >= place.turn:
        return False
    then = place.state.outcomes[int(turn)]
    is_same_step = str(then.step_index) == step
    return is_same_step and then.outcome is OUTCOMES.get(posted.get("do", ""))
