"""`npz` files of recordings, whatever they hold: arrays in, or all that is wrong with them.

The batch side of the room: needs NumPy, and never runs in the page.
"""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from loosen.vocabulary import MovementError, Problem

VERSION = 1  # of the format, for what a camera saw and for what a phone felt
MOST_FRAMES = 400_000  # two hours at 50 a second
MOST_BYTES = 2_000_000_000
# What NumPy raises for a file that is cut, no archive, or one array alone.
UNREADABLE = (OSError, ValueError, EOFError, KeyError, TypeError, zipfile.BadZipFile, zlib.error)
Array = NDArray[np.generic]
Arrays = dict[str, Array]


def names_in(path: Path) -> frozenset[str]:
    """The names of the arrays in the file. Raises `MovementError` where it cannot be read."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
            return frozenset(held.files)
    except UNREADABLE as error:
        raise MovementError([_unreadable(path, error)]) from error


def arrays_of(path: Path) -> Arrays:
    """Every array but `world`. Raises `MovementError` where it cannot be read."""
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
        expected="an npz file with the arrays t, lm and size, or t and acceleration",
        do="check that the file is whole, and save it again with numpy.savez",
    )


def missing(arrays: Arrays, needed: tuple[str, ...], path: Path) -> Iterator[Problem]:
    """The arrays that are not there."""
    for name in needed:
        if name not in arrays:
            yield wrong(path, name, "missing", "an array of this name", "add it")


def count_of(arrays: Arrays) -> int | None:
    """How many times there are; None where `t` is no list of them."""
    return len(arrays["t"]) if "t" in arrays and arrays["t"].ndim == 1 else None


def of_times(arrays: Arrays, path: Path) -> Iterator[Problem]:
    """What is wrong with `t`."""
    if "t" not in arrays:
        return
    if count_of(arrays) is None:
        yield wrong(path, "t", shape_of(arrays["t"]), "(T,) seconds", "one time a frame")
    else:
        yield from _of_times(arrays["t"], path)


def _of_times(t: Array, path: Path) -> Iterator[Problem]:
    if not 0 < len(t) <= MOST_FRAMES:
        yield wrong(path, "t", f"{len(t)} frames", f"1 to {MOST_FRAMES}", "cut it into sets")
    elif not np.issubdtype(t.dtype, np.number):
        yield wrong(path, "t", str(t.dtype), "numbers", "seconds from the start")
    elif not np.isfinite(t.astype(float)).all():
        yield wrong(path, "t", "a time that is no number", "seconds", "leave that frame out")
    elif (np.diff(t.astype(float)) < 0).any():
        first = int(np.argmax(np.diff(t.astype(float)) < 0)) + 1
        found = f"time goes back at frame {first}"
        yield wrong(path, "t", found, "times that go on", "sort the frames by time")


def shape_of(array: Array) -> str:
    """As it is told."""
    return f"shape {array.shape}"


def wrong(path: Path, name: str, found: str, expected: str, do: str) -> Problem:
    """What is wrong with one array."""
    return Problem(
        what=f"the array {name} of this recording cannot be used",
        where=f"{path.name}: {name}",
        found=found,
        expected=expected,
        do=do,
    )
