"""Who lies flat rests on all that lies lowest: hips and chest, and the head after them."""

from dataclasses import replace

import numpy as np

from .flesh import Shape, shapes_of
from .physique import Physique
from .rotations import Array, about_y, about_z, applied
from .skeleton import Angles, Pose

# How near to level (degrees) a trunk begins to settle; at level it lies flat.
NEARLY_LEVEL_DEG = 8.0
UPPER_JOINTS = frozenset({"t8", "t4", "c7"})
LOWER_JOINTS = frozenset({"l5", "pelvis", "hip-left", "hip-right"})
TRUNK_PARTS = frozenset({"chest", "pelvis", "buttock"})
HEAD_PARTS = frozenset({"hair", "bun", "face", "nose", "brow", "ear"})
ROUNDS = 3
NOD_MOST_DEG = 40.0
PILLOW_SHARE = 0.045  # of stature: how high a pillow lifts the head


def settled(pose: Pose, angles: Angles, physique: Physique, *, has_pillow: bool) -> Pose:
    """The pose turned until chest and hips are equally low, by how nearly level it lies.

    A round seat lifts the hips, a hollow back the waist: which lean is flat depends on the body.
    The head comes to lie too, or on its pillow; on the side it stays in line.
    """
    ahead = _spun(pose, -angles["turn"])
    return _spun(_flattened(ahead, angles, physique, has_pillow=has_pillow), angles["turn"])


def _spun(pose: Pose, deg: Array) -> Pose:
    """Turned about the upright: what settles, settles along x."""
    turn = about_z(deg)
    at = {name: applied(turn, place) for name, place in pose.at.items()}
    return replace(pose, at=at, frame={name: turn @ one for name, one in pose.frame.items()})


def _flattened(pose: Pose, angles: Angles, physique: Physique, *, has_pillow: bool) -> Pose:
    off = np.abs(np.abs(angles["lean"]) - 90)
    share = np.clip(1 - off / NEARLY_LEVEL_DEG, 0.0, 1.0)
    share = share * share * (3 - 2 * share)
    if not share.any():
        return pose
    flat = pose
    for _ in range(ROUNDS):
        flat = _turned(flat, _tilt(flat, physique))
    turn = _pitch(flat) - _pitch(pose)
    lying = _turned(pose, turn * share)
    faces_up_or_down = np.abs(lying.frame["t12"][:, 2, 0])
    above_m = PILLOW_SHARE * physique.stature_m if has_pillow else 0.0
    return _head_at(lying, share * faces_up_or_down, above_m, physique)


def _pitch(pose: Pose) -> Array:
    up = pose.frame["t12"][:, :, 2]
    return np.degrees(np.arctan2(up[:, 0], up[:, 2]))


def _turned(pose: Pose, deg: Array) -> Pose:
    turn, about = about_y(deg), pose.at["pelvis"]
    at = {name: about + applied(turn, place - about) for name, place in pose.at.items()}
    return replace(pose, at=at, frame={name: turn @ one for name, one in pose.frame.items()})


def _tilt(pose: Pose, physique: Physique) -> Array:
    """By how much (T,) degrees the lowest of the chest lies higher than the lowest of the hips."""
    shapes = shapes_of(pose, physique, TRUNK_PARTS)
    x, z = (np.concatenate([one[n] for one in map(_lows, shapes)], axis=1) for n in (0, 1))
    rows, joints = np.arange(len(x)), [blob.joint for one in shapes for blob in one.part.blobs]
    chest, hips = (_lowest(z, joints, among) for among in (UPPER_JOINTS, LOWER_JOINTS))
    rise, run = z[rows, chest] - z[rows, hips], x[rows, chest] - x[rows, hips]
    return np.asarray(np.degrees(np.arctan(rise / run)))


def _lowest(z: Array, joints: list[str], among: frozenset[str]) -> np.ndarray:
    """Which blob (T,) of those joints reaches lowest."""
    is_among = [joint in among for joint in joints]
    return np.asarray(np.argmin(np.where(is_among, z, np.inf), axis=1))


def _lows(shape: Shape) -> tuple[Array, Array]:
    """Where (T, N) along the ground each blob lies, and how low it reaches."""
    reach = np.linalg.norm(shape.axes[:, :, 2, :], axis=-1)
    return shape.centres[:, :, 0], shape.centres[:, :, 2] - reach


def _head_at(pose: Pose, share: Array, above_m: float, physique: Physique) -> Pose:
    """The neck gives until the head lies on the ground or its pillow; it faces where it faced."""
    trunk = np.min([one.lowest() for one in shapes_of(pose, physique, TRUNK_PARTS)], axis=0)
    head = np.min([one.lowest() for one in shapes_of(pose, physique, HEAD_PARTS)], axis=0)
    neck = pose.at["skull"] - pose.at["c7"]
    length = np.linalg.norm(neck[:, [0, 2]], axis=-1)
    sinks = np.clip((neck[:, 2] - (head - trunk - above_m)) / length, -1.0, 1.0)
    outward = np.where(neck[:, 0] < 0, 1.0, -1.0)
    deg = outward * np.degrees(np.arcsin(sinks) - np.arcsin(neck[:, 2] / length))
    turn = about_y(np.clip(deg, -NOD_MOST_DEG, NOD_MOST_DEG) * share)
    at = {**pose.at, "skull": pose.at["c7"] + applied(turn, neck)}
    return replace(pose, at=at, frame={**pose.frame, "neck": turn @ pose.frame["neck"]})
