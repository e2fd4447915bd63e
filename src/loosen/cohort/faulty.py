"""Movements done with a fault on purpose: the drawn figure's key poses, changed.

Each change is in degrees on top of the pose as it is shown; what is written here is a fault made
plainly, and `amount` makes it smaller or larger.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from loosen.body import Motion
from loosen.body.motion import FullPose
from loosen.vocabulary import Hold, Limb


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is done otherwise, in every key pose on the way (or in those of these numbers)."""

    by_deg: Mapping[str, float] = field(default_factory=dict)
    holds: Mapping[Limb, Hold] = field(default_factory=dict)
    keys: tuple[int, ...] = ()


HANDS_FREE = {Limb.HAND_LEFT: Hold.FREE, Limb.HAND_RIGHT: Hold.FREE}
FAULTY: Mapping[str, Mapping[str, Change]] = {
    "bridge": {
        "hips-uneven-line": Change(by_deg={"lean": -16, "lumbar": -14, "hip": -14}),
    },
    "bird-dog": {
        "arm-low": Change(holds={Limb.HAND_RIGHT: Hold.FREE},
                          by_deg={"shoulder_right": -70}, keys=(2,)),
        "leg-high": Change(by_deg={"hip_left": -20, "knee_left": 6}, keys=(2,)),
    },
    "chair-knee-to-chest": {"leans-back": Change(by_deg={"lean": -24})},
    "childs-pose": {"chest-high": Change(by_deg={"lean": -30, "lumbar": -30, "thorax": -16})},
    "clam": {"rolls-back": Change(by_deg={"roll": 50})},
    "double-knee-to-chest": {"knees-straighten": Change(by_deg={"knee": -50})},
    "hip-hinge": {"knees-bend": Change(by_deg={"knee": 17, "hip": 9})},
    "knee-to-chest": {"head-lifts": Change(by_deg={"neck": 45})},
    "prone-on-elbows": {
        "head-back": Change(by_deg={"neck": -40}),
    },
    "prone-press-up": {
        "hips-lift": Change(by_deg={"hip": 26}),
        "head-back": Change(by_deg={"neck": -40}),
    },
    "side-plank-on-knees": {"rolls": Change(by_deg={"roll": 50})},
    "sit-to-stand": {
        "not-straight": Change(by_deg={"lean": 34, "hip": 34}, keys=(2,)),
    },
    "standing-back-bend": {"knees-bend": Change(by_deg={"knee": 16, "hip": 9})},
    "wall-sit": {"leans-forward": Change(by_deg={"lean": 15, "hip": 15})},
}  # fmt: skip


def faulty(motion: Motion, fault: str, amount: float = 1.0) -> Motion:
    """The same movement, done with this fault. Raises `KeyError` for one that nobody made."""
    change = FAULTY[motion.id][fault]
    keys = tuple(
        _changed(key, change, amount) if 0 < key.at < 1 and _is_meant(number, change) else key
        for number, key in enumerate(motion.keys)
    )
    return replace(motion, keys=keys)


def _is_meant(number: int, change: Change) -> bool:
    return not change.keys or number in change.keys


def _changed(key: FullPose, change: Change, amount: float) -> FullPose:
    angles = dict(key.angles)
    for name, by_deg in change.by_deg.items():
        for own in _named(name, angles):
            angles[own] = angles.get(own, angles.get(name.rsplit("_", 1)[0], 0.0)) + amount * by_deg
    return replace(key, angles=angles, holds={**key.holds, **change.holds})


def _named(name: str, angles: Mapping[str, float]) -> tuple[str, ...]:
    """Under which names a pose holds this angle: for both sides, or for each its own."""
    sides = tuple(f"{name}_{side}" for side in ("left", "right") if f"{name}_{side}" in angles)
    return sides or (name,)
