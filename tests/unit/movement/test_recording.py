"""Recordings: what was written is read again, and what cannot be read says all that is wrong."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from loosen.movement.npz import names_in
from loosen.movement.recording import ARRAYS, NEEDED, frames_of, read_recording, write_recording
from loosen.vocabulary import MovementError
from loosen.vocabulary.frames import Frame

SIZE = (640, 480)


def frame(t_s: float, *, mask: bytes | None = None) -> Frame:
    return Frame(t_s=t_s, lm=((0.5, 0.25, 0.0, 1.0),) * 33, size_px=SIZE, mask64=mask)


def arrays(**more: Any) -> dict[str, Any]:
    plain = {"t": np.arange(3.0), "lm": np.zeros((3, 33, 4)), "size": np.array(SIZE)}
    return {name: one for name, one in (plain | more).items() if one is not None}


def saved(folder: Path, **more: Any) -> Path:
    path = folder / "set.npz"
    np.savez(path, **arrays(**more))
    return path


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    frames = tuple(frame(one / 4, mask=bytes(range(8)) * 6) for one in range(4))
    write_recording(tmp_path / "a.npz", frames)
    assert read_recording(tmp_path / "a.npz") == frames


def test_what_our_own_files_hold_is_on_the_page_of_the_format(tmp_path: Path) -> None:
    write_recording(tmp_path / "a.npz", (frame(0.0, mask=bytes(8)),))
    assert names_in(tmp_path / "a.npz") == set(ARRAYS) - {"world"}
    assert set(NEEDED) < set(ARRAYS)


def test_frames_one_after_the_other_are_the_same_and_what_is_wrong_is_told_before_the_first(
    tmp_path: Path,
) -> None:
    whole = saved(tmp_path)
    assert tuple(frames_of(whole)) == read_recording(whole)
    with pytest.raises(MovementError):
        frames_of(saved(tmp_path, size=np.array([1])))


def test_a_frame_of_nobody_stays_one_of_nobody(tmp_path: Path) -> None:
    frames = (frame(0.0), Frame(t_s=0.1, lm=(), size_px=SIZE), frame(0.2))
    write_recording(tmp_path / "a.npz", frames)
    assert [bool(one.lm) for one in read_recording(tmp_path / "a.npz")] == [True, False, True]


def test_how_many_people_were_seen_is_kept(tmp_path: Path) -> None:
    frames = (
        frame(0.0),
        replace(frame(0.1), people=2),
        Frame(t_s=0.2, lm=(), size_px=SIZE, people=0),
    )
    write_recording(tmp_path / "a.npz", frames)
    assert [one.people for one in read_recording(tmp_path / "a.npz")] == [1, 2, 0]
    assert [one.people for one in read_recording(saved(tmp_path))] == [1, 1, 1]  # of another's


def test_world_landmarks_are_read_past(tmp_path: Path) -> None:
    assert len(read_recording(saved(tmp_path, world=np.zeros((3, 33, 4))))) == 3


def test_numbers_that_are_none_are_nobody(tmp_path: Path) -> None:
    lm = np.zeros((3, 33, 4))
    lm[1, 5, 0] = np.nan
    assert [bool(one.lm) for one in read_recording(saved(tmp_path, lm=lm))] == [True, False, True]


BROKEN = {
    "no times": ({"t": None}, "t: "),
    "times as a table": ({"t": np.zeros((3, 2))}, "shape (3, 2)"),
    "time goes back": ({"t": np.array([0.0, 2.0, 1.0])}, "time goes back at frame 2"),
    "a time that is none": ({"t": np.array([0.0, np.nan, 1.0])}, "no number"),
    "no frames": ({"t": np.zeros(0), "lm": np.zeros((0, 33, 4))}, "0 frames"),
    "17 landmarks": ({"lm": np.zeros((3, 17, 4))}, "shape (3, 17, 4)"),
    "whole numbers": ({"lm": np.zeros((3, 33, 4), dtype=int)}, "int64"),
    "one frame too few": ({"lm": np.zeros((2, 33, 4))}, "expected: (3, 33, 4)"),
    "no picture": ({"size": np.array([0, 0])}, "[0, 0]"),
    "a mask of floats": ({"mask64": np.zeros((3, 48, 8))}, "uint8"),
    "people as a table": ({"people": np.ones((3, 2), dtype=np.uint8)}, "people: "),
    "complex times": ({"t": np.zeros(3, complex)}, "complex128"),
    "lengths of time": ({"t": np.arange(3).astype("timedelta64[ms]")}, "timedelta64"),
    "times that are milliseconds": ({"t": np.arange(3.0) * 33}, "divide them by 1000"),
    "times beyond all": ({"t": np.full(3, 1e15)}, "count them from the first frame"),
    "landmarks in pixels": ({"lm": np.full((3, 33, 4), 240.0)}, "x and y of 240"),
    "landmarks beyond all": ({"lm": np.full((3, 33, 4), 1e308)}, "divide x by the width"),
    "a complex picture": ({"size": np.array([640, 480], complex)}, "width and height"),
    "a format to come": ({"loosen": np.array(99)}, "bring Loosen up to date"),
    "a format of words": ({"loosen": np.array("new")}, "version new"),
    "another name": ({"lm": None, "landmarks": np.zeros(3)}, "the file holds landmarks, size, t"),
    "a phone's": ({"lm": None, "acceleration": np.zeros(3)}, "what a phone felt"),
    "a mask of 100 pixels": ({"mask64": np.zeros((3, 48, 13), dtype=np.uint8)}, "(3, 48, 13)"),
}


@pytest.mark.parametrize(("more", "says"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_used_says_what_and_where(
    tmp_path: Path, more: dict[str, Any], says: str
) -> None:
    with pytest.raises(MovementError, match=r"set\.npz") as caught:
        read_recording(saved(tmp_path, **more))
    assert says in str(caught.value)


def test_all_problems_are_said_at_once(tmp_path: Path) -> None:
    path = saved(tmp_path, lm=np.zeros((3, 2, 4)), size=np.array([1]), mask64=np.zeros(3))
    with pytest.raises(MovementError) as caught:
        read_recording(path)
    assert len(caught.value.problems) == 3


NONE = {
    "empty": (b"", "an empty file"),
    "an archive's head": (b"PK\x03\x04", "an archive that is cut or damaged"),
    "text": (b"no recording", "a file of another kind"),
    "one array": (b"\x93NUMPY\x01\x00", "one array alone (npy)"),
}


@pytest.mark.parametrize(("data", "found"), NONE.values(), ids=NONE)
def test_a_file_that_is_none_says_so(tmp_path: Path, data: bytes, found: str) -> None:
    path = tmp_path / "set.npz"
    path.write_bytes(data)
    with pytest.raises(MovementError, match="no recording that can be read") as caught:
        read_recording(path)
    assert caught.value.problems[0].found == found


def test_objects_a_folder_and_a_file_that_is_not_there_are_said_in_words(tmp_path: Path) -> None:
    objects = saved(tmp_path, lm=np.array([None] * 3, dtype=object))
    for path, found in (
        (objects, "no array of numbers"),
        (tmp_path, "Is a directory"),
        (tmp_path / "none.npz", "No such file"),
    ):
        with pytest.raises(MovementError) as caught:
            read_recording(path)
        assert found in caught.value.problems[0].found


@pytest.mark.filterwarnings("error")
def test_a_file_of_another_kind_has_one_problem_and_not_one_for_each_array(tmp_path: Path) -> None:
    with pytest.raises(MovementError) as caught:
        read_recording(saved(tmp_path, lm=None, size=None, acceleration=np.zeros((3, 3))))
    assert len(caught.value.problems) == 1


def test_a_cut_file_says_so(tmp_path: Path) -> None:
    path = saved(tmp_path)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(MovementError, match="no recording that can be read"):
        read_recording(path)
