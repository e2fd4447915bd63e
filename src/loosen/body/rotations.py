"""Rotations of many poses at once. Axes: x forward, y to the left, z up; angles in degrees."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]

FORWARD = np.array([1.0, 0.0, 0.0])
LEFT = np.array([0.0, 1.0, 0.0])
UP = np.array([0.0, 0.0, 1.0])
TINY_M = 1e-9


def about_x(deg: Array) -> Array:
    """(T,) degrees -> (T, 3, 3); positive takes left to up."""
    cos, sin, zero, one = _parts(deg)
    return _rows((one, zero, zero), (zero, cos, -sin), (zero, sin, cos))


def about_y(deg: Array) -> Array:
    """(T,) degrees -> (T, 3, 3); positive takes up to forward: a bow."""
    cos, sin, zero, one = _parts(deg)
    return _rows((cos, zero, sin), (zero, one, zero), (-sin, zero, cos))


def about_z(deg: Array) -> Array:
    """(T,) degrees -> (T, 3, 3); positive takes forward to left."""
    cos, sin, zero, one = _parts(deg)
    return _rows((cos, -sin, zero), (sin, cos, zero), (zero, zero, one))


def applied(rotations: Array, vector: Array) -> Array:
    """(T, 3, 3) on one vector (3,) or many (T, 3) -> (T, 3)."""
    if vector.ndim == 1:
        return np.asarray(rotations @ vector)
    return np.asarray(np.einsum("tij,tj->ti", rotations, vector))


def unit(vectors: Array) -> Array:
    """(..., 3) of length 1; a vector of no length stays."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, TINY_M))


def frame_along(down: Array, forward_hint: Array) -> Array:
    """Frames (T, 3, 3) whose -z runs along `down` (T, 3) and whose x lies near the hint (T, 3)."""
    z = -unit(down)
    x = forward_hint - z * np.sum(forward_hint * z, axis=-1, keepdims=True)
    x = unit(x)
    return np.stack([x, np.cross(z, x), z], axis=-1)


def _parts(deg: Array) -> tuple[Array, Array, Array, Array]:
    rad = np.radians(deg)
    return np.cos(rad), np.sin(rad), np.zeros_like(rad), np.ones_like(rad)


def _rows(*rows: tuple[Array, Array, Array]) -> Array:
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=-2)
