"""Recordings as files: `npz` with times, landmarks, picture size and mask.

The batch side of the room: needs NumPy, and never runs in the page. `ARRAYS` is the format: the
page of the reference on recordings is made from it.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from loosen.vocabulary import MovementError, Problem
from loosen.vocabulary.frames import LANDMARKS, MASK_ROW_BYTES, MOST_PX, MOST_ROWS, Frame

from .npz import (
    VERSION,
    Array,
    Arrays,
    arrays_of,
    count_of,
    is_real,
    missing,
    of_other_kind,
    of_times,
    of_version,
    shape_of,
    wrong,
)

# name: its shape, and what it holds. T is the number of frames.
ARRAYS = {
    "t": ("(T,)", "seconds; each later than the one before, or the same"),
    "lm": (
        f"(T, {LANDMARKS}, 4), floating point",
        "x and y from 0 to 1 (from the left, from above), z (nearer is less, in widths of the "
        "picture) and visibility from 0 to 1, in the order of MediaPipe's pose landmarks; a frame "
        "with x or y that is no number is one of nobody",
    ),
    "size": ("(2,)", f"width and height of the picture in pixels, 16 to {MOST_PX}"),
    "mask64": (
        f"(T, rows, {MASK_ROW_BYTES}) of uint8",
        f"which pixels are the person, row by row, {8 * MASK_ROW_BYTES} bits a row, the leftmost "
        f"one first; at most {MOST_ROWS} rows",
    ),
    "people": ("(T,) of uint8", "how many persons were seen; left out, it is one"),
    "world": (f"(T, {LANDMARKS}, 4)", "metres; read past"),
    "loosen": ("()", f"the version of this format, {VERSION}; left out, it is {VERSION}"),
}
NEEDED = ("t", "lm", "size")
MOST_PEOPLE = 255
MOST_SHARE = 3.0  # of the picture: who leaves it does not go so far; pixels do


def read_recording(path: Path) -> tuple[Frame, ...]:
    """Every frame, in the order of the file. Raises `MovementError` with all problems at once.

    A frame whose numbers are no numbers is one in which nobody was seen.
    """
    return tuple(frames_of(path))


def frames_of(path: Path) -> Iterator[Frame]:
    """The same one after the other, for who looks at each but once. What is wrong is told first.

    Frames that are all kept cost half as much again: Python looks through them for what is unused.
    """
    arrays = arrays_of(path)
    problems = list(_problems(arrays, path))
    if problems:
        raise MovementError(problems)
    return _frames(arrays)


def write_recording(path: Path, frames: tuple[Frame, ...]) -> None:
    """The frames as a file of this version."""
    empty = np.full((LANDMARKS, 4), np.nan)
    arrays: dict[str, Array] = {
        "loosen": np.array(VERSION),
        "t": np.array([one.t_s for one in frames]),
        "lm": np.array([one.lm or empty for one in frames], dtype=np.float32),
        "size": np.array(frames[0].size_px if frames else (0, 0)),
        "people": np.array([min(one.people, MOST_PEOPLE) for one in frames], dtype=np.uint8),
    }
    masks = [one.mask64 for one in frames]
    if masks and all(one is not None for one in masks):
        packed = [np.frombuffer(one or b"", dtype=np.uint8) for one in masks]
        arrays["mask64"] = np.array(packed).reshape(len(packed), -1, MASK_ROW_BYTES)
    np.savez_compressed(path, allow_pickle=False, **arrays)


# --- reading ---------------------------------------------------------------------------------


def _problems(arrays: Arrays, path: Path) -> Iterator[Problem]:
    if other := list(of_other_kind(arrays, path, felt=False)):
        yield from other
        return
    yield from of_version(arrays, path)
    yield from missing(arrays, NEEDED, path)
    yield from of_times(arrays, path)
    count = count_of(arrays)
    if count is not None:
        yield from _of_landmarks(arrays.get("lm"), count, path)
        yield from _of_mask(arrays.get("mask64"), count, path)
        yield from _of_people(arrays.get("people"), count, path)
    yield from _of_size(arrays.get("size"), path)


def _of_landmarks(lm: Array | None, count: int, path: Path) -> Iterator[Problem]:
    expected = f"({count}, {LANDMARKS}, 4)"
    if lm is not None and lm.shape != (count, LANDMARKS, 4):
        do = "x and y from 0 to 1, z, visibility, for each of 33 landmarks"
        yield wrong(path, "lm", shape_of(lm), expected, do)
    elif lm is not None and not np.issubdtype(lm.dtype, np.floating):
        yield wrong(path, "lm", str(lm.dtype), "floating-point numbers", "shares of the picture")
    elif lm is not None and (far := _far_out(lm)) > MOST_SHARE:
        do = "divide x by the width of the picture, and y by its height"
        yield wrong(path, "lm", f"x and y of {far:.3g}, in the middle", "shares from 0 to 1", do)


def _far_out(lm: Array) -> float:
    """How far from the picture's corner landmarks lie; shares of it, where they are shares."""
    places = np.abs(lm[:, :, :2].astype(float))
    finite = places[np.isfinite(places)]
    with np.errstate(over="ignore"):
        return float(np.median(finite)) if len(finite) else 0.0


def _of_mask(mask: Array | None, count: int, path: Path) -> Iterator[Problem]:
    if mask is None:
        return
    is_fit = mask.ndim == 3 and mask.shape[0] == count and mask.shape[2] == MASK_ROW_BYTES
    if not (is_fit and mask.dtype == np.uint8 and 0 < mask.shape[1] <= MOST_ROWS):
        found = f"{shape_of(mask)} of {mask.dtype}"
        yield wrong(path, "mask64", found, f"({count}, rows, 8) of uint8", "pack 64 bits a row")


def _of_people(people: Array | None, count: int, path: Path) -> Iterator[Problem]:
    if people is None or (people.shape == (count,) and people.dtype == np.uint8):
        return
    found = f"{shape_of(people)} of {people.dtype}"
    yield wrong(
        path, "people", found, f"({count},) of uint8", "leave it out, or count each frame's"
    )


def _of_size(size: Array | None, path: Path) -> Iterator[Problem]:
    if size is None:
        return
    is_pair = size.shape == (2,) and is_real(size)
    if not is_pair or not ((size.astype(float) >= 16) & (size.astype(float) <= MOST_PX)).all():
        yield wrong(path, "size", str(size.tolist()), "width and height in pixels", "as 640, 480")


def _frames(arrays: Arrays) -> Iterator[Frame]:
    lm = arrays["lm"].astype(float)
    is_seen = np.isfinite(lm[:, :, :2]).all(axis=(1, 2))
    lm = np.nan_to_num(lm, nan=0.0, posinf=0.0, neginf=0.0)
    masks = arrays.get("mask64")
    people = arrays["people"].tolist() if "people" in arrays else [1] * len(lm)
    width, height = (int(one) for one in arrays["size"].astype(float))
    for index, t_s in enumerate(arrays["t"].astype(float).tolist()):
        numbers = iter(lm[index].ravel().tolist() if is_seen[index] else ())
        yield Frame(
            t_s=t_s,
            lm=tuple(zip(numbers, numbers, numbers, numbers, strict=True)),
            size_px=(width, height),
            mask64=None if masks is None else masks[index].tobytes(),
            people=people[index],
        )
