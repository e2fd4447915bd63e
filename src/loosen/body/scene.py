"""A whole picture as SVG: ground, shadow, props, body and marks.

The colours stand in `PALETTE`; a page gives its own by CSS variables of the same names.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from loosen.vocabulary import Working

from .drawing import PX_PER_M, Piece, path_of, pieces
from .flesh import Shape, shapes_of
from .motion import Motion
from .outline import View, seen
from .physique import Physique, expecting
from .pose import Posed, pose
from .props import solids
from .rotations import Array, applied
from .solids import Solid, faces

PALETTE = {
    "skin": "#e3ad8c",
    "shirt": "#d98a4b",
    "trousers": "#3f5f7d",
    "hair": "#453631",
    "ear": "#d1957a",
    "skin-far": "#eecdb9",
    "shirt-far": "#ecbd93",
    "trousers-far": "#8ea3b8",
    "gap": "#f5f2eb",
    "shadow": "#27353a",
    "mat": "#c3d2c8",
    "mat-top": "#d3dfd6",
    "bed": "#c3cfd3",
    "bed-top": "#dae2e4",
    "bed-frame": "#b59f86",
    "wood": "#b08d6a",
    "seat": "#c6a480",
    "seat-top": "#d6b895",
    "wall": "#dcd5c6",
    "pillow": "#e6ddcb",
    "pillow-top": "#fffdf8",
    "rug": "#a3b39a",
    "rug-top": "#bccab3",
    "china": "#c9d8dc",
    "lid": "#dfe9eb",
    "lid-top": "#f1f6f7",
    "rail": "#8d9a9b",
    "car": "#9fb3ba",
    "car-top": "#b9c8cd",
    "car-inside": "#ccd7da",
    "car-seat": "#6f7f86",
    "car-seat-top": "#8b9aa0",
    "phone": "#2e3a3f",
    "mark": "#fff4d6",
    "ghost": "#9fb0ad",
    "arrow": "#1f6f68",
}
ALIASES = {
    "wood-top": "wood",
    "wall-top": "wall",
    "bed-frame-top": "bed-frame",
    "china-top": "lid",
    "phone-top": "phone",
    "car-inside-top": "car-inside",
}
GAP_PX = 2.4
SOLID_EDGE_PX = 5
EDGE_PX = 0.5  # a hair's breadth of its own colour, so that no ground shines through a seam
SHADOW_REACH_M, SHADOW_M = 0.035, 0.075
_ANGLE = np.linspace(0, 2 * np.pi, 24, endpoint=False)
CIRCLE = np.stack([np.cos(_ANGLE), np.sin(_ANGLE), np.zeros_like(_ANGLE)], axis=-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A motion posed at some phases, with its props, for one body and one view."""

    motion: Motion
    physique: Physique
    view: View
    posed: Posed
    shapes: tuple[Shape, ...]
    solids: tuple[Solid, ...]


def scene(motion: Motion, physique: Physique, phases: Array, view: View | None = None) -> Scene:
    """Everything that is needed to draw the motion at its phases."""
    physique = expecting(physique) if motion.is_pregnant else physique
    posed = pose(motion, phases, physique)
    shapes = shapes_of(posed.pose, physique)
    return Scene(
        motion=motion,
        physique=physique,
        view=view or View(turn_deg=motion.view_deg, tilt_deg=motion.tilt_deg),
        posed=posed,
        shapes=shapes,
        solids=solids(motion, physique, posed.keyed),
    )


def ground(scene: Scene, instants: Sequence[int]) -> str:
    """Props under the body, and the shadow where it touches at these instants."""
    under = far_first((solid for solid in scene.solids if solid.is_under), scene.view)
    return "".join(_solid(solid, scene.view) for solid in under) + _shadow(scene, instants)


def far_first(solids: Iterable[Solid], view: View) -> list[Solid]:
    """In the order in which they are painted."""
    return sorted(solids, key=lambda one: (one.layer, one.near_m(view)))


def _solid(solid: Solid, view: View) -> str:
    drawn = []
    for tone, outline in faces(solid, view):
        fill = colour(ALIASES.get(tone, tone))
        path = path_of(outline[None] * PX_PER_M)
        drawn.append(
            f'<path d="{path}" fill="{fill}" stroke="{fill}" stroke-width="{SOLID_EDGE_PX}" '
            'stroke-linejoin="round"/>'
        )
    return "".join(drawn)


def colour(name: str) -> str:
    """A colour that a page may give by a CSS variable."""
    return f"var(--figure-{name},{PALETTE[name]})"


def _shadow(scene: Scene, instants: Sequence[int]) -> str:
    """Dark where something nearly touches the ground, as one soft shape."""
    rims = [
        seen(place + CIRCLE * SHADOW_M, scene.view)[:, :2] * PX_PER_M
        for shape in scene.shapes
        for instant in instants
        for place in _touching(shape, instant)
    ]
    if not rims:
        return ""
    return f'<path d="{path_of(np.stack(rims))}" fill="{colour("shadow")}" fill-opacity=".16"/>'


def _touching(shape: Shape, instant: int) -> Array:
    """The places (N, 3) on the ground under blobs that nearly touch it."""
    centres = shape.centres[instant]
    low = centres[:, 2] - np.linalg.norm(shape.axes[instant][:, 2, :], axis=-1)
    is_near = np.abs(low) < SHADOW_REACH_M  # what hangs over an edge throws none
    return np.asarray(centres[is_near] * np.array([1.0, 1.0, 0.0]))


