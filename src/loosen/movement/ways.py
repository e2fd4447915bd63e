"""One way out and back: its times, by the eased way that fits the signal best."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asin, sin

FOOT, TOP = 0.3, 0.85  # of the height: between them it is on its way
TAIL = 0.65  # from where an eased way crosses half and nine tenths to where it ends
AGREE_S = 0.3  # between two ways to tell when it was at the top
NEAR_TOP, MOSTLY = 0.85, 0.7
PARTS, PAUSES, PAUSES_S = 6, 4.0, 0.5  # of a way; one that takes so much longer has a pause in it
PACE_S = 0.09  # over which the pace is read
Sample = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """One way out and back. Times in seconds; `amplitude` in the signal's unit, above 0."""

    start_s: float
    peak_s: float
    end_s: float
    counted_s: float
    amplitude: float
    hold_s: float
    out_s: float
    back_s: float
    is_partial: bool


def measured(
    cycle: Sequence[Sample],
    base: float,
    peak: float,
    counted_s: float,
    *,
    after_s: float = float("-inf"),
    is_partial: bool,
) -> Repetition:
    """The times of one repetition: samples (seconds, level), its level of rest and its peak.

    Its height is not its peak: where landmarks shake, the highest moment is chance. When the one
    before ended (`after_s`) was foretold as it was counted; this one cannot have begun by then.
    """
    height = _height(cycle, base, peak)
    shares = [(t_s, (level - base) / height) for t_s, level in cycle]
    start_s, top_from = (max(one, after_s) for one in _way(shares))
    end_s, top_until = _way(shares[::-1])
    return Repetition(
        start_s=start_s,
        peak_s=max(max(cycle, key=lambda one: one[1])[0], start_s),
        end_s=max(end_s, start_s),
        counted_s=counted_s,
        amplitude=height,
        hold_s=max(0.0, top_until - top_from),
        out_s=top_from - start_s,
        back_s=end_s - top_until,
        is_partial=is_partial,
    )


def falls_per_s(cycle: Sequence[Sample]) -> float:
    """How fast the level sinks now; 0 where it rises."""
    t_s, level = cycle[-1]
    at = len(cycle) - 2
    while at > 0 and t_s - cycle[at][0] < PACE_S:
        at -= 1
    before_s, before = cycle[at]
    return max(0.0, before - level) / (t_s - before_s)


def _height(cycle: Sequence[Sample], base: float, peak: float) -> float:
    """How high it stood near its top: most of the time no higher."""
    tops = sorted(level - base for _, level in cycle if level - base >= NEAR_TOP * peak)
    return tops[int(MOSTLY * len(tops))]


def _rise(shares: Sequence[Sample]) -> Sequence[Sample]:
    """The samples of the way from rest to the top, the first time; backward in time, the way back.

    One before and one after are kept, so that a quick way has two at least.
    """
    top = next(at for at, (_, share) in enumerate(shares) if share >= TOP)
    low = top
    while low > 0 and shares[low - 1][1] > FOOT:
        low -= 1
    return shares[max(0, low - 1) : top + 1]


def _way(shares: Sequence[Sample]) -> Sample:
    """When it left rest, and when it was at the top."""
    paused = _with_pauses(shares)
    if paused is not None:
        return paused
    start_s, top_s = _fitted(_rise(shares))
    crossed_s = _top_by_crossings(shares)
    return start_s, crossed_s if abs(crossed_s - top_s) <= AGREE_S else top_s


def _fitted(rise: Sequence[Sample]) -> Sample:
    """When an eased way that fits these samples best leaves rest, and when it is at the top."""
    times = [t_s for t_s, _ in rise]
    parts = [_part(share) for _, share in rise]
    middle_s, middle = sum(times) / len(times), sum(parts) / len(parts)
    spread = sum((t_s - middle_s) ** 2 for t_s in times)
    goes = sum((t_s - middle_s) * (part - middle) for (t_s, part) in zip(times, parts, strict=True))
    if not spread or goes * (times[-1] - times[0]) <= 0:  # a way back runs against time
        return times[0], times[-1]
    pace = goes / spread
    return middle_s - middle / pace, middle_s + (1 - middle) / pace


def _with_pauses(shares: Sequence[Sample]) -> Sample | None:
    """The same for a way with pauses in it, by how long most of its parts take; else None."""
    low = max(FOOT, shares[0][1])
    if low >= TOP:
        return None
    levels = [low + (TOP - low) * part / PARTS for part in range(PARTS + 1)]
    crossed = [_crossing(shares, level) for level in levels]
    took = sorted((abs(there - here) for here, there in pairwise(crossed)))
    usual_s, longest_s = took[PARTS // 2 - 1], took[-1]
    if longest_s < max(PAUSES * usual_s, PAUSES_S):
        return None
    whole_s = PARTS * usual_s / (_part(TOP) - _part(low))
    if shares[-1][0] < shares[0][0]:  # the way back, told backward in time
        whole_s = -whole_s
    return crossed[0] - _part(low) * whole_s, crossed[-1] + (1 - _part(TOP)) * whole_s


def _top_by_crossings(shares: Sequence[Sample]) -> float:
    """The same by where it crossed half and nine tenths: nearer to a way that is no eased one.

    Where it shakes it may cross the latter far too late; then the fit alone is right.
    """
    half_s, near_s = (_crossing(shares, share) for share in (0.5, 0.9))
    return near_s + TAIL * (near_s - half_s)


def _crossing(shares: Sequence[Sample], share: float) -> float:
    at = next(at for at, (_, one) in enumerate(shares) if one >= share)
    if at == 0:
        return shares[0][0]
    (t0, low), (t1, high) = shares[at - 1], shares[at]
    return t0 + (share - low) / (high - low) * (t1 - t0)


def _part(share: float) -> float:
    """How much of its time an eased way has spent, when it has gone this share of its height."""
    return 0.5 - sin(asin(1 - 2 * min(max(share, 0.0), 1.0)) / 3)
