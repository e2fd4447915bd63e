"""Which exercise it is, with nothing said of it: right, or unknown, and never a guess."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.movement.recorded import a_set, by_camera, measured, motion, placed

from loosen.body import MAN
from loosen.cli import main
from loosen.cohort.recordings import Doing, Filming, recorded
from loosen.movement import Recogniser, recognise_sets
from loosen.movement.recording import write_recording
from loosen.vocabulary.frames import Frame

MEASURES = {id_: measured(id_) for id_ in by_camera()}
SHOWN = [id_ for id_ in MEASURES if id_ != "cat-cow"]  # whose frames take long to make
THREE = Doing(reps=3)
UNREADABLE = 10
Frames = tuple[Frame, ...]


def after(first: Frames, *more: Frames) -> Frames:
    """Recordings one after the other, a second apart."""
    found = list(first)
    for part in more:
        starts_s = found[-1].t_s + 1.0
        found += [replace(one, t_s=one.t_s + starts_s) for one in part]
    return tuple(found)


@pytest.mark.parametrize("id_", SHOWN)
def test_each_exercise_is_recognised_and_its_set_counted(id_: str) -> None:
    found = recognise_sets(a_set(id_, doing=THREE).frames, MEASURES)
    assert [one.stretch.exercise for one in found.sets] == [id_]
    assert found.sets[0].result.count >= THREE.reps


@pytest.mark.parametrize("id_", ["dead-bug", "hamstring-stretch", "walking", "chair-cat-cow"])
def test_what_no_camera_measures_is_unknown(id_: str) -> None:
    seen = placed("bridge")
    frames = recorded(motion(id_), MAN, seen, THREE, Filming(), 2).frames
    found = recognise_sets(frames, MEASURES)
    assert [one.exercise for one in found.stretches] == [None]
    assert not found.sets


@pytest.mark.parametrize("id_", ["bridge", "knee-to-chest", "sit-to-stand"])
def test_lying_or_sitting_still_is_unknown(id_: str) -> None:
    still = Doing(reps=1, before_s=12.0, way_s=0.1, hold_s=0.1, pause_s=0.1, after_s=0.1)
    frames = tuple(one for one in a_set(id_, doing=still).frames if one.t_s < 11.5)
    assert not recognise_sets(frames, MEASURES).sets


def test_from_the_feet_it_is_unknown() -> None:
    found = recognise_sets(a_set("bridge", doing=THREE, off_deg=90.0).frames, MEASURES)
    assert [one.exercise for one in found.stretches] == [None]


def test_two_exercises_are_two_sets_in_their_order() -> None:
    frames = after(a_set("bridge", doing=THREE).frames, a_set("knee-rolls", doing=THREE).frames)
    found = recognise_sets(frames, MEASURES)
    assert [one.stretch.exercise for one in found.sets] == ["bridge", "knee-rolls"]
    assert found.sets[0].result.count == THREE.reps
    ends = [one.end_s for one in found.stretches]
    assert [one.start_s for one in found.stretches][1:] == ends[:-1]
    assert ends[-1] == pytest.approx(frames[-1].t_s)


def test_an_empty_recording_has_no_stretch() -> None:
    found = recognise_sets((), MEASURES)
    assert (found.stretches, found.sets) == ((), ())


# --- what every streaming part keeps ---------------------------------------------------------


def test_it_never_looks_ahead_and_frames_that_come_twice_change_nothing() -> None:
    frames = a_set("bridge", doing=THREE).frames
    whole, part, twice = (Recogniser(measures=MEASURES) for _ in range(3))
    said = [whole.update(frame) for frame in frames]
    half = len(frames) // 2
    assert [part.update(frame) for frame in frames[:half]] == said[:half]
    assert [twice.update(frame) for one in frames for frame in (one, one)][1::2] == said
    assert said[-1].exercise == "bridge"


def test_a_recogniser_is_as_new_after_its_reset_and_its_parameters_stay() -> None:
    frames, recogniser = a_set("sit-to-stand", doing=THREE).frames, Recogniser(measures=MEASURES)
    first = [recogniser.update(frame) for frame in frames]
    recogniser.reset()
    assert [recogniser.update(frame) for frame in frames] == first
    assert recogniser.measures == MEASURES


# --- on the command line -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("recordings") / "bridge.npz"
    write_recording(path, a_set("bridge", doing=THREE).frames)
    return str(path)


def test_a_recording_of_no_named_exercise_lists_its_sets(
    bridge: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", bridge, "--recognise", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    (one,) = found["sets"]
    assert (one["exercise"], one["count"], one["view"]) == ("bridge", 3, "side")
    assert one["start_s"] <= one["repetitions"][0]["peak_s"] <= one["end_s"]
    assert {stretch["exercise"] for stretch in found["stretches"]} <= {"bridge", "unknown"}
    assert main(["replay", bridge, "--recognise"]) == 0
    assert "Bridge, 3 counted" in capsys.readouterr().out


@pytest.mark.parametrize("said", [[], ["--exercise", "bridge", "--recognise"]], ids=["no", "both"])
def test_it_is_named_or_recognised_and_not_both(
    bridge: str, said: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["replay", bridge, *said]) == UNREADABLE
    assert "either --exercise ID or --recognise" in capsys.readouterr().err
