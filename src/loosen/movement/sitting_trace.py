"""What a drawing of a watch needs: the line against the own start, and the moments of change.

Kept while the frames go by, in no more room than a value a second needs.
"""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from .sitting import Level, Seated, Start, Word
from .sitting_record import NOT_SITTING

LINE_EVERY_S = 1.0
SETTLED_S = 20.0  # another level for so long is a change; shorter, it was but near the bound
AWAY_FROM_S = 5.0  # not seen to sit for less is no news


class Moment(StrEnum):
    """What changed; by the ids of the coach's words."""

    START = "sit-known"
    NEW_START = "sit-away"
    AS_BEGUN = "sit-as-begun"
    A_LITTLE_LOWER = "sit-a-little-lower"
    LOWER = "sit-lower"
    NUDGE = "sit-nudge"


MOMENT_OF = {
    Level.AS_BEGUN: Moment.AS_BEGUN,
    Level.A_LITTLE_LOWER: Moment.A_LITTLE_LOWER,
    Level.LOWER: Moment.LOWER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What changed and when it began; `sunk_percent`: how far below the start it was then."""

    t_s: float
    what: Moment
    sunk_percent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """A stretch in which nobody was seen to sit, and what was in the way most of the time."""

    start_s: float
    end_s: float
    why: str


class SittingTrace:
    """One watch, frame by frame; `line` has None where it could not be told."""

    def __init__(self) -> None:
        self.line: list[tuple[float, float | None]] = []
        self.away: list[Away] = []
        self._changes: list[Change] = []
        self._last: Seated | None = None
        self._level: Level | None = None  # as it was told last
        self._began: Change | None = None  # of the level it is at now, told or not
        self._unseen_s: float | None = None
        self._in_the_way: Counter[str] = Counter()

    @property
    def begins_s(self) -> float:
        """When the first frame was."""
        return self.line[0][0] if self.line else 0.0

    @property
    def changes(self) -> tuple[Change, ...]:
        """In the order of time: a level is told late, at the time at which it began."""
        return tuple(sorted(self._changes, key=lambda one: one.t_s))

    def update(self, seen: Seated) -> None:
        """One more frame, as the coach saw it."""
        self._take_start(seen)
        self._take_level(seen)
        self._take_away(seen)
        if seen.says == Word.NUDGE:
            self._add(seen, Moment.NUDGE)
        if not self.line or seen.t_s - self.line[-1][0] >= LINE_EVERY_S:
            self.line.append((seen.t_s, seen.sunk_percent if seen.is_sitting else None))
        self._last = seen

    def finish(self) -> None:
        """No more frames: a stretch that still lasts ends with the last one."""
        if self._last is not None:
            self._end_away(self._last.t_s)

    def _add(self, seen: Seated, what: Moment) -> None:
        self._changes.append(Change(t_s=seen.t_s, what=what, sunk_percent=seen.sunk_percent))

    def _take_start(self, seen: Seated) -> None:
        was_known = self._last is not None and self._last.start is Start.KNOWN
        if seen.start is Start.KNOWN and not was_known:
            is_first = all(one.what is not Moment.START for one in self._changes)
            self._add(seen, Moment.START if is_first else Moment.NEW_START)
            self._level, self._began = Level.AS_BEGUN, None

    def _take_level(self, seen: Seated) -> None:
        if seen.level is None or not seen.is_sitting:
            self._began = None
            return
        what = MOMENT_OF[seen.level]
        if self._began is None or self._began.what is not what:
            self._began = Change(t_s=seen.t_s, what=what, sunk_percent=seen.sunk_percent)
        if seen.level is not self._level and seen.t_s - self._began.t_s >= SETTLED_S:
            self._changes.append(self._began)
            self._level = seen.level

    def _take_away(self, seen: Seated) -> None:
        if seen.is_sitting:
            self._end_away(seen.t_s)
            return
        if self._unseen_s is None:
            self._unseen_s = seen.t_s
        self._in_the_way[seen.unseen.value if seen.unseen else NOT_SITTING] += 1

    def _end_away(self, t_s: float) -> None:
        if self._unseen_s is not None and t_s - self._unseen_s >= AWAY_FROM_S:
            [(why, _)] = self._in_the_way.most_common(1)
            self.away.append(Away(start_s=self._unseen_s, end_s=t_s, why=why))
        self._unseen_s = None
        self._in_the_way.clear()
