"""Recordings of bodies that do not exist, with the exact truth: who moved, how, seen from where.

Made by a seed, never stored. What the pose model adds is shaped like what was measured on real
clips: slow drift and fast noise of a landmark, more of both on the far side, gaps, and left taken
for right in who lies on the back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from loosen.body import Motion, Physique
from loosen.body.filming import Camera, filmed
from loosen.vocabulary.frames import Frame

Array = NDArray[np.float64]
DRIFT_KEPT, DRIFT_SHARE, SHAKE_SHARE = 0.9, 0.45, 0.3  # of the noise, from frame to frame
FAR_NOISE, DEPTH_NOISE = 3.0, 3.0
SURE = 0.9  # less visible than this is the far side
SWAPPED_S = 0.4  # for so long left is taken for right


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """How the movement is done. `depth`: the share of the whole movement of each repetition."""

    reps: int = 5
    way_s: float = 2.0
    hold_s: float = 1.5
    pause_s: float = 0.8
    before_s: float = 2.5
    after_s: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Filming:
    """How it is seen. `noise_px`: of a picture 640 wide; `gap_share`: of the time, in gaps."""

    frames_per_s: float = 15.0
    jitter_s: float = 0.0
    noise_px: float = 0.0
    gap_s: float = 0.0
    gap_share: float = 0.0
    swaps_per_min: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """The frames, and when each key pose was held: (from, until) seconds, by the key's number."""

    frames: tuple[Frame, ...]
    held: tuple[tuple[int, float, float], ...]


def recorded(
    motion: Motion,
    physique: Physique,
    camera: Camera,
    doing: Doing,
    filming: Filming,
    seed: int,
    *,
    with_mask: bool = False,
) -> Recording:
    """One set of this movement, as it would have been seen; the same seed, the same frames."""
    chance = np.random.default_rng(seed)
    ways, held = _script(motion, doing)
    ends_s = ways[-1][0]
    times = _times(ends_s, filming, chance)
    at, phase = np.array([one for one, _ in ways]), np.array([one for _, one in ways])
    phases = np.interp(times, at, phase) % 1.0
    seen = filmed(motion, physique, phases, times.tolist(), camera, with_mask=with_mask)
    return Recording(frames=_spoilt(seen, filming, chance), held=held)


def _script(
    motion: Motion, doing: Doing
) -> tuple[list[tuple[float, float]], tuple[tuple[int, float, float], ...]]:
    """Phase by time at its corners, counting on from one repetition to the next; and the holds."""
    keys = [key.at for key in motion.keys]
    ways, held = [(0.0, 0.0), (doing.before_s, 0.0)], []
    now = doing.before_s
    for rep in range(doing.reps):
        for number, (_, there) in enumerate(pairwise(keys), start=1):
            now += doing.way_s
            ways.append((now, rep + there))
            stays_s = doing.hold_s if there < 1 else doing.pause_s
            if there < 1:
                held.append((number, now, now + stays_s))
            now += stays_s
            ways.append((now, rep + there))
    ways.append((now + doing.after_s, float(doing.reps)))
    return ways, tuple(held)


def _times(ends_s: float, filming: Filming, chance: np.random.Generator) -> Array:
    step_s = 1 / filming.frames_per_s
    even = np.arange(0.0, ends_s, step_s)
    shaken = even + chance.uniform(-1, 1, len(even)) * min(filming.jitter_s, 0.4 * step_s)
    return np.maximum(shaken, 0.0)


def _spoilt(
    seen: Sequence[Frame], filming: Filming, chance: np.random.Generator
) -> tuple[Frame, ...]:
    """Noise, mistaken sides and gaps, each by its own share."""
    times = np.array([one.t_s for one in seen])
    keeps = ~spells(times, filming.gap_s, filming.gap_share, chance)
    share = filming.swaps_per_min * SWAPPED_S / 60
    swapped = spells(times, SWAPPED_S, share, chance)
    noise = _noise(seen, filming.noise_px, chance)
    return tuple(
        replace(frame, lm=_rows(frame, noise[index], bool(swapped[index])))
        for index, frame in enumerate(seen)
        if keeps[index]
    )


def spells(
    times: Array, each_s: float, share: float, chance: np.random.Generator
) -> NDArray[np.bool_]:
    """Which of the times lie in spells of one length that take this share of all time.

    Two spells never run into each other.
    """
    is_in = np.zeros(len(times), dtype=bool)
    if each_s <= 0 or share <= 0:
        return is_in
    between_s = each_s * (1 - share) / share
    begins = chance.uniform(0, between_s)
    while begins < times[-1]:
        is_in |= (times >= begins) & (times < begins + each_s)
        begins += each_s + between_s * chance.uniform(0.5, 1.5)
    return is_in


def _noise(seen: Sequence[Frame], noise_px: float, chance: np.random.Generator) -> Array:
    """(T, 33, 3) shares of a picture 640 wide: what lingers, and what shakes."""
    shape = (len(seen), 33, 3)
    steps = chance.normal(0, noise_px * DRIFT_SHARE, shape)
    for index in range(1, len(seen)):
        steps[index] += DRIFT_KEPT * steps[index - 1]
    found = steps + chance.normal(0, noise_px * SHAKE_SHARE, shape)
    visible = np.array([[one[3] for one in frame.lm] for frame in seen])
    found[visible < SURE] *= FAR_NOISE
    found[:, :, 2] *= DEPTH_NOISE
    return np.asarray(found / 640)


def _rows(
    frame: Frame, noise: Array, is_swapped: bool
) -> tuple[tuple[float, float, float, float], ...]:
    lm = np.array(frame.lm)
    lm[:, :3] += noise * np.array([1.0, frame.size_px[0] / frame.size_px[1], 1.0])
    if is_swapped:
        lm[23:33] = lm[[24, 23, 26, 25, 28, 27, 30, 29, 32, 31]]
    return tuple((x, y, z, v) for x, y, z, v in lm.tolist())
