"""Left or right: named where the picture bears it out, else not; and how even the two are."""

from dataclasses import replace

import pytest
from tests.movement.recorded import TWO_A_CYCLE, a_set, measured, motion, placed

from loosen.body import WOMAN
from loosen.cohort.recordings import Doing, Filming, recorded
from loosen.cohort.sided import both_sides, mirrored, shorter_after_half
from loosen.movement import CueKind, SetResult, replay, symmetry_between
from loosen.vocabulary import Side

ONE, TWO = Doing(reps=1, hold_s=1.0), Doing(reps=2, hold_s=1.0)
SLOW = Filming(frames_per_s=10)
BY_TURNS = ("bird-dog", "knee-to-chest", "chair-knee-to-chest", "heel-slides", "seated-twist",
            "knee-rolls")  # fmt: skip
SAME_SIDE_UP = ("clam", "side-plank-on-knees")
LEFT, RIGHT = Side.LEFT, Side.RIGHT


def alternating(id_: str, *, second: float = 1.0, from_deg: float = 0.0, doing: Doing = ONE,
                filming: Filming = SLOW) -> SetResult:  # fmt: skip
    one = motion(id_)
    way = shorter_after_half if id_ in TWO_A_CYCLE else lambda m, s: both_sides(m, second=s)
    camera = placed(id_, off_deg=from_deg)
    seen = recorded(way(one, second), WOMAN, camera, doing, filming, 1)
    return replay(seen.frames, measured(id_))


@pytest.mark.parametrize("id_", BY_TURNS)
@pytest.mark.parametrize("from_deg", [0.0, 172.0])
def test_the_side_is_named_from_whichever_side_the_camera_looks(id_: str, from_deg: float) -> None:
    if id_ == "seated-twist":
        from_deg = 8.0  # from the back it is another matter
    sides = [form.side for form in alternating(id_, from_deg=from_deg).forms]
    assert sides == [LEFT, RIGHT]


@pytest.mark.parametrize("id_", SAME_SIDE_UP)
def test_of_who_lies_on_the_side_it_is_the_one_that_works(id_: str) -> None:
    from_front = 180.0 if id_ == "side-plank-on-knees" else 0.0
    seen = a_set(id_, doing=ONE, filming=SLOW, off_deg=from_front)
    assert [form.side for form in replay(seen.frames, measured(id_)).forms] == [LEFT]


@pytest.mark.parametrize("id_", ["clam", "seated-twist"])
def test_from_the_back_no_side_is_named(id_: str) -> None:
    seen = a_set(id_, doing=ONE, filming=SLOW, off_deg=180.0)
    assert {form.side for form in replay(seen.frames, measured(id_)).forms} <= {None}


def test_legs_that_are_taken_for_each_other_leave_the_side_open_and_never_wrong() -> None:
    shaky = replace(SLOW, swaps_per_min=40)
    found = {
        form.side for form in alternating("knee-to-chest", doing=TWO, filming=shaky).forms[::2]
    }
    assert RIGHT not in found


def test_sides_that_differ_are_told_in_percent_and_by_a_cue() -> None:
    doing = Doing(reps=3, hold_s=0.6)
    result = alternating("chair-knee-to-chest", second=0.6, doing=doing)
    assert result.symmetry is not None
    assert (result.symmetry.left_count, result.symmetry.right_count) == (3, 3)
    assert result.symmetry.percent == pytest.approx(60, abs=8)
    [cue] = [one.cue for one in result.cues if one.cue.kind is CueKind.UNEVEN]
    assert cue.value is not None
    assert cue.bound is not None
    assert cue.value < cue.bound


def test_a_roll_toward_the_eye_is_not_compared_with_one_away_from_it() -> None:
    assert alternating("knee-rolls", doing=TWO).symmetry is None


def test_one_side_alone_has_no_symmetry_and_two_halves_of_a_plan_have() -> None:
    left = replay(a_set("clam", doing=TWO, filming=SLOW).frames, measured("clam"))
    other = replace(motion("clam"), keys=tuple(mirrored(key) for key in motion("clam").keys))
    seen = recorded(other, WOMAN, placed("clam", off_deg=180.0), TWO, SLOW, 1)
    right = replay(seen.frames, measured("clam"))
    assert left.symmetry is right.symmetry is None
    both = symmetry_between([left, right], measured("clam"))
    assert both is not None
    assert (both.left_count, both.right_count) == (2, 2)
    assert both.percent > 90
