"""`replay` and `count-signal`: files in, JSON out, and kind words for what cannot be read."""

import json
import math
from pathlib import Path

import pytest
from tests.movement.recorded import a_set

from loosen.cli import main
from loosen.cohort.recordings import Doing
from loosen.movement.recording import write_recording

UNREADABLE = 10


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("recordings") / "bridge.npz"
    write_recording(path, a_set("bridge", doing=Doing(reps=3)).frames)
    return str(path)


def test_a_recording_is_judged_as_the_coach_would(
    bridge: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", bridge, "--exercise", "bridge", "--view", "side", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["exercise"], found["view"], found["count"]) == ("bridge", "side", 3)
    assert found["refused"] is None
    for one, hold in zip(found["repetitions"], found["holds"], strict=True):
        assert one["start_s"] < hold["start_s"] < hold["end_s"] < one["end_s"]


def test_another_exercise_is_refused_with_its_reason(
    bridge: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", bridge, "--exercise", "hip-hinge"]) == 0
    assert capsys.readouterr().out == "Hip hinge: not judged (not-in-place)\n"


def test_an_exercise_that_no_camera_measures_says_why(
    bridge: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", bridge, "--exercise", "walking"]) == UNREADABLE
    assert "You leave the picture." in capsys.readouterr().err


def test_a_slip_in_the_name_of_an_exercise_is_met_with_the_nearest_one(
    bridge: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", bridge, "--exercise", "brdige"]) == UNREADABLE
    assert "did you mean bridge?" in capsys.readouterr().err
    assert main(["replay", bridge, "--exercise", "briige", "--by", "phone"]) == UNREADABLE
    assert "did you mean bridge?" in capsys.readouterr().err
    assert main(["replay", bridge, "--exercise", ""]) == UNREADABLE
    assert "found:    nothing" in capsys.readouterr().err


def test_a_camera_s_recording_judged_by_phone_is_told_so(
    bridge: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", bridge, "--exercise", "bridge", "--by", "phone"]) == UNREADABLE
    said = capsys.readouterr().err
    assert "holds what a camera saw, and nothing of a phone" in said


def test_the_wrong_view_is_refused(bridge: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", bridge, "--exercise", "bridge", "--view", "front"]) == UNREADABLE
    assert "cannot be judged from this view" in capsys.readouterr().err


def test_a_missing_recording_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = str(tmp_path / "none.npz")
    assert main(["replay", path, "--exercise", "bridge"]) == UNREADABLE
    assert "no recording that can be read" in capsys.readouterr().err


# --- any signal ------------------------------------------------------------------------------


def table(folder: Path, *rows: str, head: str = "t,value") -> str:
    path = folder / "signal.csv"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("sign", [1, -1])
def test_any_signal_is_counted(
    sign: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [f"{i / 30},{sign * (1 - math.cos(i / 30 * 2 * math.pi / 3))}" for i in range(900)]
    assert main(["count-signal", table(tmp_path, *rows), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["count"], found["count_online"]) == (10, 10)
    assert found["peaks_s"][0] == pytest.approx(1.5, abs=0.2)


def test_a_flat_signal_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["count-signal", table(tmp_path, "0,1", "1,1", "2,1", "3,1")]) == 0
    assert json.loads(capsys.readouterr().out)["count"] == 0


def test_missing_columns_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["count-signal", table(tmp_path, "0,1", head="time,angle")]) == UNREADABLE
    assert "time, angle" in capsys.readouterr().err


def test_every_row_that_holds_no_numbers_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = table(tmp_path, "0,1", "1,x", "2,3", "nan,4", "5")
    assert main(["count-signal", path]) == UNREADABLE
    said = capsys.readouterr().err
    assert [line for line in (3, 5, 6) if f"line {line}:" in said] == [3, 5, 6]
