"""A motion at its phases: angles eased between key poses, set down, then hands and feet held."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from loosen.vocabulary import Hold, Limb, Side
from loosen.vocabulary.figures import HANDS, LIMB_ANGLES, TRUNK_ANGLES

from .easing import between, eased
from .holds import ON_GROUND, SPOTS, around_thigh, height, palm_or_sole, spot
from .limbs import ARM, LEG, led, raised, reached
from .motion import FullPose, Motion
from .physique import Physique
from .placing import placed
from .rotations import UP, Array, frame_along
from .skeleton import SIDES, Pose, stand

ELBOW_LIFT = 0.4  # of the upper arm
FULLY = 0.999  # of a hold: on the way to it nothing is missing yet
ALL_ANGLES = (
    *TRUNK_ANGLES,
    *(f"{joint}_{side}" for joint in LIMB_ANGLES for side in SIDES),
)
# From the frame of a shin, whose -z runs to the ankle, to that of a foot along it.
TO_INSTEP = np.array([[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [-1.0, 0.0, 0.0]])
LIMBS: dict[Limb, tuple[tuple[str, str, str], Side]] = {
    Limb.FOOT_LEFT: (LEG, Side.LEFT),
    Limb.FOOT_RIGHT: (LEG, Side.RIGHT),
    Limb.HAND_LEFT: (ARM, Side.LEFT),
    Limb.HAND_RIGHT: (ARM, Side.RIGHT),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Posed:
    """The pose at T phases and at the K key poses; how far each held limb stays from its place.

    `missing` is (T,) metres.
    """

    pose: Pose
    keyed: Pose
    missing: Mapping[Limb, Array]


def pose(motion: Motion, phases: Array, physique: Physique) -> Posed:
    """The body at phases (T,) from 0 to 1; joints in metres, the ground at height 0."""
    at_keys = np.array([key.at for key in motion.keys])
    whole = np.concatenate([at_keys, phases])
    now = free = _set_down(motion, whole, physique)
    held: dict[Limb, Array] = {}
    homes = {limb: _homes(limb, motion, free, physique) for limb in LIMBS}
    for limb in _in_order(motion):
        now, missing = _hold(limb, motion, whole, now, homes[limb], physique)
        held[limb] = missing[len(at_keys) :]
    keys, asked = slice(0, len(at_keys)), slice(len(at_keys), None)
    return Posed(pose=_cut(now, asked), keyed=_cut(now, keys), missing=held)


def _in_order(motion: Motion) -> list[Limb]:
    """Feet before hands; what is held on the own body after what it is held on."""
    return sorted(LIMBS, key=lambda limb: (limb in HANDS, _is_on_body(limb, motion)))


def _is_on_body(limb: Limb, motion: Motion) -> bool:
    return any(key.holds.get(limb) in SPOTS for key in motion.keys)


def angles_at(motion: Motion, phases: Array, reach: float) -> dict[str, Array]:
    """Every joint's angle (T,), eased between the key poses; `reach` shortens the movement."""
    at = [key.at for key in motion.keys]
    keyed = angles_of_keys(motion)
    found = eased(at, keyed[0] + (keyed - keyed[0]) * reach, phases)
    return dict(zip(ALL_ANGLES, found.T, strict=True))


def angles_of_keys(motion: Motion) -> Array:
    """Every joint's angle in each key pose, in the order of `ALL_ANGLES`: (K, N)."""
    return np.array([[_angle(key, name) for name in ALL_ANGLES] for key in motion.keys])


def _angle(key: FullPose, name: str) -> float:
    both = name.removesuffix("_left").removesuffix("_right")
    return key.angles.get(name, key.angles.get(both, 0.0))


def _set_down(motion: Motion, phases: Array, physique: Physique) -> Pose:
    angles = angles_at(motion, phases, physique.range)
    return placed(stand(angles, physique), angles, motion, phases, physique)


def _cut(whole: Pose, part: slice) -> Pose:
    return Pose(
        at={name: place[part] for name, place in whole.at.items()},
        frame={name: frame[part] for name, frame in whole.frame.items()},
    )


def _homes(limb: Limb, motion: Motion, free: Pose, physique: Physique) -> list[Array | None]:
    """For each key pose where on the ground the limb is: where it came down; None elsewhere."""
    joints, side = LIMBS[limb]
    homes: list[Array | None] = []
    for index, key in enumerate(motion.keys):
        hold = key.holds.get(limb, Hold.FREE)
        stays = index > 0 and motion.keys[index - 1].holds.get(limb, Hold.FREE) is hold
        if hold not in ON_GROUND:
            homes.append(None)
        elif stays:
            homes.append(homes[-1])
        else:
            home = free.at[f"{joints[2]}-{side}"][index].copy()
            above = height(hold, joints is LEG, physique)
            home[2] = home[2] if above is None else above
            homes.append(home)
    return homes


