"""The arrow on a card: the way of what moves most, or the turn of what only turns."""

import numpy as np

from loosen.vocabulary import Mover

from .drawing import PX_PER_M
from .outline import View, seen
from .rotations import Array, applied, unit
from .scene import GAP_PX, Scene, colour

MOVED_LEAST_M, TURNED_LEAST_DEG = 0.10, 5.0  # less than both needs no arrow
FOLLOWED_LEAST_M = 0.03
OUT_M = 0.19  # how far beside a limb's way; nearer where an author names the limb
NAMED_OUT_M = 0.11
BEYOND_M = (0.18, 0.36)  # where an arrow beyond the trunk begins and ends
UPRIGHT = 0.7  # of an axis: one about which a body turns from side to side
TURN_M, TURN_SPAN_DEG = {"pelvis": 0.15, "t4": 0.24}, 140.0
ABOVE_GROUND_M = 0.02  # below it an arrow would lie under the mat
AHEAD_M = (0.28, 0.58)
BESIDE_M = 0.34
BREASTBONE_M, BEFORE_CHEST_M = 0.14, 0.12
SHORTEST_M = 0.18
HEAD_PX = (10.0, 6.5)
ARROW_PX = 3.2
WAY_POINTS, CUTS = 5, 4
TRUNK = ("t8", "pelvis")
TRACKED = (
    "skull",
    *TRUNK,
    *(f"{joint}-{side}" for joint in ("wrist", "knee", "ankle") for side in ("left", "right")),
)
TURNING = ("pelvis", "t4")
SITES = {
    Mover.HEAD: "skull",
    Mover.CHEST: "t8",
    Mover.PELVIS: "pelvis",
    Mover.HAND_LEFT: "wrist-left",
    Mover.HAND_RIGHT: "wrist-right",
    Mover.KNEE_LEFT: "knee-left",
    Mover.KNEE_RIGHT: "knee-right",
    Mover.FOOT_LEFT: "ankle-left",
    Mover.FOOT_RIGHT: "ankle-right",
}


def arrow(made: Scene) -> str:
    """SVG of the arrow from the first instant to the last; empty where too little moves."""
    drawn = way_of(made)
    return "" if drawn is None else _stroke(_rounded(drawn) * PX_PER_M)


def way_of(made: Scene) -> Array | None:
    """The arrow's line (N, 2) in metres right and up; None where too little moves."""
    match made.motion.arrow:
        case None:
            return _farthest(made)
        case Mover.NOTHING:
            return None
        case Mover.AHEAD:
            return _ahead(made)
        case Mover.PELVIS_TURN:
            return _arc_of("pelvis", made)
        case Mover.CHEST_TURN:
            return _arc_of("t4", made)
        case Mover.BREASTBONE:
            return _before_chest(made)
        case mover:
            paths = _paths(made)
            way = paths[SITES[mover]]
            if _moved(way) < FOLLOWED_LEAST_M:
                return _farthest(made)
            return _way(SITES[mover], way, _middle(paths), NAMED_OUT_M)


def _paths(made: Scene) -> dict[str, Array]:
    return {name: seen(made.posed.pose.at[name], made.view)[:, :2] for name in TRACKED}


def _middle(paths: dict[str, Array]) -> Array:
    return np.asarray(np.mean(list(paths.values()), axis=(0, 1)))


def _farthest(made: Scene) -> Array | None:
    """The way of what moves farthest; where nothing moves far, the turn of what turns most."""
    paths = _paths(made)
    for name in sorted(paths, key=lambda one: -_moved(paths[one])):
        if _moved(paths[name]) < MOVED_LEAST_M:
            break
        line = _way(name, paths[name], _middle(paths))
        if line[:, 1].min() > ABOVE_GROUND_M:
            return line
    return _turn(made)


def _ahead(made: Scene) -> Array:
    """A straight arrow before the chest."""
    chest = made.posed.pose.at["t8"][-1]
    line = chest + _heading(made) * np.linspace(*AHEAD_M, 4)[:, None]
    return np.asarray(seen(line, made.view)[:, :2])


def _before_chest(made: Scene) -> Array:
    """The way of the breastbone over the hips, a little before it, and long enough to be seen."""
    posed = made.posed.pose
    bone = posed.at["t8"] + applied(posed.frame["t8"], np.array([BREASTBONE_M, 0.0, 0.0]))
    bone += posed.at["pelvis"][-1] - posed.at["pelvis"]
    way = seen(bone + _heading(made) * BEFORE_CHEST_M, made.view)[:, :2]
    longer = max(SHORTEST_M / max(_moved(way), 1e-6), 1.0)
    return np.asarray(way[-1] + (way - way[-1]) * longer)


