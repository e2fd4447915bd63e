"""Two in turn, one of them shorter, or to the other side: the truth for range and sides."""

from collections.abc import Mapping
from dataclasses import replace

from loosen.body import Motion
from loosen.body.motion import FullPose
from loosen.vocabulary import Limb

# Positive to the left; the mirror image is the other way.
TO_A_SIDE = ("roll", "turn", "lumbar_side", "lumbar_turn", "thorax_side", "thorax_turn",
             "neck_side", "neck_turn")  # fmt: skip
OTHER = {"left": "right", "right": "left"}
HALF = 0.5


def both_sides(motion: Motion, *, first: float = 1.0, second: float = 1.0) -> Motion:
    """One repetition as it is drawn, then its mirror image; each makes its share of the way."""
    start = motion.keys[0]
    there = [key for key in motion.keys if 0 < key.at < 1]
    back = mirrored(start)
    own = [_placed(_short(key, start, first), HALF * key.at) for key in there]
    other = [_placed(_short(mirrored(key), back, second), HALF + HALF * key.at) for key in there]
    middle, end = _placed(start, HALF), _placed(start, 1.0)
    return replace(motion, keys=(start, *own, middle, *other, end))


def then_shorter(motion: Motion, second: float) -> Motion:
    """One repetition as it is drawn, then the same again, which makes this share of the way."""
    start = motion.keys[0]
    there = [key for key in motion.keys if 0 < key.at < 1]
    own = [_placed(key, HALF * key.at) for key in there]
    again = [_placed(_short(key, start, second), HALF + HALF * key.at) for key in there]
    return replace(motion, keys=(start, *own, _placed(start, HALF), *again, _placed(start, 1.0)))


def shorter_after_half(motion: Motion, second: float) -> Motion:
    """Of a movement that is drawn to both sides: what comes after its middle makes this share."""
    start = motion.keys[0]
    keys = [_short(key, start, second) if HALF < key.at < 1 else key for key in motion.keys]
    return replace(motion, keys=tuple(keys))


def mirrored(pose: FullPose) -> FullPose:
    """Left for right."""
    angles = {_other(name): _mirrored_deg(name, deg) for name, deg in pose.angles.items()}
    holds = {Limb(_other(limb.value)): hold for limb, hold in pose.holds.items()}
    return replace(pose, angles=angles, holds=holds)


def _mirrored_deg(name: str, deg: float) -> float:
    return -deg if name in TO_A_SIDE else deg


def _other(name: str) -> str:
    """The same on the other side; a name that has no side stays."""
    for side, other in OTHER.items():
        for between in "_-":
            if name.endswith(f"{between}{side}"):
                return name.removesuffix(side) + other
    return name


def _placed(pose: FullPose, at: float) -> FullPose:
    return replace(pose, at=at)


def _short(pose: FullPose, start: FullPose, share: float) -> FullPose:
    """This share of the way from the start."""
    angles = {
        name: _from(start.angles, name) + share * (deg - _from(start.angles, name))
        for name, deg in pose.angles.items()
    }
    return replace(pose, angles=angles)


def _from(angles: Mapping[str, float], name: str) -> float:
    both = name.removesuffix("_left").removesuffix("_right")
    return angles.get(name, angles.get(both, 0.0))
