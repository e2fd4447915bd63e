"""`analyse`: a video in, the record of a set out, and kind words for what cannot be read."""

import io
import json
import sys
from pathlib import Path

import pytest
from tests.movement.recorded import a_set
from tests.movement.seated import sits
from tests.unit.video.clips import film, spots

import loosen.movement.recording
import loosen.video
from loosen.cli import analysing, main
from loosen.cohort.recordings import Doing, Filming
from loosen.library.current import load_content
from loosen.video import Picture
from loosen.vocabulary.frames import Frame

UNREADABLE, SETTING = 10, 8
RATE = 10.0


class Terminal(io.StringIO):
    """Somebody looks at it."""

    def isatty(self) -> bool:
        return True


class Drawn:
    """Reads the drawn figure where a picture of it would be."""

    frames: tuple[Frame, ...] = ()

    def __init__(self, models: object) -> None:
        self._left = iter(self.frames)

    def read(self, picture: Picture) -> Frame:
        frame = next(self._left)
        assert frame.t_s == pytest.approx(picture.t_s, abs=0.002)
        return Frame(t_s=picture.t_s, lm=frame.lm, size_px=frame.size_px)


@pytest.fixture(scope="module")
def frames() -> tuple[Frame, ...]:
    return a_set("bridge", doing=Doing(reps=3), filming=Filming(frames_per_s=RATE)).frames


