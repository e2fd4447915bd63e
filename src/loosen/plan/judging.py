"""Sessions judged one by one: during, later and the next morning (evidence file, 5.6)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from uuid import UUID

from loosen.ledger import PainScore, SessionState, Standing, sessions
from loosen.vocabulary import Content, Dose, PainWhen, Plan, StepOutcome, StepResult

from .adapting import Zone, pain_zone, running_plan, worst, zone_of

MOVED = frozenset({StepOutcome.DONE, StepOutcome.EASED})
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One session in which something was moved or that was stopped, and what came of it.

    `day` is the local day it began on. `is_over`: its next morning has come. `zone`: the worst
    of during, later and the next morning; green only when the morning is known to be good.
    `told_at` (UTC): when the worst of it was told. `unknown`: something was asked, or due, and
    not answered. `was_high`: pain was above green during it, risen or not; the dose stays.
    `running` is the plan it began on with its results.
    """

    state: SessionState
    day: date
    zone: Zone
    is_over: bool
    unknown: bool
    was_high: bool
    told_at: datetime
    running: Plan

    @property
    def plan(self) -> Plan:
        """The plan it began on."""
        return self.state.plan

    def done(self) -> list[str]:
        """The ids of the items that were led through, as often as they were."""
        steps = self.running.steps
        return [
            steps[ended.step_index].item_id
            for ended in self.state.outcomes
            if ended.outcome in MOVED and ended.step_index < len(steps)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """An exercise in one session: its dose at the start, and what that came to."""

    judged: Judged
    item_id: str
    begun: Dose
    came_to: Dose

    def was_done(self) -> bool:
        """Whether it was led through to its end."""
        steps = self.judged.running.steps
        places = {step.index for step in steps if step.item_id == self.item_id}
        return any(
            ended.outcome is StepOutcome.DONE and ended.step_index in places
            for ended in self.judged.state.outcomes
        )


def uses_of(judged: Iterable[Judged]) -> dict[str, list[Use]]:
    """The sessions that led through each item with a dose, in order."""
    uses: dict[str, list[Use]] = {}
    for one in judged:
        is_changed = one.running is not one.plan
        for step in one.plan.steps:
            if step.dose is None:
                continue
            came_to = dose_in(one.running, step.item_id) if is_changed else step.dose
            use = Use(
                judged=one, item_id=step.item_id, begun=step.dose, came_to=came_to or step.dose
            )
            uses.setdefault(step.item_id, []).append(use)
    return uses


def dose_in(plan: Plan, item_id: str) -> Dose | None:
    """The dose of an item in a plan."""
    return next((step.dose for step in plan.steps if step.item_id == item_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Later:
    """The scores told after sessions: by session, else by local day; and those of mornings."""

    of_session: dict[UUID, list[PainScore]]
    of_day: dict[date, list[PainScore]]
    mornings: dict[date, list[PainScore]]

    def after(self, state: SessionState) -> list[PainScore]:
        """The scores half an hour to an hour after this session."""
        loose = self.of_day.get(day_of(state), [])
        own = self.of_session.get(state.session_id, [])
        return [*own, *(score for score in loose if score.felt_at >= state.started_at)]


def _later(scores: Iterable[PainScore]) -> _Later:
    found = _Later(of_session={}, of_day={}, mornings={})
    for score in scores:
        if score.occasion is PainWhen.MORNING:
            day = _local_day(score.felt_at, score.utc_offset_min)
            found.mornings.setdefault(day, []).append(score)
        elif score.occasion is PainWhen.LATER and score.session_id is not None:
            found.of_session.setdefault(score.session_id, []).append(score)
        elif score.occasion is PainWhen.LATER:
            day = _local_day(score.felt_at, score.utc_offset_min)
            found.of_day.setdefault(day, []).append(score)
    return found


def judged_sessions(
    log: Standing,
    scores: Iterable[PainScore],
    content: Content,
    at: datetime,
) -> Iterator[Judged]:
    """The sessions not longer ago than we look back, of whichever episode, in order."""
    since = at - timedelta(days=content.threshold("look-back-days"))
    later = _later(scores)
    first_of_day: dict[date, SessionState] = {}
    for state, running in log.once(_running):
        day = day_of(state)
        first = first_of_day.setdefault(day, state)
        if state.started_at >= since and _tells_something(state, running):
            yield _judge(state, running, first, later, content, at)


def _running(log: Standing) -> tuple[tuple[SessionState, Plan], ...]:
    """Every session with its results laid over its plan."""
    return tuple((state, _laid_over(_Same(state))) for state in sessions(log))


class _Same:
    """A session's state as a key: the very same one, which the ledger hands out again."""

    def __init__(self, state: SessionState) -> None:
        self.state = state

    def __hash__(self) -> int:
        return id(self.state)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.state is other.state


@lru_cache(maxsize=256)
def _laid_over(same: _Same) -> Plan:
    return running_plan(same.state)


def _tells_something(state: SessionState, running: Plan) -> bool:
    """Whether something was moved, or a stop sign told that this was too much."""
    has_dose = {step.index for step in running.steps if step.dose is not None}
    moved = {ended.step_index for ended in state.outcomes if ended.outcome in MOVED}
    was_stopped = state.stopped is not None or any(result.stopped for result in state.results)
    return was_stopped or bool(moved & has_dose)


def _judge(
    state: SessionState,
    running: Plan,
    first: SessionState,
    later: _Later,
    content: Content,
    at: datetime,
) -> Judged:
    """`first` is the day's first session: the day is compared with the score before that one."""
    day = day_of(state)
    is_over = _local_day(at, state.utc_offset_min) > day
    told = [(_zone_during(state), state.last_at)]
    told += [
        (_zone_after(score, state.baseline_0_10, content), score.felt_at)
        for score in later.after(state)
    ]
    if is_over:
        morning = later.mornings.get(day + ONE_DAY, [])
        told.append(_told_in_the_morning(morning, first, content, at))
    zone = worst([one for one, _ in told])
    return Judged(
        state=state,
        day=day,
        zone=zone,
        is_over=is_over,
        unknown=any(one is Zone.UNKNOWN for one, _ in told),
        was_high=_was_high(state),
        told_at=max(when for one, when in told if one is zone),
        running=running,
    )


def _zone_during(state: SessionState) -> Zone:
    """The worst of the steps and of the score right after; a session left open is unknown.

    A score of 4 or 5 that had not risen is no warning for the day: the 24-hour rule asks
    whether pain went up. `_was_high` keeps the dose from growing on it.
    """
    limits = state.plan.pain_limits
    zones = [zone_of(result, limits) for result in state.results if _tells(result)]
    zones.append(pain_zone(state.after_0_10, state.baseline_0_10, limits))
    if state.baseline_0_10 is None or (state.ended is None and state.stopped is None):
        zones.append(Zone.UNKNOWN)
    is_steady = not any(_has_risen(pain, state) for pain in _scores_during(state))
    return worst([Zone.GREEN if zone is Zone.AMBER and is_steady else zone for zone in zones])


def _tells(result: StepResult) -> bool:
    """Whether a step's result says anything; most steps are not asked about."""
    signs = (result.stopped, result.sharp_or_new, result.legs_moved_down)
    return result.pain_0_10 is not None or any(signs)


def _was_high(state: SessionState) -> bool:
    """Whether a score during or after lay above green, risen or not."""
    limits = state.plan.pain_limits
    return any(pain > limits.green_most for pain in _scores_during(state))


def _scores_during(state: SessionState) -> list[int]:
    scores = [*(result.pain_0_10 for result in state.results), state.after_0_10]
    return [pain for pain in scores if pain is not None]


def _has_risen(pain_0_10: int, state: SessionState) -> bool:
    return state.baseline_0_10 is None or pain_0_10 > state.baseline_0_10


def _zone_after(score: PainScore, baseline_0_10: int | None, content: Content) -> Zone:
    """30-60 minutes after, and the next morning: back to the start, a little more, too much."""
    if score.woke_at_night:
        return Zone.RED
    if score.pain_0_10 is None or baseline_0_10 is None:
        return Zone.UNKNOWN
    rise = score.pain_0_10 - baseline_0_10
    if rise >= content.threshold("after-red-rise"):
        return Zone.RED
    return Zone.AMBER if rise >= content.threshold("after-amber-rise") else Zone.GREEN


def _told_in_the_morning(
    morning: list[PainScore], first: SessionState, content: Content, at: datetime
) -> tuple[Zone, datetime]:
    if not morning:
        return Zone.UNKNOWN, at
    zones = [(_zone_after(score, first.baseline_0_10, content), score.felt_at) for score in morning]
    return max(zones, key=lambda pair: (pair[0].rank, pair[1]))


def day_of(state: SessionState) -> date:
    """The local day on which a session began."""
    return _local_day(state.started_at, state.utc_offset_min)


def _local_day(when: datetime, utc_offset_min: int) -> date:
    return (when + timedelta(minutes=utc_offset_min)).date()
