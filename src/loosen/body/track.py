"""A movement baked for the page: a track by phase, and what all tracks of one body share.

The page knows no anatomy: which blobs a body is made of, which of them are one piece and how near
each lies all come in the body's table (`table_of`); `frontend/src/figure` projects and paints.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from loosen.vocabulary import Working, canonical_json
from loosen.vocabulary.tracks import PLACE_M, TURN_UNIT, Track, TrackKey, TrackSolid, packed

from .anatomy import parts_of
from .blobs import Blob, Part
from .cards import main_phase
from .drawing import FAR_M, HEM_M, IN_LINE, NEAR_LIMB_M, OTHER, OVER_SHIRT, PIECES, PX_PER_M, ROOTS
from .flesh import directions_of
from .motion import FullPose, Motion
from .physique import Physique
from .rotations import Array
from .scene import (
    ALIASES,
    EDGE_PX,
    GAP_PX,
    MARK_SHARE,
    MARKS,
    PALETTE,
    SHADOW_M,
    SHADOW_REACH_M,
    SOLID_EDGE_PX,
    THIGH_SHARES,
    Scene,
    marked_pieces,
    scene,
)
from .skeleton import Pose
from .solids import Solid

MOST_BYTES = 12 * 1024
# A track has as many frames as it needs; the longest give way until they are small enough.
MOST_FRAMES = (96, 80, 64, 48, 36)
CLOSE_M = 0.001  # how near the page's curve keeps to the movement
FINE = 241  # phases at which that is seen to
TURN_ARM_M = 0.25  # what a wrong turn of a segment is measured at: a head with its bun
# How much of a blob's depth and width a full breath in adds, by its joint. Ours, by eye.
SWELLS: Mapping[str, float] = {"l3": 0.05, "t12": 0.07, "t8": 0.05, "t4": 0.02}
METRES, PHASE_DECIMALS = 4, 4
HOLD_WEIGHT_DEG = 45.0  # what a change of hold counts for, beside angles


def track_of(motion: Motion, physique: Physique, body: str = "") -> Track:
    """The motion of one body, baked; `body` names the table that it is drawn by."""
    phases = _fine_phases(motion)
    made = scene(motion, physique, phases)
    needed = frames_needed(phases, [key.at for key in motion.keys], made.posed.pose)
    for most in MOST_FRAMES:
        track = _track(made, phases, sorted(needed[:most]), body)
        if len(canonical_json(track)) <= MOST_BYTES:
            break
    return track


def _track(made: Scene, phases: Array, chosen: list[int], body: str) -> Track:
    motion = made.motion
    places = _stacked(made.posed.pose.at)[chosen]
    frames = _stacked(made.posed.pose.frame)[chosen]
    return Track(
        id=motion.id,
        body=body,
        view_deg=motion.view_deg,
        tilt_deg=motion.tilt_deg,
        main=main_phase(motion),
        low=low_phase(motion),
        region=motion.region,
        keys=tuple(TrackKey(at=key.at, label=key.label) for key in motion.keys),
        solids=tuple(_solid(one) for one in made.solids),
        joints=places.shape[1],
        segments=frames.shape[1],
        phases=tuple(round(float(phase), PHASE_DECIMALS) for phase in phases[chosen]),
        places=_packed(places / PLACE_M),
        turns=_packed(_near_each_other(quaternions_of(frames)) * TURN_UNIT),
    )


def _fine_phases(motion: Motion) -> Array:
    if motion.is_still:
        return np.zeros(1)
    keys = np.array([key.at for key in motion.keys])
    return np.unique(np.round(np.concatenate([np.linspace(0, 1, FINE), keys]), PHASE_DECIMALS))


def frames_needed(phases: Array, keys: Sequence[float], pose: Pose) -> list[int]:
    """Which of the fine phases become frames, the most needed first.

    The key poses; then wherever the curve strays most, until it strays nowhere.
    """
    places, frames = _stacked(pose.at), _stacked(pose.frame)
    arms = (frames * TURN_ARM_M).reshape(len(phases), -1, 3)
    truth = np.concatenate([places, arms], axis=1)
    chosen = sorted({int(np.argmin(np.abs(phases - at))) for at in keys})
    while 1 < len(chosen) < min(MOST_FRAMES[0], len(phases)):
        order = sorted(chosen)
        strays = np.linalg.norm(between(phases[order], truth[order], phases) - truth, axis=-1)
        worst = strays.max(axis=1)
        if worst.max() < CLOSE_M:
            break
        chosen.append(int(worst.argmax()))
    return chosen


def between(at: Array, values: Array, phases: Array) -> Array:
    """Values (F, ...) of frames at `at` (F,), on a smooth curve through them, at phases (T,).

    Cubic pieces whose slopes are those of parabolas through three frames (Catmull and Rom 1974,
    recalled). The page has the same lines.
    """
    before = np.clip(np.searchsorted(at, phases, side="right") - 1, 0, len(at) - 2)
    wide = (-1,) + (1,) * (values.ndim - 1)
    span = np.diff(at)[before].reshape(wide)
    s = ((phases - at[before]) / np.diff(at)[before]).reshape(wide)
    slopes = _slopes(at, values)
    start, end = values[before], values[before + 1]
    rise = (start + (end - start) * s * s * (3 - 2 * s)) + span * s * (1 - s) * (
        slopes[before] * (1 - s) - slopes[before + 1] * s
    )
    return np.asarray(rise)


def _slopes(at: Array, values: Array) -> Array:
    wide = (-1,) + (1,) * (values.ndim - 1)
    spans = np.diff(at).reshape(wide)
    secants = np.diff(values, axis=0) / spans
    if len(at) == 2:
        return np.concatenate([secants, secants])
    inner = (secants[:-1] * spans[1:] + secants[1:] * spans[:-1]) / (spans[1:] + spans[:-1])
    first, last = 2 * secants[:1] - inner[:1], 2 * secants[-1:] - inner[-1:]
    return np.concatenate([first, inner, last])


def low_phase(motion: Motion) -> float:
    """The phase of the key pose, from the main one on, that lies farthest from it; 1 is the end."""
    main_at = main_phase(motion)
    main = next(key for key in motion.keys if key.at == main_at)
    later = [key for key in motion.keys if key.at > main.at]
    return max(later, key=lambda key: _moved_deg(main, key)).at if later else main.at


def _moved_deg(one: FullPose, other: FullPose) -> float:
    """All that differs between two key poses, as degrees."""
    names = {*one.angles, *other.angles}
    angles = sum(abs(one.angles.get(name, 0.0) - other.angles.get(name, 0.0)) for name in names)
    limbs = {*one.holds, *other.holds}
    changed = sum(one.holds.get(limb) != other.holds.get(limb) for limb in limbs)
    return angles + HOLD_WEIGHT_DEG * changed


def _solid(one: Solid) -> TrackSolid:
    return TrackSolid(
        tone=one.tone,
        corners=_corners(one.corners),
        lit=_corners(one.lit),
        is_under=one.is_under,
        layer=one.layer,
        over_m=one.over_m,
    )


def _corners(places_m: Array) -> str:
    """Each corner once: the top of a cushion is one place, however many sides meet there."""
    return _packed(np.unique(np.rint(places_m / PLACE_M), axis=0))


def _packed(rows: Array) -> str:
    whole = np.rint(rows).astype(int)
    return packed(whole.reshape(len(whole), int(np.prod(whole.shape[1:]))).tolist())


def _stacked(named: Mapping[str, Array]) -> Array:
    """By joint or segment, in the order of their names: (T, N, ...)."""
    return np.stack([named[name] for name in sorted(named)], axis=1)


def quaternions_of(frames: Array) -> Array:
    """Rotations (..., 3, 3) as unit quaternions (..., 4): x, y, z, w.

    Each is the largest of four ways to write it (Shepperd 1978, recalled), which stays exact at
    half turns.
    """
    m = frames
    trace = m[..., 0, 0] + m[..., 1, 1] + m[..., 2, 2]
    diagonal = [1 + 2 * m[..., axis, axis] - trace for axis in range(3)]
    off = m - np.swapaxes(m, -1, -2)
    both = m + np.swapaxes(m, -1, -2)
    x, y, z = off[..., 2, 1], off[..., 0, 2], off[..., 1, 0]
    ways = np.stack(
        [
            np.stack([diagonal[0], both[..., 0, 1], both[..., 0, 2], x], axis=-1),
            np.stack([both[..., 0, 1], diagonal[1], both[..., 1, 2], y], axis=-1),
            np.stack([both[..., 0, 2], both[..., 1, 2], diagonal[2], z], axis=-1),
            np.stack([x, y, z, 1 + trace], axis=-1),
        ],
        axis=-2,
    )
    best = np.argmax(np.stack([*diagonal, 1 + trace], axis=-1), axis=-1)
    found = np.take_along_axis(ways, best[..., None, None], axis=-2)[..., 0, :]
    return np.asarray(found / np.linalg.norm(found, axis=-1, keepdims=True))


def _near_each_other(turns: Array) -> Array:
    """Of the two signs of each quaternion (T, S, 4) the one that lies near the frame before."""
    dots = np.sum(turns[1:] * turns[:-1], axis=-1)
    signs = np.cumprod(np.where(dots < 0, -1.0, 1.0), axis=0)
    return np.concatenate([turns[:1], turns[1:] * signs[..., None]])


# --- what all tracks of a body share -----------------------------------------------------------


def table_of(
    physique: Physique, joints: Iterable[str], segments: Iterable[str]
) -> dict[str, object]:
    """The body's flesh and how it is drawn, in metres, pixels a metre and plain words."""
    stature = physique.stature_m
    places, lies = sorted(joints), sorted(segments)
    return {
        "joints": places,
        "segments": lies,
        "parts": [_part(one, stature, places, lies) for one in parts_of(physique)],
        "pieces": {name: list(how) for name, how in PIECES.items()},
        "roots": ROOTS,
        "other": OTHER,
        "far_m": FAR_M,
        "hem_m": HEM_M,
        "over_shirt": sorted(OVER_SHIRT),
        "in_line": IN_LINE,
        "near_limb_m": NEAR_LIMB_M,
        "px_per_m": PX_PER_M,
        "gap_px": GAP_PX,
        "edge_px": EDGE_PX,
        "solid_edge_px": SOLID_EDGE_PX,
        "shadow": {"reach_m": SHADOW_REACH_M, "radius_m": SHADOW_M},
        "marks": {region.value: _mark(region, stature) for region in Working},
        "thigh_shares": list(THIGH_SHARES),
        "mark_m": round(MARK_SHARE * stature, METRES),
        "tones": {
            name: [ALIASES.get(name, name), PALETTE[ALIASES.get(name, name)]]
            for name in sorted({*PALETTE, *ALIASES})
        },
    }


def _mark(region: Working, stature_m: float) -> dict[str, object]:
    """Where a region's mark runs and which pieces it lies over; a thigh's has no joints here."""
    joints, behind = MARKS.get(region, ((), 0.0))
    return {
        "joints": list(joints),
        "behind_m": round(behind * stature_m, METRES),
        "over": sorted(marked_pieces(region)),
    }


def _part(
    part: Part, stature_m: float, joints: list[str], segments: list[str]
) -> dict[str, object]:
    return {
        "name": part.name,
        "tone": part.tone.value,
        "side": part.side,
        "joined": part.joined,
        "directions": directions_of(part, stature_m),
        "blobs": [_blob(one, stature_m, joints, segments) for one in part.blobs],
    }


def _blob(blob: Blob, stature_m: float, joints: list[str], segments: list[str]) -> list[float]:
    """Joint, segment, offset (3) and half-axes (3) in metres, and how much it swells."""
    sizes = [round(value * stature_m, METRES + 1) for value in (*blob.offset, *blob.radii)]
    swell = SWELLS.get(blob.joint, 0.0) if blob.segment == blob.joint else 0.0
    return [joints.index(blob.joint), segments.index(blob.segment), *sizes, swell]
