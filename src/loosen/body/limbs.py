"""Two bones to a place: where the knee or the elbow comes when hand or foot is held."""

from dataclasses import replace

import numpy as np

from .rotations import UP, Array, applied, frame_along, unit
from .skeleton import Pose

STRAIGHTEST = 0.9995  # of the limb's length: a joint is never quite locked
ARM, LEG = ("shoulder", "elbow", "wrist"), ("hip", "knee", "ankle")
RESTS_ABOVE = 0.14  # of the upper arm: how high a resting elbow lies
TRUNKS = {"shoulder": "t4", "hip": "pelvis"}
SEGMENTS = {"shoulder": ("upper-arm", "forearm"), "hip": ("thigh", "shank")}


def reach_of(pose: Pose, joints: tuple[str, str, str], side: str) -> tuple[float, float]:
    """The lengths of the two bones, metres."""
    root, middle, end = (pose.at[f"{joint}-{side}"][0] for joint in joints)
    return float(np.linalg.norm(middle - root)), float(np.linalg.norm(end - middle))


def reached(
    pose: Pose,
    joints: tuple[str, str, str],
    side: str,
    target: Array,
    share: Array,
    hint: Array,
    lies: Array,
) -> tuple[Pose, Array]:
    """The pose with the limb's end drawn to `target` (T, 3) by `share` (T,); and what is missing.

    The middle joint comes as near as it can to `hint` (T, 3) from the root. By `lies` (T,) it
    rests on the ground, as an elbow does with its forearm; one that is asked for by any of it,
    even by nothing (below 0: not at all), never comes lower. The second value is how far (T,) the
    end stays from its place, metres: more than nothing where the limb is too short.
    """
    root, _, end = (pose.at[f"{joint}-{side}"] for joint in joints)
    wanted = end + (target - end) * share[:, None]
    upper, lower = reach_of(pose, joints, side)
    away = wanted - root
    far = np.linalg.norm(away, axis=-1)
    used = np.clip(far, abs(upper - lower) + 1e-4, (upper + lower) * STRAIGHTEST)
    along = unit(away)
    got = root + along * used[:, None]
    free = _elbow(along, used, (upper, lower), hint)
    above = RESTS_ABOVE * upper - root[:, 2]
    down = _at_height(along, used, (upper, lower), hint, above)
    lies = np.where((lies >= 0) & (free[:, 2] < above), 1.0, np.maximum(lies, 0.0))
    bent = root + _elbow(along, used, (upper, lower), free + (down - free) * lies[:, None])
    missing = np.linalg.norm(got - wanted, axis=-1)
    return _with_limb(pose, joints, side, bent, got), missing


def raised(pose: Pose, joints: tuple[str, str, str], side: str, lift: Array) -> Array:
    """Where the angles put the middle joint (T, 3) from the root, raised by `lift` (T,) of a bone.

    So an elbow over a hand on the ground stays out of the ground.
    """
    out = pose.at[f"{joints[1]}-{side}"] - pose.at[f"{joints[0]}-{side}"]
    return np.asarray(out + UP * (lift * reach_of(pose, joints, side)[0])[:, None])


def led(
    pose: Pose, joints: tuple[str, str, str], side: str, weights: list[tuple[int, Array]]
) -> Array:
    """Where the middle joint goes (T, 3) between key poses: from its side in one to the next one's.

    The pose's first instants are those of the key poses. Without this a joint whose limb swings
    past its hint would jump from one side to the other.
    """
    root, middle, end = (pose.at[f"{joint}-{side}"] for joint in joints)
    trunk, along = pose.frame[TRUNKS[joints[0]]], unit(end - root)
    aside = middle - root
    aside = unit(aside - along * np.sum(aside * along, axis=-1, keepdims=True))
    hint = np.zeros_like(aside)
    for index, weight in weights:
        hint += applied(trunk, trunk[index].T @ aside[index]) * weight[:, None]
    return hint


def _elbow(along: Array, far: Array, lengths: tuple[float, float], hint: Array) -> Array:
    """The middle joint, from the root: on the circle that both bones allow, nearest the hint."""
    upper, lower = lengths
    forward = (far**2 + upper**2 - lower**2) / (2 * far)
    height = np.sqrt(np.maximum(upper**2 - forward**2, 0.0))
    off = hint - along * np.sum(hint * along, axis=-1, keepdims=True)
    return np.asarray(along * forward[:, None] + unit(off) * height[:, None])


def _at_height(
    along: Array, far: Array, lengths: tuple[float, float], hint: Array, height: Array
) -> Array:
    """The middle joint, from the root, as near as it comes to a height (T,) below or above it."""
    upper, lower = lengths
    forward = (far**2 + upper**2 - lower**2) / (2 * far)
    radius = np.sqrt(np.maximum(upper**2 - forward**2, 1e-9))
    middle = along * forward[:, None]
    steep = UP - along * along[:, 2:]
    rise = np.linalg.norm(steep, axis=-1)
    up = unit(steep)
    aside = np.cross(along, up)
    aside *= np.where(np.sum(aside * hint, axis=-1, keepdims=True) < 0, -1.0, 1.0)
    cos = np.clip((height - middle[:, 2]) / np.maximum(radius * rise, 1e-9), -1.0, 1.0)
    sin = np.sqrt(1 - cos**2)
    return np.asarray(middle + (up * cos[:, None] + aside * sin[:, None]) * radius[:, None])


def _with_limb(
    pose: Pose, joints: tuple[str, str, str], side: str, middle: Array, end: Array
) -> Pose:
    upper, lower = (f"{name}-{side}" for name in SEGMENTS[joints[0]])
    root = pose.at[f"{joints[0]}-{side}"]
    at = {**pose.at, f"{joints[1]}-{side}": middle, f"{joints[2]}-{side}": end}
    frame = {
        **pose.frame,
        upper: _turned(pose.frame[upper], middle - root),
        lower: _turned(pose.frame[lower], end - middle),
    }
    return replace(pose, at=at, frame=frame)


def _turned(frame: Array, along: Array) -> Array:
    """The segment's frame swung so that it runs along its new line, twisted no more than needed."""
    return frame_along(along, applied(frame, np.array([1.0, 0.0, 0.0])))
