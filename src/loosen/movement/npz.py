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
MOST_SHOWN = 60  # letters
MOST_T_S = 1e10  # longer ago than 1970; of more, neighbours cannot be told apart
APART_S = 2.0  # a longer gap begins everything anew
ONE_ARRAY = b"\x93NUMPY"
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
    whole = "check that the file is whole, and save it again with numpy.savez"
    is_there = isinstance(error, OSError) and error.strerror is not None
    return Problem(
        what="this is no recording that can be read",
        where=path.name,
        found=_found(path, error),
        expected="an npz file with the arrays t, lm and size, or t and acceleration",
        do="name a file that exists and that you may read" if is_there else whole,
    )


def _found(path: Path, error: Exception) -> str:
    """What it is instead, as far as its first bytes tell."""
    if isinstance(error, OSError) and error.strerror is not None:
        return error.strerror
    with path.open("rb") as file:
        head = file.read(len(ONE_ARRAY))
    if not head:
        return "an empty file"
    if head == ONE_ARRAY:
        return "one array alone (npy)"
    if not head.startswith(b"PK"):
        return "a file of another kind"
    if isinstance(error, zipfile.BadZipFile | zlib.error | EOFError):
        return "an archive that is cut or damaged"
    return "an archive with something in it that is no array of numbers"


def missing(arrays: Arrays, needed: tuple[str, ...], path: Path) -> Iterator[Problem]:
    """The arrays that are not there, with the names of those that are."""
    there = ", ".join(sorted(arrays))[:MOST_SHOWN] or "nothing"
    for name in needed:
        if name not in arrays:
            do = "save the array under this name too"
            yield wrong(
                path, name, f"not there; the file holds {there}", "an array of this name", do
            )


def of_other_kind(arrays: Arrays, path: Path, *, felt: bool) -> Iterator[Problem]:
    """A phone's readings where a camera's frames are wanted, or the other way about."""
    wanted, other = ("acceleration", "lm") if felt else ("lm", "acceleration")
    if wanted in arrays or other not in arrays:
        return
    told = ("a camera saw", "phone", "camera") if felt else ("a phone felt", "camera", "phone")
    saw, asked, has = told
    yield Problem(
        what=f"this recording holds what {saw}, and nothing of a {asked}",
        where=path.name,
        found=f"the array {other}",
        expected=f"the array {wanted}",
        do=f"name an exercise that a {has} measures with --exercise, and leave the rest out",
    )


def of_version(arrays: Arrays, path: Path) -> Iterator[Problem]:
    """A format of later than this program knows."""
    if "loosen" not in arrays:
        return
    said = arrays["loosen"]
    if not (said.shape == () and is_real(said) and 1 <= float(said.astype(float)) <= VERSION):
        found = f"version {str(said.tolist())[:MOST_SHOWN]}"
        do = "bring Loosen up to date, or leave this array out"
        yield wrong(path, "loosen", found, f"1 to {VERSION}", do)


def is_real(array: Array) -> bool:
    """Whether it holds plain numbers: no truths, no dates, nothing complex."""
    return array.dtype.kind in "iuf"


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
        do = "cut it into sets" if len(t) else "record again: nothing is in it"
        yield wrong(path, "t", f"{len(t)} frames", f"1 to {MOST_FRAMES}", do)
    elif not is_real(t):
        yield wrong(path, "t", str(t.dtype), "numbers", "seconds from the start")
    elif not np.isfinite(t.astype(float)).all():
        yield wrong(path, "t", "a time that is no number", "seconds", "leave that frame out")
    elif (np.diff(t.astype(float)) < 0).any():
        first = int(np.argmax(np.diff(t.astype(float)) < 0)) + 1
        found = f"time goes back at frame {first}"
        yield wrong(path, "t", found, "times that go on", "sort the frames by time")
    else:
        yield from _of_pace(t.astype(float), path)


def _of_pace(t: NDArray[np.float64], path: Path) -> Iterator[Problem]:
    """Times that are no seconds would be judged as one long gap, and nobody be told why."""
    with np.errstate(over="ignore"):
        middle_s = float(np.median(np.diff(t))) if len(t) > 1 else 0.0
    if middle_s > APART_S:
        do = "if they are milliseconds, divide them by 1000"
        found = f"{middle_s:g} from one to the next, in the middle"
        yield wrong(path, "t", found, f"seconds, at most {APART_S:g} apart", do)
    elif np.abs(t).max() > MOST_T_S:
        found, expected = f"{np.abs(t).max():g}", f"at most {MOST_T_S:g} seconds"
        yield wrong(path, "t", found, expected, "count them from the first frame on")


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