def body(scene: Scene, instant: int) -> str:
    """The figure itself, and the props that lie between its limbs or over them."""
    drawn = pieces(scene.shapes, scene.view, instant)
    under = marked_pieces(scene.motion.region)
    last = max(piece.near_m for piece in drawn if piece.name in under)
    parts = [(piece.near_m, _piece(piece)) for piece in drawn]
    parts.append((last, _mark(scene, instant)))
    between = (solid for solid in scene.solids if not solid.is_under)
    parts.extend((solid.near_m(scene.view), _gap(solid, scene.view)) for solid in between)
    return "".join(one for _, one in sorted(parts, key=lambda part: part[0]))


def _gap(solid: Solid, view: View) -> str:
    """A solid parted from what lies under it."""
    _, outline = faces(solid, view)[0]
    path = path_of(outline[None] * PX_PER_M)
    wide = SOLID_EDGE_PX + 2 * GAP_PX
    edge = f'<path d="{path}" fill="none" stroke="{colour("gap")}" stroke-width="{wide}"/>'
    return edge + _solid(solid, view)


def _piece(piece: Piece) -> str:
    edges = "".join(patch.edge for patch in piece.patches)
    gap = (
        f'<path d="{edges}" fill="none" stroke="{colour("gap")}" stroke-width="{GAP_PX}" '
        'stroke-linejoin="round"/>'
    )
    fills = []
    for patch in piece.patches:
        name = f"{patch.tone}-far" if piece.is_far else patch.tone
        ink = colour(name if name in PALETTE else patch.tone)
        fills.append(
            f'<path d="{patch.fill}" fill="{ink}" stroke="{ink}" stroke-width="{EDGE_PX}"/>'
        )
    return gap + "".join(fills)


# Which joints the mark runs along, and how far behind (-) or before them, as shares of stature.
MARKS: dict[Working, tuple[tuple[str, ...], float]] = {
    Working.LOW_BACK: (("l5", "l3", "t12"), -0.020),
    Working.UPPER_BACK: (("t12", "t8", "t4"), -0.012),
    Working.BELLY: (("l5", "l3", "t12"), 0.048),
    Working.BUTTOCKS: (("pelvis", "l5"), -0.042),
    Working.HIPS: (("pelvis", "l5"), 0.030),
}
MARK_SHARE = 0.042  # how wide the mark is, as a share of stature
THIGH_SHARES = (0.3, 0.55, 0.8)  # where on the way from hip to knee the mark of a thigh lies


# Over which pieces a mark lies.
TRUNK_MARKS = frozenset({"hips", "chest"})
LIMB_MARKS = TRUNK_MARKS | {"leg"}
LIMB_MARKS_OF = frozenset({Working.BUTTOCKS, Working.HIPS, Working.THIGHS})


def marked_pieces(region: Working | None) -> frozenset[str]:
    """Over which pieces the mark of a region lies."""
    return LIMB_MARKS if region in LIMB_MARKS_OF else TRUNK_MARKS


def _mark(scene: Scene, instant: int) -> str:
    """A soft lighter stroke where the movement works."""
    region = scene.motion.region
    if region is None:
        return ""
    if region is Working.THIGHS:
        near = max(("left", "right"), key=lambda side: _near(scene, f"knee-{side}", instant))
        line = _line(scene, instant, (f"hip-{near}", f"knee-{near}"))
    else:
        joints, behind = MARKS[region]
        line = _trunk_line(scene, instant, joints, behind)
    wide = MARK_SHARE * scene.physique.stature_m * PX_PER_M
    return (
        f'<path d="{line}" fill="none" stroke="{colour("mark")}" stroke-opacity=".55" '
        f'stroke-width="{wide:.1f}" stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _near(scene: Scene, joint: str, instant: int) -> float:
    return float(scene.posed.pose.at[joint][instant] @ scene.view.axes()[2])


def _trunk_line(scene: Scene, instant: int, joints: tuple[str, ...], behind: float) -> str:
    offset = np.array([behind * scene.physique.stature_m, 0.0, 0.0])
    frames = scene.posed.pose.frame
    places = [
        scene.posed.pose.at[joint][instant] + applied(frames[joint][instant][None], offset)[0]
        for joint in joints
    ]
    return _polyline(np.array(places), scene.view)


def _line(scene: Scene, instant: int, joints: tuple[str, ...]) -> str:
    ends = np.array([scene.posed.pose.at[joint][instant] for joint in joints])
    inner = ends[0] + (ends[1] - ends[0]) * np.array(THIGH_SHARES)[:, None]
    return _polyline(inner, scene.view)


def _polyline(places: Array, view: View) -> str:
    flat = seen(places, view)[:, :2] * PX_PER_M
    return "M" + "L".join(f"{x:.1f} {-y:.1f}" for x, y in flat)


def box_of(scene: Scene) -> tuple[float, float, float, float]:
    """Left, top, width and height in pixels that hold the body at all instants, and the props."""
    runs = [_corners(shape, scene.view) for shape in scene.shapes]
    for solid in scene.solids:
        runs.extend(outline for _, outline in faces(solid, scene.view))
    every = np.concatenate(runs) * PX_PER_M
    (x0, y0), (x1, y1) = every.min(axis=0), every.max(axis=0)
    edge = 0.05 * PX_PER_M
    return x0 - edge, -y1 - edge, x1 - x0 + 2 * edge, y1 - y0 + 2 * edge


def _corners(shape: Shape, view: View) -> Array:
    """Two corners (2N, 2) of a box around every blob at every instant."""
    middle = seen(shape.centres, view)[..., :2]
    reach = np.linalg.norm(np.einsum("ij,tnjk->tnik", view.axes()[:2], shape.axes), axis=-1)
    return np.concatenate([middle - reach, middle + reach]).reshape(-1, 2)
