"""Sets of the drawn figure as a camera sees them, for the tests of the engine."""

from functools import cache

from loosen.body import WOMAN, Motion, motion_of
from loosen.body.filming import Camera
from loosen.cohort.recordings import Doing, Filming, Recording, recorded
from loosen.library.current import load_content
from loosen.vocabulary import Posture
from loosen.vocabulary.measures import CameraMeasure, CameraView, Signal

CLEAN = Filming()
TWO_A_CYCLE = {"knee-rolls"}  # the figure rolls to both sides
FIVE = Doing()


@cache
def motion(id_: str) -> Motion:
    figure = load_content().exercises[id_].figure
    assert figure is not None
    return motion_of(id_, figure)


def measured(id_: str) -> CameraMeasure:
    camera = load_content().exercises[id_].measuring.camera
    assert camera is not None
    return camera


def by_camera() -> list[str]:
    return [one.id for one in load_content().exercises.values() if one.measuring.camera]


def placed(id_: str, *, off_deg: float = 0.0) -> Camera:
    """Where the camera stands for this exercise; closer where the mask carries the signal."""
    camera, exercise = measured(id_), load_content().exercises[id_]
    faces = camera.view is CameraView.FRONT and exercise.posture is not Posture.ON_SIDE
    wide_m = 1.7 if camera.signal is Signal.BACK_CURVE else 2.4
    return Camera(turn_deg=(90.0 if faces else 0.0) + off_deg, wide_m=wide_m)


@cache
def a_set(
    id_: str,
    *,
    as_seen_for: str = "",
    filming: Filming = CLEAN,
    doing: Doing = FIVE,
    off_deg: float = 0.0,
    seed: int = 1,
) -> Recording:
    """One set of an exercise, seen as `as_seen_for` has to be seen."""
    camera = placed(as_seen_for or id_, off_deg=off_deg)
    with_mask = measured(as_seen_for or id_).signal is Signal.BACK_CURVE
    return recorded(motion(id_), WOMAN, camera, doing, filming, seed, with_mask=with_mask)


def expected(id_: str, doing: Doing = FIVE) -> int:
    return doing.reps * (2 if id_ in TWO_A_CYCLE else 1)
