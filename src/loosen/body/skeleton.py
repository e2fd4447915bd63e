"""The bones: joint angles of many instants -> where each joint is and how each segment lies.

The trunk's root is where the ribs end (T12): pelvis and chest both turn about it, so a back can
round or hollow while the middle stays.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from loosen.vocabulary import Side

from .physique import Build, Physique
from .rotations import Array, about_x, about_y, about_z, applied

Angles = Mapping[str, Array]

# Heights above the hips and places before (+) or behind the mid-line, as shares of stature: the
# column with its natural curves. Ours, within the published height of hip, shoulder and vertex.
SPINE: Mapping[str, tuple[float, float]] = {
    "pelvis": (0.000, 0.000),
    "l5": (0.050, -0.016),
    "l3": (0.095, -0.010),
    "t12": (0.140, -0.012),
    "t8": (0.195, -0.028),
    "t4": (0.250, -0.030),
    "c7": (0.308, -0.016),
    "skull": (0.363, 0.000),
}
DOWN_CHAIN = ("t12", "l3", "l5", "pelvis")
UP_CHAIN = ("t12", "t8", "t4", "c7", "skull")
SHOULDER_ABOVE_T4 = 0.015
SIDES = (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """T instants of one body: `at` joint -> (T, 3) metres, `frame` segment -> (T, 3, 3)."""

    at: Mapping[str, Array]
    frame: Mapping[str, Array]

    def moved(self, by: Array) -> "Pose":
        """The same, carried by (T, 3) metres."""
        return Pose(at={name: place + by for name, place in self.at.items()}, frame=self.frame)


def sign_of(side: Side) -> int:
    """1 on the left, where y is positive; -1 on the right."""
    return 1 if side is Side.LEFT else -1


def stand(angles: Angles, physique: Physique) -> Pose:
    """All joints for angles (T,) in degrees, the root at the origin. Nothing is held yet."""
    at: dict[str, Array] = {}
    frame: dict[str, Array] = {}
    _trunk(angles, physique, at, frame)
    for side in SIDES:
        _leg(side, angles, physique, at, frame)
        _arm(side, angles, physique, at, frame)
    return Pose(at=at, frame=frame)


def _trunk(
    angles: Angles, physique: Physique, at: dict[str, Array], frame: dict[str, Array]
) -> None:
    """Root, then down to the pelvis and up to the skull, each joint taking its part."""
    root = about_z(angles["turn"]) @ about_y(angles["lean"]) @ about_z(angles["roll"])
    at["t12"] = np.zeros((len(root), 3))
    frame["t12"] = root
    _chain(DOWN_CHAIN, _bend(angles, "lumbar", -1 / 3), physique, at, frame)
    _chain(UP_CHAIN[:4], _bend(angles, "thorax", 1 / 3), physique, at, frame)
    neck = _bend(angles, "neck", 1 / 2)
    frame["neck"] = frame["c7"] @ neck
    at["skull"] = at["c7"] + applied(frame["neck"], _bone("c7", "skull", physique))
    frame["head"] = frame["neck"] @ neck


def _bend(angles: Angles, part: str, share: float) -> Array:
    """One joint's part of the bend of a stretch of spine."""
    flexion = about_y(angles[part] * share)
    side = about_x(angles[f"{part}_side"] * -share)
    return flexion @ side @ about_z(angles[f"{part}_turn"] * share)


def _chain(
    names: tuple[str, ...],
    bend: Array,
    physique: Physique,
    at: dict[str, Array],
    frame: dict[str, Array],
) -> None:
    """Each joint bends, then carries the next bone; a bone halves the bend at its two ends."""
    for here, there in pairwise(names):
        frame[there] = frame[here] @ bend
        at[there] = at[here] + applied(frame[there], _bone(here, there, physique))


def _bone(here: str, there: str, physique: Physique) -> Array:
    (z0, x0), (z1, x1) = SPINE[here], SPINE[there]
    return np.array([x1 - x0, 0.0, z1 - z0]) * physique.stature_m


def _leg(
    side: Side,
    angles: Angles,
    physique: Physique,
    at: dict[str, Array],
    frame: dict[str, Array],
) -> None:
    h, s, r = physique.stature_m, sign_of(side), physique.ratios
    wide = r.hip_half * (1.05 if physique.build is Build.WOMAN else 0.97)
    hip = at["pelvis"] + applied(frame["pelvis"], np.array([0.0, s * wide * h, 0.0]))
    thigh = frame["pelvis"] @ _ball_joint("hip", side, angles)
    knee = hip + applied(thigh, np.array([0.0, 0.0, -r.thigh * h]))
    shank = thigh @ about_y(angles[f"knee_{side}"])
    ankle = knee + applied(shank, np.array([0.0, 0.0, -r.shank * h]))
    at |= {f"hip-{side}": hip, f"knee-{side}": knee, f"ankle-{side}": ankle}
    frame |= {f"thigh-{side}": thigh, f"shank-{side}": shank}
    frame[f"foot-{side}"] = shank @ about_y(-angles[f"ankle_{side}"])


def _arm(
    side: Side,
    angles: Angles,
    physique: Physique,
    at: dict[str, Array],
    frame: dict[str, Array],
) -> None:
    h, s, r = physique.stature_m, sign_of(side), physique.ratios
    wide = r.shoulder_half * (0.93 if physique.build is Build.WOMAN else 1.02)
    offset = np.array([0.018, s * wide, SHOULDER_ABOVE_T4]) * h
    shoulder = at["t4"] + applied(frame["t4"], offset)
    upper = frame["t4"] @ _ball_joint("shoulder", side, angles)
    elbow = shoulder + applied(upper, np.array([0.0, 0.0, -r.upper_arm * h]))
    fore = upper @ about_y(-angles[f"elbow_{side}"])
    wrist = elbow + applied(fore, np.array([0.0, 0.0, -r.forearm * h]))
    at |= {f"shoulder-{side}": shoulder, f"elbow-{side}": elbow, f"wrist-{side}": wrist}
    frame |= {f"upper-arm-{side}": upper, f"forearm-{side}": fore}
    frame[f"hand-{side}"] = fore @ about_y(-angles[f"wrist_{side}"])


def _ball_joint(joint: str, side: Side, angles: Angles) -> Array:
    """Hip or shoulder: forward, then outward, then about its own length."""
    s = sign_of(side)
    forward = about_y(-angles[f"{joint}_{side}"])
    outward = about_x(s * angles[f"{joint}_out_{side}"])
    return forward @ outward @ about_z(s * angles[f"{joint}_turn_{side}"])
