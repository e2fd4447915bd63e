"""The figure as SVG: pieces in order of depth, flat tones, a gap where one lies over another."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from .flesh import Shape
from .outline import View, nearness, polygons
from .rotations import Array

PX_PER_M = 200.0
FLIP = np.array([1.0, -1.0])  # pictures have their zero above
HEM_M = 0.01
IN_LINE = 0.6  # cosine between trunk and thigh
FAR_M = 0.06  # a limb that begins this far behind its fellow is drawn lighter
NEAR_LIMB_M = 0.12  # how much nearer than it lies a limb counts that is not far

# Which parts are painted as one piece, and how much nearer each part of a piece counts than it
# lies: clothes over skin, the hairline over the brow.
PIECES: dict[str, tuple[str, float]] = {
    "buttock": ("hips", 0.010),
    "pelvis": ("hips", 0.0),
    "chest": ("chest", 0.0),
    "bump": ("bump", 0.0),
    "neck": ("head", -0.020),
    "nose": ("head", -0.002),
    "face": ("head", 0.0),
    "ear": ("head", 0.004),
    "brow": ("head", 0.026),
    "hair": ("head", 0.010),
    "bun": ("head", 0.0),
    "thigh": ("leg", 0.0),
    "shank": ("leg", 0.010),
    "ankle": ("leg", 0.002),
    "foot": ("leg", 0.0),
    "upper-arm": ("arm", 0.0),
    "sleeve": ("arm", 0.120),
    "forearm": ("arm", 0.002),
    "hand": ("arm", 0.0),
}

OVER_SHIRT = frozenset({"arm", "bump"})

# The part in which a limb begins, which tells the near one from the far one.
ROOTS = {"leg": "thigh", "arm": "upper-arm"}
OTHER = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """One part as painted: its fill, its tone, and the edge that parts it from what lies under."""

    tone: str
    fill: str
    edge: str
    near_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A limb, the trunk or the head: its patches from far to near, parted as one from the rest."""

    name: str
    side: str
    is_far: bool
    near_m: float
    patches: tuple[Patch, ...]


def pieces(shapes: Iterable[Shape], view: View, instant: int) -> list[Piece]:
    """The whole body, the farthest piece first."""
    keyed = sorted(shapes, key=piece_of)
    roots = {(shape.part.name, shape.part.side): _root_m(shape, view, instant) for shape in keyed}
    made = [
        _piece(name, side, list(parts), roots, (view, instant))
        for (name, side), parts in groupby(keyed, key=piece_of)
    ]
    return sorted(_hemmed(made, keyed, instant), key=lambda piece: piece.near_m)


def _hemmed(made: list[Piece], shapes: list[Shape], instant: int) -> list[Piece]:
    """The shirt hangs over legs that are straight under it; a bent thigh lies over the shirt.

    What lay before the shirt still does.
    """
    chest = next(shape for shape in shapes if shape.part.name == "chest")
    straight = {
        shape.part.side
        for shape in shapes
        if shape.part.name == "thigh" and _in_line(chest, shape, instant)
    }
    least = [one.near_m + HEM_M for one in made if one.name == "leg" and one.side in straight]
    was_m = next(one.near_m for one in made if one.name == "chest")
    raised_m = max([was_m, *least]) - was_m
    return [
        replace(one, near_m=one.near_m + raised_m)
        if one.name == "chest" or (one.name in OVER_SHIRT and one.near_m > was_m)
        else one
        for one in made
    ]


def _in_line(chest: Shape, thigh: Shape, instant: int) -> bool:
    up = chest.centres[instant, -1] - chest.centres[instant, 0]
    down = thigh.centres[instant, -1] - thigh.centres[instant, 0]
    straightness = -float(up @ down) / float(np.linalg.norm(up) * np.linalg.norm(down))
    return straightness > IN_LINE


def piece_of(shape: Shape) -> tuple[str, str]:
    name = PIECES[shape.part.name][0]
    return name, shape.part.side if name in ROOTS else ""


def _root_m(shape: Shape, view: View, instant: int) -> float:
    return float(shape.centres[instant, 0] @ view.axes()[2])


def _piece(
    name: str,
    side: str,
    parts: list[Shape],
    roots: dict[tuple[str, str], float],
    seen_at: tuple[View, int],
) -> Piece:
    patches = sorted((_patch(one, *seen_at) for one in parts), key=lambda one: one.near_m)
    near = sum(nearness(one, *seen_at) for one in parts) / len(parts)
    is_far = False
    if name in ROOTS:
        behind = roots[ROOTS[name], OTHER[side]] - roots[ROOTS[name], side]
        is_far = behind > FAR_M
        near = near if is_far else near + NEAR_LIMB_M
    return Piece(name=name, side=side, is_far=is_far, near_m=near, patches=tuple(patches))


def _patch(shape: Shape, view: View, instant: int) -> Patch:
    hulls = polygons(shape, view, instant) * PX_PER_M
    return Patch(
        tone=shape.part.tone.value,
        fill=path_of(hulls),
        edge=path_of(hulls[shape.part.joined :]),
        near_m=nearness(shape, view, instant) + PIECES[shape.part.name][1],
    )


def path_of(hulls: Array) -> str:
    """Polygons (N, D, 2) in pixels, up positive, as one path."""
    runs = []
    for hull in (hulls * FLIP).tolist():  # plain numbers are written far faster than NumPy's
        points = " ".join([f"{x:.1f} {y:.1f}" for x, y in hull])
        runs.append(f"M{points}Z")
    return "".join(runs)
