"""Where a body is in the picture is told for drawing over it: surely, or not at all."""

from collections.abc import Sequence
from dataclasses import replace
from math import dist

import pytest

from loosen.cohort.recordings import Doing, Filming
from loosen.movement.landmarks import HIPS, SHOULDERS
from loosen.movement.placing import From, Place, PlaceWatch
from loosen.movement.session import CameraCoach
from loosen.vocabulary import Side
from loosen.vocabulary.frames import Frame

from .recorded import a_set, measured

TWO = Doing(reps=2, hold_s=1.0)
SLOW = Filming(frames_per_s=10)


def told(id_: str, frames: Sequence[Frame]) -> list[Place | None]:
    coach, watch = CameraCoach(measure=measured(id_)), PlaceWatch(measure=measured(id_))
    return [watch.update(one, coach.update(one), coach.body) for one in frames]


def bridges(off_deg: float = 0.0) -> tuple[Frame, ...]:
    return a_set("bridge", doing=TWO, filming=SLOW, off_deg=off_deg).frames


SEEN_FROM = {
    "bridge": (0.0, From.RIGHT),
    "sit-to-stand": (172.0, From.LEFT),
    "bird-dog": (172.0, From.LEFT),
    "seated-twist": (0.0, From.FRONT),
}


@pytest.mark.parametrize("id_", SEEN_FROM)
def test_it_is_where_the_landmarks_are_and_seen_from_where_the_camera_stands(id_: str) -> None:
    off_deg, seen_from = SEEN_FROM[id_]
    frames = a_set(id_, doing=TWO, filming=SLOW, off_deg=off_deg).frames
    places = told(id_, frames)
    assert places[0] is None  # one frame is not sure enough
    for frame, place in list(zip(frames, places, strict=True))[5:]:
        assert place is not None
        assert place.seen_from is seen_from
        for point, pair in ((place.hip, HIPS), (place.shoulder, SHOULDERS)):
            middle = [sum(frame.lm[one][axis] for one in pair) / 2 for axis in (0, 1)]
            assert dist(point, middle) < 0.02  # the filter lags a little


UNSURE = {"from aside": ("bridge", 60.0), "from the back": ("clam", 180.0)}


@pytest.mark.parametrize("case", UNSURE)
def test_from_elsewhere_and_from_the_back_nothing_is_told(case: str) -> None:
    id_, off_deg = UNSURE[case]
    frames = a_set(id_, doing=TWO, filming=SLOW, off_deg=off_deg).frames
    assert set(told(id_, frames)) == {None}


def test_a_face_that_says_otherwise_than_the_nearer_side_takes_the_place_back() -> None:
    frames = bridges()

    def turned(frame: Frame) -> Frame:
        nose = (frame.lm[0][0], frame.lm[0][1] + 0.3, *frame.lm[0][2:])
        return replace(frame, lm=(nose, *frame.lm[1:]))

    places = told("bridge", [*frames[:10], *map(turned, frames[10:])])
    assert places[9] is not None
    assert places[20] is not None  # for a moment it may be a slip
    assert places[-1] is None


def test_a_blink_changes_nothing_and_a_longer_gap_is_looked_at_anew() -> None:
    def empty(frame: Frame) -> Frame:
        return replace(frame, lm=(), people=0)

    frames = bridges()
    places = told("bridge", [*frames[:10], *map(empty, frames[10:20]), *frames[20:]])
    assert places[13] == places[9]
    assert places[19] is None
    assert places[20] is None
    assert places[24] is not None


def test_the_place_to_reach_is_the_persons_own_and_known_after_a_whole_repetition() -> None:
    frames = bridges()
    places = told("bridge", frames)
    first = next(n for n, one in enumerate(places) if one and one.reach)
    lowest, highest = (way(one.lm[HIPS[1]][1] for one in frames) for way in (max, min))
    assert 50 < first < 75  # the first of two is over
    last = places[-1]
    assert last is not None
    assert last.reach is not None
    assert last.reach.rest[1] == pytest.approx(lowest, abs=0.01)
    assert last.reach.own[1] == pytest.approx(highest, abs=0.01)


def test_the_side_is_told_that_a_repetition_was_made_with() -> None:
    places = told("bird-dog", a_set("bird-dog", doing=TWO, filming=SLOW).frames)
    assert places[5] is not None
    assert places[5].side is None
    assert places[-1] is not None
    assert places[-1].side is Side.LEFT


def test_times_that_do_not_go_on_and_a_reset_leave_it_as_new() -> None:
    measure, frames = measured("bridge"), bridges()
    coach, watch = CameraCoach(measure=measure), PlaceWatch(measure=measure)
    seen = [(one, coach.update(one), coach.body) for one in frames]
    whole = [watch.update(*one) for one in seen]
    assert [watch.update(*one) for one in seen] == [whole[-1]] * len(seen)
    watch.reset()
    assert [watch.update(*one) for one in seen] == whole
    assert watch.measure is measure
