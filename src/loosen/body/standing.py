"""A standing body is carried by the feet that stay: one foot while the other steps."""

import numpy as np

from loosen.vocabulary import Hold, Limb, Side

from .easing import between
from .flesh import shapes_of
from .holds import ON_GROUND, height
from .motion import FullPose, Motion
from .physique import Physique
from .rotations import Array
from .skeleton import SIDES, Pose

FEET = {Side.LEFT: Limb.FOOT_LEFT, Side.RIGHT: Limb.FOOT_RIGHT}
Places = dict[Side, Array]


def standing(pose: Pose, motion: Motion, phases: Array, physique: Physique) -> Array:
    """By how much (T, 3) the pose is carried; its first instants are those of the key poses.

    A foot that comes down stays where it came down. Where no foot is held, the feet walk on the
    spot and the lowest point of the body touches the ground.
    """
    ankles = {side: pose.at[f"ankle-{side}"] for side in SIDES}
    if not any(_held(key) for key in motion.keys):
        return _on_the_spot(pose, ankles, physique)
    homes, places = _landings(motion, ankles, physique)
    at = [key.at for key in motion.keys]
    before, part = between(at, phases)
    by = np.zeros((len(phases), 3))
    for index in range(len(at)):
        now = before == index
        after = min(index + 1, len(at) - 1)
        stays = _staying(motion, index, after)
        way, start, end = (
            _carried(ankles, homes[index], stays, when) for when in (now, index, after)
        )
        share = part[now][:, None]
        by[now] = way + (places[index] - start) * (1 - share) + (places[after] - end) * share
    return by


def _held(key: FullPose) -> list[Side]:
    return [side for side in SIDES if key.holds.get(FEET[side], Hold.FREE) in ON_GROUND]


def _staying(motion: Motion, first: int, then: int) -> list[Side]:
    """The feet that stay where they are between two key poses."""
    before, after = motion.keys[first], motion.keys[then]
    same = [
        side for side in _held(before) if after.holds.get(FEET[side]) is before.holds[FEET[side]]
    ]
    return same or _held(before) or list(SIDES)


def _carried(ankles: Places, homes: Places, stays: list[Side], when: Array | int) -> Array:
    return np.asarray(np.mean([homes[side] - ankles[side][when] for side in stays], axis=0))


def _landings(
    motion: Motion, ankles: Places, physique: Physique
) -> tuple[list[Places], list[Array]]:
    """For each key pose where each foot stands, and where the body is carried to."""
    middle = -np.mean([ankles[side][0] for side in SIDES], axis=0)
    middle[2] = -min(float(ankles[side][0, 2]) for side in SIDES)
    middle[2] += physique.ratios.ankle_height * physique.stature_m
    homes = [_landed(motion.keys[0], ankles, middle, 0, physique)]
    places = [_carried(ankles, homes[0], _held(motion.keys[0]) or list(SIDES), 0)]
    for index in range(1, len(motion.keys)):
        stays = _staying(motion, index - 1, index)
        reached = _carried(ankles, homes[-1], stays, index)
        landed = _landed(motion.keys[index], ankles, reached, index, physique)
        homes.append(landed | {side: homes[-1][side] for side in stays})
        held = _held(motion.keys[index]) or stays
        # Low enough for every foot that stands: a knee can bend more, a leg cannot grow.
        reached[2] = min(float((homes[-1][side] - ankles[side][index])[2]) for side in held)
        places.append(reached)
    return homes, places


def _landed(key: FullPose, ankles: Places, by: Array, index: int, physique: Physique) -> Places:
    """Where each foot comes down when the body is carried by (3,)."""
    found: Places = {}
    for side in SIDES:
        place = ankles[side][index] + by
        above = height(key.holds.get(FEET[side], Hold.FREE), True, physique)
        found[side] = np.array([*place[:2], place[2] if above is None else above])
    return found


def _on_the_spot(pose: Pose, ankles: Places, physique: Physique) -> Array:
    by = -np.mean([ankles[side] for side in SIDES], axis=0)
    by[:, 2] = -np.min([shape.lowest() for shape in shapes_of(pose, physique)], axis=0)
    return np.asarray(by)
