"""The own range: learnt on the first whole repetitions, kept for next time, never a norm."""

import pytest
from tests.movement.recorded import a_set, measured

from loosen.cohort.recordings import Doing
from loosen.movement import CameraCoach, Target, replay

THREE = Doing(reps=3)


def test_two_whole_repetitions_teach_the_own_range() -> None:
    result = replay(a_set("bridge", doing=THREE).frames, measured("bridge"))
    assert result.range_ is not None
    assert result.range_.own == pytest.approx(result.repetitions[0].amplitude, rel=0.05)


def test_one_repetition_teaches_nothing() -> None:
    result = replay(a_set("bridge", doing=Doing(reps=1)).frames, measured("bridge"))
    assert result.range_ is not None
    assert (result.range_.own, result.range_.percent_of_own) == (None, None)


def test_what_was_kept_is_what_the_next_set_is_held_to_and_it_stays() -> None:
    frames = a_set("bridge", doing=THREE).frames
    own = 1.25 * replay(frames, measured("bridge")).repetitions[0].amplitude
    result = replay(frames, measured("bridge"), range_=own)
    assert result.range_ is not None
    assert result.range_.own == own
    assert result.range_.percent_of_own == pytest.approx(80, abs=3)


def test_a_comfortable_part_of_the_own_range_counts_as_whole_and_is_no_new_measure() -> None:
    frames = a_set("bridge", doing=THREE).frames
    own = 2 * replay(frames, measured("bridge")).repetitions[0].amplitude
    strict = replay(frames, measured("bridge"), range_=own)
    easy = replay(frames, measured("bridge"), range_=own, target=Target(range_share=0.5))
    assert (strict.count, easy.count) == (0, 3)
    coach = CameraCoach(measure=measured("bridge"), range_=own, target=Target(range_share=0.5))
    assert coach.own_range == own
    assert easy.range_ is not None
    assert easy.range_.percent_of_own == pytest.approx(50, abs=3)


@pytest.mark.parametrize("share", [0.0, 1.5, float("nan")])
def test_more_than_the_own_range_is_never_asked_for(share: float) -> None:
    with pytest.raises(ValueError, match="range_share"):
        Target(range_share=share)
