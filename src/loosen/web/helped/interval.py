"""Where a gain or a likelihood may lie, as places on a small drawing board."""

from dataclasses import dataclass
from math import log2

WIDTH_PX = 320
MOST_POINTS = 4.0
MOST_DOUBLINGS = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The bar holds nine in ten of what is believed; right of the line is less pain."""

    zero: float
    left: float
    width: float
    mark: float
    label: str


def interval(mean: float, low_90: float, high_90: float, label: str) -> Interval:
    """Less pain is drawn to the right, though it is a fall of the score."""
    return _drawn(-mean, -high_90, -low_90, MOST_POINTS, label)


def times_interval(middle: float, low_90: float, high_90: float, label: str) -> Interval:
    """Likelier is drawn to the right; each doubling is as wide as the last."""
    return _drawn(log2(middle), log2(low_90), log2(high_90), MOST_DOUBLINGS, label)


def _drawn(mark: float, low: float, high: float, most: float, label: str) -> Interval:
    left, right = place(low, most), place(high, most)
    return Interval(
        zero=place(0, most),
        left=left,
        width=round(max(right - left, 2), 1),
        mark=place(mark, most),
        label=label,
    )


def place(value: float, most: float = MOST_POINTS) -> float:
    """A value as a place; what lies beyond the board stands at its edge."""
    held = min(max(value, -most), most)
    return round((held + most) / (2 * most) * WIDTH_PX, 1)