def _heading(made: Scene) -> Array:
    """Where the chest heads in the end, along the ground (3,)."""
    return unit(made.posed.pose.frame["t8"][-1, :, 0] * np.array([1.0, 1.0, 0.0]))


def _moved(way: Array) -> float:
    return float(np.linalg.norm(way[-1] - way[0]))


def _way(name: str, way: Array, middle: Array, out_m: float = OUT_M) -> Array:
    """A limb's way beside it, away from the body's middle; the trunk's beyond it."""
    if name in TRUNK:
        return _push(way, middle)
    outward = way - middle
    outward /= np.maximum(np.linalg.norm(outward, axis=-1, keepdims=True), 1e-6)
    return _evenly((way + outward * out_m)[2:-1])


def _evenly(line: Array) -> Array:
    """The same line by a few points evenly apart: a limb that waits on its way makes no corner."""
    gone = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=-1))])
    at = np.linspace(0.0, gone[-1], WAY_POINTS)
    return np.stack([np.interp(at, gone, line[:, axis]) for axis in (0, 1)], axis=-1)


def _push(way: Array, middle: Array) -> Array:
    """Beyond where the trunk went; what would end in the ground stands beside the body instead."""
    along = (way[-1] - way[0]) / max(_moved(way), 1e-6)
    line = way[-1] + along * np.linspace(*BEYOND_M, 4)[:, None]
    if line[:, 1].min() > ABOVE_GROUND_M:
        return np.asarray(line)
    side = np.sign(middle[0] - way[-1, 0]) or 1.0
    return np.asarray(line - line[-1] + way[-1] + np.array([-side * BESIDE_M, 0.0]))


def _turn(made: Scene) -> Array | None:
    """A part of a circle about what turns most, seen as it lies; None where nothing turns."""
    frames = made.posed.pose.frame
    name = max(TURNING, key=lambda one: _axis_and_deg(frames[one])[1])
    is_turned = _axis_and_deg(frames[name])[1] >= TURNED_LEAST_DEG
    return _arc_of(name, made) if is_turned else None


def _arc_of(name: str, made: Scene) -> Array:
    axis, _ = _axis_and_deg(made.posed.pose.frame[name])
    return _arc(made.posed.pose.at[name][-1], axis, TURN_M[name], made.view)


def _axis_and_deg(frames: Array) -> tuple[Array, float]:
    """The turn from the first frame to the last: its axis (3,) and its angle."""
    change = frames[-1] @ frames[0].T
    cos = np.clip((np.trace(change) - 1) / 2, -1.0, 1.0)
    axis = np.array(
        [
            change[2, 1] - change[1, 2],
            change[0, 2] - change[2, 0],
            change[1, 0] - change[0, 1],
        ]
    )
    return unit(axis), float(np.degrees(np.arccos(cos)))


def _arc(centre: Array, axis: Array, radius_m: float, view: View) -> Array:
    """The side of the circle that lies highest in the picture, or nearest where none does."""
    _, up, towards = view.axes()
    across = unit(np.cross(axis, towards if abs(axis @ up) > UPRIGHT else up))
    top = np.cross(across, axis)
    half = np.radians(TURN_SPAN_DEG / 2)
    angle = np.linspace(-half, half, 13)[:, None]
    circle = centre + radius_m * (np.cos(angle) * top + np.sin(angle) * np.cross(axis, top))
    return np.asarray(seen(circle, view)[:, :2])


def _rounded(line: Array) -> Array:
    """Corners cut again and again (Chaikin 1974), the ends kept."""
    for _ in range(CUTS):
        starts, ends = line[:-1], line[1:]
        cut = np.stack([starts * 0.75 + ends * 0.25, starts * 0.25 + ends * 0.75], axis=1)
        line = np.concatenate([line[:1], cut.reshape(-1, 2), line[-1:]])
    return line


def _stroke(points: Array) -> str:
    tip = points[-1]
    along = unit(tip - points[max(len(points) - 6, 0)])
    across = np.array([-along[1], along[0]])
    long, wide = HEAD_PX
    head = (tip - along * long + across * wide, tip, tip - along * long - across * wide)
    lines = "".join(_path(run) for run in (points, np.stack(head)))
    return (
        f'<g fill="none" stroke-linecap="round" stroke-linejoin="round">'
        f'<path d="{lines}" stroke="{colour("gap")}" stroke-width="{ARROW_PX + 2 * GAP_PX}"/>'
        f'<path d="{lines}" stroke="{colour("arrow")}" stroke-width="{ARROW_PX}"/></g>'
    )


def _path(points: Array) -> str:
    return "M" + "L".join(f"{x:.1f} {-y:.1f}" for x, y in points)
