"""Recordings for recognition: every drawn exercise, each with its truth.

Every recording is of a body of its own, seen as a pose model sees it: joints off for good, far
limbs guessed, noise, uneven times, a camera aside, up or down. What no camera measures, coming in
and lying down, and views that show nonsense are there as well: of these the right answer is that
it is unknown.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from loosen.body import Motion, motion_of
from loosen.body.filming import Camera
from loosen.cli.figures import figures_in
from loosen.cohort.misreading import Model
from loosen.cohort.staging import Play, Rep, Stage, staged
from loosen.vocabulary import Content, Figure, Posture
from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraMeasure, CameraView, Signal

from .movement_sets import COMING, physique, stage

ASIDE_DEG, TILT_DEG, ROLL_DEG = 20.0, 10.0, 5.0
RATES_HZ = (10.0, 15.0, 24.0, 30.0)
# The same on a bed, and smaller: a camera sees no bed, so either answer is right.
EITHER = {"bed-knee-rolls": "knee-rolls"}
UNKNOWN = "unknown"
REPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One recording. `label` holds from `from_s` to `until_s`; before and after it is unknown."""

    name: str
    label: str
    frames: tuple[Frame, ...]
    from_s: float
    until_s: float
    cycle_s: float


def examples(content: Content, seed: str, bodies: int) -> Iterator[Example]:
    """Every drawn exercise that moves, so many times, and once from where it shows nonsense."""
    for id_, figure in figures_in(content):
        if not figure.keys or id_ not in content.exercises:
            continue
        for number in range(bodies + _has_blind_end(content, id_)):
            chance = random.Random(f"{seed} {id_} {number}")
            yield _example(content, id_, figure, chance, is_nonsense=number == bodies)


def _measure(content: Content, id_: str) -> CameraMeasure | None:
    exercise = content.exercises.get(EITHER.get(id_, id_))
    return exercise.measuring.camera if exercise is not None else None


def _faces(content: Content, id_: str) -> bool:
    measure = _measure(content, id_)
    is_front = measure is not None and measure.view is CameraView.FRONT
    return is_front and content.exercises[id_].posture is not Posture.ON_SIDE


def _has_blind_end(content: Content, id_: str) -> bool:
    """Whether turning the camera by a quarter shows nonsense: not where it faces who sits."""
    return _measure(content, id_) is not None and not _faces(content, id_)


def _example(
    content: Content,
    id_: str,
    figure: Figure,
    chance: random.Random,
    *,
    is_nonsense: bool,
) -> Example:
    measure, motion = _measure(content, id_), motion_of(id_, figure)
    rep = Rep(
        way_s=chance.uniform(1.2, 2.4),
        hold_s=chance.uniform(0.5, 2.5),
        pause_s=chance.uniform(0.4, 1.2),
    )
    play = Play(
        reps=(rep,) * REPS,
        before_s=chance.choice((0.3, 2.5, 9.0)),
        after_s=chance.uniform(0.5, 3),
    )
    comes = [stage(one, 1).places()[0] for one in chance.sample(COMING, 2)]
    found = staged(
        Stage(motion, physique(chance.randrange(10**6))),
        play,
        _camera(content, id_, chance, is_nonsense=is_nonsense),
        _model(chance),
        chance.randrange(2**31),
        enters=comes if chance.random() < 0.5 else (),
        with_mask=content.exercises[id_].posture is Posture.ALL_FOURS,
    )
    cycle_s = _cycle_s(motion, rep)
    is_known = measure is not None and not is_nonsense
    return Example(
        name=f"{id_}{' from its end' if is_nonsense else ''}",
        label=EITHER.get(id_, id_) if is_known else UNKNOWN,
        frames=found,
        from_s=play.before_s,
        until_s=play.before_s + REPS * cycle_s - rep.pause_s,
        cycle_s=cycle_s,
    )


def _cycle_s(motion: Motion, rep: Rep) -> float:
    ways = len(motion.keys) - 1
    holds = sum(one.at < 1 for one in motion.keys[1:])
    return ways * rep.way_s + holds * rep.hold_s + (ways - holds) * rep.pause_s


def _model(chance: random.Random) -> Model:
    return Model(
        frames_per_s=chance.choice(RATES_HZ),
        jitter_s=0.02,
        noise_px=chance.uniform(0, 1.5),
        bias=chance.uniform(0, 0.08),
        far_bias=chance.uniform(0, 0.15),
        far_wander=chance.uniform(0, 0.08),
        is_sure=chance.random() < 0.5,
    )


def _camera(content: Content, id_: str, chance: random.Random, *, is_nonsense: bool) -> Camera:
    measure, faces = _measure(content, id_), _faces(content, id_)
    turn_deg = 90.0 if faces else 0.0
    if measure is None or measure.view is CameraView.SIDE:
        turn_deg += chance.choice((0, 180))
    if is_nonsense:
        turn_deg += 90
    has_mask = measure is not None and measure.signal is Signal.BACK_CURVE
    return Camera(
        turn_deg=turn_deg + chance.uniform(-ASIDE_DEG, ASIDE_DEG),
        tilt_deg=chance.uniform(-TILT_DEG, TILT_DEG),
        roll_deg=chance.uniform(-ROLL_DEG, ROLL_DEG),
        wide_m=2.0 if has_mask else 2.4,
        is_mirrored=chance.random() < 0.5,
    )
