"""The cycles of an even signal of which nothing is known: neither direction, size nor pace.

A cycle is a peak that stands out. Which ones do is read off the signal: where most are of one
size, far smaller ones are partial; where a cycle has two humps, they come by turns with the rests
between; and at either end, what does not look like the others was getting there or leaving.
All numbers are ours, set on made-up signals and on people 1 to 3 of UI-PRMD.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import median

from .peaks import peaks, typical

STANDS_OUT, HUMP = 0.28, 0.2  # of the typical size
PARTIAL_MOST, APART, CLEARLY = 0.8, 1.3, 2.2
TURNS_APART, BY_TURNS, FEWEST_BY_TURNS = 1.2, 0.85, 6
ALIKE, SMALLEST, LARGEST, FAR = 0.9, 0.3, 1.9, 2.5
MOST_TRIMMED, FEWEST = 4, 3
SIDE = 12  # places on either side, at which a cycle is compared
PACES = (0.75, 0.87, 1.0, 1.15, 1.33)
SHIFTS = (-0.25, -0.12, 0.0, 0.12, 0.25)
Peak = tuple[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycles:
    """Where each cycle is out farthest, by the sample's number. `sign`: which way out is."""

    sign: int
    size: float
    at: tuple[int, ...]


def cycles(values: Sequence[float], sign: int = 0) -> Cycles:
    """The cycles of this smooth signal; where no way out is given, whichever has more of them."""
    if sign:
        return _one_way(values, sign)
    up, down = (_one_way(values, sign) for sign in (1, -1))
    if len(up.at) != len(down.at):
        return up if len(up.at) > len(down.at) else down
    return up if _dwells_low(values) else down


def _dwells_low(values: Sequence[float]) -> bool:
    """More time is spent at rest than out; so where the middle value is low, out is up."""
    return not values or median(values) - min(values) <= max(values) - median(values)


def _one_way(values: Sequence[float], sign: int) -> Cycles:
    level = [sign * one for one in values]
    found = peaks(level)
    size = typical([one for _, one in found])
    if size <= 0:
        return Cycles(sign=sign, size=0.0, at=())
    kept = _alike(level, _whole(level, found, size))
    return Cycles(sign=sign, size=size, at=tuple(at for at, _ in kept))


def _whole(level: Sequence[float], found: Sequence[Peak], size: float) -> list[Peak]:
    """One peak a cycle, without partial ones."""
    many = [one for one in found if one[1] >= HUMP * size]
    joined = _joined(level, many)
    if len(joined) < len(many):
        return joined
    least = _least([one for _, one in many], size)
    return [one for one in many if one[1] >= least]


def _least(sizes: Sequence[float], size: float) -> float:
    """The size that parts partial cycles from whole ones, where whole ones are much alike."""
    shares = sorted(one / size for one in sizes if one >= STANDS_OUT * size)
    best, least = 0.0, STANDS_OUT
    for number, (low, high) in enumerate(pairwise(shares), start=1):
        above = shares[number:]
        is_few = len(above) >= FEWEST and number <= 0.5 * len(above) + 1
        if not is_few or low >= PARTIAL_MOST or high < max(APART, best) * low:
            continue
        top = above[-2] if len(above) >= 6 else above[-1]  # one may have been larger
        if high - low >= CLEARLY * max(top - high, 0.02):
            best, least = high / low, sqrt(low * high)
    return least * size


# --- two humps a cycle -------------------------------------------------------------------------


def _joined(level: Sequence[float], found: list[Peak]) -> list[Peak]:
    """Two humps made one, where deep and shallow valleys, or high and low humps, take turns."""
    if len(found) < FEWEST_BY_TURNS:
        return found
    valleys = [
        min(level[one[0]], level[other[0]]) - min(level[one[0] : other[0] + 1])
        for one, other in pairwise(found)
    ]
    deep = _parting(valleys)
    if deep is None:
        high = _parting([size for _, size in found])
        return found if high is None else [one for one in found if one[1] >= high]
    joined = [found[0]]
    for one, valley in zip(found[1:], valleys, strict=True):
        if valley >= deep:
            joined.append(one)
        else:
            before = joined[-1]
            joined[-1] = (before[0] + one[0]) // 2, max(before[1], one[1])
    return joined


def _parting(sizes: Sequence[float]) -> float | None:
    """The size above which every second one lies; None where they do not take turns."""
    ranked = sorted(sizes)
    half = len(ranked) // 2
    best, parting = TURNS_APART, None
    for at in range(max(1, half - 2), min(len(ranked), half + 3)):
        low, high = ranked[at - 1], ranked[at]
        if high >= best * low:
            best, parting = (high / low if low > 0 else float("inf")), (low + high) / 2
    if parting is None:
        return None
    is_low = [one < parting for one in sizes]
    turns = sum(one != other for one, other in pairwise(is_low))
    return parting if turns >= BY_TURNS * (len(is_low) - 1) else None


# --- getting there and leaving -----------------------------------------------------------------


def _alike(level: Sequence[float], found: list[Peak]) -> list[Peak]:
    """Without what comes first or last and does not look like the others."""
    if len(found) <= FEWEST:
        return found
    steps = [other[0] - one[0] for one, other in pairwise(found)]
    pace = median(steps)
    shapes = [_shape(level, at, pace) for at, _ in found]
    inner = shapes[1:-1] if len(shapes) > FEWEST + 1 else shapes
    common = [median(places) for places in zip(*inner, strict=True)]

    def fits(number: int, step: float) -> bool:
        return step <= FAR * pace and _is_like(level, found[number][0], pace, common)

    first, end = 0, len(found)
    while end - first > FEWEST and first < MOST_TRIMMED and not fits(first, steps[first]):
        first += 1
    until = len(found) - MOST_TRIMMED
    while end - first > FEWEST and end > until and not fits(end - 1, steps[end - 2]):
        end -= 1
    return found[first:end]


def _is_like(level: Sequence[float], at: int, pace: float, common: Sequence[float]) -> bool:
    """Whether the signal here has the common shape, somewhat sooner or later, faster or slower."""
    whole = _norm(common)
    best, size = -1.0, 0.0
    for quicker in PACES:
        for shift in SHIFTS:
            shape = _shape(level, at + shift * pace, pace * quicker)
            own = _norm(shape)
            like = sum(a * b for a, b in zip(shape, common, strict=True)) / (own * whole)
            if like > best:
                best, size = like, own / whole
    return best >= ALIKE and SMALLEST <= size <= LARGEST


def _shape(level: Sequence[float], at: float, pace: float) -> list[float]:
    """The signal around a place, half a pace to either side, its mean taken away."""
    last = len(level) - 1
    found = []
    for place in range(-SIDE, SIDE + 1):
        spot = min(max(at + place / SIDE * pace / 2, 0.0), float(last))
        low = int(spot)
        found.append(level[low] + (level[min(low + 1, last)] - level[low]) * (spot - low))
    mean = sum(found) / len(found)
    return [one - mean for one in found]


def _norm(shape: Sequence[float]) -> float:
    return sqrt(sum(one * one for one in shape)) or 1e-12
