"""Peaks of an even signal and how far each stands out; and a smoothing that shifts nothing.

How far a peak stands out is what one has to go down from it, on the easier side, before one can go
up to a higher one. So a slow drift under the signal matters little, and no threshold is needed.
"""

from collections.abc import Callable, Sequence
from math import exp
from operator import le, lt
from statistics import median

REACH = 3  # of the width, where the bell of the smoothing ends
MIDDLE_OF = 2  # samples on either side, of the median that takes single leaps away


def smoothed(values: Sequence[float], width: float) -> list[float]:
    """Without single leaps, and smoothed by a bell of this width in samples, both ways."""
    calm = _without_leaps(values)
    reach = max(1, int(REACH * width))
    bell = [exp(-0.5 * (step / width) ** 2) for step in range(-reach, reach + 1)]
    whole = sum(bell)
    bell = [one / whole for one in bell]
    long = [calm[0]] * reach + calm + [calm[-1]] * reach
    span = len(bell)
    return [
        sum(share * one for share, one in zip(bell, long[at : at + span], strict=True))
        for at in range(len(calm))
    ]


def _without_leaps(values: Sequence[float]) -> list[float]:
    spans = (values[max(0, at - MIDDLE_OF) : at + MIDDLE_OF + 1] for at in range(len(values)))
    return [median(span) for span in spans]


def peaks(values: Sequence[float]) -> list[tuple[int, float]]:
    """Where each peak is, and how far it stands out; the borders count as slopes downward."""
    tops = _tops(values)
    before = _feet(values, tops, lt)
    last = len(values) - 1
    after = _feet(values[::-1], [last - top for top in reversed(tops)], le)[::-1]
    return [
        (top, values[top] - max(one, other))
        for top, one, other in zip(tops, before, after, strict=True)
    ]


def _tops(values: Sequence[float]) -> list[int]:
    """The middle of every stretch that is higher than what lies on either side."""
    found, start, count = [], 0, len(values)
    while start < count:
        end = start
        while end + 1 < count and values[end + 1] == values[start]:
            end += 1
        rises = start == 0 or values[start - 1] < values[start]
        falls = end == count - 1 or values[end + 1] < values[start]
        if rises and falls:
            found.append((start + end) // 2)
        start = end + 1
    return found


def _feet(
    values: Sequence[float], tops: Sequence[int], is_hidden: Callable[[float, float], bool]
) -> list[float]:
    """The lowest level before each top, back to where the signal was higher than it.

    Of two tops of one height the earlier one hides the later, but not the other way round.
    """
    found: list[float] = []
    higher: list[tuple[float, float]] = []  # tops that hide others, and the foot of each
    since = 0
    for top in tops:
        foot = min(values[since : top + 1])
        while higher and is_hidden(higher[-1][0], values[top]):
            foot = min(foot, higher.pop()[1])
        higher.append((values[top], foot))
        found.append(foot)
        since = top
    return found


def typical(sizes: Sequence[float]) -> float:
    """The size from which upward half of all height lies: many small ones move it little."""
    rest = sum(sizes) / 2
    for size in sorted(sizes, reverse=True):
        rest -= size
        if rest <= 0:
            return size
    return 0.0
