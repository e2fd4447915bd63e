"""Recordings of a worn phone: what was written is read again; what is wrong is said at once."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from loosen.movement.motions import (
    ARRAYS,
    NEEDED,
    MotionRecording,
    is_felt,
    read_motions,
    write_motions,
)
from loosen.movement.npz import names_in
from loosen.vocabulary import MovementError
from loosen.vocabulary.frames import Motion


def reading(t_s: float, *, turns: bool = True) -> Motion:
    turning = (1.5, -2.0, 0.25) if turns else None
    return Motion(t_s=t_s, acceleration=(0.5, -0.25, 9.75), rotation=turning)


def saved(folder: Path, **more: Any) -> Path:
    flat = np.full((3, 3), (0.0, 0.0, 9.8))
    plain = {"t": np.arange(3.0), "acceleration": flat, "rotation": np.ones((3, 3))}
    held = {name: one for name, one in (plain | more).items() if one is not None}
    np.savez(folder / "worn.npz", **held)
    return folder / "worn.npz"


def test_what_was_felt_is_read_again_with_the_readings_that_felt_no_turning(tmp_path: Path) -> None:
    motions = tuple(reading(one / 4, turns=one != 2) for one in range(4))
    write_motions(tmp_path / "a.npz", motions, sense=-1)
    assert read_motions(tmp_path / "a.npz") == MotionRecording(motions=motions, sense=-1)
    assert is_felt(tmp_path / "a.npz")


def test_what_our_own_files_hold_is_on_the_page_of_the_format(tmp_path: Path) -> None:
    write_motions(tmp_path / "a.npz", (reading(0.0),))
    assert names_in(tmp_path / "a.npz") == set(ARRAYS)
    assert set(NEEDED) < set(ARRAYS)


def test_without_rotation_and_sense_it_is_read_all_the_same(tmp_path: Path) -> None:
    found = read_motions(saved(tmp_path, rotation=None))
    assert [one.rotation for one in found.motions] == [None] * 3
    assert found.sense == 0


BROKEN = {
    "no times": ({"t": None}, "t: "),
    "no acceleration": ({"acceleration": None}, "acceleration: "),
    "two axes": ({"acceleration": np.ones((3, 2))}, "shape (3, 2)"),
    "one reading too few": ({"rotation": np.ones((2, 3))}, "expected: (3, 3)"),
    "whole numbers": ({"acceleration": np.ones((3, 3), dtype=int)}, "int64"),
    "in g": ({"acceleration": np.full((3, 3), (0.0, 0.0, 1.0))}, "multiply it by 9.81"),
    "without gravity": ({"acceleration": np.zeros((3, 3))}, "with gravity in it"),
    "beyond all": ({"acceleration": np.full((3, 3), 1e300)}, "some 6 to 10 m/s2"),
    "milliseconds": ({"t": np.arange(3.0) * 17}, "divide them by 1000"),
    "a camera's": ({"acceleration": None, "lm": np.zeros((3, 33, 4))}, "what a camera saw"),
    "a format to come": ({"loosen": np.array(2)}, "bring Loosen up to date"),
    "time goes back": ({"t": np.array([0.0, 2.0, 1.0])}, "time goes back at frame 2"),
    "a sense that is none": ({"sense": np.array(2)}, "1, -1 or 0"),
    "a sense of words": ({"sense": np.array("up")}, "1, -1 or 0"),
}


@pytest.mark.parametrize(("more", "says"), BROKEN.values(), ids=BROKEN)
def test_readings_that_cannot_be_used_say_what_and_where(
    tmp_path: Path, more: dict[str, Any], says: str
) -> None:
    with pytest.raises(MovementError, match=r"worn\.npz") as caught:
        read_motions(saved(tmp_path, **more))
    assert says in str(caught.value)


def test_all_that_is_wrong_with_readings_is_said_at_once(tmp_path: Path) -> None:
    path = saved(tmp_path, acceleration=np.ones(3), rotation=np.ones((9, 3)), sense=np.array(7))
    with pytest.raises(MovementError) as caught:
        read_motions(path)
    assert len(caught.value.problems) == 3


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\x93NUMPY\x01\x00"])
def test_a_file_that_holds_no_readings_says_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "worn.npz"
    path.write_bytes(data)
    with pytest.raises(MovementError, match="no recording that can be read"):
        is_felt(path)
