"""Sessions: the fold over their entries, so that one resumes anywhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from loosen.vocabulary import (
    Content,
    Entry,
    LegChange,
    LegsNoted,
    PainFelt,
    PainWhen,
    Plan,
    SessionEnd,
    SessionEnded,
    SessionStarted,
    SessionStopped,
    StepEnded,
    StepOutcome,
    StepResult,
    StopKind,
)

from .standing import standing

LEGS_WORSE = frozenset({LegChange.MOVING_DOWN, LegChange.NEW})
AFTER = frozenset({PainWhen.AFTER_SESSION, PainWhen.AFTER_STOP})


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionState:
    """A session as its entries tell it.

    `plan` is the plan it began on; `loosen.plan.running_plan` lays the results over it.
    `step_index` is the step to go on with, counted in that running plan: the one after the last
    step that was done or skipped, the same one when it was eased (swapped for its easier
    version) or stopped. `last_at` is its last entry (UTC). `stopped`: it must not go on.
    """

    session_id: UUID
    plan: Plan
    started_at: datetime
    last_at: datetime
    utc_offset_min: int
    baseline_0_10: int | None
    step_index: int
    results: tuple[StepResult, ...]
    outcomes: tuple[StepEnded, ...]
    after_0_10: int | None
    stopped: SessionStopped | None
    ended: SessionEnd | None

    @property
    def is_open(self) -> bool:
        """True while it has neither ended nor been stopped."""
        return self.ended is None and self.stopped is None


def sessions(entries: Sequence[Entry]) -> tuple[SessionState, ...]:
    """All sessions, in the order in which they began."""
    log = standing(entries)
    states: dict[UUID, SessionState] = {}
    for entry, begun in log.of(SessionStarted):
        if begun.session_id not in states:
            states[begun.session_id] = _begun(entry, begun)
    for entry in log if states else ():
        state = states.get(_session_of(entry) or UUID(int=0))
        if state is not None:
            states[state.session_id] = _after(state, entry)
    return tuple(states.values())


def session_state(entries: Sequence[Entry], session_id: UUID) -> SessionState | None:
    """One session as its entries tell it; None when it never began."""
    found = [state for state in sessions(entries) if state.session_id == session_id]
    return found[0] if found else None


def may_resume(state: SessionState, at: datetime, content: Content) -> bool:
    """Whether it may go on: open, and not more than the set time (30 min) after its last entry.

    A clock that went back cannot tell how long it was; then a new session is begun.
    """
    longest = timedelta(minutes=content.threshold("session-resume-min"))
    return state.is_open and timedelta(0) <= at - state.last_at <= longest


def _begun(entry: Entry, begun: SessionStarted) -> SessionState:
    return SessionState(
        session_id=begun.session_id,
        plan=begun.plan,
        started_at=entry.happened_at,
        last_at=entry.happened_at,
        utc_offset_min=entry.utc_offset_min,
        baseline_0_10=begun.pain_0_10,
        step_index=0,
        results=(),
        outcomes=(),
        after_0_10=None,
        stopped=None,
        ended=None,
    )


def _session_of(entry: Entry) -> UUID | None:
    match entry.payload:
        case (
            StepEnded(session_id=session_id)
            | PainFelt(session_id=session_id)
            | LegsNoted(session_id=session_id)
            | SessionStopped(session_id=session_id)
            | SessionEnded(session_id=session_id)
        ):
            return session_id
        case _:
            return None


def _after(state: SessionState, entry: Entry) -> SessionState:
    state = replace(state, last_at=max(state.last_at, entry.happened_at))
    match entry.payload:
        case StepEnded() as ended:
            return _after_step_ended(state, ended)
        case PainFelt() as felt:
            return _after_pain(state, felt)
        case LegsNoted(change=change):
            return _after_legs(state, change)
        case SessionStopped() as stopped:
            return _after_stop(state, stopped)
        case SessionEnded(how=how):
            return replace(state, ended=how)
        case _:
            return state


def _after_step_ended(state: SessionState, ended: StepEnded) -> SessionState:
    stays = ended.outcome in {StepOutcome.EASED, StepOutcome.STOPPED}
    result = _result(
        state,
        ended.step_index,
        stopped=ended.outcome is StepOutcome.STOPPED,
        asked_easier=ended.outcome is StepOutcome.EASED,
    )
    return replace(
        state,
        step_index=ended.step_index if stays else ended.step_index + 1,
        results=(*state.results, result),
        outcomes=(*state.outcomes, ended),
    )


def _after_pain(state: SessionState, felt: PainFelt) -> SessionState:
    if felt.occasion is PainWhen.BEFORE_SESSION:
        return replace(state, baseline_0_10=felt.pain_0_10)
    if felt.occasion in AFTER:
        state = replace(state, after_0_10=felt.pain_0_10)
    if felt.step_index is None:
        return state
    return _noted(state, felt.step_index, lambda result: replace(result, pain_0_10=felt.pain_0_10))


def _after_legs(state: SessionState, change: LegChange) -> SessionState:
    if change not in LEGS_WORSE:
        return state
    index = state.results[-1].index if state.results else state.step_index
    return _noted(state, index, lambda result: replace(result, legs_moved_down=True))


def _after_stop(state: SessionState, stopped: SessionStopped) -> SessionState:
    result = _result(
        state,
        stopped.step_index,
        pain_0_10=stopped.pain_0_10,
        stopped=True,
        sharp_or_new=stopped.kind in {StopKind.SHARP, StopKind.NEW},
        legs_moved_down=stopped.kind is StopKind.LEG,
    )
    return replace(
        state,
        stopped=stopped,
        after_0_10=stopped.pain_0_10,
        step_index=stopped.step_index,
        results=(*state.results, result),
    )


def _noted(
    state: SessionState, index: int, change: Callable[[StepResult], StepResult]
) -> SessionState:
    """The state with the last result of that step changed; one is made where there is none."""
    results = list(state.results)
    if not any(result.index == index for result in results):
        results.append(_result(state, index))
    place = max(place for place, result in enumerate(results) if result.index == index)
    results[place] = change(results[place])
    return replace(state, results=tuple(results))


def _result(
    state: SessionState,
    index: int,
    *,
    pain_0_10: int | None = None,
    stopped: bool = False,
    asked_easier: bool = False,
    sharp_or_new: bool = False,
    legs_moved_down: bool = False,
) -> StepResult:
    return StepResult(
        index=index,
        pain_0_10=pain_0_10,
        baseline_0_10=state.baseline_0_10,
        stopped=stopped,
        asked_easier=asked_easier,
        sharp_or_new=sharp_or_new,
        legs_moved_down=legs_moved_down,
    )
