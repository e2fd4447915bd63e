"""Before and beside the movement: no count, no fault told, no praise, no advice, no doubt."""

from dataclasses import replace

import pytest
from tests.movement.recorded import measured, motion, placed

from loosen.body import WOMAN, Motion
from loosen.body.motion import FullPose
from loosen.cohort.recordings import Doing, Filming, recorded
from loosen.movement import CueKind, replay
from loosen.vocabulary import Hold, Limb
from loosen.vocabulary.frames import Frame

SLOW = Filming(frames_per_s=10, noise_px=0.7)
ABOUT_WHERE = {CueKind.UNSEEN, CueKind.NOT_IN_PLACE, CueKind.OTHER_MOVEMENT}
IN_PLACE = ("bridge", "knee-to-chest", "sit-to-stand", "hip-hinge", "clam", "wall-sit",
            "prone-press-up")  # fmt: skip
COMES_FROM = [("bridge", "sit-to-stand"), ("bird-dog", "hip-hinge"), ("clam", "sit-to-stand")]
TWO = Doing(reps=2, hold_s=0.6)


def scratching(id_: str) -> Motion:
    """In place, a hand goes to the head and back."""
    start = motion(id_).keys[0]
    limb = Limb.HAND_LEFT if start.holds.get(Limb.HAND_RIGHT) is Hold.HEAD else Limb.HAND_RIGHT
    up = FullPose(at=0.5, angles=start.angles, holds={**start.holds, limb: Hold.HEAD})
    return replace(motion(id_), keys=(start, up, replace(start, at=1.0)))


def filmed(moving: Motion, as_for: str, doing: Doing = TWO) -> tuple[Frame, ...]:
    return recorded(moving, WOMAN, placed(as_for), doing, SLOW, 1).frames


@pytest.mark.parametrize("id_", IN_PLACE)
def test_scratching_a_nose_in_place_is_neither_counted_nor_spoken_of(id_: str) -> None:
    result = replay(filmed(scratching(id_), id_), measured(id_))
    assert (result.count, len(result.partials), result.advice) == (0, 0, ())
    assert {one.cue.kind for one in result.cues} <= ABOUT_WHERE
    assert result.regularity is None or result.regularity.doubts == 0


@pytest.mark.parametrize("id_", IN_PLACE)
def test_lying_or_standing_in_place_for_long_is_neither_praised_nor_blamed(id_: str) -> None:
    still = Doing(reps=0, before_s=12)
    result = replay(filmed(motion(id_), id_, still), measured(id_))
    assert (result.count, len(result.partials), result.cues) == (0, 0, ())


@pytest.mark.parametrize(("id_", "before"), COMES_FROM)
def test_what_was_done_before_leaves_no_fault_and_no_praise_behind(id_: str, before: str) -> None:
    first = filmed(motion(before), id_)
    start_s = first[-1].t_s + 0.5
    then = [replace(one, t_s=one.t_s + start_s) for one in filmed(motion(id_), id_)]
    result = replay([*first, *then], measured(id_))
    assert result.count == 2
    assert all(one.peak_s > start_s for one in result.repetitions)
    early = {one.cue.kind for one in result.cues if one.t_s < start_s}
    assert early <= ABOUT_WHERE
    assert [form.faults for form in result.forms] == [(), ()]