def _hold(
    limb: Limb,
    motion: Motion,
    phases: Array,
    now: Pose,
    homes: list[Array | None],
    physique: Physique,
) -> tuple[Pose, Array]:
    """The limb brought to where it is held, blended where the hold changes."""
    joints, side = LIMBS[limb]
    before, part = between([key.at for key in motion.keys], phases)
    target = np.zeros((len(phases), 3))
    share, lift, lies = (np.zeros(len(phases)) for _ in range(3))
    weights = _weights(len(motion.keys), before, part)
    for index, weight in weights:
        hold = motion.keys[index].holds.get(limb, Hold.FREE)
        lift += weight * (hold in ON_GROUND and joints is ARM) * ELBOW_LIFT
        lies += weight * (hold is Hold.FOREARM)
        if hold is not Hold.FREE:
            place = _place(now, hold, side, homes[index], physique)
            target += place * weight[:, None]
            share += weight
    if not share.any():
        return now, share
    target /= np.maximum(share, 1e-9)[:, None]
    target = np.where(share[:, None] > 0, target, now.at[f"{joints[2]}-{side}"])
    lies = np.where(lift > 0, lies, -1.0)
    hint = raised(now, joints, side, lift)
    first, _ = reached(now, joints, side, target, share, hint, lies)
    hint = led(first, joints, side, weights)
    drawn, gap = reached(now, joints, side, target, share, hint, lies)
    return _ended(limb, motion, now, drawn, (before, part)), np.where(share > FULLY, gap, 0.0)


def _weights(count: int, before: np.ndarray, part: Array) -> list[tuple[int, Array]]:
    """How much each key pose counts at each phase (T,)."""
    return [
        (index, np.where(before == index, 1 - part, 0.0) + np.where(before == index - 1, part, 0.0))
        for index in range(count)
    ]


def _place(now: Pose, hold: Hold, side: Side, home: Array | None, physique: Physique) -> Array:
    if home is not None:
        return np.broadcast_to(home, (len(now.at["t12"]), 3))
    return spot(now, hold, side, physique)


def _ended(
    limb: Limb,
    motion: Motion,
    before: Pose,
    after: Pose,
    between: tuple[np.ndarray, Array],
) -> Pose:
    """Hand or foot goes along with its segment, or lies flat where it is held so."""
    joints, side = LIMBS[limb]
    is_foot = joints is LEG
    segment, end = (
        (f"shank-{side}", f"foot-{side}") if is_foot else (f"forearm-{side}", f"hand-{side}")
    )
    carried = after.frame[segment] @ before.frame[segment].transpose(0, 2, 1) @ before.frame[end]
    mixed = np.zeros_like(carried)
    for index, weight in _weights(len(motion.keys), *between):
        hold = motion.keys[index].holds.get(limb, Hold.FREE)
        flat = around_thigh(after, hold, side)
        if flat is None:
            flat = palm_or_sole(hold, is_foot, _headed(limb, hold, before, after, carried, index))
        mixed += (carried if flat is None else flat) * weight[:, None, None]
    return replace(after, frame={**after.frame, end: _squared(mixed)})


def _headed(limb: Limb, hold: Hold, before: Pose, after: Pose, carried: Array, key: int) -> Array:
    """The frame by which a flat hand or foot heads: as in the key pose that lays it there.

    On its way there it may point straight up and head nowhere. On its instep a foot points as the
    shin does, which may turn while it lies.
    """
    joints, side = LIMBS[limb]
    if hold in (Hold.SHIN, Hold.INSTEP):
        shin = after.at[f"ankle-{side}"] - after.at[f"knee-{side}"]
        return np.asarray(frame_along(shin, UP) @ TO_INSTEP)
    heads = carried if joints is LEG else before.frame[f"hand-{side}"]
    return np.broadcast_to(heads[key], heads.shape)


def _squared(mixed: Array) -> Array:
    """Frames again, of what was blended from frames."""
    left, _, right = np.linalg.svd(mixed)
    return np.asarray(left @ right)


def phases_of(count: int) -> Array:
    """Evenly spread over a motion, its end included: (T,)."""
    return np.linspace(0.0, 1.0, count)
