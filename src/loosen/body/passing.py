"""Whether a limb goes through the trunk or the head."""

from collections.abc import Iterator

import numpy as np

from .flesh import Shape
from .physique import Physique
from .rotations import Array
from .skeleton import SIDES, Pose

# A limb's bone may dip this share of the way from a part's skin to its middle, and more the more
# flesh there is: flesh gives, and drawn ellipsoids do not. Ours, by eye.
DIPS_MOST, DIPS_BY_GIRTH = 0.4, 0.4
SOLID_PARTS = frozenset({"chest", "pelvis", "face", "hair"})
# Bones, and from where along them: what is nearer to the trunk grows out of it.
BONES: dict[str, tuple[str, str, float]] = {
    "upper arm": ("shoulder", "elbow", 0.8),
    "forearm": ("elbow", "wrist", 0.0),
    "thigh": ("hip", "knee", 0.6),
    "shin": ("knee", "ankle", 0.0),
}
SAMPLES = 5


def passing_faults(pose: Pose, shapes: tuple[Shape, ...], physique: Physique) -> Iterator[str]:
    """What goes through the body, in words for the author."""
    most = DIPS_MOST + max(physique.girth - 1, 0.0) * DIPS_BY_GIRTH
    for name, (start, end, share) in BONES.items():
        for side in SIDES:
            bone = _along(pose.at[f"{start}-{side}"], pose.at[f"{end}-{side}"], share)
            for shape in shapes:
                if shape.part.name in SOLID_PARTS:
                    yield from _through(f"{side} {name}", bone, shape, most)


def _along(start: Array, end: Array, share: float) -> Array:
    """Points (T, P, 3) along a bone."""
    part = np.linspace(share, 1.0, SAMPLES)[:, None]
    return np.asarray(start[:, None] + (end - start)[:, None] * part)


def _through(what: str, bone: Array, shape: Shape, most: float) -> Iterator[str]:
    depth = _depth(bone, shape)
    if depth.max() > most:
        phase = np.argmax(depth) / max(len(depth) - 1, 1)
        yield (
            f"the {what} goes through the {shape.part.name} at phase {phase:.2f}, "
            f"{depth.max():.0%} of the way to its middle"
        )


def _depth(points: Array, shape: Shape) -> Array:
    """How deep (T,) the deepest point lies: 0 at the skin, 1 in the middle of an ellipsoid."""
    away = points[:, :, None] - shape.centres[:, None]
    squares = np.sum(shape.axes**2, axis=-2)
    local = np.einsum("tpnk,tnki->tpni", away, shape.axes) / squares[:, None]
    return np.asarray(1.0 - np.linalg.norm(local, axis=-1).min(axis=(1, 2)))
