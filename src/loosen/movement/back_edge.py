"""The back's own edge, from the person's mask: how round or hollow the back is.

There is no landmark on the spine. Along the line from the middle of the shoulders to the middle of
the hips, one walks up from the line to the last pixel of the person (`movement.md` 1).
"""

from collections.abc import Sequence
from math import hypot

from loosen.vocabulary.frames import MASK_ROW_BYTES, MASK_WIDE, Frame

from .landmarks import HIPS, SHOULDERS, Body, Point

PLACES = 21
BEFORE, BEYOND = -0.05, 1.05
MIDDLE = slice(8, 13)
STEP = 0.5  # pixels of the mask
HIGHEST = 0.8  # of the axis: an arm or a chair beyond that is no back
ENDS = (slice(2, 5), slice(16, 19))  # hair and cloth spoil the very ends
HOLES = 2  # steps without the person that are walked over


def back_curve(body: Body, frame: Frame) -> float | None:
    """How far the middle of the back stands above its ends, in shares of the trunk's length.

    None where the mask shows no whole edge.
    """
    if frame.mask64 is None:
        return None
    heights = _edge(body, frame)
    if heights is None:
        return None
    middle = _mean(heights[MIDDLE])
    ends = [one for part in ENDS for one in heights[part]]
    return middle - _mean(ends)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _edge(body: Body, frame: Frame) -> list[float] | None:
    scale = MASK_WIDE / frame.size_px[0]
    shoulder, hip = body.middle(SHOULDERS), body.middle(HIPS)
    x0, y0 = shoulder[0] * scale, -shoulder[1] * scale
    dx, dy = hip[0] * scale - x0, -hip[1] * scale - y0
    length = hypot(dx, dy)
    if length < 1:
        return None
    up_x, up_y = (dy / length, -dx / length) if dx >= 0 else (-dy / length, dx / length)
    heights = []
    for place in range(PLACES):
        share = BEFORE + (BEYOND - BEFORE) * place / (PLACES - 1)
        start = (x0 + share * dx, y0 + share * dy)
        height = _climb(frame.mask64 or b"", start, (up_x, up_y), HIGHEST * length)
        if height is None:
            return None
        heights.append(height / length)
    return heights


def _climb(mask: bytes, start: Point, up: Point, highest: float) -> float | None:
    """How far up the person goes, pixels of the mask; None where the line itself is empty."""
    rows = len(mask) // MASK_ROW_BYTES
    found: float | None = None
    missed = 0
    for step in range(int(highest / STEP) + 1):
        x, y = int(start[0] + up[0] * step * STEP), int(start[1] + up[1] * step * STEP)
        is_in = 0 <= x < MASK_WIDE and 0 <= y < rows
        if is_in and mask[y * MASK_ROW_BYTES + (x >> 3)] >> (7 - (x & 7)) & 1:
            found, missed = step * STEP, 0
        elif found is not None:
            missed += 1
            if missed > HOLES:
                break
    return found
