"""The frames that a camera would have seen: landmarks of the pose model, and the person's mask.

An eye far away, as in the drawings, unless the camera says how near it stands: then near things
are larger. What a weak picture and the pose model add is put on afterwards by whoever makes
recordings.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loosen.vocabulary.frames import LANDMARKS, MASK_WIDE, Frame

from .flesh import shapes_of
from .motion import Motion
from .outline import View, polygons, seen
from .physique import Physique
from .pose import pose
from .rotations import Array, applied
from .skeleton import SIDES, Pose, sign_of

NEAR_SEEN, FAR_SEEN = 0.99, 0.7
FAR_M = 0.03  # how far behind its fellow a landmark lies before the model guesses it
# Ours, fitted to the figure's head, hand and foot: joint, segment, and the place in it as a share
# of stature (forward, out from the middle, up).
Site = tuple[str, str, tuple[float, float, float]]
NOSE: Site = ("skull", "head", (0.072, 0.0, 0.036))
SITES: tuple[tuple[str, str, tuple[float, float, float]], ...] = (
    ("skull", "head", (0.055, 0.014, 0.054)),  # eye, inner
    ("skull", "head", (0.052, 0.022, 0.054)),  # eye
    ("skull", "head", (0.048, 0.030, 0.054)),  # eye, outer
    ("skull", "head", (-0.002, 0.045, 0.040)),  # ear
    ("skull", "head", (0.052, 0.014, 0.016)),  # mouth
    ("shoulder-{}", "t4", (0.0, 0.0, 0.0)),
    ("elbow-{}", "forearm-{}", (0.0, 0.0, 0.0)),
    ("wrist-{}", "hand-{}", (0.0, 0.0, 0.0)),
    ("wrist-{}", "hand-{}", (0.0, 0.014, -0.060)),  # little finger
    ("wrist-{}", "hand-{}", (0.0, -0.012, -0.066)),  # index finger
    ("wrist-{}", "hand-{}", (0.004, -0.020, -0.036)),  # thumb
    ("hip-{}", "pelvis", (0.0, 0.0, 0.0)),
    ("knee-{}", "shank-{}", (0.0, 0.0, 0.0)),
    ("ankle-{}", "foot-{}", (0.0, 0.0, 0.0)),
    ("ankle-{}", "foot-{}", (-0.026, 0.0, -0.022)),  # heel
    ("ankle-{}", "foot-{}", (0.096, 0.0, -0.028)),  # toes
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """Where the eye is and what it takes in.

    `turn_deg`: 0 looks at the right side of who stands, 90 at the front, 180 at the left side.
    `wide_m`: what fits into the picture's width. `centre_m`: what is in its middle; the body's
    own middle where it is None. `away_m`: from the lens to that middle; None is far away. The mask
    is drawn as from far away. `is_mirrored`: as a front camera shows it.
    """

    turn_deg: float = 0.0
    tilt_deg: float = 0.0
    roll_deg: float = 0.0
    wide_m: float = 2.6
    centre_m: tuple[float, float, float] | None = None
    away_m: float | None = None
    size_px: tuple[int, int] = (640, 480)
    is_mirrored: bool = False


def filmed(
    motion: Motion,
    physique: Physique,
    phases: Array,
    times_s: Sequence[float],
    camera: Camera,
    *,
    with_mask: bool = False,
) -> tuple[Frame, ...]:
    """What the camera sees of the motion: at each of the times (T,) the body at its phase (T,)."""
    posed = pose(motion, phases, physique).pose
    places = sites(posed, physique)
    middle = middle_of(places) if camera.centre_m is None else np.array(camera.centre_m)
    rows = landmarks(places - middle, camera).tolist()
    # Who holds still is drawn once: that is half of the pictures of a set, and they take longest.
    _, first, which = np.unique(phases, return_index=True, return_inverse=True)
    moved = posed.moved(-middle[None, :])
    masks = masks_of(moved, physique, camera, first.tolist()) if with_mask else None
    return tuple(
        Frame(
            t_s=float(t_s),
            lm=tuple(map(tuple, rows[index])),
            size_px=camera.size_px,
            mask64=masks[which[index]] if masks else None,
        )
        for index, t_s in enumerate(times_s)
    )


def landmarks(places: Array, camera: Camera) -> Array:
    """(T, 33, 3) metres from what is in the picture's middle -> (T, 33, 4) of the pose model."""
    view = View(turn_deg=camera.turn_deg, tilt_deg=camera.tilt_deg)
    shares = _in_picture(seen(places, view), camera)
    return np.concatenate([shares, _visible(shares)[..., None]], axis=-1)


def sites(posed: Pose, physique: Physique) -> Array:
    """Where the model's landmarks are: (T, 33, 3) metres, in the model's own order."""
    nose = _site(NOSE, "", 1, posed, physique)
    left, right = (
        [_site(one, side, sign_of(side), posed, physique) for one in SITES] for side in SIDES
    )
    face = [nose, *left[:3], *right[:3], left[3], right[3], left[4], right[4]]
    pairs = [place for pair in zip(left[5:], right[5:], strict=True) for place in pair]
    found = np.stack([*face, *pairs], axis=1)
    if found.shape[1] != LANDMARKS:
        raise AssertionError(f"{found.shape[1]} landmarks, not {LANDMARKS}")
    return found


