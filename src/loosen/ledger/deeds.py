"""What an entry says was done: the kinds of help that a change of pain may come from."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loosen.vocabulary import (
    Entry,
    LegsNoted,
    PainFelt,
    PainLimits,
    PainWhen,
    Plan,
    PositionTried,
    RemedyUsed,
    SessionStarted,
    SessionStopped,
    StepEnded,
    StepKind,
    StepOutcome,
    Walked,
)

from .standing import Standing

WALK = "walk"
"""The kind of help that a walk is, in a session or without one."""
NO_HELP = frozenset({StepKind.TRANSFER, StepKind.CHECK_IN})


class RunningSteps:
    """The steps of sessions by their place, for as long as the record alone tells them.

    A step that was made easier stands in its place as the easier one. After a red score or a
    stop the plan is built anew without movement, and its places count otherwise; then nothing
    is said of that session's steps any more, because a wrong name would teach a wrong lesson.
    """

    def __init__(self) -> None:
        self._plans: dict[UUID, Plan] = {}
        self._baselines: dict[UUID, int | None] = {}
        self._eased: dict[tuple[UUID, int], str] = {}

    def kind_of(self, session_id: UUID, step_index: int) -> str:
        """The kind of help at that place; empty where there was none or it is not sure."""
        plan = self._plans.get(session_id)
        if plan is None or step_index >= len(plan.steps):
            return ""
        step = plan.steps[step_index]
        if step.kind in NO_HELP:
            return ""
        if step.kind is StepKind.WALK:
            return WALK
        return self._eased.get((session_id, step_index), step.item_id)

    def take(self, entry: Entry) -> None:
        """One more entry, after what it did was asked for."""
        match entry.payload:
            case SessionStarted() as begun:
                self._plans.setdefault(begun.session_id, begun.plan)
                self._baselines.setdefault(begun.session_id, begun.pain_0_10)
            case StepEnded(outcome=StepOutcome.EASED) as eased:
                self._ease(eased)
            case SessionStopped(session_id=session_id):
                self._plans.pop(session_id, None)
            case LegsNoted(session_id=UUID() as session_id, asks_short_set=True):
                self._plans.pop(session_id, None)
            case PainFelt(session_id=UUID() as session_id) as felt:
                self._take_pain(session_id, felt)
            case _:
                return

    def _ease(self, ended: StepEnded) -> None:
        plan = self._plans.get(ended.session_id)
        if plan is not None and ended.step_index < len(plan.steps):
            easier = plan.steps[ended.step_index].easier
            if easier:
                self._eased[ended.session_id, ended.step_index] = easier

    def _take_pain(self, session_id: UUID, felt: PainFelt) -> None:
        plan = self._plans.get(session_id)
        if plan is None:
            return
        if felt.occasion is PainWhen.BEFORE_SESSION:
            self._baselines[session_id] = felt.pain_0_10
        elif _is_red(felt.pain_0_10, self._baselines[session_id], plan.pain_limits):
            del self._plans[session_id]


def _is_red(pain_0_10: int | None, baseline_0_10: int | None, limits: PainLimits) -> bool:
    if pain_0_10 is None:
        return False
    if baseline_0_10 is not None and pain_0_10 - baseline_0_10 >= limits.red_rise:
        return True
    by_height = baseline_0_10 is None or baseline_0_10 <= limits.red_above
    return by_height and pain_0_10 > limits.red_above


def kind_done(entry: Entry, steps: RunningSteps) -> str:
    """The kind of help that the entry says was done; empty where it says none."""
    match entry.payload:
        case StepEnded(outcome=StepOutcome.DONE | StepOutcome.STOPPED) as ended:
            return steps.kind_of(ended.session_id, ended.step_index)
        case SessionStopped(session_id=session_id, step_index=index):
            return steps.kind_of(session_id, index)
        case PainFelt(occasion=PainWhen.REPEATED, session_id=UUID() as id_, step_index=int(index)):
            return steps.kind_of(id_, index)
        case RemedyUsed() as used if used.ended_at > used.started_at:
            return used.remedy_id
        case PositionTried(position_id=position_id):
            return position_id
        case Walked():
            return WALK
        case _:
            return ""


def time_done(entry: Entry) -> tuple[datetime, datetime]:
    """From when to when it was done (UTC), as far as the entry tells."""
    match entry.payload:
        case RemedyUsed(started_at=started_at, ended_at=ended_at):
            return started_at, ended_at
        case _:
            return entry.happened_at, entry.happened_at


def pain_told(entry: Entry) -> int | None:
    """The score that the entry tells, if any."""
    match entry.payload:
        case PainFelt(pain_0_10=pain) | SessionStarted(pain_0_10=pain):
            return pain
        case SessionStopped(pain_0_10=pain):
            return pain
        case _:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One kind of help that was done, from when to when (UTC)."""

    kind: str
    begun_at: datetime
    over_at: datetime


def all_done(log: Standing) -> tuple[Done, ...]:
    """Everything that was done, in the order in which it was told."""
    return log.once(_all_done)


def _all_done(log: Standing) -> tuple[Done, ...]:
    steps, done = RunningSteps(), []
    for entry in log:
        kind = kind_done(entry, steps)
        if kind:
            begun_at, over_at = time_done(entry)
            done.append(Done(kind=kind, begun_at=begun_at, over_at=over_at))
        steps.take(entry)
    return tuple(done)