@pytest.fixture(scope="module")
def clip(frames: tuple[Frame, ...], tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("clips") / "bridge.mp4"
    times_s = [index / RATE for index in range(len(frames))]
    return str(film(path, spots(len(frames)), codec="mpeg4", times_s=times_s))


@pytest.fixture
def drawn(frames: tuple[Frame, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Drawn, "frames", frames)
    monkeypatch.setattr(loosen.video, "PoseReader", Drawn)
    monkeypatch.setattr(loosen.video, "open_models", lambda path: path)


@pytest.mark.usefixtures("drawn")
def test_a_video_of_nobody_who_sits_is_not_judged_for_sitting(
    clip: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyse", clip, "--sitting", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["refused"], found["nudges"], found["sat_s"]) == ("not-sitting", [], 0)
    assert found["video"]["pictures"] > 0


@pytest.mark.usefixtures("drawn")
def test_a_video_gives_the_record_that_its_landmarks_give(
    clip: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = str(tmp_path / "kept.npz")
    asked = ["--exercise", "bridge", "--view", "side", "--json"]
    assert main(["analyse", clip, *asked, "--recording", kept]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["exercise"], found["count"], found["refused"]) == ("bridge", 3, None)
    about = found.pop("video")
    assert (about["notes"], about["pictures"]) == ([], len(Drawn.frames))
    assert main(["replay", kept, *asked]) == 0
    again = json.loads(capsys.readouterr().out)
    assert again.keys() == found.keys()
    for one, other in zip(found["repetitions"], again["repetitions"], strict=True):
        assert one["peak_s"] == pytest.approx(other["peak_s"])


@pytest.mark.usefixtures("drawn")
def test_the_report_shows_the_first_picture_and_each_turn(clip: str, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "report"
    assert main(["analyse", clip, "--exercise", "bridge", "--report", str(folder)]) == 0
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert page.count("data:image/jpeg;base64,/9j/") == 4
    for told in ("The first picture", "Number 3, farthest", "3</span> counted", "bridge.mp4"):
        assert told in page
    assert load_content().phrases["coach-hold-short"].text in page
    assert "It was held for 1.5 s; the bound is 2.1 s." in page


@pytest.mark.usefixtures("drawn")
def test_a_video_of_no_named_exercise_is_recognised(
    clip: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["analyse", clip, "--recognise"]
    assert main([*asked, "--json", "--recording", str(tmp_path / "kept.npz")]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["exercise"], one["count"]) for one in found["sets"]] == [("bridge", 3)]
    assert found["video"]["pictures"] == len(Drawn.frames)
    assert main(["replay", str(tmp_path / "kept.npz"), "--recognise", "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert again["stretches"] == found["stretches"]


@pytest.mark.usefixtures("drawn")
def test_the_report_of_no_named_exercise_has_a_page_for_the_video_and_one_for_each_set(
    clip: str, tmp_path: Path
) -> None:
    assert main(["analyse", clip, "--recognise", "--report", str(tmp_path)]) == 0
    first = (tmp_path / "index.html").read_text(encoding="utf-8")
    for told in ("1 set found", '<a href="set-1.html">Bridge</a>', "3 counted", "bridge.mp4"):
        assert told in first
    one = (tmp_path / "set-1.html").read_text(encoding="utf-8")
    assert one.count("data:image/jpeg;base64,/9j/") == 4
    for told in ('<a href="index.html">All of this video</a>', "3</span> counted"):
        assert told in one
    assert sorted(file.name for file in tmp_path.iterdir()) == ["index.html", "set-1.html"]


@pytest.mark.usefixtures("drawn")
def test_the_report_on_who_sits_shows_the_start_and_the_nudge_out_of_the_video(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = sits(hold_s=50.0)
    monkeypatch.setattr(Drawn, "frames", seen)
    times_s = [one.t_s for one in seen]
    clip = film(tmp_path / "chair.mp4", spots(len(seen)), codec="mpeg4", times_s=times_s)
    assert main(["analyse", str(clip), "--sitting", "--report", str(tmp_path / "out")]) == 0
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert page.count("data:image/jpeg;base64,/9j/") == 2
    for told in ("Your start", "At a nudge", "1</span> nudge<", "from your own video"):
        assert told in page


def test_what_is_to_be_written_needs_a_place(
    clip: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file", encoding="ascii")
    asked = ["analyse", clip, "--exercise", "bridge"]
    assert main([*asked, "--report", str(taken), "--recording", str(tmp_path)]) == SETTING
    told = capsys.readouterr().err
    assert f"{taken}: File exists" in told
    assert f"{tmp_path}: a folder" in told  # both at once
    (tmp_path / "index.html").mkdir()
    asked += ["--report", str(tmp_path), "--recording", clip]
    assert main(asked) == SETTING
    told = capsys.readouterr().err
    assert "index.html: a folder" in told
    assert "a name that ends in .npz" in told  # or the video would be written over


@pytest.mark.usefixtures("drawn")
def test_what_cannot_be_written_in_the_end_is_said(
    clip: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "set-1.html").mkdir()
    assert main(["analyse", clip, "--recognise", "--report", str(tmp_path)]) == SETTING
    assert "set-1.html: Is a directory" in capsys.readouterr().err

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(loosen.movement.recording, "write_recording", full)
    asked = ["--exercise", "bridge", "--recording", str(tmp_path / "kept.npz")]
    assert main(["analyse", clip, *asked]) == SETTING
    assert "kept.npz: No space left" in capsys.readouterr().err


@pytest.mark.usefixtures("drawn")
def test_the_bar_is_for_who_looks_at_it(
    clip: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyse", clip, "--exercise", "bridge"]) == 0
    assert capsys.readouterr() == ("Bridge: 3 counted, 0 too small to count\n", "")
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert main(["analyse", clip, "--exercise", "bridge"]) == 0
    assert isinstance(sys.stderr, Terminal)
    bars = sys.stderr.getvalue().split("\r")[1:]
    assert len(bars) == len(Drawn.frames)
    assert bars[0].startswith("[" + " " * 30 + "]")
    assert bars[-1].startswith("[" + "#" * 30 + "]")


def test_another_exercise_or_view_is_told_before_the_video_is_read(
    clip: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyse", clip, "--exercise", "bridge", "--view", "front"]) == UNREADABLE
    assert main(["analyse", clip, "--exercise", "walking"]) == UNREADABLE
    told = capsys.readouterr().err
    assert "cannot be judged from this view" in told
    assert "no camera measures this exercise" in told


def test_a_file_that_is_no_video_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.mp4"
    empty.write_bytes(b"")
    assert main(["analyse", str(empty), "--exercise", "bridge"]) == UNREADABLE
    assert "an empty file" in capsys.readouterr().err


@pytest.mark.parametrize("library", ["av", "ai_edge_litert"])
def test_without_the_extra_it_says_how_to_get_it(
    library: str, clip: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [one for one in sys.modules if one.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    assert main(["analyse", clip, "--exercise", "bridge"]) == SETTING
    assert "pip install 'loosen[video]'" in capsys.readouterr().err


def test_without_the_models_it_says_what_makes_them(
    clip: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(analysing, "COACH", tmp_path)
    assert main(["analyse", clip, "--exercise", "bridge"]) == SETTING
    assert "the pose model is not there" in capsys.readouterr().err
    (tmp_path / "pose_full.task").write_bytes(b"PK, but no zip")
    assert main(["analyse", clip, "--exercise", "bridge"]) == SETTING
    assert "the pose model cannot be used" in capsys.readouterr().err
