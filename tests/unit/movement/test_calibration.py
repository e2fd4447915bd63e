"""What is kept for next time: the own range of one signal in one view, never a norm."""

from datetime import UTC, datetime

import pytest
from tests.movement.recorded import a_set, measured

from loosen.cohort.recordings import Doing
from loosen.movement import Calibration, CameraCoach, Target, calibration_of, replay
from loosen.vocabulary import MovementError, from_plain, to_plain

AT = datetime(2026, 11, 29, 12, tzinfo=UTC)
KEPT = Calibration(exercise_id="bridge", signal="hip-rise", view="side", own_range=0.4, made_at=AT)
THREE = Doing(reps=3)


def test_two_whole_repetitions_are_kept_as_a_record_that_comes_back_the_same() -> None:
    result = replay(a_set("bridge", doing=THREE).frames, measured("bridge"))
    made = calibration_of("bridge", result, AT)
    assert made is not None
    assert made.own_range == pytest.approx(result.repetitions[0].amplitude, rel=0.05)
    assert from_plain(Calibration, to_plain(made), where="x", error=MovementError) == made


def test_one_repetition_teaches_nothing() -> None:
    result = replay(a_set("bridge", doing=Doing(reps=1)).frames, measured("bridge"))
    assert calibration_of("bridge", result, AT) is None


def test_it_fits_the_same_exercise_signal_and_view_alone() -> None:
    assert KEPT.range_for("bridge", measured("bridge")) == 0.4
    assert KEPT.range_for("bridge", measured("clam")) == 0.0
    assert KEPT.range_for("clam", measured("bridge")) == 0.0


@pytest.mark.parametrize("own_range", [0.0, -1.0, float("nan"), float("inf")])
def test_a_range_that_is_none_is_refused(own_range: float) -> None:
    with pytest.raises(ValueError, match="own_range"):
        Calibration(
            exercise_id="bridge", signal="hip-rise", view="side",
            own_range=own_range, made_at=AT,
        )  # fmt: skip


def test_a_comfortable_part_of_the_own_range_counts_as_whole_and_is_no_new_measure() -> None:
    frames = a_set("bridge", doing=THREE).frames
    own = 2 * replay(frames, measured("bridge")).repetitions[0].amplitude
    strict = replay(frames, measured("bridge"), range_=own)
    easy = replay(frames, measured("bridge"), range_=own, target=Target(range_share=0.5))
    assert (strict.count, easy.count) == (0, 3)
    coach = CameraCoach(measure=measured("bridge"), range_=own, target=Target(range_share=0.5))
    assert coach.own_range == own
    assert easy.range_ is not None
    assert easy.range_.percent_of_own == pytest.approx(50, abs=2)
