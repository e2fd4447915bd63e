"""The only place that knows the pose model's numbers: frame -> points in pixels, up positive."""

from math import hypot
from operator import itemgetter

from loosen.vocabulary.frames import Frame

NOSE = 0
EARS = (7, 8)
SHOULDERS = (11, 12)
ELBOWS = (13, 14)
WRISTS = (15, 16)
HIPS = (23, 24)
KNEES = (25, 26)
ANKLES = (27, 28)
HEELS = (29, 30)
TOES = (31, 32)
LEFT, RIGHT = 0, 1
SIDES = (LEFT, RIGHT)
FARTHEST_PX = 20_000.0  # all landmarks together: some pictures away no model puts any
LONG_PX = 640  # what the longer side of any picture is taken for: one filter fits them all
# What the engine looks at; the rest of the face and of the hands only costs time.
USED = (NOSE, *EARS, *SHOULDERS, *ELBOWS, *WRISTS, *HIPS, *KNEES, *ANKLES, *HEELS, *TOES)
SIDE_OF_BODY = tuple((SHOULDERS[side], HIPS[side], KNEES[side], ANKLES[side]) for side in (0, 1))
in_use = itemgetter(*USED)

Row = tuple[float, ...]


def frame_px(frame: Frame) -> tuple[float, float]:
    """Width and height of the picture, its longer side LONG_PX."""
    width, height = frame.size_px
    scale = LONG_PX / max(width, height)
    return width * scale, height * scale


def in_pixels(frame: Frame) -> tuple[Row, Row, Row] | None:
    """x, y and z of the landmarks in use, in pixels; y counts upward.

    None where one of the 33 is no number, or out of this world: it would stay in every filter.
    """
    width, height = frame_px(frame)
    lm = frame.lm
    x = [one[0] * width for one in lm]
    y = [-one[1] * height for one in lm]
    z = [one[2] * width for one in lm]
    return (in_use(x), in_use(y), in_use(z)) if hypot(*x, *y, *z) < FARTHEST_PX else None


def visibility_of(frame: Frame, side: int) -> float:
    """The mean visibility of one side's shoulder, hip, knee and ankle."""
    lm, four = frame.lm, SIDE_OF_BODY[side]
    return sum([lm[number][3] for number in four]) / len(four)
