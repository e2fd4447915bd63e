"""When counting begins: at once where the person is in the posture, and never on the way to it."""

from dataclasses import replace

import pytest
from tests.movement.recorded import a_set, by_camera, expected, measured

from loosen.cohort.recordings import Doing
from loosen.movement import CameraCoach, replay
from loosen.vocabulary.frames import Frame

AT_ONCE = Doing(reps=3, before_s=0.1, after_s=0.3, pause_s=0.3)
MASKED = "cat-cow"  # its frames take long to make


@pytest.mark.parametrize("id_", [one for one in by_camera() if one != MASKED])
def test_who_begins_with_the_recording_is_counted_from_the_first(id_: str) -> None:
    assert replay(a_set(id_, doing=AT_ONCE).frames, measured(id_)).count == expected(id_, AT_ONCE)


def sure(frame: Frame) -> Frame:
    """As a model tells it that is sure of everything."""
    return replace(frame, lm=tuple((x, y, z, 1.0) for x, y, z, _ in frame.lm))


def near_of(coach: CameraCoach, frame: Frame) -> int | None:
    """The side that the coach's gate takes to be nearer; None where it sees no body."""
    _, body = coach._gate.update(frame)
    return None if body is None else body.near


@pytest.mark.parametrize("id_", ["bridge", "sit-to-stand", "hip-hinge"])
def test_the_near_side_is_found_where_the_model_is_sure_of_all(id_: str) -> None:
    """Seen from the left and from the right, by depth."""
    for off_deg in (0.0, 180.0):
        frames = a_set(id_, off_deg=off_deg).frames
        near = {near_of(CameraCoach(measure=measured(id_)), one) for one in frames}
        coach = CameraCoach(measure=measured(id_))
        told = {near_of(coach, sure(one)) for one in frames}
        assert told == near != {None}
        assert replay([sure(one) for one in frames], measured(id_)).count == expected(id_)


@pytest.mark.parametrize("id_", ["seated-twist", "side-plank-on-knees", "clam"])
def test_what_needs_the_front_is_refused_from_the_wrong_side(id_: str) -> None:
    result = replay(a_set(id_, off_deg=90.0).frames, measured(id_))
    assert result.count == 0
    assert result.refused is not None
    assert result.refusals[0].start_s <= 2.0
