"""Frames that no camera makes: nothing breaks, nothing counts, nothing grows."""

import pickle
import random
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle

import pytest
from tests.movement.recorded import a_set, by_camera, expected, measured

from loosen.cohort.recordings import Doing
from loosen.movement import CameraCoach, SetFold, replay
from loosen.vocabulary.frames import Frame, Landmark

THREE = Doing(reps=3)
SETS = ("bridge", "seated-twist", "clam")
Frames = tuple[Frame, ...]


def of_each(frames: Frames, change: Callable[[Landmark], Landmark]) -> Frames:
    return tuple(replace(one, lm=tuple(map(change, one.lm))) for one in frames)


def not_numbers(frames: Frames) -> Frames:
    return of_each(frames, lambda one: (float("nan"), *one[1:]))


def endless(frames: Frames) -> Frames:
    return of_each(frames, lambda one: (float("inf"), *one[1:]))


def huge(frames: Frames) -> Frames:
    return of_each(frames, lambda one: (one[0] * 1e307, one[1] * 1e307, one[2], one[3]))


def backward(frames: Frames) -> Frames:
    return tuple(reversed(frames))


def one_time(frames: Frames) -> Frames:
    return tuple(replace(one, t_s=1.0) for one in frames)


def in_one_place(frames: Frames) -> Frames:
    return of_each(frames, lambda _: (0.5, 0.5, 0.0, 1.0))


def by_lot(frames: Frames) -> Frames:
    lot = random.Random(7)
    return of_each(frames, lambda _: (lot.random(), lot.random(), lot.random(), lot.random()))


def empty(frames: Frames) -> Frames:
    return tuple(replace(one, lm=()) for one in frames)


BAD = (not_numbers, endless, huge, backward, one_time, in_one_place, by_lot, empty)


@pytest.mark.parametrize("id_", SETS)
@pytest.mark.parametrize("spoil", BAD)
def test_what_no_camera_makes_counts_nothing(id_: str, spoil: Callable[[Frames], Frames]) -> None:
    result = replay(spoil(a_set(id_, doing=THREE).frames), measured(id_))
    assert result.count == 0
    assert not result.holds


@pytest.mark.parametrize("spoil", [not_numbers, endless, huge, in_one_place, by_lot])
def test_a_few_such_frames_between_good_ones_change_no_count(
    spoil: Callable[[Frames], Frames],
) -> None:
    good = a_set("bridge", doing=THREE).frames
    bad = spoil(good)
    mixed = tuple(bad[at] if at % 23 == 7 else one for at, one in enumerate(good))
    assert replay(mixed, measured("bridge")).count == expected("bridge", THREE)


@pytest.mark.parametrize("id_", SETS)
def test_a_recording_that_ends_early_counts_no_more(id_: str) -> None:
    frames = a_set(id_, doing=THREE).frames
    counts = [
        replay(frames[: len(frames) * part // 5], measured(id_)).count for part in range(1, 6)
    ]
    assert counts == sorted(counts)
    assert counts[-1] == expected(id_, THREE)


@pytest.mark.parametrize("seed", range(12))
def test_frames_that_are_lost_doubled_and_out_of_order_add_nothing(seed: int) -> None:
    lot = random.Random(seed)
    id_ = lot.choice(by_camera()[:2] + list(SETS))
    shuffled = [
        frame
        for one in a_set(id_, doing=THREE).frames
        for frame in lot.choice(((one,), (one, one), (), (one, replace(one, t_s=one.t_s - 1))))
    ]
    assert replay(shuffled, measured(id_)).count <= expected(id_, THREE)


def test_an_hour_takes_no_more_room_than_some_minutes() -> None:
    frames, measure = a_set("bridge", doing=THREE).frames[::5], measured("bridge")
    lasts_s = frames[-1].t_s + 1
    coach, fold = CameraCoach(measure=measure), SetFold(measure=measure)
    rooms, now_s = [], 0.0
    for at, frame in enumerate(cycle(frames)):
        fold.update(coach.update(replace(frame, t_s=now_s + frame.t_s)))
        if at % len(frames) == len(frames) - 1:
            now_s += lasts_s
            rooms.append(len(pickle.dumps(coach)))
            if now_s > 3600:
                break
    assert max(rooms[20:]) <= max(rooms[:20]) + 64, "a longer number is all that may grow"
