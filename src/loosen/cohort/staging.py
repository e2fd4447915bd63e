"""Sets as people do them and as a pose model sees them: uneven, cut off, and the truth.

`recordings` films one even set. Here each repetition has a depth and a tempo of its own, a person
may come in and lie down first, and the model's landmarks are off by a constant for each joint. The
body is posed once and then seen as often as one likes. Made by a seed, never stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from loosen.body import Motion, Physique, phases_of, pose
from loosen.body.filming import Camera, landmarks, masks_of, middle_of, sites
from loosen.vocabulary.frames import Frame

from .misreading import Model, spoilt
from .recordings import spells

Array = NDArray[np.float64]
GRID, MASKS = 201, 61  # phases at which a body is posed, and its mask painted
NEAR_NOSE, ELBOW_OUT = 0.9, 0.5
LEAST_RANGE = 0.3  # that a body may have


@dataclass(frozen=True, slots=True, kw_only=True)
class Rep:
    """One time through the movement. `depth`: the share of the person's own range."""

    depth: float = 1.0
    way_s: float = 2.0
    hold_s: float = 1.5
    pause_s: float = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """What the person does. `skips`, `stops`: the phase of the first and last one where the
    recording begins and ends; `scratches_s`: when the nose is scratched, for two seconds."""

    reps: tuple[Rep, ...]
    before_s: float = 2.5
    after_s: float = 1.0
    skips: float = 0.0
    stops: float = 1.0
    scratches_s: tuple[float, ...] = ()


class Stage:
    """One body that does one movement, posed once at each depth that is asked for."""

    def __init__(self, motion: Motion, physique: Physique) -> None:
        self.motion, self.physique = motion, physique
        self._places: dict[float, Array] = {}
        self._masks: dict[tuple[float, Camera], list[bytes]] = {}

    def places(self, depth: float = 1.0) -> Array:
        """(GRID, 33, 3) metres, the whole movement's own middle at the origin."""
        if depth not in self._places:
            body = self._body(depth)
            self._places[depth] = sites(pose(self.motion, phases_of(GRID), body).pose, body)
        return np.asarray(self._places[depth] - self.middle)

    @cached_property
    def middle(self) -> Array:
        """In the middle of all the room that the whole movement takes, metres."""
        self._places[1.0] = sites(
            pose(self.motion, phases_of(GRID), self.physique).pose, self.physique
        )
        return middle_of(self._places[1.0])

    def masks(self, depth: float, camera: Camera) -> list[bytes]:
        """The person's mask at each of MASKS phases."""
        if (depth, camera) not in self._masks:
            body = self._body(depth)
            posed = pose(self.motion, phases_of(MASKS), body).pose
            self._masks[depth, camera] = masks_of(posed.moved(-self.middle[None]), body, camera)
        return self._masks[depth, camera]

    def _body(self, depth: float) -> Physique:
        return replace(self.physique, range=max(LEAST_RANGE, self.physique.range * depth))


def staged(
    stage: Stage,
    play: Play,
    camera: Camera,
    model: Model,
    seed: int,
    *,
    enters: Sequence[Array] = (),
    with_mask: bool = False,
) -> tuple[Frame, ...]:
    """One set as it would have been seen. `enters`: bodies (33, 3) that it comes from, in turn."""
    chance = np.random.default_rng(seed)
    corners = _script(stage.motion, play)
    times = _times(corners[0][0], corners[-1][0], model, chance)
    at, depths, phases = (np.array(one) for one in zip(*corners, strict=True))
    phase = np.interp(times, at, phases)
    rep = np.clip(np.searchsorted(at, times, side="right") - 1, 0, len(at) - 1)
    depth = depths[rep]
    places = _placed(stage, depth, phase % 1.0)
    for begins_s in play.scratches_s:
        _scratch(places, times, begins_s)
    masks = _masked(stage, depth, phase % 1.0, camera) if with_mask else None
    if enters:
        times, places, masks = _entered(times, places, masks, enters, model)
    lm = landmarks(places, camera)
    keeps = ~spells(times, model.gap_s, model.gap_share, chance)
    told = spoilt(lm, times, camera, model, chance)
    return _framed(times, told, camera, masks, keeps)


# --- what is done ----------------------------------------------------------------------------


