"""Who is filmed, doing what, from where: what the figures by camera have in common."""

import random

from loosen.body import Build, Motion, Physique, motion_of
from loosen.body.filming import Camera
from loosen.vocabulary import Exercise, Posture
from loosen.vocabulary.measures import CameraMeasure, CameraView, Signal

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
