"""What days of sessions add up to by the 24-hour rule (evidence file, 5.6)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from loosen.ledger import (
    PainScore,
    Standing,
    episode_began_on,
    pain_scores,
    reviews_seen,
    standing,
)
from loosen.vocabulary import Content, Entry, ReviewSeen, StepKind

from .adapting import Zone, worst
from .judging import MOVED, Judged, judged_sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """This episode's sessions of late with movement, judged, in order; and all scores told.

    Looking back no further than the threshold can only lower what today asks. `began_on` is the
    episode's first local day, `seen` the reviews answered in it. `days_met`: how often the
    24-hour rule was met on a day with exercise since pain was last severe, one less for each
    day that was too much, so that a red day is one step back; `days_well` counts days with
    walks alone as well. `reds_in_a_row`: of the last days that could be judged.
    """

    began_on: date | None
    seen: Mapping[str, ReviewSeen]
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
    return standing(entries).once(_history, content, at)


def _history(log: Standing, content: Content, at: datetime) -> History:
    scores = pain_scores(log)
    began_on = episode_began_on(log, content)
    of_late = tuple(judged_sessions(log, scores, content, at))
    judged = tuple(one for one in of_late if began_on is not None and one.day >= began_on)
    days = _days(judged)
    severe_at = _last_severe_at(scores, content)
    since = [day for day in days if not severe_at or day.began_at > severe_at]
    most = int(content.threshold("strength-days-met"))
    # A later first day, told since, does not undo that a session was too much.
    reds = [one for one in of_late if one.zone is Zone.RED]
    return History(
        began_on=began_on,
        seen=reviews_seen(log, content),
        judged=judged,
        scores=scores,
        days_met=_counted([day.zone for day in since if day.has_exercise or day.is_red], most),
        days_well=_counted([day.zone for day in since], most),
        reds_in_a_row=_reds_in_a_row(day.zone for day in days),
        last_red=max(reds, key=lambda one: one.told_at, default=None),
    )


def _last_severe_at(scores: Iterable[PainScore], content: Content) -> datetime | None:
    """When pain was last severe: a new bad spasm begins the gates anew."""
    least = content.threshold("settle-pain")
    severe = [score.felt_at for score in scores if (score.pain_0_10 or 0) >= least]
    return max(severe, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """A local day with movement: its worst zone, and whether more than walks was done."""

    began_at: datetime
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
            has_exercise = any(_has_exercise(one) for one in day)
            began_at = day[0].state.started_at
            days.append(_Day(began_at=began_at, zone=zone, has_exercise=has_exercise))
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
