"""Samples at any times -> rows at even steps; and one signal out of many, the one that moves."""

from collections.abc import Iterable, Iterator, Sequence
from math import isfinite, sqrt

RATE_HZ = 15.0  # movements of a body take a second and more
MOST_ROWS = 60_000  # of one signal: an hour at this rate; longer ones take longer steps
TURNS, TURNS_ON = 12, 2  # of the search for the direction that moves most; from a known one
STILL = 1e-12
Rows = list[tuple[float, ...]]
Timed = tuple[float, Sequence[float]]


class Evener:
    """Puts rows at even steps, each as soon as the next sample is there. Nothing is foreseen."""

    __slots__ = ("_at_s", "_last", "step_s")

    def __init__(self, *, step_s: float = 1 / RATE_HZ) -> None:
        self.step_s = step_s
        self.reset()

    def reset(self) -> None:
        """As new."""
        self._last: Timed | None = None
        self._at_s = 0.0

    def update(self, t_s: float, values: Sequence[float]) -> list[tuple[float, tuple[float, ...]]]:
        """The rows up to this time; none where the time does not go on or a value is no number."""
        if not all(map(isfinite, values)) or (self._last is not None and t_s <= self._last[0]):
            return []
        before, self._last = self._last, (t_s, tuple(values))
        if before is None:
            self._at_s = t_s + self.step_s
            return [(t_s, tuple(values))]
        found = []
        while self._at_s <= t_s:
            share = (self._at_s - before[0]) / (t_s - before[0])
            row = tuple(a + share * (b - a) for a, b in zip(before[1], values, strict=True))
            found.append((self._at_s, row))
            self._at_s += self.step_s
        return found


def evened(samples: Sequence[Timed]) -> tuple[float, float, Rows]:
    """When the first row is, the step between rows, and the rows."""
    if not samples:
        return 0.0, 1 / RATE_HZ, []
    lasts_s = max(one[0] for one in samples) - samples[0][0]
    evener = Evener(step_s=max(1 / RATE_HZ, lasts_s / MOST_ROWS))
    rows = [row for t_s, values in samples for _, row in evener.update(t_s, values)]
    return samples[0][0], evener.step_s, rows


def leading(rows: Rows, start: Sequence[float] = ()) -> tuple[list[float], list[float]]:
    """The signal along the direction in which the rows move most, and that direction.

    By the power method, from the column that moves most or from a direction of before.
    """
    wide = len(rows[0])
    if wide == 1:
        return [row[0] for row in rows], [1.0]
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    centred = [[one - mean for one, mean in zip(row, means, strict=True)] for row in rows]
    way = list(start) or _of_largest(centred)
    for _ in range(TURNS_ON if start else TURNS):
        along = _along(centred, way)
        way = _unit(_back(along, centred, wide))
    return list(_along(centred, way)), way


def _along(rows: Sequence[Sequence[float]], way: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, way, strict=True)) for row in rows]


def _back(along: Iterable[float], rows: Iterable[Sequence[float]], wide: int) -> list[float]:
    found = [0.0] * wide
    for share, row in zip(along, rows, strict=True):
        for place, one in enumerate(row):
            found[place] += share * one
    return found


def _of_largest(rows: Sequence[Sequence[float]]) -> list[float]:
    energies = list(_energies(rows))
    most = energies.index(max(energies))
    return [float(place == most) for place in range(len(energies))]


def _energies(rows: Sequence[Sequence[float]]) -> Iterator[float]:
    for column in zip(*rows, strict=True):
        yield sum(one * one for one in column)


def _unit(way: Sequence[float]) -> list[float]:
    size = sqrt(sum(one * one for one in way))
    return [one / size for one in way] if size > STILL else [1.0] + [0.0] * (len(way) - 1)
