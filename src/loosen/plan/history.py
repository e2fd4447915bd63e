"""Sessions judged by the pain-monitoring model and the 24-hour rule (evidence file, 5.6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from loosen.ledger import (
    PainScore,
    SessionState,
    Standing,
    episode_began_on,
    pain_scores,
    sessions,
    standing,
)
from loosen.vocabulary import Content, Entry, PainWhen, Plan, StepKind, StepOutcome, StepResult

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


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """This episode's sessions with movement, judged, in order; and all scores told so far.

    `days_met`: how often the 24-hour rule was met on a day with exercise, one less for each day
    that was too much, so that a red day is one step back; `days_well` counts days with walks
    alone as well. `reds_in_a_row`: of the last days that could be judged.
    """

    judged: tuple[Judged, ...]
    scores: tuple[PainScore, ...]
    days_met: int
    days_well: int
    reds_in_a_row: int
    last_red: Judged | None

    @property
    def last(self) -> Judged | None:
        """The last session with movement."""
        return self.judged[-1] if self.judged else None


def history_of(entries: Sequence[Entry], content: Content, at: datetime) -> History:
    """The history of this episode as it is known at `at` (UTC)."""
    log = standing(entries)
    scores = pain_scores(log)
    judged = tuple(_judged_sessions(log, scores, content, at))
    days = _days(judged)
    most = int(content.threshold("strength-days-met"))
    reds = [one for one in judged if one.zone is Zone.RED]
    return History(
        judged=judged,
        scores=scores,
        days_met=_counted([day.zone for day in days if day.has_exercise or day.is_red], most),
        days_well=_counted([day.zone for day in days], most),
        reds_in_a_row=_reds_in_a_row(day.zone for day in days),
        last_red=max(reds, key=lambda one: one.told_at, default=None),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """A local day with movement: its worst zone, and whether more than walks was done."""

    zone: Zone
    has_exercise: bool

    @property
    def is_red(self) -> bool:
        return self.zone is Zone.RED


def _days(judged: Iterable[Judged]) -> list[_Day]:
    """The days that are over, or are red already."""
    days = []
    for _, of_day in groupby(judged, key=lambda one: one.day):
        day = list(of_day)
        zone = worst([one.zone for one in day])
        if day[0].is_over or zone is Zone.RED:
            days.append(_Day(zone=zone, has_exercise=any(_has_exercise(one) for one in day)))
    return days


def _has_exercise(one: Judged) -> bool:
    done = {ended.step_index for ended in one.state.outcomes if ended.outcome in MOVED}
    return any(step.index in done for step in one.running.steps if step.kind is StepKind.EXERCISE)


def _counted(zones: Iterable[Zone], most: int) -> int:
    """Green days counted up to what the highest gate asks; each red day takes one away."""
    met = 0
    for zone in zones:
        if zone is Zone.GREEN:
            met = min(met + 1, most)
        elif zone is Zone.RED:
            met = max(met - 1, 0)
    return met


def _reds_in_a_row(days: Iterable[Zone]) -> int:
    count = 0
    for zone in days:
        if zone is not Zone.UNKNOWN:
            count = count + 1 if zone is Zone.RED else 0
    return count


# --- judging one session ---------------------------------------------------------------------


def _judged_sessions(
    log: Standing, scores: Sequence[PainScore], content: Content, at: datetime
) -> Iterable[Judged]:
    began = episode_began_on(log, content)
    all_ = sessions(log)
    for state in all_:
        day = _local_day(state.started_at, state.utc_offset_min)
        if began is not None and day >= began:
            running = running_plan(state)
            if _tells_something(state, running):
                first = next(one for one in all_ if _day_of(one) == day)
                yield _judge(state, running, first, scores, content, at)


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
    scores: Sequence[PainScore],
    content: Content,
    at: datetime,
) -> Judged:
    """`first` is the day's first session: the day is compared with the score before that one."""
    day = _day_of(state)
    is_over = _local_day(at, state.utc_offset_min) > day
    told = [(_zone_during(state), state.last_at)]
    told += [
        (_zone_after(score, state.baseline_0_10, content), score.felt_at)
        for score in scores
        if score.occasion is PainWhen.LATER and _belongs(score, state, day)
    ]
    morning = [one for one in scores if _is_morning_after(one, day)]
    if is_over:
        told.append(_told_in_the_morning(morning, first, content, at))
    zone = worst([one for one, _ in told])
    is_unknown = any(one is Zone.UNKNOWN for one, _ in told)
    return Judged(
        state=state,
        day=day,
        zone=zone,
        is_over=is_over,
        unknown=is_unknown,
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


def _belongs(score: PainScore, state: SessionState, day: date) -> bool:
    if score.session_id is not None:
        return score.session_id == state.session_id
    is_same_day = _local_day(score.felt_at, score.utc_offset_min) == day
    return is_same_day and score.felt_at >= state.started_at


def _is_morning_after(score: PainScore, day: date) -> bool:
    felt_on = _local_day(score.felt_at, score.utc_offset_min)
    return score.occasion is PainWhen.MORNING and felt_on == day + ONE_DAY


def _day_of(state: SessionState) -> date:
    return _local_day(state.started_at, state.utc_offset_min)


def _local_day(when: datetime, utc_offset_min: int) -> date:
    return (when + timedelta(minutes=utc_offset_min)).date()
