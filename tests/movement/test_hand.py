"""A raised hand is told once it is meant, and no movement of ours is taken for one."""

from dataclasses import replace

import pytest

from loosen.cohort.recordings import Doing, Filming
from loosen.movement.hand import HELD_S, HandWatch, is_raised
from loosen.movement.landmarks import ELBOWS, SHOULDERS, WRISTS
from loosen.vocabulary.frames import Frame

from .recorded import a_set, by_camera

SHAKY = Filming(noise_px=2.0)
TWO = Doing(reps=2)


def with_hand_up(frame: Frame, side: int = 0, *, torsos: float = 1.0) -> Frame:
    """The same picture with one arm straight up."""
    wide, high = frame.size_px
    shoulder = frame.lm[SHOULDERS[side]]
    torso = abs(frame.lm[SHOULDERS[0]][0] - frame.lm[23][0]) * wide / high
    lm = list(frame.lm)
    for number, share in ((ELBOWS[side], 0.5), (WRISTS[side], 1.0)):
        x, y, z, seen = shoulder
        lm[number] = (x, y - share * torsos * torso, z, seen)
    return replace(frame, lm=tuple(lm))


@pytest.mark.parametrize("id_", by_camera())
def test_no_movement_of_ours_is_taken_for_a_raised_hand(id_: str) -> None:
    watch = HandWatch()
    frames = a_set(id_, doing=TWO, filming=SHAKY).frames
    assert not any(watch.update(one).is_up for one in frames)


@pytest.mark.parametrize("side", [0, 1])
def test_a_hand_that_stays_up_is_told_after_a_second_and_a_half(side: int) -> None:
    watch, frames = HandWatch(), a_set("bridge", doing=TWO).frames[:60]
    up = [watch.update(with_hand_up(one, side)) for one in frames]
    first = next(one for one in up if one.is_up)
    assert first.t_s - up[0].t_s == pytest.approx(HELD_S, abs=0.1)
    down = [watch.update(one) for one in a_set("bridge", doing=TWO).frames[60:90]]
    assert not down[-1].is_up


def test_a_hand_that_goes_up_and_down_again_is_not_told() -> None:
    watch, frames = HandWatch(), a_set("bridge", doing=TWO).frames[:40]
    waved = [with_hand_up(one) if n % 20 < 12 else one for n, one in enumerate(frames)]
    assert not any(watch.update(one).is_up for one in waved)


def test_a_short_gap_does_not_end_it() -> None:
    watch, frames = HandWatch(), a_set("bridge", doing=TWO).frames[:40]
    seen = [with_hand_up(one) if n % 12 else replace(one, lm=()) for n, one in enumerate(frames)]
    assert any(watch.update(one).is_up for one in seen)


def test_a_hand_that_scratches_the_nose_is_no_raised_hand() -> None:
    [frame] = a_set("bridge", doing=TWO).frames[:1]
    assert not is_raised(with_hand_up(frame, torsos=0.3))


def test_times_that_do_not_go_on_and_a_reset_leave_it_as_new() -> None:
    watch, frames = HandWatch(), [with_hand_up(one) for one in a_set("bridge").frames[:40]]
    whole = [watch.update(one) for one in frames]
    assert [watch.update(one) for one in frames] == [whole[-1]] * len(frames)
    watch.reset()
    assert [watch.update(one) for one in frames] == whole
    assert watch.held_s == HELD_S


def test_two_people_or_a_landmark_that_is_no_number_are_no_hand() -> None:
    up = with_hand_up(a_set("bridge").frames[0])
    assert is_raised(up)
    assert not is_raised(replace(up, people=2))
    wrist = (float("nan"), *up.lm[WRISTS[0]][1:])
    assert not is_raised(replace(up, lm=(*up.lm[: WRISTS[0]], wrist, *up.lm[WRISTS[0] + 1 :])))
