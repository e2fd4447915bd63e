"""Days on which pain rose, and what had been noted before it did: what triggers are read from.

Only what was noted well before the pain was told counts. A cause that is looked for afterwards
is always found, so a note that was made later is kept and shown, and never counted.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from statistics import median

from loosen.vocabulary import (
    Content,
    DayWatched,
    Entry,
    Sat,
    Slept,
    Trigger,
    TriggerMet,
    Watched,
)

from .deeds import pain_told
from .standing import Standing, standing

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def days_watched(entries: Sequence[Entry], content: Content) -> Watched:
    """Every day with a score on which pain was not up already, in order."""
    return standing(entries).once(_all_days, content)


def _all_days(log: Standing, content: Content) -> Watched:
    notes = _Notes(log, content)
    marks = list(_marks(log, content))
    return Watched(
        days=tuple(DayWatched(rose=one.rose, noted=notes.before(one.score)) for one in marks),
        too_late=sum(notes.too_late(one.score) for one in marks if one.rose),
    )


# --- when pain rose ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A day, and the score it is judged by: the first of the rise, else the first of the worst."""

    score: Entry
    rose: bool


def _marks(log: Standing, content: Content) -> Iterator[_Mark]:
    """Day by day against the worst scores of the days before; a rise counts once, at its start."""
    few, back = (
        int(content.threshold("flare-usual-days")),
        content.threshold("flare-look-back-days"),
    )
    worst_by_day: list[tuple[date, int]] = []
    up_from: float | None = None
    for day, scores in _by_day(log):
        worst = max(pain for pain, _ in scores)
        late = [pain for told, pain in worst_by_day if (day - told).days <= back]
        worst_by_day.append((day, worst))
        if up_from is not None and worst >= up_from:
            continue
        up_from = None
        if len(late) < few:
            continue
        line = _line(late, content)
        if worst >= line:
            up_from = line
        least = min(line, worst)
        yield _Mark(score=next(one for pain, one in scores if pain >= least), rose=worst >= line)


def _line(late: Sequence[int], content: Content) -> float:
    """From which score on a day is a bad one: well above what was usual of late."""
    rise = median(late) + content.threshold("flare-rise")
    return max(rise, content.threshold("flare-least"))


def _by_day(log: Standing) -> Iterator[tuple[date, list[tuple[int, Entry]]]]:
    told = [(pain, entry) for entry in log if (pain := pain_told(entry)) is not None]
    for day, scores in groupby(told, key=lambda one: _local_day(one[1])):
        yield day, list(scores)


def _local_day(entry: Entry) -> date:
    return (entry.happened_at + entry.utc_offset_min * MINUTE).date()


# --- what had been noted -----------------------------------------------------------------------


class _Notes:
    """Everything noted that may come before a rise, found by its time."""

    def __init__(self, log: Standing, content: Content) -> None:
        self._hours = HOUR * content.threshold("trigger-window-h")
        self._lead = MINUTE * content.threshold("trigger-lead-min")
        self._content = content
        self._all = [entry for entry in log if isinstance(entry.payload, TriggerMet | Slept | Sat)]
        self._all.sort(key=lambda entry: entry.happened_at)
        self._at = [entry.happened_at for entry in self._all]
        payloads = [entry.payload for entry in self._all]
        self._tells_sleep = any(isinstance(one, Slept) for one in payloads)
        self._tells_sitting = any(isinstance(one, Sat) for one in payloads)
        self._named = {one.trigger for one in payloads if isinstance(one, TriggerMet)}

    def before(self, score: Entry) -> dict[str, bool]:
        """What was met before this score; only of what this person ever tells."""
        before = [one for one in self._near(score) if not self._is_late(one, score)]
        met = {one.payload.trigger for one in before if isinstance(one.payload, TriggerMet)}
        found = {trigger.value: trigger in met for trigger in self._named - {Trigger.OTHER}}
        nights = [one.payload for one in before if isinstance(one.payload, Slept)]
        sat = [one.payload.minutes for one in before if isinstance(one.payload, Sat)]
        if self._tells_sleep:
            poor = any(self._is_poor(night) for night in nights)
            _lay(found, Trigger.POOR_SLEEP, is_known=bool(nights), is_met=poor)
        if self._tells_sitting:
            long = sum(sat) > self._content.threshold("sitting-long-min")
            _lay(found, Trigger.LONG_SITTING, is_known=bool(sat), is_met=long)
        return found

    def too_late(self, score: Entry) -> int:
        """How many were put down only when the pain had risen."""
        return sum(self._is_late(one, score) for one in self._near(score))

    def _is_late(self, note: Entry, score: Entry) -> bool:
        return note.recorded_at > score.recorded_at - self._lead

    def _near(self, score: Entry) -> list[Entry]:
        first = bisect_left(self._at, score.happened_at - self._hours)
        return self._all[first : bisect_right(self._at, score.happened_at)]

    def _is_poor(self, night: Slept) -> bool:
        woken = night.woken or 0
        is_short = night.hours < self._content.threshold("sleep-short-h")
        return is_short or woken >= self._content.threshold("sleep-woken-often")


def _lay(found: dict[str, bool], trigger: Trigger, *, is_known: bool, is_met: bool) -> None:
    """Told in hours or minutes it is known either way; else only a yes by name is."""
    if is_met or found.get(trigger.value, False):
        found[trigger.value] = True
    elif is_known:
        found[trigger.value] = False
    else:
        found.pop(trigger.value, None)
