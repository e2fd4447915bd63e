"""The only place that knows the pose model's numbers: frame -> points in pixels, up positive."""

from dataclasses import dataclass

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
LONG_PX = 640  # what the longer side of any picture is taken for: one filter fits them all
# What the engine looks at; the rest of the face and of the hands only costs time.
USED = (NOSE, *EARS, *SHOULDERS, *ELBOWS, *WRISTS, *HIPS, *KNEES, *ANKLES, *HEELS, *TOES)
SIDE_OF_BODY = tuple((SHOULDERS[side], HIPS[side], KNEES[side], ANKLES[side]) for side in (0, 1))

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The landmarks of one frame: `x`, `y` and `z` in pixels by the model's number, y up.

    The pixels are those of a picture whose longer side is LONG_PX.

    `near` is the side that the camera sees: LEFT or RIGHT. `torso_px`: mid-shoulder to mid-hip.
    """

    t_s: float
    x: tuple[float, ...]
    y: tuple[float, ...]
    z: tuple[float, ...]
    near: int
    torso_px: float

    def at(self, pair: tuple[int, int]) -> Point:
        """The near one of a pair."""
        number = pair[self.near]
        return self.x[number], self.y[number]

    def of(self, number: int) -> Point:
        """One landmark."""
        return self.x[number], self.y[number]

    def middle(self, pair: tuple[int, int]) -> Point:
        """Half-way between the two of a pair."""
        one, other = pair
        return (self.x[one] + self.x[other]) / 2, (self.y[one] + self.y[other]) / 2


def frame_px(frame: Frame) -> tuple[float, float]:
    """Width and height of the picture, its longer side LONG_PX."""
    width, height = frame.size_px
    scale = LONG_PX / max(width, height)
    return width * scale, height * scale


def in_pixels(frame: Frame) -> tuple[list[float], list[float], list[float]]:
    """x, y and z of the 33 landmarks in pixels; y counts upward."""
    width, height = frame_px(frame)
    lm = frame.lm
    x = [one[0] * width for one in lm]
    y = [-one[1] * height for one in lm]
    z = [one[2] * width for one in lm]
    return x, y, z


def visibility_of(frame: Frame, side: int) -> float:
    """The mean visibility of one side's shoulder, hip, knee and ankle."""
    lm, four = frame.lm, SIDE_OF_BODY[side]
    return sum([lm[number][3] for number in four]) / len(four)