def _script(motion: Motion, play: Play) -> list[tuple[float, float, float]]:
    """(seconds, depth, phase counting on) at its corners; the cut-off ends are left out."""
    keys = [key.at for key in motion.keys]
    now = play.before_s
    corners = [(0.0, play.reps[0].depth, 0.0), (now, play.reps[0].depth, 0.0)]
    for number, rep in enumerate(play.reps):
        for here, there in pairwise(keys):
            corners.append((now, rep.depth, number + here))
            now += rep.way_s
            corners.append((now, rep.depth, number + there))
            now += rep.hold_s if there < 1 else rep.pause_s
    corners.append((now, play.reps[-1].depth, float(len(play.reps))))
    corners.append((now + play.after_s, play.reps[-1].depth, float(len(play.reps))))
    return _cut(corners, play)


def _cut(corners: list[tuple[float, float, float]], play: Play) -> list[tuple[float, float, float]]:
    if play.skips == 0 and play.stops == 1:
        return corners
    times, _, phases = (list(one) for one in zip(*corners, strict=True))
    last = len(play.reps) - 1 + play.stops
    starts = float(np.interp(play.skips, phases[1:], times[1:])) if play.skips else times[0]
    ends = float(np.interp(last, phases[:-1], times[:-1])) if play.stops < 1 else times[-1]
    kept = [one for one in corners if starts < one[0] < ends]
    first = (starts, kept[0][1], float(np.interp(starts, times, phases)))
    end = (ends, kept[-1][1], float(np.interp(ends, times, phases)))
    return [first, *kept, end]


def _times(starts_s: float, ends_s: float, model: Model, chance: np.random.Generator) -> Array:
    step_s = 1 / model.frames_per_s
    even = np.arange(starts_s, ends_s, step_s)
    shaken = even + chance.uniform(-1, 1, len(even)) * min(model.jitter_s, 0.4 * step_s)
    return np.asarray(shaken, dtype=np.float64)


def _placed(stage: Stage, depth: Array, phase: Array) -> Array:
    found = np.empty((len(phase), 33, 3))
    spot = phase * (GRID - 1)
    low = np.minimum(spot.astype(int), GRID - 2)
    share = (spot - low)[:, None, None]
    for one in np.unique(depth):
        grid, here = stage.places(float(one)), depth == one
        found[here] = (grid[low] + (grid[low + 1] - grid[low]) * share)[here]
    return found


def _masked(stage: Stage, depth: Array, phase: Array, camera: Camera) -> list[bytes]:
    spots = np.rint(phase * (MASKS - 1)).astype(int).tolist()
    grids = {float(one): stage.masks(float(one), camera) for one in np.unique(depth)}
    return [grids[one][spot] for one, spot in zip(depth.tolist(), spots, strict=True)]


def _scratch(places: Array, times: Array, begins_s: float) -> None:
    """The left hand goes to the nose and back."""
    share = np.clip(1 - np.abs(times - begins_s - 1.0), 0, 1)[:, None] * NEAR_NOSE
    nose = places[:, 0] - places[:, 15]
    for hand in (15, 17, 19, 21):
        places[:, hand] += share * nose
    places[:, 13] += share * ELBOW_OUT * nose


def _entered(
    times: Array, places: Array, masks: list[bytes] | None, enters: Sequence[Array], model: Model
) -> tuple[Array, Array, list[bytes] | None]:
    """First from one of these bodies to the next, then to where the set begins."""
    step_s, way_s, stays_s = 1 / model.frames_per_s, 1.8, 0.7
    parts = [np.repeat(enters[0][None], round(stays_s / step_s), axis=0)]
    for here, there in pairwise([*enters, places[0]]):
        share = np.linspace(0, 1, round(way_s / step_s))
        share = (share * share * (3 - 2 * share))[:, None, None]
        parts.append(here + (there - here) * share)
        parts.append(np.repeat(there[None], round(stays_s / step_s), axis=0))
    before = np.concatenate(parts)
    early = times[0] - step_s * np.arange(len(before), 0, -1)
    shown = None if masks is None else [masks[0]] * len(before) + masks
    return np.concatenate([early, times]), np.concatenate([before, places]), shown


def _framed(
    times: Array,
    lm: Array,
    camera: Camera,
    masks: list[bytes] | None,
    keeps: NDArray[np.bool_],
) -> tuple[Frame, ...]:
    rows = lm.tolist()
    return tuple(
        Frame(
            t_s=float(t_s - times[0]),
            lm=tuple(map(tuple, rows[index])),
            size_px=camera.size_px,
            mask64=masks[index] if masks else None,
        )
        for index, t_s in enumerate(times)
        if keeps[index]
    )
