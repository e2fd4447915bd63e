"""Whether a frame can be judged at all; a frame that cannot says why, and is never guessed."""

from dataclasses import dataclass
from enum import StrEnum
from math import hypot

from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraView

from .landmarks import LEFT, RIGHT, SIDES, Row, frame_px, in_pixels, visibility_of
from .points import HIPS, SHOULDERS, SIDE_OF_BODY, Body

# Measured on real clips (`movement.md` 1): shares of the torso, pixels of a picture 640 long.
WIDTH_GOOD, WIDTH_REFUSED = 0.25, 0.6
# Ours: between these the depth of shoulders and hips says whether it is the side that is seen.
SIDE_UNSURE, FRONT_UNSURE, FRONT_LEAST, FRONT_MOST = 0.3, 0.55, 0.2, 1.2
TORSO_LEAST_PX = 50.0
DEEP = 0.8  # of its width in the picture: so deep a body is not seen from the front
OUT_OF_PICTURE = 0.02  # of the picture beyond its edge, where a limb is invented
NEAR_SWITCH = 0.08  # of visibility or of the depth in torsos, before the other side is the near one
JUMP_TORSOS, JUMP_S = 0.5, 0.15
OTHER_LENGTH = 0.55  # of the torso longer or shorter at once: it is no trunk that was taken
EASE_S = 1.0  # within which the torso's length, its width and its depth follow


