"""How shoulders and legs give way to what the body lies on."""

from dataclasses import replace

import numpy as np

from .flesh import shapes_of
from .physique import Physique, limb_girth
from .rotations import UP, Array, about_y, applied
from .skeleton import SIDES, Angles, Pose

SHOULDER_ABOVE = 0.031  # of stature, of who lies on it
ARM_JOINTS = ("shoulder", "elbow", "wrist")
LOWER_LEG = frozenset({"shank", "ankle", "foot"})
# Face down by this much of the pelvis the legs begin to lie, and lie; bent by so much they do not.
FACE_DOWN, STRAIGHT_DEG = (0.80, 0.94), (15.0, 30.0)
LET_DOWN_MOST_DEG = 25.0


def shoulders_drawn_in(pose: Pose, physique: Physique) -> Pose:
    """The pose with a shoulder that would lie below the ground brought up beside the chest."""
    least = SHOULDER_ABOVE * limb_girth(physique) * physique.stature_m
    at = dict(pose.at)
    for side in SIDES:
        by = np.maximum(least - pose.at[f"shoulder-{side}"][:, 2], 0.0)
        for joint in ARM_JOINTS:
            name = f"{joint}-{side}"
            at[name] = pose.at[name] + by[:, None] * UP
    return replace(pose, at=at)


def legs_lie(pose: Pose, angles: Angles, side: str) -> Array:
    """By how much (T,) a leg is one that lies behind who lies face down: straight, and let go."""
    face_down = -pose.frame["pelvis"][:, 2, 0]
    bent = np.maximum(np.abs(angles[f"hip_{side}"]), angles[f"knee_{side}"])
    return _rising(face_down, *FACE_DOWN) * (1 - _rising(bent, *STRAIGHT_DEG))


def _rising(value: Array, low: float, high: float) -> Array:
    share = np.clip((value - low) / (high - low), 0.0, 1.0)
    return np.asarray(share * share * (3 - 2 * share))


def legs_let_down(pose: Pose, angles: Angles, physique: Physique) -> Pose:
    """The pose with straight legs turned at the hips until they lie, as heavy legs do.

    How high the hips are depends on the belly, so no angle of an author's would fit all bodies.
    """
    for side in SIDES:
        share = legs_lie(pose, angles, side)
        if share.any():
            pose = _let_down(pose, side, share, physique)
    return pose


def _let_down(pose: Pose, side: str, share: Array, physique: Physique) -> Pose:
    hip = pose.at[f"hip-{side}"]
    behind = -np.sign(pose.at[f"ankle-{side}"][:, 0] - hip[:, 0])
    turn = about_y(_rise_deg(pose, side, physique) * behind * share)
    at, frame = dict(pose.at), dict(pose.frame)
    for name in (f"knee-{side}", f"ankle-{side}"):
        at[name] = hip + applied(turn, pose.at[name] - hip)
    for name in (f"thigh-{side}", f"shank-{side}", f"foot-{side}"):
        frame[name] = turn @ pose.frame[name]
    return replace(pose, at=at, frame=frame)


def _rise_deg(pose: Pose, side: str, physique: Physique) -> Array:
    """By how much (T,) the leg must rise at the hip until its lowest blob just lies."""
    hip = pose.at[f"hip-{side}"]
    shapes = [one for one in shapes_of(pose, physique, LOWER_LEG) if one.part.side == side]
    centres = np.concatenate([one.centres for one in shapes], axis=1) - hip[:, None]
    axes = np.concatenate([one.axes for one in shapes], axis=1)
    far = np.linalg.norm(centres[..., [0, 2]], axis=-1)
    resting = np.linalg.norm(axes[:, :, 2, :], axis=-1) - hip[:, 2:]
    rise = np.arcsin(np.clip(resting / far, -1, 1)) - np.arcsin(centres[..., 2] / far)
    most = LET_DOWN_MOST_DEG
    return np.asarray(np.clip(np.degrees(rise.max(axis=1)), -most, most))