def _site(site: Site, side: str, sign: int, posed: Pose, physique: Physique) -> Array:
    joint, segment, (forward, out, up) = site
    offset = np.array([forward, sign * out, up]) * physique.stature_m
    return posed.at[joint.format(side)] + applied(posed.frame[segment.format(side)], offset)


def middle_of(places: Array) -> Array:
    """The middle of all the room that these places (T, N, 3) take."""
    low, high = places.min(axis=(0, 1)), places.max(axis=(0, 1))
    return np.asarray((low + high) / 2)


def _in_picture(places: Array, camera: Camera) -> Array:
    """(T, N, 3) metres right, up, near -> shares of the picture, zero above; less z is nearer."""
    if camera.away_m is not None:
        closer = camera.away_m / (camera.away_m - places[..., 2:])
        places = np.concatenate([places[..., :2] * closer, places[..., 2:]], axis=-1)
    flat = _rolled(places, camera)
    width, height = camera.size_px
    x = flat[..., 0] / camera.wide_m * (-1 if camera.is_mirrored else 1) + 0.5
    y = 0.5 - flat[..., 1] / camera.wide_m * (width / height)
    hips = flat[:, 23:25, 2].mean(axis=1, keepdims=True)
    return np.stack([x, y, (hips - flat[..., 2]) / camera.wide_m], axis=-1)


def _rolled(places: Array, camera: Camera) -> Array:
    """As a camera that is not held level sees them."""
    roll = np.radians(camera.roll_deg)
    right, up = places[..., 0], places[..., 1]
    turned_right = right * np.cos(roll) - up * np.sin(roll)
    turned_up = right * np.sin(roll) + up * np.cos(roll)
    return np.stack([turned_right, turned_up, places[..., 2]], axis=-1)


def _visible(shares: Array) -> Array:
    """How sure the model is: less of what lies behind its fellow; nothing else lowers it."""
    visible = np.full(shares.shape[:2], NEAR_SEEN)
    for one in range(11, LANDMARKS, 2):
        behind = shares[:, one, 2] - shares[:, one + 1, 2]
        visible[:, one] = np.where(behind > FAR_M, FAR_SEEN, NEAR_SEEN)
        visible[:, one + 1] = np.where(behind < -FAR_M, FAR_SEEN, NEAR_SEEN)
    return visible


# --- the person's mask -----------------------------------------------------------------------


def masks_of(
    posed: Pose, physique: Physique, camera: Camera, instants: Sequence[int] | None = None
) -> list[bytes]:
    """The person's mask at each of these, or at all; the origin is in the picture's middle."""
    view = View(turn_deg=camera.turn_deg, tilt_deg=camera.tilt_deg)
    shapes = shapes_of(posed, physique)
    count = len(next(iter(posed.at.values())))
    return [
        _mask([hull for shape in shapes for hull in polygons(shape, view, index)], camera)
        for index in (range(count) if instants is None else instants)
    ]


def _mask(hulls: list[Array], camera: Camera) -> bytes:
    """One bit for each of 64 by R pixels: whether its middle lies in any of the hulls."""
    width, height = camera.size_px
    rows = round(MASK_WIDE * height / width)
    step = camera.wide_m / MASK_WIDE
    right = np.asarray((np.arange(MASK_WIDE) + 0.5) * step - camera.wide_m / 2, dtype=np.float64)
    up = np.asarray(rows * step / 2 - (np.arange(rows) + 0.5) * step, dtype=np.float64)
    is_in = np.zeros((rows, MASK_WIDE), dtype=bool)
    for hull in hulls:
        _fill(is_in, _flat(hull, camera), right, up)
    return np.packbits(is_in, axis=1).tobytes()


def _flat(hull: Array, camera: Camera) -> Array:
    turned = _rolled(np.concatenate([hull, np.zeros((len(hull), 1))], axis=1), camera)[:, :2]
    return np.asarray(turned * np.array([-1.0 if camera.is_mirrored else 1.0, 1.0]))


def _fill(is_in: NDArray[np.bool_], hull: Array, right: Array, up: Array) -> None:
    """Every pixel within one hull, row by row: where its edges cross the row's middle."""
    (low_x, low_y), (high_x, high_y) = hull.min(axis=0), hull.max(axis=0)
    after = np.roll(hull, -1, axis=0)
    for row in np.flatnonzero((up >= low_y) & (up <= high_y)):
        crosses = (hull[:, 1] <= up[row]) != (after[:, 1] <= up[row])
        if not crosses.any():
            continue
        a, b = hull[crosses], after[crosses]
        x = a[:, 0] + (up[row] - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0])
        is_in[row] |= (right >= max(low_x, x.min())) & (right <= min(high_x, x.max()))
