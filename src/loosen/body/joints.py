"""Whether each joint, as it is posed after all, stays within what joints of people do.

An author's angles are checked when they are read; but a held hand or foot bends its limb anew.
"""

from collections.abc import Iterator, Mapping

import numpy as np

from loosen.vocabulary import Side

from .rotations import Array, unit
from .skeleton import SIDES, Pose, sign_of

# Folded further than this a limb would lie within itself, degrees.
BENDS: Mapping[str, tuple[str, str, str, float]] = {
    "knee": ("hip", "knee", "ankle", 162.0),
    "elbow": ("shoulder", "elbow", "wrist", 158.0),
}
# Least and most, degrees: ours, some degrees wider than the angles an author may write. A hip is
# seen to turn by the shin, to which a bent knee adds a turn of its own.
HIP_BEND, HIP_OUT, HIP_TURN = (-35.0, 150.0), (-45.0, 75.0), (-60.0, 95.0)
ANKLE, WRIST_MOST, ARM_BEHIND_MOST = (-90.0, 40.0), 105.0, 75.0
TURN_SEEN_DEG, STRADDLED = 30.0, 0.9


def joint_faults(pose: Pose) -> Iterator[str]:
    """What a joint does that joints of people do not, in words for the author."""
    for side in SIDES:
        yield from _bends(pose, side)
        yield from _hip(pose, side)
        yield from _ends(pose, side)


def _bends(pose: Pose, side: Side) -> Iterator[str]:
    for name, (root, middle, end, most) in BENDS.items():
        bend = bend_deg(pose, (f"{root}-{side}", f"{middle}-{side}", f"{end}-{side}"))
        if bend.max() > most:
            yield f"the {side} {name} is bent {bend.max():.0f} degrees, most {most:.0f}"


def bend_deg(pose: Pose, joints: tuple[str, str, str]) -> Array:
    """How far a joint between two bones is bent (T,), degrees; 0 is straight."""
    root, middle, end = (pose.at[name] for name in joints)
    return _angle(middle - root, end - middle)


def _angle(one: Array, other: Array) -> Array:
    cos = np.sum(unit(one) * unit(other), axis=-1)
    return np.asarray(np.degrees(np.arccos(np.clip(cos, -1.0, 1.0))))


def _hip(pose: Pose, side: Side) -> Iterator[str]:
    """The thigh against the pelvis: bent, spread and turned."""
    thigh = _within(pose, "pelvis", unit(pose.at[f"knee-{side}"] - pose.at[f"hip-{side}"]))
    flexion = np.degrees(np.arctan2(thigh[:, 0], -thigh[:, 2]))
    flexion = np.where(flexion < -90, flexion + 360, flexion)
    out = np.degrees(np.arcsin(np.clip(thigh[:, 1] * sign_of(side), -1.0, 1.0)))
    is_clear = np.abs(thigh[:, 1]) < STRADDLED  # a thigh straight out bends neither way
    yield from _beyond(f"the {side} hip bends", flexion[is_clear], HIP_BEND)
    yield from _beyond(f"the {side} hip spreads", out, HIP_OUT)
    bend = bend_deg(pose, (f"hip-{side}", f"knee-{side}", f"ankle-{side}"))
    turn = _hip_turn(pose, side, thigh, flexion)
    yield from _beyond(f"the {side} hip turns", turn[(bend > TURN_SEEN_DEG) & is_clear], HIP_TURN)


def _hip_turn(pose: Pose, side: Side, thigh: Array, flexion: Array) -> Array:
    """How far (T,) the shin points outward of where a thigh that is only bent would bend it to."""
    shank = _within(pose, "pelvis", unit(pose.at[f"ankle-{side}"] - pose.at[f"knee-{side}"]))
    bent = np.radians(flexion)
    level = np.zeros_like(bent)
    back = np.stack([-np.cos(bent), level, -np.sin(bent)], axis=-1)
    across = unit(np.cross(back, thigh))
    inward = np.sum(shank * across, axis=-1) * sign_of(side)
    return np.asarray(np.degrees(np.arctan2(inward, np.sum(shank * back, axis=-1))))


def _within(pose: Pose, segment: str, vectors: Array) -> Array:
    """Vectors (T, 3) as the segment sees them."""
    return np.asarray(np.einsum("tji,tj->ti", pose.frame[segment], vectors))


def _ends(pose: Pose, side: Side) -> Iterator[str]:
    shank = pose.at[f"ankle-{side}"] - pose.at[f"knee-{side}"]
    ankle = _angle(shank, pose.frame[f"foot-{side}"][:, :, 0]) - 90
    yield from _beyond(f"the {side} ankle bends", ankle, ANKLE)
    forearm = pose.at[f"wrist-{side}"] - pose.at[f"elbow-{side}"]
    wrist = _angle(forearm, -pose.frame[f"hand-{side}"][:, :, 2])
    yield from _beyond(f"the {side} wrist bends", wrist, (0.0, WRIST_MOST))
    arm = _within(pose, "t4", unit(pose.at[f"elbow-{side}"] - pose.at[f"shoulder-{side}"]))
    behind = np.degrees(np.arcsin(np.clip(-arm[:, 0], -1.0, 1.0)))
    yield from _beyond(f"the {side} arm reaches back", behind, (-90.0, ARM_BEHIND_MOST))


def _beyond(what: str, deg: Array, allowed: tuple[float, float]) -> Iterator[str]:
    least, most = allowed
    if deg.size and (deg.min() < least or deg.max() > most):
        yield (
            f"{what} from {deg.min():.0f} to {deg.max():.0f} degrees; "
            f"expected {least:.0f} to {most:.0f}"
        )
