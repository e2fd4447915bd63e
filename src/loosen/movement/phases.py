"""Which phase of a repetition differs from the person's own first good one: by time warping.

The two courses are laid over each other so that they fit best; a phase differs where they still
stand apart, or where one had to be stretched to fit. How far it went is told elsewhere: both are
taken at their own height.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf, log

from loosen.vocabulary.figures import Side

from .ways import Repetition, Sample

POINTS = 24  # of each course
BAND = 10  # points that one may run ahead of the other
TOP = 0.9  # of its height: far out
APART = 0.2  # of the height, on average over a phase
STRETCHED = log(2.0)  # as long, or as short
KEPT = 2048  # samples


class Phase(StrEnum):
    """A part of one way out and back."""

    OUT = "out"
    FAR_OUT = "far-out"
    BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One repetition as evenly spaced heights, 1 at its top, and how long it took."""

    heights: tuple[float, ...]
    took_s: float

    def phase_of(self, point: int) -> Phase:
        """In which phase this point lies."""
        tops = [at for at, height in enumerate(self.heights) if height >= TOP]
        if point < tops[0]:
            return Phase.OUT
        return Phase.FAR_OUT if point <= tops[-1] else Phase.BACK


class PhaseCheck:
    """Compares each repetition with the first good one. Parameters: none."""

    __slots__ = ("_own", "_samples")

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """No repetition is known."""
        self._own: dict[Side | None, Course] = {}
        self._samples: deque[Sample] = deque(maxlen=KEPT)

    def update(self, t_s: float, share: float) -> None:
        """One more height, in any unit that stays the same within a repetition."""
        self._samples.append((t_s, share))

    def compared(self, done: Repetition, side: Side | None, *, is_good: bool) -> Phase | None:
        """In which phase this one differs from the first good one of its side."""
        course = _course(self._samples, done)
        self._samples.clear()
        if course is None:
            return None
        own = self._own.get(side)
        if own is not None:
            return differing(own, course)
        if is_good:
            self._own[side] = course
        return None


def _course(samples: Sequence[Sample], done: Repetition) -> Course | None:
    within = [one for one in samples if done.start_s <= one[0] <= done.counted_s]
    highest = max((height for _, height in within), default=0.0)
    if len(within) < POINTS // 2 or highest <= 0:
        return None
    took_s = within[-1][0] - within[0][0]
    heights, at = [], 0
    for point in range(POINTS):
        t_s = within[0][0] + took_s * point / (POINTS - 1)
        while at < len(within) - 2 and within[at + 1][0] < t_s:
            at += 1
        (t0, low), (t1, high) = within[at], within[at + 1]
        heights.append((low + (high - low) * (t_s - t0) / (t1 - t0)) / highest)
    if max(heights) < TOP:
        return None
    return Course(heights=tuple(heights), took_s=took_s)


def differing(own: Course, other: Course) -> Phase | None:
    """The phase that differs most, if any does."""
    pairs = fitted(own.heights, other.heights)
    worst, found = 1.0, None
    for phase in Phase:
        within = [(i, j) for i, j in pairs if own.phase_of(i) is phase]
        if not within:
            continue
        apart = sum(abs(own.heights[i] - other.heights[j]) for i, j in within) / len(within)
        own_s = len({i for i, _ in within}) * own.took_s
        other_s = len({j for _, j in within}) * other.took_s
        off = max(apart / APART, abs(log(other_s / own_s)) / STRETCHED)
        if off > worst:
            worst, found = off, phase
    return found


def fitted(own: Sequence[float], other: Sequence[float]) -> list[tuple[int, int]]:
    """Which point of one lies over which of the other, where they fit best in order."""
    count = len(own)
    cost = [[inf] * (count + 1) for _ in range(count + 1)]
    cost[0][0] = 0.0
    for i in range(1, count + 1):
        row, above, here = cost[i], cost[i - 1], own[i - 1]
        for j in range(max(1, i - BAND), min(count, i + BAND) + 1):
            row[j] = abs(here - other[j - 1]) + min(above[j], row[j - 1], above[j - 1])
    return _way_back(cost)


def _way_back(cost: list[list[float]]) -> list[tuple[int, int]]:
    i = j = len(cost) - 1
    pairs = []
    while i and j:
        pairs.append((i - 1, j - 1))
        steps = ((i - 1, j - 1), (i - 1, j), (i, j - 1))
        i, j = min(steps, key=lambda step: cost[step[0]][step[1]])
    return pairs[::-1]
