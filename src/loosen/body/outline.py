"""Shapes seen from somewhere: ellipsoids projected, neighbours hulled into polygons.

The page draws by the same few lines (`frontend/src/figure/outline.ts`); a golden test holds the
two within half a pixel of each other.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from .flesh import Shape
from .rotations import Array


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """An eye far away. `turn_deg`: 0 looks at the right side, 90 at the front; `tilt_deg`: down."""

    turn_deg: float = 0.0
    tilt_deg: float = 10.0

    def axes(self) -> Array:
        """(3, 3): the picture's right, its up, and towards the eye. Not to be written to."""
        return _axes(self.turn_deg, self.tilt_deg)


@cache  # a picture asks for them at every blob; there are as many as an item has views
def _axes(turn_deg: float, tilt_deg: float) -> Array:
    turn, tilt = np.radians(turn_deg), np.radians(tilt_deg)
    right = np.array([np.cos(turn), np.sin(turn), 0.0])
    level = np.array([np.sin(turn), -np.cos(turn), 0.0])
    up = np.array([0.0, 0.0, 1.0])
    axes = np.stack(
        [
            right,
            up * np.cos(tilt) - level * np.sin(tilt),
            level * np.cos(tilt) + up * np.sin(tilt),
        ]
    )
    axes.flags.writeable = False
    return axes


def seen(points: Array, view: View) -> Array:
    """(..., 3) metres -> (..., 3): right, up, nearness, metres."""
    return np.asarray(points @ view.axes().T)


def polygons(shape: Shape, view: View, instant: int) -> Array:
    """The hulls of neighbours at one instant: (N - 1, D, 2), metres right and up."""
    rims, reach = _rims(shape, view, instant)
    first_is_farther = reach[:-1] >= reach[1:]
    return np.where(first_is_farther[..., None], rims[:-1], rims[1:])


def _rims(shape: Shape, view: View, instant: int) -> tuple[Array, Array]:
    """Each blob's rim (N, D, 2), by the direction in which it is farthest, and how far (N, D)."""
    angle = np.arange(shape.directions) * (2 * np.pi / shape.directions)
    directions = np.stack([np.cos(angle), np.sin(angle)], axis=-1)
    plane = view.axes()[:2]
    centres = shape.centres[instant] @ plane.T
    half = np.einsum("ij,njk->nik", plane, shape.axes[instant])
    spread = half @ half.transpose(0, 2, 1)
    along = np.einsum("nij,dj->ndi", spread, directions)
    far = np.sqrt(np.maximum(np.einsum("ndi,di->nd", along, directions), 1e-12))
    rims = centres[:, None, :] + along / far[..., None]
    return rims, np.einsum("ndi,di->nd", rims, directions)


def nearness(shape: Shape, view: View, instant: int) -> float:
    """How near the part is to the eye: the mean of its blobs, metres."""
    return float((shape.centres[instant] @ view.axes()[2]).mean())
