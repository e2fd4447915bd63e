"""Sets of the drawn figure under every condition that the accuracy of counting is told for."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from loosen.body import Build, Motion, Physique, motion_of
from loosen.body.filming import Camera
from loosen.cohort.misreading import Model
from loosen.cohort.staging import Play, Rep, Stage, staged
from loosen.library.current import load_content
from loosen.vocabulary import Exercise, Posture
from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraMeasure, CameraView, Signal

TWO_A_CYCLE = frozenset({"knee-rolls"})  # the figure rolls to both sides
REAL = Model(
    frames_per_s=15, jitter_s=0.01, noise_px=0.8, bias=0.08, far_bias=0.15, far_wander=0.08,
    is_sure=True,
)  # fmt: skip
WAYPOINTS = {  # through which a person comes to lie or sit: exercises that begin so
    Posture.ON_BACK: ("hip-hinge", "floor-twist"),
    Posture.ON_FRONT: ("hip-hinge", "bird-dog"),
    Posture.ON_SIDE: ("hip-hinge", "floor-twist"),
    Posture.ALL_FOURS: ("hip-hinge", "childs-pose"),
    Posture.SITTING: ("hip-hinge",),
    Posture.STANDING: ("sit-to-stand",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One way of doing it and of being seen. `lost`: repetitions that nobody sees whole.

    `aside_deg`, `tilt_deg`, `roll_deg`: the most that the camera is off to either side.
    """

    name: str
    model: Model = REAL
    play: Callable[[random.Random], Play]
    aside_deg: float = 0.0
    tilt_deg: float = 0.0
    roll_deg: float = 0.0
    far_m: tuple[float, float] = (2.5, 2.5)
    turned_deg: float = 0.0
    enters: bool = False
    lost: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """One recording and how many repetitions are in it."""

    frames: tuple[Frame, ...]
    reps: int
    hold_s: float


def even(chance: random.Random) -> Play:
    """Five alike, after two seconds of rest."""
    rep = Rep(way_s=chance.uniform(1.2, 2.6), hold_s=chance.uniform(1, 4))
    return Play(reps=(rep,) * 5)


def uneven(chance: random.Random) -> Play:
    """Each of another depth and tempo, a long rest, two halves that do not count, a scratch."""
    way_s = chance.uniform(1.0, 3.0)
    reps = [
        Rep(
            depth=chance.uniform(0.85, 1.0),
            way_s=way_s * chance.uniform(0.75, 1.3),
            hold_s=chance.uniform(0.2, 3),
            pause_s=chance.uniform(0.3, 1.5),
        )
        for _ in range(5)
    ]
    reps[2] = replace(reps[2], pause_s=chance.uniform(4, 9))
    for place in (3, 5):
        reps.insert(place, Rep(depth=HALF, way_s=way_s, hold_s=0.5, pause_s=1.0))
    return Play(reps=tuple(reps))


HALF = 0.4


def quick(chance: random.Random) -> Play:
    """Half the time that is usual, and no rest."""
    rep = Rep(way_s=chance.uniform(0.8, 1.1), hold_s=0.2, pause_s=0.2)
    return Play(reps=(rep,) * 5, before_s=1.0)


def at_once(chance: random.Random) -> Play:
    """It begins with the recording, and the recording ends with it."""
    rep = Rep(way_s=chance.uniform(1.2, 2.6), hold_s=chance.uniform(0.5, 3), pause_s=0.4)
    return Play(reps=(rep,) * 5, before_s=chance.uniform(0.0, 0.3), after_s=0.3)


def begun(chance: random.Random) -> Play:
    """The recording begins in the middle of one that nobody sees whole."""
    return replace(at_once(chance), skips=0.5)


CLEAN_15 = Model(frames_per_s=15)
CONDITIONS = (
    Condition(name="clean, 30 frames a second", model=Model(frames_per_s=30), play=even),
    Condition(name="clean, 15 frames a second", model=CLEAN_15, play=even),
    Condition(name="clean, 10 frames a second", model=Model(frames_per_s=10), play=even),
    Condition(name="gaps of half a second, a quarter of the time",
              model=replace(CLEAN_15, gap_s=0.5, gap_share=0.25), play=even),
    Condition(name="gaps of a second, a third of the time",
              model=replace(CLEAN_15, gap_s=1.0, gap_share=0.33), play=even),
    Condition(name="left and right mistaken six times a minute",
              model=replace(CLEAN_15, swaps_per_min=6), play=even),
    Condition(name="shaking landmarks, camera up to 15 degrees aside",
              model=replace(CLEAN_15, noise_px=1.5, jitter_s=0.02), play=even,
              aside_deg=15, tilt_deg=10, roll_deg=5),
    Condition(name="joints off by up to 0.08 torsos, far limbs guessed", play=even),
    Condition(name="the same, from 1.5 to 3.5 m, 20 degrees aside, up or down, 8 rolled",
              play=even, aside_deg=20, tilt_deg=20, roll_deg=8, far_m=(1.5, 3.5)),
    Condition(name="uneven, with halves and a long rest", play=uneven),
    Condition(name="quick, without a rest", play=quick),
    Condition(name="begins and ends with the recording", play=at_once),
    Condition(name="begins in the middle of a repetition", play=begun, lost=1),
    Condition(name="comes in and lies or sits down first", play=even, enters=True),
    Condition(name="from the feet, the back or another wrong side", play=even, turned_deg=90),
)  # fmt: skip
BY_NAME = {one.name: one for one in CONDITIONS}


