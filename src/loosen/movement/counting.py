"""Counts the repetitions of any signal, or of many at once, with no knowledge of the movement.

A whole recording is counted with hindsight (`count_offline`, `count_of_many`), a running one by
`AnyCounter`, which looks again every half a second at what it has seen, and takes nothing back.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from .cycles import Cycles, cycles
from .even import RATE_HZ, Evener, evened, leading
from .peaks import smoothed
from .repetitions import PAUSED_S
from .ways import Sample

SMOOTH_S = 0.2
# So many times what smoothing took away has to be moved; more, before anything was told.
NOISE, NOISE_AT_FIRST = 3.0, 4.0
SEEN_S = 45.0  # of the past, at which the running counter looks
LOOKS_S = 0.5
TOLD_FROM = 3  # cycles: before that, it may have been getting there
PACE_KEPT = 0.6  # of the pace: within it, it is the same cycle again
FEWEST_ROWS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many cycles, when each was out farthest (seconds), and how far a typical one goes."""

    count: int
    peaks_s: tuple[float, ...]
    size: float


NOTHING = Counted(count=0, peaks_s=(), size=0.0)


def count_offline(samples: Sequence[Sample]) -> Counted:
    """The count of a whole signal; a time that does not go on is left out."""
    return count_of_many([(t_s, (value,)) for t_s, value in samples])


def count_of_many(samples: Sequence[tuple[float, Sequence[float]]]) -> Counted:
    """The count of a recording of many signals, along the direction in which they move most."""
    start_s, step_s, rows = evened(samples)
    if len(rows) < FEWEST_ROWS:
        return NOTHING
    found = _found(leading(rows)[0], step_s)
    peaks_s = tuple(start_s + at * step_s for at in found.at)
    return Counted(count=len(peaks_s), peaks_s=peaks_s, size=found.size)


def _found(signal: Sequence[float], step_s: float, sign: int = 0, noise: float = NOISE) -> Cycles:
    """The cycles of an even signal; none where it hardly moves more than it shakes."""
    smooth = smoothed(signal, max(SMOOTH_S / step_s, 0.5))
    found = cycles(smooth, sign)
    shakes = median(abs(raw - calm) for raw, calm in zip(signal, smooth, strict=True))
    if found.size <= noise * shakes:
        return Cycles(sign=found.sign, size=found.size, at=())
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the running counter says: the count, and when the newly told ones were out farthest."""

    count: int
    new_s: tuple[float, ...] = ()


class AnyCounter:
    """Counts a running signal, or many. Parameters never change while it runs.

    It says nothing before it has seen three cycles that are alike; what it said it keeps.
    """

    __slots__ = (
        "_count",
        "_even",
        "_last_s",
        "_looked_s",
        "_rows",
        "_sign",
        "_told_s",
        "_way",
        "seen_s",
    )

    def __init__(self, *, seen_s: float = SEEN_S) -> None:
        self.seen_s = seen_s
        self._even = Evener()
        self.reset()

    def reset(self) -> None:
        """As new: nothing seen, nothing counted."""
        self._count = 0
        self._told_s = self._last_s = self._looked_s = float("-inf")
        self._forget()

    def _forget(self) -> None:
        self._even.reset()
        self._rows: deque[tuple[float, tuple[float, ...]]] = deque(
            maxlen=int(self.seen_s * RATE_HZ)
        )
        self._way: list[float] = []
        self._sign = 0  # which way out is, once something was told

    def update(self, t_s: float, values: Sequence[float]) -> Told:
        """One more sample of every signal; a time that does not go on changes nothing."""
        if t_s <= self._last_s:
            return Told(count=self._count)
        if t_s - self._last_s > PAUSED_S:
            self._forget()
        self._last_s = t_s
        self._rows.extend(self._even.update(t_s, values))
        if t_s - self._looked_s < LOOKS_S:
            return Told(count=self._count)
        self._looked_s = t_s
        return self._look(TOLD_FROM if self._count == 0 else 1)

    def finish(self) -> Told:
        """The set is over: what is there is told, if there were but one or two."""
        return self._look(1)

    def _look(self, fewest: int) -> Told:
        if len(self._rows) < FEWEST_ROWS:
            return Told(count=self._count)
        signal, self._way = leading([row for _, row in self._rows], self._way)
        noise = NOISE if self._count else NOISE_AT_FIRST
        found = _found(signal, 1 / RATE_HZ, self._sign, noise)
        if len(found.at) < fewest:
            return Told(count=self._count)
        times = [self._rows[at][0] for at in found.at]
        steps = [other - one for one, other in pairwise(times)]
        apart_s = PACE_KEPT * median(steps) if steps else 0.0
        new = tuple(one for one in times if one > self._told_s + apart_s)
        if new:
            self._count, self._told_s = self._count + len(new), new[-1]
            self._sign = found.sign
        return Told(count=self._count, new_s=new)


def count_online(samples: Sequence[tuple[float, Sequence[float]]]) -> int:
    """What the running counter would have said at the end of this recording."""
    counter = AnyCounter()
    for t_s, values in samples:
        counter.update(t_s, values)
    return counter.finish().count
