"""Flesh around the bones of many instants: where each ellipsoid is and how it lies.

A part is a run of blobs; its shape is the union of the hulls of neighbours.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .anatomy import parts_of
from .blobs import Blob, Part
from .physique import Physique
from .rotations import Array
from .skeleton import Pose


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A part at T instants: centres (T, N, 3) and half-axes (T, N, 3, 3), metres, in columns."""

    part: Part
    centres: Array
    axes: Array

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
        found.append(Shape(part=part, centres=centres[:, own], axes=axes[:, own]))
        first = own.stop
    return tuple(found)


def _laid(blobs: Sequence[Blob], pose: Pose, stature_m: float) -> tuple[Array, Array]:
    """Centres (T, N, 3) and half-axes (T, N, 3, 3) of N blobs: all at once, as they are many."""
    frames = np.stack([pose.frame[blob.segment] for blob in blobs], axis=1)
    joints = np.stack([pose.at[blob.joint] for blob in blobs], axis=1)
    offsets = np.array([blob.offset for blob in blobs]) * stature_m
    radii = np.array([blob.radii for blob in blobs]) * stature_m
    return joints + (frames @ offsets[:, :, None])[..., 0], frames * radii[:, None, :]
