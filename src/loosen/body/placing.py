"""Where the body is: what carries it does not slide, and its lowest point rests on the ground."""

from dataclasses import replace

import numpy as np

from loosen.vocabulary import Anchor, Hold, Limb, Prop, Side

from .flesh import Shape, shapes_of
from .holds import ON_GROUND
from .limbs import ARM, LEG, reach_of
from .lying import LOWER_LEG, legs_let_down, legs_lie, shoulders_drawn_in
from .motion import Motion
from .physique import Physique, limb_girth
from .rotations import LEFT, Array, about_y, applied
from .settling import settled
from .skeleton import SIDES, Angles, Pose
from .standing import FEET, standing

ARM_STRAIGHT = 0.975  # of its length, while a hand carries weight: the elbow stays soft
KNEE_ABOVE, WRIST_ABOVE = 0.0345, 0.022  # of stature, while they rest on the floor
CARRIERS = {Anchor.PELVIS: "pelvis", Anchor.UPPER_BACK: "t4", Anchor.EDGE: "pelvis"}
ARM_PARTS = frozenset({"upper-arm", "sleeve", "forearm", "hand"})
LEG_PARTS = frozenset({"thigh", "shank", "ankle", "foot"})
HEAD_PARTS = frozenset({"hair", "bun", "brow", "ear", "nose"})


def placed(pose: Pose, angles: Angles, motion: Motion, phases: Array, physique: Physique) -> Pose:
    """The pose set down on ground of height 0 at phases (T,), which begin with the key poses."""
    match motion.anchor:
        case Anchor.PELVIS | Anchor.UPPER_BACK | Anchor.EDGE:
            has_pillow = Prop.PILLOW_HEAD in motion.props
            pose = settled(pose, angles, physique, has_pillow=has_pillow)
            lying = pose.moved(_lying(pose, angles, motion, physique))
            return legs_let_down(shoulders_drawn_in(lying, physique), angles, physique)
        case Anchor.FEET:
            return pose.moved(standing(pose, motion, phases, physique))
        case Anchor.SEAT:
            return pose.moved(_sitting(pose, physique))
        case Anchor.KNEES:
            return pose.moved(_kneeling(pose, angles, motion, physique))
        case Anchor.HANDS_AND_KNEES:
            return _on_all_fours(pose, angles, motion, physique)


def _lying(pose: Pose, angles: Angles, motion: Motion, physique: Physique) -> Array:
    """What carries stays over its place; the lowest part that nothing holds touches the ground."""
    by = -pose.at[CARRIERS[motion.anchor]]
    shapes = [shape for shape in shapes_of(pose, physique) if _may_rest(shape, motion)]
    by[:, 2] = -np.min([_lowest(shape, pose, angles) for shape in shapes], axis=0)
    return by


def _lowest(shape: Shape, pose: Pose, angles: Angles) -> Array:
    """The lowest of a part (T,); a shin that will be let down carries nothing yet."""
    if shape.part.name not in LOWER_LEG:
        return shape.lowest()
    return np.asarray(shape.lowest() + legs_lie(pose, angles, shape.part.side))


def _may_rest(shape: Shape, motion: Motion) -> bool:
    """Arms and what is held find their own place on the ground."""
    name = shape.part.name
    if name in ARM_PARTS or name in HEAD_PARTS:
        return False
    if name not in LEG_PARTS:
        return True
    hangs = motion.anchor is Anchor.EDGE
    return not hangs and not _is_held(FEET[Side(shape.part.side)], motion)


def _is_held(limb: Limb, motion: Motion) -> bool:
    return any(key.holds.get(limb, Hold.FREE) in ON_GROUND for key in motion.keys)


def _sitting(pose: Pose, physique: Physique) -> Array:
    """The pelvis stays; the seat is as high as lets the feet reach the ground at first."""
    by = -pose.at["pelvis"]
    ankle = min(pose.at[f"ankle-{side}"][0, 2] for side in SIDES)
    seat = ankle - pose.at["pelvis"][0, 2]
    by[:, 2] += physique.ratios.ankle_height * physique.stature_m - seat
    return np.asarray(by)


def _kneeling(pose: Pose, angles: Angles, motion: Motion, physique: Physique) -> Array:
    """The shins lie on the ground; how far the knees are bent says where the hips are."""
    sides = _kneeling_sides(motion)
    knee = np.radians(np.mean([angles[f"knee_{side}"] for side in sides], axis=0) - 90)
    thigh = reach_of(pose, LEG, "left")[0]
    level = np.zeros_like(knee)
    up = np.stack([-np.sin(knee), level, np.cos(knee)], axis=-1) * thigh
    up[:, 2] += KNEE_ABOVE * limb_girth(physique) * physique.stature_m
    hips = np.mean([pose.at[f"hip-{side}"] for side in sides], axis=0)
    by = up - hips
    by[:, 1] = 0.0
    return np.asarray(by)


def _kneeling_sides(motion: Motion) -> list[Side]:
    """The legs that kneel all the while; a leg that is lifted carries nothing."""
    always = [
        side for side in SIDES if all(key.holds.get(FEET[side]) is Hold.SHIN for key in motion.keys)
    ]
    return always or list(SIDES)


def _on_all_fours(pose: Pose, angles: Angles, motion: Motion, physique: Physique) -> Pose:
    """Kneeling, the trunk turned about the hips until straight arms reach the hands' place."""
    pose = pose.moved(_kneeling(pose, angles, motion, physique))
    hip = np.mean([pose.at[f"hip-{side}"] for side in SIDES], axis=0)
    shoulder = np.mean([pose.at[f"shoulder-{side}"] for side in SIDES], axis=0)
    trunk = np.linalg.norm((shoulder - hip)[:, [0, 2]], axis=-1)
    arm = sum(reach_of(pose, ARM, "left")) * ARM_STRAIGHT
    wrist = WRIST_ABOVE * physique.stature_m
    rise = wrist + arm - hip[0, 2]
    hand = np.array([hip[0, 0] + np.sqrt(trunk[0] ** 2 - rise**2), 0.0, wrist])
    wanted = _meeting(hip, trunk, np.broadcast_to(hand, hip.shape), arm) - hip
    return _swung(pose, hip, _pitch(wanted) - _pitch(shoulder - hip))


def _pitch(line: Array) -> Array:
    """How far a line (T, 3) is bowed from upright, degrees."""
    return np.degrees(np.arctan2(line[:, 0], line[:, 2]))


def _swung(pose: Pose, about: Array, deg: Array) -> Pose:
    turn = about_y(deg)
    at = {name: about + applied(turn, place - about) for name, place in pose.at.items()}
    frame = {name: turn @ one for name, one in pose.frame.items()}
    return replace(pose, at=at, frame=frame)


def _meeting(first: Array, first_m: Array, second: Array, second_m: float) -> Array:
    """Points (T, 3) in the plane of the body at both distances from two centres: the higher."""
    way = (second - first) * (1 - LEFT)
    apart = np.linalg.norm(way, axis=-1)
    along = (apart**2 + first_m**2 - second_m**2) / (2 * apart)
    aside = np.sqrt(np.maximum(first_m**2 - along**2, 0.0))
    line = way / apart[:, None]
    across = np.cross(line, LEFT)
    across *= np.where(across[:, 2:] < 0, -1.0, 1.0)
    return np.asarray(first + line * along[:, None] + across * aside[:, None])
