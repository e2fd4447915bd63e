"""Sessions: the fold over their entries, so that one resumes anywhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
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

from .standing import Standing, standing

LEGS_WORSE = frozenset({LegChange.MOVING_DOWN, LegChange.NEW})
OF_A_SESSION = (StepEnded, PainFelt, LegsNoted, SessionStopped, SessionEnded)
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
    return standing(entries).once(_all_sessions)


def _all_sessions(log: Standing) -> tuple[SessionState, ...]:
    begun: dict[UUID, Entry] = {}
    for entry, started in log.of(SessionStarted):
        begun.setdefault(started.session_id, entry)
    told: dict[UUID, list[Entry]] = {session_id: [entry] for session_id, entry in begun.items()}
    for entry in log if told else ():
        session_id = _session_of(entry)
        if session_id in told:
            told[session_id].append(entry)
    return tuple(_folded(_Told(tuple(entries))) for entries in told.values())


class _Told:
    """The entries of one session, first its start: the same ones are the same key."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries

    def __hash__(self) -> int:
        return hash((self.entries[0].id, len(self.entries)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Told) and self.entries == other.entries


@lru_cache(maxsize=256)  # a session that is over is folded once, not at every new entry
def _folded(told: _Told) -> SessionState:
    first, *later = told.entries
    assert isinstance(first.payload, SessionStarted)
    fold = _Fold(first, first.payload)
    for entry in later:
        fold.take(entry)
    return fold.state()


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


def _session_of(entry: Entry) -> UUID | None:
    payload = entry.payload
    return payload.session_id if isinstance(payload, OF_A_SESSION) else None


class _Fold:
    """One session's entries taken in one after another; becomes a state at the end."""

    def __init__(self, entry: Entry, begun: SessionStarted) -> None:
        self._entry = entry
        self._begun = begun
        self._last_at = entry.happened_at
        self._baseline = begun.pain_0_10
        self._index = 0
        self._results: list[StepResult] = []
        self._outcomes: list[StepEnded] = []
        self._after: int | None = None
        self._stopped: SessionStopped | None = None
        self._ended: SessionEnd | None = None

    def state(self) -> SessionState:
        """The session as it stands after all that was taken in."""
        return SessionState(
            session_id=self._begun.session_id,
            plan=self._begun.plan,
            started_at=self._entry.happened_at,
            last_at=self._last_at,
            utc_offset_min=self._entry.utc_offset_min,
            baseline_0_10=self._baseline,
            step_index=self._index,
            results=tuple(self._results),
            outcomes=tuple(self._outcomes),
            after_0_10=self._after,
            stopped=self._stopped,
            ended=self._ended,
        )

    def take(self, entry: Entry) -> None:
        """One more entry of this session, in the order in which they were told."""
        self._last_at = max(self._last_at, entry.happened_at)
        match entry.payload:
            case StepEnded() as ended:
                self._take_step(ended)
            case PainFelt() as felt:
                self._take_pain(felt)
            case LegsNoted(change=change) if change in LEGS_WORSE:
                index = self._results[-1].index if self._results else self._index
                self._note(index, lambda result: replace(result, legs_moved_down=True))
            case SessionStopped() as stopped:
                self._take_stop(stopped)
            case SessionEnded(how=how):
                self._ended = how
            case _:
                return

    def _take_step(self, ended: StepEnded) -> None:
        stays = ended.outcome in {StepOutcome.EASED, StepOutcome.STOPPED}
        self._index = ended.step_index if stays else ended.step_index + 1
        self._outcomes.append(ended)
        result = self._result(
            ended.step_index,
            stopped=ended.outcome is StepOutcome.STOPPED,
            asked_easier=ended.outcome is StepOutcome.EASED,
        )
        self._results.append(result)

    def _take_pain(self, felt: PainFelt) -> None:
        if felt.occasion is PainWhen.BEFORE_SESSION:
            self._baseline = felt.pain_0_10
            return
        if felt.occasion in AFTER:
            self._after = felt.pain_0_10
        if felt.occasion is PainWhen.REPEATED:
            # A result of its own: a lower score must not stand over that step's first one.
            last_done = max(self._index - 1, 0)
            self._results.append(self._result(last_done, pain_0_10=felt.pain_0_10))
        elif felt.step_index is not None:
            self._note(felt.step_index, lambda result: replace(result, pain_0_10=felt.pain_0_10))

    def _take_stop(self, stopped: SessionStopped) -> None:
        self._stopped = stopped
        self._after = stopped.pain_0_10
        self._index = stopped.step_index
        result = self._result(
            stopped.step_index,
            pain_0_10=stopped.pain_0_10,
            stopped=True,
            sharp_or_new=stopped.kind in {StopKind.SHARP, StopKind.NEW},
            legs_moved_down=stopped.kind is StopKind.LEG,
        )
        self._results.append(result)

    def _note(self, index: int, change: Callable[[StepResult], StepResult]) -> None:
        """Changes the last result of that step; makes one where there is none."""
        if not any(result.index == index for result in self._results):
            self._results.append(self._result(index))
        place = max(place for place, result in enumerate(self._results) if result.index == index)
        self._results[place] = change(self._results[place])

    def _result(
        self,
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
            baseline_0_10=self._baseline,
            stopped=stopped,
            asked_easier=asked_easier,
            sharp_or_new=sharp_or_new,
            legs_moved_down=legs_moved_down,
        )
