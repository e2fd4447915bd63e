"""Somebody on a chair as a camera from the side sees them, for the tests of the sitting coach."""

from dataclasses import replace
from functools import cache

from loosen.body import WOMAN
from loosen.body.filming import Camera
from loosen.cohort.recordings import Doing, Filming, recorded
from loosen.cohort.sitting import Manner, sitting
from loosen.movement.landmarks import ELBOWS, HIPS, SHOULDERS, WRISTS
from loosen.vocabulary.frames import Frame, Landmark

from .recorded import motion

SEATED = "chair-knee-to-chest"  # its start is a person on a chair
BEFORE_S, WAY_S = 12.0, 2.0
Frames = tuple[Frame, ...]


@cache
def sits(manner: Manner = Manner.SUNK, *, off_deg: float = 0.0, hold_s: float = 36.0) -> Frames:
    """First as at the start, then in this manner, at four pictures a second."""
    doing = Doing(reps=1, before_s=BEFORE_S, way_s=WAY_S, hold_s=hold_s, after_s=0.5)
    camera = Camera(turn_deg=off_deg, wide_m=2.0)
    moving = sitting(motion(SEATED), manner)
    filming = Filming(frames_per_s=4, noise_px=0.5)
    return recorded(moving, WOMAN, camera, doing, filming, 1).frames


def later(frames: Frames, by_s: float) -> Frames:
    """The same frames so much later."""
    return tuple(replace(one, t_s=one.t_s + by_s) for one in frames)


def nobody(from_s: float, to_s: float) -> Frames:
    """An empty room, at four pictures a second."""
    count = int((to_s - from_s) * 4)
    return tuple(
        Frame(t_s=from_s + number / 4, lm=(), size_px=(640, 480), people=0)
        for number in range(count)
    )


def hand_up(frames: Frames) -> Frames:
    """The same with one arm straight up."""
    return tuple(replace(one, lm=_hand_up(one.lm)) for one in frames)


def _hand_up(lm: tuple[Landmark, ...]) -> tuple[Landmark, ...]:
    x, y, z, seen = lm[SHOULDERS[0]]
    torso = lm[HIPS[0]][1] - y
    arm = {ELBOWS[0]: (x, y - 0.5 * torso, z, seen), WRISTS[0]: (x, y - torso, z, seen)}
    return tuple(arm.get(number, one) for number, one in enumerate(lm))
