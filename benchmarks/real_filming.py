"""Real people's landmarks (T, 33, 3) as a camera with a pose model would have told them."""

import random
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loosen.body.filming import Camera, landmarks, middle_of
from loosen.cohort.misreading import Model, spoilt
from loosen.cohort.recordings import spells
from loosen.vocabulary.frames import Frame

from .real_bodies import HZ

Array = NDArray[np.float64]
SIZE_PX = (640, 480)
MARGIN = 1.2  # of the room that the person takes, so that nothing leaves the picture
LEFT_DEG, FRONT_DEG = 180.0, 90.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """From where: `turn_deg` as of `Camera`, from either side where `is_either`; metres away."""

    turn_deg: float = 0.0
    tilt_deg: float = 0.0
    away_m: float = 2.5
    is_either: bool = True


SIDE = Seen()


def filmed(places: Array, seen: Seen, model: Model, name: str) -> tuple[Frame, ...]:
    """These bodies, so seen. The name is the seed of what the model adds, and of the side."""
    chance = random.Random(name)
    noise = np.random.default_rng(chance.randrange(2**31))
    times = _times(len(places), model, noise)
    camera = _camera(places, seen, chance)
    lm = landmarks(_at(places, times) - middle_of(places), camera)
    keeps = ~spells(times, model.gap_s, model.gap_share, noise)
    told = spoilt(lm, times, camera, model, noise).tolist()
    return tuple(
        Frame(t_s=float(times[at] - times[0]), lm=tuple(map(tuple, told[at])), size_px=SIZE_PX)
        for at in np.flatnonzero(keeps).tolist()
    )


def _camera(places: Array, seen: Seen, chance: random.Random) -> Camera:
    """Far enough for all of the person, as the coach asks for it."""
    ahead, aside, up = np.ptp(places.reshape(-1, 3), axis=0).tolist()
    turn_deg = seen.turn_deg + (chance.choice((0.0, LEFT_DEG)) if seen.is_either else 0.0)
    return Camera(
        turn_deg=turn_deg,
        tilt_deg=seen.tilt_deg,
        away_m=seen.away_m,
        wide_m=MARGIN * max(up * SIZE_PX[0] / SIZE_PX[1], ahead, aside),
        size_px=SIZE_PX,
        is_mirrored=chance.random() < 0.5,
    )


def _times(frames: int, model: Model, noise: np.random.Generator) -> Array:
    step_s = 1 / model.frames_per_s
    even = np.arange(step_s, (frames - 2) / HZ, step_s)
    jitter_s = min(model.jitter_s, 0.4 * step_s)
    return np.asarray(even + noise.uniform(-1, 1, len(even)) * jitter_s)


def _at(places: Array, times: Array) -> Array:
    spot = times * HZ
    low = spot.astype(int)
    share = (spot - low)[:, None, None]
    return np.asarray(places[low] + (places[low + 1] - places[low]) * share)