class Unseen(StrEnum):
    """Why a frame cannot be judged."""

    NOBODY = "nobody"
    TWO_PEOPLE = "two-people"
    TOO_FAR = "too-far"
    WRONG_VIEW = "wrong-view"
    OUT_OF_PICTURE = "out-of-picture"
    JUMPED = "jumped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """What the gate says of one frame. `is_oblique`: seen from aside, where it is still judged."""

    unseen: Unseen | None
    is_oblique: bool = False


class Gate:
    """Looks at each frame before anything is measured. Parameters never change while it runs.

    `view`: from where it has to be seen; None: from anywhere, and `shows` tells from where it was.
    """

    __slots__ = ("_apart_px", "_behind_px", "_last", "_last_s", "_near", "_torso_px", "view")

    def __init__(self, *, view: CameraView | None) -> None:
        self.view = view
        self.reset()

    def reset(self) -> None:
        """Forget who was seen."""
        self._near: int | None = None
        self._torso_px = self._apart_px = self._behind_px = 0.0
        self._last_s: float | None = None
        self._last: tuple[float, float, float] | None = None

    def update(self, frame: Frame) -> tuple[Quality, Body | None]:
        """The verdict on this frame, and the body where it can be judged."""
        if not frame.lm:
            return Quality(unseen=Unseen.NOBODY), None
        if frame.people > 1:
            return Quality(unseen=Unseen.TWO_PEOPLE), None
        places = in_pixels(frame)
        if places is None:
            return Quality(unseen=Unseen.NOBODY), None
        x, y, z = places
        shoulder, hip = _middle(x, y, SHOULDERS), _middle(x, y, HIPS)
        long_px = hypot(shoulder[0] - hip[0], shoulder[1] - hip[1])
        self._follow(frame.t_s, x, y, z, long_px)
        near = self._nearer(frame, z)
        unseen = self._why_not(frame, x, y, hip, long_px, near)
        is_oblique = self.view is CameraView.SIDE and self._width > WIDTH_GOOD
        quality = Quality(unseen=unseen, is_oblique=is_oblique)
        if unseen is not None:
            return quality, None
        return quality, Body(t_s=frame.t_s, x=x, y=y, z=z, near=near, torso_px=self._torso_px)

    def _follow(self, t_s: float, x: Row, y: Row, z: Row, torso_px: float) -> None:
        """Torso, width and depth follow slowly: one foreshortened frame is not a smaller body."""
        apart_px, behind_px = _apart(x, y, z)
        if self._last_s is None:
            self._torso_px, self._apart_px, self._behind_px = torso_px, apart_px, behind_px
            self._last_s = t_s
            return
        step_s = max(0.0, t_s - self._last_s)
        share = step_s / (step_s + EASE_S)
        self._last_s = t_s
        self._torso_px += share * (torso_px - self._torso_px)
        self._apart_px += share * (apart_px - self._apart_px)
        self._behind_px += share * (behind_px - self._behind_px)

    def _nearer(self, frame: Frame, z: Row) -> int:
        """By visibility where the model tells it, else by depth: many a model is sure of all."""
        sees = visibility_of(frame, LEFT) - visibility_of(frame, RIGHT)
        if abs(sees) < NEAR_SWITCH:
            left, right = (z[SHOULDERS[side]] + z[HIPS[side]] for side in SIDES)
            sees = (right - left) / 2 / max(self._torso_px, 1.0)
        if self._near is None:
            self._near = LEFT if sees >= 0 else RIGHT
        elif sees > NEAR_SWITCH:
            self._near = LEFT
        elif sees < -NEAR_SWITCH:
            self._near = RIGHT
        return self._near

    def _why_not(
        self,
        frame: Frame,
        x: Row,
        y: Row,
        hip: tuple[float, float],
        long_px: float,
        near: int,
    ) -> Unseen | None:
        if self._torso_px < TORSO_LEAST_PX:
            return Unseen.TOO_FAR
        is_other = abs(long_px - self._torso_px) > OTHER_LENGTH * self._torso_px
        if self._is_jump(frame.t_s, hip) or is_other:
            return Unseen.JUMPED
        if self.view is not None and not self.shows(self.view):
            return Unseen.WRONG_VIEW
        wide, high = frame_px(frame)
        beyond_x, beyond_y = OUT_OF_PICTURE * wide, OUT_OF_PICTURE * high
        for number in SIDE_OF_BODY[near]:
            is_in = -beyond_x <= x[number] <= wide + beyond_x
            if not (is_in and -high - beyond_y <= y[number] <= beyond_y):
                return Unseen.OUT_OF_PICTURE
        return None

    @property
    def _width(self) -> float:
        """From left to right, in torsos."""
        return self._apart_px / max(self._torso_px, 1.0)

    def shows(self, view: CameraView) -> bool:
        """Whether who is there is seen from this view: narrow from the side, wide from the front.

        Where that is unsure, what lies behind tells.
        """
        width = self._width
        if view is CameraView.SIDE:
            is_deep = self._behind_px > DEEP * self._apart_px
            return width <= SIDE_UNSURE or (width <= WIDTH_REFUSED and is_deep)
        if not FRONT_LEAST <= width <= FRONT_MOST:
            return False
        return width >= FRONT_UNSURE or self._behind_px <= self._apart_px

    def _is_jump(self, t_s: float, hip: tuple[float, float]) -> bool:
        """A body does not leap half a torso within a moment; the model took something else."""
        last, self._last = self._last, (t_s, *hip)
        if last is None or not 0 < t_s - last[0] < JUMP_S:
            return False
        return hypot(hip[0] - last[1], hip[1] - last[2]) > JUMP_TORSOS * self._torso_px


def _middle(x: Row, y: Row, pair: tuple[int, int]) -> tuple[float, float]:
    return (x[pair[0]] + x[pair[1]]) / 2, (y[pair[0]] + y[pair[1]]) / 2


def _apart(x: Row, y: Row, z: Row) -> tuple[float, float]:
    """From left to right of the shoulders and of the hips: in the picture, and in depth."""
    (a, b), (c, d) = SHOULDERS, HIPS
    seen = hypot(x[a] - x[b], y[a] - y[b]) + hypot(x[c] - x[d], y[c] - y[d])
    return seen / 2, (abs(z[a] - z[b]) + abs(z[c] - z[d])) / 2
