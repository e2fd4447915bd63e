"""The engine on the drawn figure: exact on clean sets, silent on everything else."""

import pytest
from tests.movement.recorded import a_set, by_camera, expected, measured

from loosen.cohort.recordings import Doing, Filming
from loosen.movement import CameraCoach, SetFold, Standing, Unseen, replay

MASKED = "cat-cow"  # its frames take long to make
THREE = Doing(reps=3)
LYING = ("bridge", "knee-to-chest", "double-knee-to-chest", "knee-rolls", "heel-slides")
UPRIGHT = ("sit-to-stand", "standing-back-bend", "hip-hinge", "wall-sit", "chair-knee-to-chest")
ALL_FOURS = ("bird-dog", "childs-pose", "cat-cow")
PRONE = ("prone-press-up", "prone-on-elbows")
NEIGHBOURS = (LYING, UPRIGHT, ALL_FOURS, PRONE)
PAIRS = [
    (meant, done) for group in NEIGHBOURS for meant in group for done in group if meant != done
]
FAR_FROM_IT = [("bridge", "bird-dog"), ("bird-dog", "bridge"), ("hip-hinge", "bridge")]
ENDS = 90.0


@pytest.mark.parametrize("id_", by_camera())
def test_a_clean_set_is_counted_to_the_last(id_: str) -> None:
    for rate in (15.0,) if id_ == MASKED else (30.0, 10.0):
        filming = Filming(frames_per_s=rate)
        result = replay(a_set(id_, filming=filming, doing=THREE).frames, measured(id_))
        assert result.count == expected(id_, THREE), f"at {rate} frames a second"
        assert result.refused is None


@pytest.mark.parametrize(("meant", "done"), [*PAIRS, *FAR_FROM_IT])
def test_another_movement_is_not_counted(meant: str, done: str) -> None:
    frames = a_set(done, as_seen_for=meant, doing=THREE).frames
    result = replay(frames, measured(meant))
    assert result.count == 0
    assert not result.holds


@pytest.mark.parametrize("id_", [*LYING, *PRONE, "bird-dog", "childs-pose"])
def test_from_the_feet_it_is_refused_within_two_seconds(id_: str) -> None:
    frames = a_set(id_, off_deg=ENDS, doing=Doing(reps=1)).frames
    coach = CameraCoach(measure=measured(id_))
    seen = [coach.update(frame) for frame in frames]
    assert all(one.standing is Standing.CANNOT_SEE for one in seen)
    assert next(one.t_s for one in seen if one.cue and one.cue.id in UNSEEN) <= 2.1
    assert replay(frames, measured(id_)).refused in UNSEEN


UNSEEN = {one.value for one in (Unseen.WRONG_VIEW, Unseen.TOO_FAR)}


@pytest.mark.parametrize("id_", ["bridge", "bird-dog", "sit-to-stand", "clam"])
def test_a_hold_is_measured(id_: str) -> None:
    doing = Doing(reps=3, hold_s=4.0)
    result = replay(a_set(id_, doing=doing).frames, measured(id_))
    assert [one.hold_s for one in result.repetitions] == pytest.approx([4.0] * 3, abs=0.3)


@pytest.mark.parametrize("id_", ["bridge", "knee-to-chest", "hip-hinge", "prone-press-up"])
def test_half_second_gaps_over_a_quarter_of_the_time_lose_nothing(id_: str) -> None:
    filming = Filming(gap_s=0.5, gap_share=0.25)
    for seed in range(3):
        result = replay(a_set(id_, filming=filming, seed=seed).frames, measured(id_))
        assert result.count == expected(id_)


# --- what every streaming part keeps ---------------------------------------------------------


@pytest.mark.parametrize("id_", ["bridge", "seated-twist", "clam"])
def test_a_frame_that_comes_twice_adds_nothing(id_: str) -> None:
    frames = a_set(id_, doing=THREE).frames
    twice = [frame for one in frames for frame in (one, one)]
    assert replay(twice, measured(id_)).repetitions == replay(frames, measured(id_)).repetitions


@pytest.mark.parametrize("id_", ["bridge", "bird-dog", "hip-hinge"])
def test_lost_frames_never_add_a_repetition(id_: str) -> None:
    frames = a_set(id_).frames
    for every in (2, 3, 5):
        thinned = [one for index, one in enumerate(frames) if index % every]
        assert replay(thinned, measured(id_)).count <= expected(id_)


@pytest.mark.parametrize("id_", ["bridge", "seated-twist"])
def test_it_never_looks_ahead(id_: str) -> None:
    """What was said of a frame does not depend on what came after it."""
    frames = a_set(id_, doing=THREE).frames
    whole = CameraCoach(measure=measured(id_))
    said = [whole.update(frame) for frame in frames]
    part = CameraCoach(measure=measured(id_))
    half = len(frames) // 2
    assert [part.update(frame) for frame in frames[:half]] == said[:half]


def test_a_coach_is_as_new_after_its_reset_and_its_parameters_stay() -> None:
    frames, measure = a_set("bridge").frames, measured("bridge")
    coach = CameraCoach(measure=measure, range_=0.3)
    first = [coach.update(frame) for frame in frames]
    coach.reset()
    assert [coach.update(frame) for frame in frames] == first
    assert (coach.measure, coach.range_) == (measure, 0.3)


def test_an_empty_recording_is_refused_and_not_an_error() -> None:
    fold = SetFold(measure=measured("bridge"))
    assert fold.result().refused == Unseen.NOBODY.value
