"""A whole recording of somebody who sits: when they were seen, their starts, and each nudge.

The plain batch reference, by the very part that runs live; and its record as plain JSON.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from loosen.vocabulary.frames import Frame
from loosen.vocabulary.wire import to_plain

from .record import Record
from .sitting import Seated, SittingCoach, Start, Word
from .slouch import LONGEST_GAP_S, SlouchRule

FORMAT = 1
COURSE_S = 60.0  # between two values of the course
NOT_SITTING = "not-sitting"
KEYS: dict[str, str | dict[str, str]] = {
    "format": f"of this record: {FORMAT}",
    "view": "side: from where the camera has to look",
    "refused": "why no start could be taken, as it was most of the time; null where one was",
    "seconds": "from the first frame to the last",
    "sat_s": "of them, those in which the person was seen to sit",
    "starts_s": "when a start was known: with what was seen after it was compared",
    "sunk_bound_percent": "from how far below the own start there is a nudge",
    "nudges": {
        "t_s": "when it was given",
        "sunk_percent": "how far the middle of the last while was below the start",
    },
    "course": {
        "t_s": "about once a minute, while it could be told",
        "sunk_percent": "the same; below zero is higher than at the start",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sunk:
    """How far below the own start, at one time."""

    t_s: float
    sunk_percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingResult:
    """What came of it. `refused`: None where a start was taken."""

    rule: SlouchRule
    refused: str | None
    seconds: float
    sat_s: float
    starts_s: tuple[float, ...]
    nudges: tuple[Sunk, ...]
    course: tuple[Sunk, ...]


@dataclass(slots=True, kw_only=True)
class _Fold:
    """What is added up over the frames; no more room for an hour than its minutes need."""

    first_s: float | None = None
    last: Seated | None = None
    sat_s: float = 0.0
    starts_s: list[float] = field(default_factory=list)
    nudges: list[Sunk] = field(default_factory=list)
    course: list[Sunk] = field(default_factory=list)
    in_the_way: Counter[str] = field(default_factory=Counter)

    def take(self, seen: Seated) -> None:
        last, self.last = self.last, seen
        if last is None:
            self.first_s = seen.t_s
        elif seen.is_sitting and last.is_sitting and seen.t_s - last.t_s <= LONGEST_GAP_S:
            self.sat_s += seen.t_s - last.t_s
        if seen.start is Start.KNOWN and (last is None or last.start is not Start.KNOWN):
            self.starts_s.append(seen.t_s)
        if not seen.is_sitting:
            self.in_the_way[seen.unseen.value if seen.unseen else NOT_SITTING] += 1
        if seen.sunk_percent is not None:
            self._sunk(Sunk(t_s=seen.t_s, sunk_percent=seen.sunk_percent), seen.says)

    def _sunk(self, sunk: Sunk, says: str | None) -> None:
        if says == Word.NUDGE:
            self.nudges.append(sunk)
        if not self.course or sunk.t_s - self.course[-1].t_s >= COURSE_S:
            self.course.append(sunk)


def watch_sitting(
    frames: Iterable[Frame], rule: SlouchRule, look: Callable[[Seated], None] | None = None
) -> SittingResult:
    """What the coach would have told of these frames, one after the other; `look`: at each."""
    coach, fold = SittingCoach(rule=rule), _Fold()
    for frame in frames:
        seen = coach.update(frame)
        fold.take(seen)
        if look is not None:
            look(seen)
    last_s = fold.last.t_s if fold.last is not None else 0.0
    return SittingResult(
        rule=rule,
        refused=None if fold.starts_s else _refusal(fold),
        seconds=last_s - (fold.first_s or 0.0),
        sat_s=fold.sat_s,
        starts_s=tuple(fold.starts_s),
        nudges=tuple(fold.nudges),
        course=tuple(fold.course),
    )


TOO_SHORT = "too-short"


def _refusal(fold: _Fold) -> str:
    """What was in the way most of the time; nothing was: it is too short for a start."""
    most = fold.in_the_way.most_common(1)
    return most[0][0] if most else TOO_SHORT


def sitting_record(result: SittingResult) -> Record:
    """The whole watch, for whoever reads JSON."""
    return {
        "format": FORMAT,
        "view": "side",
        "refused": result.refused,
        "seconds": to_plain(result.seconds),
        "sat_s": to_plain(result.sat_s),
        "starts_s": to_plain(result.starts_s),
        "sunk_bound_percent": to_plain(result.rule.sunk_percent),
        "nudges": to_plain(result.nudges),
        "course": to_plain(result.course),
    }
