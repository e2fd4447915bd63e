"""Boxes and cushions seen from somewhere."""

from dataclasses import dataclass
from itertools import product

import numpy as np

from .outline import View, seen
from .rotations import Array

CORNERS = np.array(list(product((-1.0, 1.0), repeat=3)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Solid:
    """A box or a cushion, metres: its middle, its half-sizes, and the tone it is drawn in."""

    tone: str
    middle: tuple[float, float, float]
    half: tuple[float, float, float]
    is_round: bool = False
    is_under: bool = False  # drawn before the body whatever the view


def faces(solid: Solid, view: View) -> list[tuple[str, Array]]:
    """What is seen of it: outlines (N, 2), metres right and up, each with its tone."""
    if solid.is_round:
        return [(solid.tone, _oval(solid, view))]
    corners = np.array(solid.middle) + CORNERS * np.array(solid.half)
    flat = seen(corners, view)[:, :2]
    top = flat[CORNERS[:, 2] > 0]
    return [(solid.tone, hull(flat)), (f"{solid.tone}-top", hull(top))]


def _oval(solid: Solid, view: View) -> Array:
    """A cushion: between an ellipse and a box."""
    angle = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    cos, sin = np.cos(angle), np.sin(angle)
    axes = view.axes()[:2] * np.array(solid.half)
    wide = float(np.abs(axes[0]).max() + 0.35 * np.sort(np.abs(axes[0]))[-2])
    high = float(np.abs(axes[1]).max() + 0.35 * np.sort(np.abs(axes[1]))[-2])
    rim = np.stack(
        [wide * np.sign(cos) * np.abs(cos) ** 0.7, high * np.sign(sin) * np.abs(sin) ** 0.7], -1
    )
    return np.asarray(rim + seen(np.array(solid.middle), view)[:2])


def _squarer(part: Array) -> Array:
    return np.asarray(np.sign(part) * np.abs(part) ** 0.7)


def hull(points: Array) -> Array:
    """The convex outline of points (N, 2), counter-clockwise."""
    ordered = sorted({(round(float(x), 6), round(float(y), 6)) for x, y in points})
    lower, upper = _half_hull(ordered), _half_hull(ordered[::-1])
    return np.array(lower[:-1] + upper[:-1])


def _half_hull(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    kept: list[tuple[float, float]] = []
    for point in points:
        while len(kept) > 1 and _turns_right(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept


def _turns_right(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0
