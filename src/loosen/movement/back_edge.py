"""The back's own edge, from the person's mask: how round or hollow the back is.

There is no landmark on the spine. Along the line from the middle of the shoulders to the middle of
the hips, one walks up from the line to the last pixel of the person (`movement.md` 1), column by
column of the mask: a trunk that is level enough to be on hands and knees has one edge in each.
"""

from math import ceil, hypot

from loosen.vocabulary.frames import MASK_ROW_BYTES, MASK_WIDE, Frame

from .landmarks import frame_px
from .points import HIPS, SHOULDERS, Body

STEEPEST = 1.2  # rise over run: steeper, and a column no longer crosses the back
HIGHEST = 0.8  # of the axis: an arm or a chair beyond that is no back
PERSON, GAP = "1", "000"  # of a column as a text; a hole of fewer pixels is walked over
GAP_ROWS = len(GAP)
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
    picture = _as_text(frame.mask64, rows=int(max(y0, y0 + dy, 0.0)) + 1)
    length = hypot(dx, dy)
    line = (x0, y0, dx, dy, HIGHEST * length * length / abs(dx))
    means = [_height(picture, line, part) for part in (MIDDLE, *ENDS)]
    middle, first, last = means
    if middle is None or first is None or last is None:
        return None
    return (middle - (first + last) / 2) * abs(dx) / (length * length)


Line = tuple[float, float, float, float, float]


def _height(picture: str, line: Line, part: tuple[float, float]) -> float | None:
    """How far up the person goes above this part of the line, pixels; None where it is empty.

    The last gap above the line ends the walk up a column. The text begins with the rows of a gap:
    so there always is one, and where it begins in the text the edge is in the picture.
    """
    x0, y0, dx, dy, highest = line
    rows = len(picture) // MASK_WIDE - GAP_ROWS
    one, other = ceil(x0 + part[0] * dx - 0.5), ceil(x0 + part[1] * dx - 0.5)
    total, columns = 0.0, 0
    for number in range(max(0, min(one, other)), min(MASK_WIDE, max(one, other))):
        start = y0 + (number + 0.5 - x0) / dx * dy
        first = int(start - highest) + 1
        end = int(start) + 1 if start < rows else rows
        column = picture[number::MASK_WIDE]
        top = column.rfind(GAP, 0, end + GAP_ROWS)
        if top < first:
            top = column.find(PERSON, first + GAP_ROWS, end + GAP_ROWS) - GAP_ROWS
        if 0 <= top < end:
            total += start - top
            columns += 1
    return total / columns if columns >= LEAST_COLUMNS else None


def _as_text(mask: bytes, rows: int) -> str:
    """The rows of a gap, then the upper ones of the mask: a column is every 64th letter."""
    upper = mask[: rows * MASK_ROW_BYTES]
    return f"{int.from_bytes(upper):0{8 * len(upper) + GAP_ROWS * MASK_WIDE}b}"
