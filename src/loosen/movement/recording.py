"""Recordings as files: `npz` with times, landmarks, picture size and mask.

The batch side of the room: needs NumPy, and never runs in the page. Format version 1 has the
arrays `t` (T,) seconds, `lm` (T, 33, 4), `size` (2,) pixels, optional `mask64` (T, rows, 8) bytes
and `world` (T, 33, 4) metres, which is read past; our own files add `loosen` with the version.
"""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from loosen.vocabulary import MovementError, Problem
from loosen.vocabulary.frames import LANDMARKS, MASK_ROW_BYTES, MOST_PX, MOST_ROWS, Frame

VERSION = 1
MOST_FRAMES = 400_000  # two hours at 50 a second
MOST_BYTES = 2_000_000_000
NEEDED = ("t", "lm", "size")
# What NumPy raises for a file that is cut, no archive, or one array alone.
UNREADABLE = (OSError, ValueError, EOFError, KeyError, TypeError, zipfile.BadZipFile, zlib.error)
Arrays = dict[str, NDArray[np.generic]]


def read_recording(path: Path) -> tuple[Frame, ...]:
    """Every frame, in the order of the file. Raises `MovementError` with all problems at once.

    A frame whose numbers are no numbers is one in which nobody was seen.
    """
    arrays = _arrays(path)
    problems = list(_problems(arrays, path))
    if problems:
        raise MovementError(problems)
    return tuple(_frames(arrays))


def write_recording(path: Path, frames: tuple[Frame, ...]) -> None:
    """The frames as a file of this version."""
    empty = np.full((LANDMARKS, 4), np.nan)
    arrays: dict[str, NDArray[np.generic]] = {
        "loosen": np.array(VERSION),
        "t": np.array([one.t_s for one in frames]),
        "lm": np.array([one.lm or empty for one in frames], dtype=np.float32),
        "size": np.array(frames[0].size_px if frames else (0, 0)),
    }
    masks = [one.mask64 for one in frames]
    if masks and all(one is not None for one in masks):
        packed = [np.frombuffer(one or b"", dtype=np.uint8) for one in masks]
        arrays["mask64"] = np.array(packed).reshape(len(packed), -1, MASK_ROW_BYTES)
    np.savez_compressed(path, allow_pickle=False, **arrays)


# --- reading ---------------------------------------------------------------------------------


def _arrays(path: Path) -> Arrays:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
            size = sum(info.file_size for info in held.zip.infolist())
            if size > MOST_BYTES:
                raise MovementError([_too_large(path, size)])
            return {name: held[name] for name in held.files if name != "world"}
    except UNREADABLE as error:
        raise MovementError([_unreadable(path, error)]) from error


def _too_large(path: Path, size: int) -> Problem:
    return Problem(
        what="this recording is too large",
        where=path.name,
        found=f"{size} bytes unpacked",
        expected=f"at most {MOST_BYTES}",
        do="cut it into sets, one a file",
    )


def _unreadable(path: Path, error: Exception) -> Problem:
    return Problem(
        what="this is no recording that can be read",
        where=path.name,
        found=type(error).__name__,
        expected="an npz file with the arrays t, lm and size",
        do="check that the file is whole, and save it again with numpy.savez",
    )


def _problems(arrays: Arrays, path: Path) -> Iterator[Problem]:
    for name in NEEDED:
        if name not in arrays:
            yield _wrong(path, name, "missing", "an array of this name", "add it")
    count = len(arrays["t"]) if "t" in arrays and arrays["t"].ndim == 1 else None
    if "t" in arrays and count is None:
        yield _wrong(path, "t", _shape(arrays["t"]), "(T,) seconds", "one time a frame")
    if count is not None:
        yield from _of_times(arrays["t"], path)
        yield from _of_landmarks(arrays.get("lm"), count, path)
        yield from _of_mask(arrays.get("mask64"), count, path)
    yield from _of_size(arrays.get("size"), path)


def _of_times(t: NDArray[np.generic], path: Path) -> Iterator[Problem]:
    if not 0 < len(t) <= MOST_FRAMES:
        yield _wrong(path, "t", f"{len(t)} frames", f"1 to {MOST_FRAMES}", "cut it into sets")
    elif not np.issubdtype(t.dtype, np.number):
        yield _wrong(path, "t", str(t.dtype), "numbers", "seconds from the start")
    elif not np.isfinite(t.astype(float)).all():
        yield _wrong(path, "t", "a time that is no number", "seconds", "leave that frame out")
    elif (np.diff(t.astype(float)) < 0).any():
        first = int(np.argmax(np.diff(t.astype(float)) < 0)) + 1
        found = f"time goes back at frame {first}"
        yield _wrong(path, "t", found, "times that go on", "sort the frames by time")


def _of_landmarks(lm: NDArray[np.generic] | None, count: int, path: Path) -> Iterator[Problem]:
    expected = f"({count}, {LANDMARKS}, 4)"
    if lm is not None and lm.shape != (count, LANDMARKS, 4):
        do = "x and y from 0 to 1, z, visibility, for each of 33 landmarks"
        yield _wrong(path, "lm", _shape(lm), expected, do)
    elif lm is not None and not np.issubdtype(lm.dtype, np.floating):
        yield _wrong(path, "lm", str(lm.dtype), "floating-point numbers", "shares of the picture")


def _of_mask(mask: NDArray[np.generic] | None, count: int, path: Path) -> Iterator[Problem]:
    if mask is None:
        return
    is_fit = mask.ndim == 3 and mask.shape[0] == count and mask.shape[2] == MASK_ROW_BYTES
    if not (is_fit and mask.dtype == np.uint8 and 0 < mask.shape[1] <= MOST_ROWS):
        found = f"{_shape(mask)} of {mask.dtype}"
        yield _wrong(path, "mask64", found, f"({count}, rows, 8) of uint8", "pack 64 bits a row")


def _of_size(size: NDArray[np.generic] | None, path: Path) -> Iterator[Problem]:
    if size is None:
        return
    is_pair = size.shape == (2,) and np.issubdtype(size.dtype, np.number)
    if not is_pair or not ((size.astype(float) >= 16) & (size.astype(float) <= MOST_PX)).all():
        yield _wrong(path, "size", str(size.tolist()), "width and height in pixels", "as 640, 480")


def _shape(array: NDArray[np.generic]) -> str:
    return f"shape {array.shape}"


def _wrong(path: Path, name: str, found: str, expected: str, do: str) -> Problem:
    return Problem(
        what=f"the array {name} of this recording cannot be used",
        where=f"{path.name}: {name}",
        found=found,
        expected=expected,
        do=do,
    )


def _frames(arrays: Arrays) -> Iterator[Frame]:
    lm = arrays["lm"].astype(float)
    is_seen = np.isfinite(lm[:, :, :2]).all(axis=(1, 2))
    lm = np.nan_to_num(lm, nan=0.0, posinf=0.0, neginf=0.0)
    masks = arrays.get("mask64")
    width, height = (int(one) for one in arrays["size"].astype(float))
    for index, t_s in enumerate(arrays["t"].astype(float).tolist()):
        rows = lm[index].tolist() if is_seen[index] else []
        yield Frame(
            t_s=t_s,
            lm=tuple((x, y, z, v) for x, y, z, v in rows),
            size_px=(width, height),
            mask64=None if masks is None else masks[index].tobytes(),
        )
