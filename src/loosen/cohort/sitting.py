"""Who sits: upright, sinking, reaching, moving about; made by the figure that sits on a chair."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from loosen.body import Motion
from loosen.body.motion import FullPose

SUNK_DEG: Mapping[str, float] = {"lean": -14, "lumbar": 26, "thorax": 20, "neck": -16}
REACH_DEG: Mapping[str, float] = {"lean": 30, "hip": 30, "shoulder": 40, "elbow": -60}
REACHES, REACH_PART = 6, 0.3  # how often in the time, and how much of it


class Manner(StrEnum):
    """How one sits."""

    UPRIGHT = "upright"
    SUNK = "sunk"
    REACHING = "reaching"
    MOVING = "moving"


def sitting(seated: Motion, manner: Manner, amount: float = 1.0) -> Motion:
    """The seated figure, first as it is drawn and then in this manner until the end."""
    start = replace(seated.keys[0], at=0.0)
    match manner:
        case Manner.UPRIGHT:
            keys = [_with(start, {}, 0.5, amount)]
        case Manner.SUNK:
            keys = [_with(start, SUNK_DEG, 0.5, amount)]
        case Manner.REACHING:
            keys = _now_and_then(start, (REACH_DEG,), amount)
        case Manner.MOVING:
            keys = _now_and_then(start, (SUNK_DEG, REACH_DEG), amount)
    return replace(seated, keys=(start, *keys, replace(start, at=1.0)))


def _now_and_then(
    start: FullPose, kinds: tuple[Mapping[str, float], ...], amount: float
) -> list[FullPose]:
    found = []
    for number in range(REACHES):
        at = (number + 0.5) / REACHES
        half = REACH_PART / REACHES / 2
        found += [
            _with(start, {}, at - 2 * half, amount),
            _with(start, kinds[number % len(kinds)], at, amount),
            _with(start, {}, at + 2 * half, amount),
        ]
    return found


def _with(start: FullPose, by_deg: Mapping[str, float], at: float, amount: float) -> FullPose:
    angles = dict(start.angles)
    for name, deg in by_deg.items():
        angles[name] = angles.get(name, 0.0) + amount * deg
    return replace(start, angles=angles, at=at)
