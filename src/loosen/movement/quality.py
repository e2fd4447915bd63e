"""Whether a frame can be judged at all; a frame that cannot says why, and is never guessed."""

from dataclasses import dataclass
from enum import StrEnum
from math import hypot, isfinite

from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraView

from .landmarks import HIPS, LEFT, RIGHT, SHOULDERS, SIDE_OF_BODY, Body, in_pixels, visibility_of

# Measured on real clips (`movement.md` 1): shares of the torso, pixels of a 640-pixel picture.
WIDTH_GOOD, WIDTH_REFUSED = 0.25, 0.5
TORSO_LEAST_PX, OF_WIDE_PX = 50.0, 640
OUT_OF_PICTURE = 0.02  # of the picture beyond its edge, where a limb is invented
NEAR_SWITCH = 0.08  # of visibility, before the other side counts as the near one
JUMP_TORSOS, JUMP_S = 0.5, 0.15
TORSO_EASE = 0.05


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
    """What the gate says of one frame. `width_ratio`: left to right over the torso's length."""

    unseen: Unseen | None
    width_ratio: float = 0.0
    near: int = LEFT
    torso_px: float = 0.0
    is_oblique: bool = False


class Gate:
    """Looks at each frame before anything is measured. Parameters never change while it runs."""

    __slots__ = ("_last", "_near", "_torso_px", "view")

    def __init__(self, *, view: CameraView) -> None:
        self.view = view
        self.reset()

    def reset(self) -> None:
        """Forget who was seen."""
        self._near: int | None = None
        self._torso_px = 0.0
        self._last: tuple[float, float, float] | None = None

    def update(self, frame: Frame) -> tuple[Quality, Body | None]:
        """The verdict on this frame, and the body where it can be judged."""
        if not frame.lm or not _are_numbers(frame):
            return Quality(unseen=Unseen.NOBODY), None
        if frame.people > 1:
            return Quality(unseen=Unseen.TWO_PEOPLE), None
        x, y, z = in_pixels(frame)
        near = self._nearer(frame)
        shoulder, hip = _middle(x, y, SHOULDERS), _middle(x, y, HIPS)
        torso_px = hypot(shoulder[0] - hip[0], shoulder[1] - hip[1])
        steady_px = self._steady(torso_px)
        ratio = _width(x, y) / max(steady_px, 1.0)
        quality = Quality(
            unseen=self._why_not(frame, x, y, hip, steady_px, ratio, near),
            width_ratio=ratio,
            near=near,
            torso_px=steady_px,
            is_oblique=self.view is CameraView.SIDE and ratio > WIDTH_GOOD,
        )
        if quality.unseen is not None:
            return quality, None
        return quality, Body(
            t_s=frame.t_s, x=tuple(x), y=tuple(y), z=tuple(z), near=near, torso_px=steady_px
        )

    def _nearer(self, frame: Frame) -> int:
        left, right = visibility_of(frame, LEFT), visibility_of(frame, RIGHT)
        if self._near is None:
            self._near = LEFT if left >= right else RIGHT
        elif self._near == LEFT and right > left + NEAR_SWITCH:
            self._near = RIGHT
        elif self._near == RIGHT and left > right + NEAR_SWITCH:
            self._near = LEFT
        return self._near

    def _steady(self, torso_px: float) -> float:
        """The torso's length, following slowly: one foreshortened frame is not a smaller body."""
        if not self._torso_px:
            self._torso_px = torso_px
        self._torso_px += TORSO_EASE * (torso_px - self._torso_px)
        return self._torso_px

    def _why_not(
        self,
        frame: Frame,
        x: list[float],
        y: list[float],
        hip: tuple[float, float],
        torso_px: float,
        ratio: float,
        near: int,
    ) -> Unseen | None:
        wide, high = frame.size_px
        if torso_px < TORSO_LEAST_PX * wide / OF_WIDE_PX:
            return Unseen.TOO_FAR
        if self._is_jump(frame.t_s, hip, torso_px):
            return Unseen.JUMPED
        if self.view is CameraView.SIDE and ratio > WIDTH_REFUSED:
            return Unseen.WRONG_VIEW
        beyond_x, beyond_y = OUT_OF_PICTURE * wide, OUT_OF_PICTURE * high
        for number in SIDE_OF_BODY[near]:
            is_in = -beyond_x <= x[number] <= wide + beyond_x
            if not (is_in and -high - beyond_y <= y[number] <= beyond_y):
                return Unseen.OUT_OF_PICTURE
        return None

    def _is_jump(self, t_s: float, hip: tuple[float, float], torso_px: float) -> bool:
        """A body does not leap half a torso within a moment; the model took something else."""
        last, self._last = self._last, (t_s, *hip)
        if last is None or not 0 < t_s - last[0] < JUMP_S:
            return False
        return hypot(hip[0] - last[1], hip[1] - last[2]) > JUMP_TORSOS * torso_px


def _are_numbers(frame: Frame) -> bool:
    """One landmark that is no number would stay in every filter for good."""
    return isfinite(sum(map(sum, frame.lm)))


def _middle(x: list[float], y: list[float], pair: tuple[int, int]) -> tuple[float, float]:
    return (x[pair[0]] + x[pair[1]]) / 2, (y[pair[0]] + y[pair[1]]) / 2


def _width(x: list[float], y: list[float]) -> float:
    """The mean of the distances from left to right of the shoulders and of the hips."""
    apart = [hypot(x[a] - x[b], y[a] - y[b]) for a, b in (SHOULDERS, HIPS)]
    return sum(apart) / len(apart)
