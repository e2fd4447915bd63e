"""Who is filmed, doing what, from where: what the figures by camera have in common."""

import random
from dataclasses import replace

from loosen.body import Build, Motion, Physique, motion_of
from loosen.body.filming import Camera
from loosen.cohort.recordings import Filming
from loosen.vocabulary import Exercise, Posture
from loosen.vocabulary.measures import CameraMeasure, CameraView, Signal

RATES = (10.0, 15.0)
ASIDE_DEG, TILT_DEG, ROLL_DEG, NOISE_PX = 15.0, 10.0, 5.0, 1.0
TWO_A_CYCLE = frozenset({"knee-rolls"})  # the figure rolls to both sides


def measure_of(exercise: Exercise) -> CameraMeasure:
    """What measures it by camera; only for those that have it."""
    camera = exercise.measuring.camera
    if camera is None:
        raise ValueError(f"{exercise.id} is not measured by camera")
    return camera


def motion_of_exercise(exercise: Exercise) -> Motion:
    """What its figure does."""
    if exercise.figure is None:
        raise ValueError(f"{exercise.id} has no figure")
    return motion_of(exercise.id, exercise.figure)


def best_camera(exercise: Exercise) -> Camera:
    """Where the camera is asked to stand; nearer where the mask carries the signal."""
    measure = measure_of(exercise)
    faces = measure.view is CameraView.FRONT and exercise.posture is not Posture.ON_SIDE
    wide_m = 1.8 if measure.signal is Signal.BACK_CURVE else 2.5
    turns = exercise.figure is not None and exercise.figure.start.get("roll", 0) > 0
    from_front_deg = 180.0 if turns else 0.0  # lying on its left, it looks the other way
    return Camera(turn_deg=90.0 if faces else from_front_deg, wide_m=wide_m)


def a_body(chance: random.Random) -> Physique:
    """Any body: build, height, girth, and how far it goes."""
    return Physique(
        build=chance.choice((Build.WOMAN, Build.MAN)),
        stature_m=chance.uniform(1.5, 1.95),
        girth=chance.uniform(0.9, 1.4),
        range=chance.uniform(0.75, 1.0),
    )


def any_camera(exercise: Exercise, chance: random.Random) -> Camera:
    """Not quite where it was asked to stand, on either side, not quite level."""
    camera = best_camera(exercise)
    behind = chance.choice((0, 180)) if measure_of(exercise).view is CameraView.SIDE else 0
    return replace(
        camera,
        turn_deg=camera.turn_deg + behind + chance.uniform(-ASIDE_DEG, ASIDE_DEG),
        tilt_deg=chance.uniform(0, TILT_DEG),
        roll_deg=chance.uniform(-ROLL_DEG, ROLL_DEG),
    )


def any_filming(exercise: Exercise, chance: random.Random) -> Filming:
    """Any frame rate, uneven, with landmarks that shake; the mask takes long, so few of those."""
    is_mask = measure_of(exercise).signal is Signal.BACK_CURVE
    rate = 10.0 if is_mask else chance.choice(RATES)
    return Filming(frames_per_s=rate, noise_px=NOISE_PX, jitter_s=0.01)
