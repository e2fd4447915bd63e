"""The running engine against a count that needs no thought: the same on what is clean."""

import pytest
from tests.movement.recorded import a_set, by_camera, expected, measured

from loosen.cohort.recordings import Doing
from loosen.movement import replay
from loosen.movement.plainly import count_plainly

THREE = Doing(reps=3)
SHOWN = [id_ for id_ in by_camera() if id_ != "cat-cow"]  # whose frames take long to make


@pytest.mark.parametrize("id_", SHOWN)
def test_a_clean_set_is_counted_alike_live_and_plainly(id_: str) -> None:
    frames, measure = a_set(id_, doing=THREE).frames, measured(id_)
    live = replay(frames, measure)
    assert count_plainly(frames, measure) == live.count == expected(id_, THREE)


def test_nothing_seen_or_nothing_moved_is_none() -> None:
    still = [frame for frame in a_set("bridge").frames if frame.t_s < 2.0]
    assert count_plainly((), measured("bridge")) == 0
    assert count_plainly(still, measured("bridge")) == 0
