"""Faults on purpose: told where they are, never where they are not."""

from dataclasses import replace

import pytest
from tests.movement.recorded import CLEAN, a_set, by_camera, measured, motion, placed

from loosen.body import MAN, WOMAN
from loosen.cohort.faulty import FAULTY, faulty
from loosen.cohort.recordings import Doing, Filming, recorded
from loosen.movement import CueKind, SetResult, replay
from loosen.vocabulary.measures import Signal

TWICE = Doing(reps=2, hold_s=1.0)
SLOW = Filming(frames_per_s=10, noise_px=0.7)
NAMED = [(id_, fault.id) for id_ in by_camera() for fault in measured(id_).faults]


def made(id_: str, fault: str) -> SetResult:
    seen = recorded(faulty(motion(id_), fault), MAN, placed(id_, off_deg=8), TWICE, SLOW, 3)
    return replay(seen.frames, measured(id_))


def test_every_fault_that_content_names_is_made_on_purpose_and_no_other() -> None:
    assert sorted(NAMED) == sorted((id_, one) for id_, faults in FAULTY.items() for one in faults)


def test_most_measured_exercises_have_a_fault_that_the_camera_sees() -> None:
    assert len({id_ for id_, _ in NAMED}) >= 0.7 * len(by_camera())


@pytest.mark.parametrize(("id_", "fault"), NAMED, ids=lambda one: one)
def test_a_fault_made_is_told_in_each_repetition_and_by_a_cue(id_: str, fault: str) -> None:
    result = made(id_, fault)
    assert result.count == 2
    assert all(fault in form.faults for form in result.forms)
    said = [one.cue for one in result.cues if one.cue.kind is CueKind.FAULT]
    assert fault in {cue.id for cue in said}
    for cue in said:
        assert cue.signal is not None
        assert cue.value is not None
        assert cue.bound is not None


@pytest.mark.parametrize("id_", sorted({id_ for id_, _ in NAMED}))
def test_of_a_clean_set_no_fault_is_told(id_: str) -> None:
    result = replay(a_set(id_, doing=TWICE, filming=SLOW).frames, measured(id_))
    assert result.count == 2
    assert [form.faults for form in result.forms] == [(), ()]
    assert not [one for one in result.cues if one.cue.kind is CueKind.FAULT]


def test_lifted_hips_are_told_of_who_goes_less_far_though_the_far_leg_wanders() -> None:
    """By the ankles: so far from the hips, a point that strays turns the leg but little."""
    lifted, short = faulty(motion("prone-press-up"), "hips-lift", 0.9), replace(WOMAN, range=0.75)
    wanders, place = Filming(frames_per_s=10, noise_px=1.5), placed("prone-press-up")
    seen = [recorded(lifted, short, place, TWICE, wanders, seed).frames for seed in range(3)]
    forms = [form for one in seen for form in replay(one, measured("prone-press-up")).forms]
    assert ["hips-lift" in one.faults for one in forms] == [True] * 6


def test_a_fault_is_said_while_it_is_held_and_not_when_it_is_over() -> None:
    held = Doing(reps=1, hold_s=4.0)
    seen = recorded(
        faulty(motion("bridge"), "hips-uneven-line"), MAN, placed("bridge"), held, CLEAN, 1
    )
    result = replay(seen.frames, measured("bridge"))
    [(_, from_s, until_s)] = seen.held
    assert from_s < result.cues[0].t_s < until_s


def test_no_exercise_is_judged_by_its_mask_for_a_fault() -> None:
    """A fault's signal is one of the body's points: the mask is looked at for the count alone."""
    signals = {fault.signal for id_ in by_camera() for fault in measured(id_).faults}
    assert Signal.BACK_CURVE not in signals
