"""The back's own edge, from the person's mask: how round or hollow the back is.

There is no landmark on the spine. Along the line from the middle of the shoulders to the middle of
the hips, one walks up from the line to the last pixel of the person (`movement.md` 1), column by
column of the mask: a trunk that is level enough to be on hands and knees has one edge in each.
"""

from math import ceil, hypot
from struct import unpack

from loosen.vocabulary.frames import MASK_ROW_BYTES, MASK_WIDE, Frame

from .landmarks import HIPS, SHOULDERS, Body, frame_px

STEEPEST = 1.2  # rise over run: steeper, and a column no longer crosses the back
HIGHEST = 0.8  # of the axis: an arm or a chair beyond that is no back
HOLES = 2  # pixels without the person that are walked over
# From the shoulders (0) to the hips (1); hair and cloth spoil the very ends.
MIDDLE, ENDS = (0.33, 0.67), ((0.03, 0.25), (0.75, 0.97))
LEAST_COLUMNS = 1


def back_curve(body: Body, frame: Frame) -> float | None:
    """How far the middle of the back stands above its ends, in shares of the trunk's length.

    None where the mask shows no whole edge.
    """
    if frame.mask64 is None:
        return None
    scale = MASK_WIDE / frame_px(frame)[0]
    shoulder, hip = body.middle(SHOULDERS), body.middle(HIPS)
    x0, y0 = shoulder[0] * scale, -shoulder[1] * scale
    dx, dy = hip[0] * scale - x0, -hip[1] * scale - y0
    if abs(dx) < 1 or abs(dy) > STEEPEST * abs(dx):
        return None
    rows = unpack(f">{len(frame.mask64) // MASK_ROW_BYTES}Q", frame.mask64)
    length = hypot(dx, dy)
    line = (x0, y0, dx, dy, HIGHEST * length * length / abs(dx))
    means = [_height(rows, line, part) for part in (MIDDLE, *ENDS)]
    middle, first, last = means
    if middle is None or first is None or last is None:
        return None
    return (middle - (first + last) / 2) * abs(dx) / (length * length)


Line = tuple[float, float, float, float, float]


def _height(rows: tuple[int, ...], line: Line, part: tuple[float, float]) -> float | None:
    """How far up the person goes above this part of the line, pixels; None where it is empty."""
    x0, y0, dx, dy, highest = line
    ends = sorted((x0 + part[0] * dx, x0 + part[1] * dx))
    total, columns = 0.0, 0
    for column in range(max(0, ceil(ends[0] - 0.5)), min(MASK_WIDE, ceil(ends[1] - 0.5))):
        start = y0 + (column + 0.5 - x0) / dx * dy
        top = _climb(rows, int(start), MASK_WIDE - 1 - column, int(start - highest))
        if top is not None:
            total += start - top
            columns += 1
    return total / columns if columns >= LEAST_COLUMNS else None


def _climb(rows: tuple[int, ...], start: int, bit: int, highest: int) -> int | None:
    """The row of the person's edge above `start`; None where the line itself is empty."""
    found: int | None = None
    missed = 0
    for row in range(min(start, len(rows) - 1), max(highest, -1), -1):
        if rows[row] >> bit & 1:
            found, missed = row, 0
        else:
            missed += 1
            if missed > HOLES:
                break
    return found
