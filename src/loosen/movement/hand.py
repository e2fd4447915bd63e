"""A hand that is raised and kept up: the person's word across the room, such as to pause.

No movement of ours looks like it: the wrist is high above the head, straight above its own
shoulder, and away from the legs that some movements clasp. Each drawn movement is tried on it.
"""

from dataclasses import dataclass
from math import hypot, isfinite

from loosen.vocabulary.frames import Frame

from .landmarks import ANKLES, HIPS, KNEES, NOSE, SHOULDERS, WRISTS

HELD_S = 1.5  # up for so long, and it is meant
BRIDGED_S = 0.4  # not seen, or down, for less is passed over
STEEP = 0.35  # aside over up: within 20 degrees of upright
# In torsos.
ABOVE_HEAD, ABOVE_SHOULDER, FROM_LEGS = 0.15, 0.55, 0.35

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Whether a hand is up, for long enough to be meant."""

    t_s: float
    is_up: bool


class HandWatch:
    """Looks for a raised hand. Parameters never change while it runs."""

    __slots__ = ("_last", "_since_s", "_up_s", "held_s")

    def __init__(self, *, held_s: float = HELD_S) -> None:
        self.held_s = held_s
        self.reset()

    def reset(self) -> None:
        """No hand was seen."""
        self._since_s: float | None = None  # when it went up
        self._up_s: float | None = None  # when it was last seen up
        self._last: Hand | None = None

    def update(self, frame: Frame) -> Hand:
        """What it is now. A time that does not go on gives the last answer."""
        t_s = frame.t_s
        if self._last is not None and t_s <= self._last.t_s:
            return self._last
        if is_raised(frame):
            self._since_s = t_s if self._since_s is None else self._since_s
            self._up_s = t_s
        elif self._up_s is not None and t_s - self._up_s > BRIDGED_S:
            self._since_s = self._up_s = None
        since_s, up_s = self._since_s, self._up_s
        is_up = since_s is not None and up_s is not None and up_s - since_s >= self.held_s
        self._last = Hand(t_s=t_s, is_up=is_up)
        return self._last


def is_raised(frame: Frame) -> bool:
    """Whether one of both wrists is where a raised hand has it, in this frame."""
    if not frame.lm or frame.people > 1 or not _is_above_nose(frame):
        return False
    wide, high = frame.size_px
    points = {
        number: (frame.lm[number][0] * wide, -frame.lm[number][1] * high) for number in LOOKED
    }
    if not isfinite(sum(x + y for x, y in points.values())):
        return False
    torso_px = _apart(_middle(points, SHOULDERS), _middle(points, HIPS))
    return torso_px > 0 and any(_is_up(points, side, torso_px) for side in (0, 1))


LOOKED = (NOSE, *SHOULDERS, *WRISTS, *HIPS, *KNEES, *ANKLES)


def _is_above_nose(frame: Frame) -> bool:
    """Whether a wrist is: most of the time none is, and nothing more has to be worked out."""
    nose = frame.lm[NOSE][1]
    return frame.lm[WRISTS[0]][1] < nose or frame.lm[WRISTS[1]][1] < nose


def _is_up(points: dict[int, Point], side: int, torso_px: float) -> bool:
    wrist, shoulder = points[WRISTS[side]], points[SHOULDERS[side]]
    is_high = wrist[1] - points[NOSE][1] > ABOVE_HEAD * torso_px
    up_px, aside_px = wrist[1] - shoulder[1], abs(wrist[0] - shoulder[0])
    is_steep = up_px > ABOVE_SHOULDER * torso_px and aside_px < STEEP * up_px
    return is_high and is_steep and _from_legs(points, wrist) > FROM_LEGS * torso_px


def _from_legs(points: dict[int, Point], wrist: Point) -> float:
    """How far it is from the nearest thigh or shin."""
    bones = ((HIPS, KNEES), (KNEES, ANKLES))
    return min(
        _from_bone(wrist, points[upper[side]], points[lower[side]])
        for upper, lower in bones
        for side in (0, 1)
    )


def _from_bone(point: Point, start: Point, end: Point) -> float:
    along = (end[0] - start[0], end[1] - start[1])
    to = (point[0] - start[0], point[1] - start[1])
    long2 = along[0] ** 2 + along[1] ** 2
    share = (to[0] * along[0] + to[1] * along[1]) / long2 if long2 > 0 else 0.0
    share = min(1.0, max(0.0, share))
    return _apart(point, (start[0] + share * along[0], start[1] + share * along[1]))


def _middle(points: dict[int, Point], pair: tuple[int, int]) -> Point:
    (ax, ay), (bx, by) = points[pair[0]], points[pair[1]]
    return (ax + bx) / 2, (ay + by) / 2


def _apart(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
