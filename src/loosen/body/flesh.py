"""Flesh around the bones of many instants: where each ellipsoid is and how it lies.

A part is a run of blobs; its shape is the union of the hulls of neighbours.
"""

from dataclasses import dataclass

import numpy as np

from .anatomy import parts_of
from .blobs import Part
from .physique import Physique
from .rotations import Array, applied
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
    return tuple(_shape(part, pose, physique.stature_m) for part in parts)


def _shape(part: Part, pose: Pose, stature_m: float) -> Shape:
    centres, axes = [], []
    for blob in part.blobs:
        frame = pose.frame[blob.segment]
        offset = np.array(blob.offset) * stature_m
        centres.append(pose.at[blob.joint] + applied(frame, offset))
        axes.append(frame * (np.array(blob.radii) * stature_m))
    return Shape(part=part, centres=np.stack(centres, axis=1), axes=np.stack(axes, axis=1))
