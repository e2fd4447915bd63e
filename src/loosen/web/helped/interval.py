"""Where the gain of one kind of help may lie, as places on a small drawing board."""

from dataclasses import dataclass

WIDTH_PX = 320
MOST_POINTS = 4.0


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
    left, right = place(-high_90), place(-low_90)
    return Interval(
        zero=place(0),
        left=left,
        width=round(max(right - left, 2), 1),
        mark=place(-mean),
        label=label,
    )


def place(gain: float) -> float:
    """A gain in points as a place; what lies beyond the board stands at its edge."""
    held = min(max(gain, -MOST_POINTS), MOST_POINTS)
    return round((held + MOST_POINTS) / (2 * MOST_POINTS) * WIDTH_PX, 1)
