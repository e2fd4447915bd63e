"""Counts the repetitions of any one signal, with no knowledge of the movement.

The same counter as live; only its direction and its least amplitude are read off the signal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from .repetitions import RepCounter, Turn
from .smoothing import OneEuro
from .ways import Sample

LEAST = 0.35  # of the spread of the whole signal
LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many, when each was out farthest and when it was counted, seconds."""

    count: int
    peaks_s: tuple[float, ...]
    counted_s: tuple[float, ...]
    least: float


def count_offline(samples: Sequence[Sample]) -> Counted:
    """The count of a whole signal; a time that does not go on is left out."""
    smooth = _smoothed(samples)
    if len(smooth) < 3:
        return Counted(count=0, peaks_s=(), counted_s=(), least=0.0)
    levels = sorted(value for _, value in smooth)
    low, high = levels[int(LOW * len(levels))], levels[int(HIGH * len(levels)) - 1]
    spread = high - low
    if spread <= 0:
        return Counted(count=0, peaks_s=(), counted_s=(), least=0.0)
    rest = _rest(smooth)
    sign = 1 if rest - low <= high - rest else -1
    return _count(smooth, sign, LEAST * spread, low if sign > 0 else high)


def _smoothed(samples: Sequence[Sample]) -> list[Sample]:
    filter_ = OneEuro()
    found: list[Sample] = []
    for t_s, value in samples:
        if not found or t_s > found[-1][0]:
            found.append((t_s, filter_.update(t_s, [value])[0]))
    return found


def _rest(smooth: Sequence[Sample]) -> float:
    """Where it starts and ends: before the first repetition and after the last."""
    edge = max(1, len(smooth) // 50)
    return median([value for _, value in (*smooth[:edge], *smooth[-edge:])])


def _count(smooth: Sequence[Sample], sign: int, least: float, rest: float) -> Counted:
    counter = RepCounter(sign=sign, least=least, refractory_s=0.4)
    counter.settle_at(rest)
    done = []
    for t_s, value in smooth:
        seen = counter.update(t_s, value)
        if seen.turn is Turn.COUNTED and seen.repetition is not None:
            done.append(seen.repetition)
    return Counted(
        count=len(done),
        peaks_s=tuple(one.peak_s for one in done),
        counted_s=tuple(one.counted_s for one in done),
        least=least,
    )