def measure_of(exercise: Exercise) -> CameraMeasure:
    """How the camera measures it; an error where it does not."""
    camera = exercise.measuring.camera
    if camera is None:
        raise ValueError(f"{exercise.id} is not measured by camera")
    return camera


@cache
def motion(id_: str) -> Motion:
    """The figure's motion of one exercise."""
    figure = load_content().exercises[id_].figure
    if figure is None:
        raise ValueError(f"{id_} has no figure")
    return motion_of(id_, figure)


@cache
def stage(id_: str, body: int) -> Stage:
    """One of the bodies, ready to move."""
    return Stage(motion(id_), physique(body))


def physique(number: int) -> Physique:
    """The body of this number."""
    chance = random.Random(f"body {number}")
    return Physique(
        build=chance.choice((Build.WOMAN, Build.MAN)),
        stature_m=chance.uniform(1.5, 1.95),
        girth=chance.uniform(0.9, 1.4),
        range=chance.uniform(0.75, 1.0),
    )


def a_set(exercise: Exercise, condition: Condition, body: int) -> Set:
    """This body doing this, seen so."""
    chance = random.Random(f"{exercise.id} {condition.name} {body}")
    play = condition.play(chance)
    whole = [rep for rep in play.reps if rep.depth > HALF]
    found = staged(
        stage(exercise.id, body),
        play,
        camera(exercise, condition, chance),
        condition.model,
        chance.randrange(2**31),
        enters=coming(exercise, body) if condition.enters else (),
        with_mask=has_mask(exercise),
    )
    cycle = 2 if exercise.id in TWO_A_CYCLE else 1
    return Set(frames=found, reps=len(whole) * cycle - condition.lost, hold_s=whole[0].hold_s)


def coming(exercise: Exercise, body: int) -> tuple[np.ndarray, ...]:
    """The bodies from which a person comes into the place."""
    return tuple(stage(id_, body).places()[0] for id_ in WAYPOINTS[exercise.posture])


def has_mask(exercise: Exercise) -> bool:
    """Whether its signal is read off the person's mask."""
    return measure_of(exercise).signal is Signal.BACK_CURVE


def camera(exercise: Exercise, condition: Condition, chance: random.Random) -> Camera:
    """Where the camera stands for this exercise, as far off as the condition has it."""
    view = measure_of(exercise).view
    faces = view is CameraView.FRONT and exercise.posture is not Posture.ON_SIDE
    turn_deg = (90.0 if faces else 0.0) + chance.uniform(-1, 1) * condition.aside_deg
    turn_deg += condition.turned_deg
    if view is CameraView.SIDE:
        turn_deg += chance.choice((0, 180))
    away_m = chance.uniform(*condition.far_m)
    fits_m = 2.0 if has_mask(exercise) else 2.4
    return Camera(
        turn_deg=turn_deg,
        tilt_deg=chance.uniform(-1, 1) * condition.tilt_deg,
        roll_deg=chance.uniform(-1, 1) * condition.roll_deg,
        away_m=away_m,
        wide_m=max(fits_m, away_m if condition.far_m[0] < condition.far_m[1] else fits_m),
        is_mirrored=chance.random() < 0.5,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A movement that was not asked for. `enters`: the person comes from elsewhere first."""

    frames: tuple[Frame, ...]
    enters: bool


@cache
def other(id_: str, view: str, body: int, with_mask: bool) -> Other:
    """Some of a movement that was not asked for, seen as the one that was has to be seen."""
    chance = random.Random(f"other {id_} {view} {body}")
    rep = Rep(way_s=chance.uniform(1.0, 2.5), hold_s=chance.uniform(0.3, 2.5))
    off = chance.choice((0.0, 10.0, 20.0))
    eye = Camera(
        turn_deg=(90.0 if view == "faces" else 0.0) + chance.uniform(-1, 1) * off,
        tilt_deg=chance.uniform(-1, 1) * off,
        away_m=chance.uniform(1.8, 3.5),
        wide_m=2.0 if with_mask else 2.4,
        is_mirrored=chance.random() < 0.5,
    )
    from_ = tuple(stage(one, body).places()[0] for one in chance.sample(COMING, 2))
    enters = chance.random() < 0.5
    play = Play(reps=(rep,) * OTHER_REPS, scratches_s=(0.3,))
    found = staged(
        stage(id_, body), play, eye, replace(REAL, frames_per_s=10), body,
        enters=from_ if enters else (), with_mask=with_mask,
    )  # fmt: skip
    return Other(frames=found, enters=enters)


OTHER_REPS = 3
COMING = ("hip-hinge", "floor-twist", "childs-pose", "bridge", "prone-press-up", "clam")
SAME_MOVEMENT = {("knee-rolls", "bed-knee-rolls")}  # the very same, in bed and by less


def view_of(exercise: Exercise) -> str:
    """From where its camera sees other movements."""
    is_front = measure_of(exercise).view is CameraView.FRONT
    return "faces" if is_front and exercise.posture is not Posture.ON_SIDE else "side"
