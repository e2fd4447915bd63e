"""`replay --sitting`: a recording of somebody who sits, against their own start."""

import json
from pathlib import Path

import pytest
from tests.movement.seated import BEFORE_S, Frames, nobody, sits

from loosen.cli import main
from loosen.library.current import load_content
from loosen.movement.recording import write_recording

SETTING, UNREADABLE = 8, 10


@pytest.fixture
def recording(tmp_path: Path) -> str:
    return kept(tmp_path, sits(hold_s=50.0))


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


def test_a_report_has_the_line_the_change_and_the_nudge_in_words_of_the_coach(
    recording: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "report"
    assert main(["replay", recording, "--sitting", "--report", str(out)]) == 0
    assert "nudged once" in capsys.readouterr().out
    page = (out / "index.html").read_text(encoding="utf-8")
    phrases = load_content().phrases
    for id_ in ("known", "lower", "nudge", "no-norm", "desk", "not-tried"):
        assert phrases[f"coach-sit-{id_}"].text in page
    for told in ("1</span> nudge<", "chair.npz", "from your own recording", "below your start"):
        assert told in page
    assert 'class="signal"' in page


def test_a_report_of_an_empty_room_says_why_it_is_not_judged(tmp_path: Path) -> None:
    empty = kept(tmp_path, nobody(0, 20))
    assert main(["replay", empty, "--sitting", "--report", str(tmp_path)]) == 0
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "Not judged.</b> Nobody was seen." in page


def test_a_recording_of_an_exercise_has_no_report_and_says_what_has(
    recording: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["replay", recording, "--exercise", "bridge", "--report", str(tmp_path / "out")]
    assert main(asked) == UNREADABLE
    assert "give the video to loosen analyse" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_report_where_nothing_can_be_written_is_refused_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file", encoding="ascii")
    asked = ["replay", str(tmp_path / "none.npz"), "--sitting", "--report", str(taken)]
    assert main(asked) == SETTING
    assert "nothing can be written here" in capsys.readouterr().err
