"""How a shoulder gives way to what the body lies on."""

from dataclasses import replace

import numpy as np

from .physique import Physique, limb_girth
from .rotations import UP
from .skeleton import SIDES, Pose

SHOULDER_ABOVE = 0.031  # of stature, of who lies on it
ARM_JOINTS = ("shoulder", "elbow", "wrist")


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
