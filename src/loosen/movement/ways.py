"""One way out and back: its times, read off where the signal crossed shares of its own height."""

from collections.abc import Sequence
from dataclasses import dataclass

# From where an eased way crosses half and nine tenths of its height to where it ends.
TOP_AT, HALF_AT, TAIL = 0.9, 0.5, 0.65
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
    cycle: Sequence[Sample], base: float, peak: float, counted_s: float, *, is_partial: bool
) -> Repetition:
    """The times of one repetition: samples (seconds, level), its level of rest and its height."""
    half_out, half_back = _crossings(cycle, base + HALF_AT * peak)
    top_out, top_back = _crossings(cycle, base + TOP_AT * peak)
    rise_s, fall_s = top_out - half_out, half_back - top_back
    top_from, top_until = top_out + TAIL * rise_s, top_back - TAIL * fall_s
    start_s, end_s = half_out - (1 + TAIL) * rise_s, half_back + (1 + TAIL) * fall_s
    return Repetition(
        start_s=start_s,
        peak_s=max(cycle, key=lambda one: one[1])[0],
        end_s=end_s,
        counted_s=counted_s,
        amplitude=peak,
        hold_s=max(0.0, top_until - top_from),
        out_s=top_from - start_s,
        back_s=end_s - top_until,
        is_partial=is_partial,
    )


def _crossings(cycle: Sequence[Sample], level: float) -> tuple[float, float]:
    """When the signal first rose over a level, and when it last fell below it."""
    first = next(index for index, (_, one) in enumerate(cycle) if one >= level)
    last = next(index for index in range(len(cycle) - 1, -1, -1) if cycle[index][1] >= level)
    risen = cycle[first][0] if first == 0 else _between(cycle[first - 1], cycle[first], level)
    is_end = last == len(cycle) - 1
    fallen = cycle[last][0] if is_end else _between(cycle[last], cycle[last + 1], level)
    return risen, fallen


def _between(before: Sample, after: Sample, level: float) -> float:
    (t0, v0), (t1, v1) = before, after
    return t0 if v1 == v0 else t0 + (level - v0) / (v1 - v0) * (t1 - t0)
