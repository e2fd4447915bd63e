"""Convex things beside the body, seen from somewhere: boxes, prisms, bars, cushions."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from .outline import View, seen
from .rotations import Array, about_y, applied

CORNERS = np.array(list(product((-1.0, 1.0), repeat=3)))
NO_LIGHT = np.zeros((0, 3))
# A cushion: how square it is from above and from the side (1: an ellipse), and its lit part.
SQUARE_ABOVE, SQUARE_BESIDE = 0.65, 0.80
LIT_SHARE, LIT_RISE = 0.86, 0.30
Place = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Solid:
    """A convex thing: its outline is the hull of its corners (N, 3) as seen, metres.

    `lit`: the corners (M, 3) of the face that is drawn lighter, as `<tone>-top`; none: no such
    face. `is_under`: drawn before the body whatever the view; else by its depth among the limbs.
    `layer`: a lower one is drawn before a higher one; within a layer the farther before the nearer.
    `over_m`: how much nearer than its middle it counts.
    """

    tone: str
    corners: Array
    lit: Array
    is_under: bool = True
    layer: int = 0
    over_m: float = 0.0

    def near_m(self, view: View) -> float:
        """How near it counts as being to the eye, metres."""
        middle = (self.corners.min(axis=0) + self.corners.max(axis=0)) / 2
        return float(middle @ view.axes()[2]) + self.over_m


def box(
    tone: str, middle: Place, half: Place, *, pitch_deg: float = 0.0, is_under: bool = True
) -> Solid:
    """A box, its half-sizes along x, y and z before it is bowed forward by `pitch_deg`."""
    corners = _turned(CORNERS * np.array(half), pitch_deg) + np.array(middle)
    return Solid(tone=tone, corners=corners, lit=corners[CORNERS[:, 2] > 0], is_under=is_under)


def prism(
    tone: str,
    profile: Sequence[tuple[float, float]],
    across: tuple[float, float],
    *,
    lit: Sequence[int] = (),
    is_under: bool = True,
) -> Solid:
    """A convex profile of (x, z) drawn out from y to y; `lit`: the profile's lit corners."""
    corners = np.array([(x, y, z) for y in across for x, z in profile])
    chosen = [index + len(profile) * end for end in (0, 1) for index in lit]
    return Solid(tone=tone, corners=corners, lit=corners[chosen], is_under=is_under)


def bar(tone: str, start: Place, end: Place, thick: float, *, is_under: bool = True) -> Solid:
    """A round bar between two places."""
    ends = np.array([start, end])
    corners = (ends[:, None, :] + CORNERS[None] * thick / 2).reshape(-1, 3)
    return Solid(tone=tone, corners=corners, lit=NO_LIGHT, is_under=is_under)


def cushion(
    middle: Place,
    half: Place,
    *,
    tone: str = "pillow",
    pitch_deg: float = 0.0,
    is_under: bool = True,
) -> Solid:
    """A pillow, thickest in its middle; half-sizes as of `box`."""
    rim = _swelling()
    corners = _turned(rim * np.array(half), pitch_deg) + np.array(middle)
    raised = np.array([0.0, 0.0, half[2] * LIT_RISE * (1 - LIT_SHARE)])
    lit = (corners - np.array(middle)) * LIT_SHARE + np.array(middle) + raised
    return Solid(tone=tone, corners=corners, lit=lit, is_under=is_under)


def _swelling() -> Array:
    """Points (N, 3) on a round-cornered cushion of half-size 1."""
    around = np.linspace(0, 2 * np.pi, 16, endpoint=False)
    height = np.radians([-80.0, -54.0, -27.0, 0.0, 27.0, 54.0, 80.0])
    plan = np.stack([_squared(np.cos(around)), _squared(np.sin(around))], axis=-1)
    wide = np.abs(np.cos(height)) ** SQUARE_BESIDE
    high = np.sign(np.sin(height)) * np.abs(np.sin(height)) ** SQUARE_BESIDE
    rows = [
        np.column_stack([plan * w, np.full(len(plan), h)]) for w, h in zip(wide, high, strict=True)
    ]
    return np.concatenate(rows)


def _squared(part: Array) -> Array:
    return np.asarray(np.sign(part) * np.abs(part) ** SQUARE_ABOVE)


def _turned(points: Array, pitch_deg: float) -> Array:
    return applied(about_y(np.full(len(points), pitch_deg)), points)


def faces(solid: Solid, view: View) -> list[tuple[str, Array]]:
    """What is seen of it: outlines (N, 2), metres right and up, each with its tone."""
    whole = [(solid.tone, hull(seen(solid.corners, view)[:, :2]))]
    if not len(solid.lit):
        return whole
    return [*whole, (f"{solid.tone}-top", hull(seen(solid.lit, view)[:, :2]))]


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
