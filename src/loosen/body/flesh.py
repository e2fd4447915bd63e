"""Flesh around the bones of many instants: where each ellipsoid is and how it lies.

A part is a run of blobs; its shape is the union of the hulls of neighbours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import acos, ceil, pi

import numpy as np

from .anatomy import parts_of
from .blobs import Blob, Part
from .physique import Physique
from .rotations import Array
from .skeleton import Pose

STRAYS_M = 0.0006  # how far an outline of straight edges may lie from its curve: a tenth of a px


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A part at T instants: centres (T, N, 3) and half-axes (T, N, 3, 3), metres, in columns.

    `directions`: in how many directions its outline is looked for.
    """

    part: Part
    centres: Array
    axes: Array
    directions: int

    def lowest(self) -> Array:
        """The height of the lowest point at each instant (T,)."""
        reach = np.linalg.norm(self.axes[:, :, 2, :], axis=-1)
        return np.asarray((self.centres[:, :, 2] - reach).min(axis=1))


def shapes_of(
    pose: Pose, physique: Physique, names: frozenset[str] | None = None
) -> tuple[Shape, ...]:
    """All parts of the body at the pose's instants, or those of the names."""
    parts = [part for part in parts_of(physique) if names is None or part.name in names]
    centres, axes = _laid([blob for part in parts for blob in part.blobs], pose, physique.stature_m)
    found, first = [], 0
    for part in parts:
        own = slice(first, first + len(part.blobs))
        directions = directions_of(part, physique.stature_m)
        found.append(
            Shape(part=part, centres=centres[:, own], axes=axes[:, own], directions=directions)
        )
        first = own.stop
    return tuple(found)


def directions_of(part: Part, stature_m: float) -> int:
    """An even number that keeps the outline of its largest blob near enough to the curve.

    A finger's needs far fewer than a belly's, and every one of them is painted in every picture.
    """
    largest_m = max(max(blob.radii) for blob in part.blobs) * stature_m
    return 2 * ceil(pi / acos(1 - STRAYS_M / largest_m) / 2)


def _laid(blobs: Sequence[Blob], pose: Pose, stature_m: float) -> tuple[Array, Array]:
    """Centres (T, N, 3) and half-axes (T, N, 3, 3) of N blobs: all at once, as they are many."""
    frames = np.stack([pose.frame[blob.segment] for blob in blobs], axis=1)
    joints = np.stack([pose.at[blob.joint] for blob in blobs], axis=1)
    offsets = np.array([blob.offset for blob in blobs]) * stature_m
    radii = np.array([blob.radii for blob in blobs]) * stature_m
    return joints + (frames @ offsets[:, :, None])[..., 0], frames * radii[:, None, :]
