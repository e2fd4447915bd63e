"""`replay --sitting`: a recording of somebody who sits, against their own start."""

import json
from pathlib import Path

import pytest
from tests.movement.seated import BEFORE_S, Frames, nobody, sits

from loosen.cli import main
from loosen.movement.recording import write_recording

UNREADABLE = 10


@pytest.fixture
def recording(tmp_path: Path) -> str:
    return kept(tmp_path, sits())


def kept(folder: Path, frames: Frames) -> str:
    path = folder / "chair.npz"
    write_recording(path, frames)
    return str(path)


def test_who_sinks_is_told_with_the_time_of_the_nudge(
    recording: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", recording, "--sitting", "--view", "side", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    [nudge] = found["nudges"]
    assert found["starts_s"][0] < BEFORE_S < nudge["t_s"]
    assert found["refused"] is None
    assert main(["replay", recording, "--sitting"]) == 0
    assert f"nudged once: {nudge['t_s']:.0f} s" in capsys.readouterr().out


def test_an_empty_room_is_not_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", kept(tmp_path, nobody(0, 20)), "--sitting"]) == 0
    assert capsys.readouterr().out == "Sitting: not judged (nobody)\n"


BESIDE = {
    "--exercise": ["--exercise", "bridge"],
    "--recognise": ["--recognise"],
    "--view": ["--view", "front"],
    "--by": ["--by", "phone"],
}


def test_what_does_not_go_with_it_is_said_all_at_once(
    recording: str, capsys: pytest.CaptureFixture[str]
) -> None:
    more = [word for words in BESIDE.values() for word in words]
    assert main(["replay", recording, "--sitting", *more]) == UNREADABLE
    said = capsys.readouterr().err
    assert [name for name in BESIDE if f"leave {name} or --sitting out" not in said] == []


def test_a_video_of_sitting_makes_no_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["analyse", str(tmp_path / "none.mp4"), "--sitting", "--report", str(tmp_path / "out")]
    assert main(asked) == UNREADABLE
    assert "leave --report out" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
