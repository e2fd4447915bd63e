"""Recordings of a phone that is worn, as files: `npz` with times, acceleration and turning.

The batch side of the room, as `recording` is. `ARRAYS` is the format: the page of the reference on
recordings is made from it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from loosen.vocabulary import MovementError, Problem
from loosen.vocabulary.frames import Motion, Vector

from .npz import (
    VERSION,
    Array,
    Arrays,
    arrays_of,
    count_of,
    is_real,
    missing,
    names_in,
    of_other_kind,
    of_times,
    of_version,
    shape_of,
    wrong,
)

# name: its shape, and what it holds. T is the number of readings.
ARRAYS = {
    "t": ("(T,)", "seconds; each later than the one before, or the same"),
    "acceleration": (
        "(T, 3), floating point",
        "m/s2 with gravity in it, along the phone's own axes: x to its right, y to its top, z out "
        "of its screen; a row that is no number told nothing",
    ),
    "rotation": (
        "(T, 3), floating point",
        "degrees a second about the same axes; a row that is no number was not felt",
    ),
    "sense": (
        "()",
        "1 where the acceleration of a phone at rest points up, -1 where it points down; left "
        "out, or 0, it is found out",
    ),
    "loosen": ("()", f"the version of this format, {VERSION}; left out, it is {VERSION}"),
}
NEEDED = ("t", "acceleration")
UNKNOWN = 0
LEAST_PULL, MOST_PULL = 3.0, 30.0  # m/s2 of the largest axis: gravity gives it 5.7 to 9.8
NOT_FELT = (float("nan"),) * 3


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionRecording:
    """The readings in the order of the file. `sense`: as `PhoneCoach` has it, 0 for unknown."""

    motions: tuple[Motion, ...]
    sense: int = UNKNOWN


def is_felt(path: Path) -> bool:
    """Whether a phone felt this and no camera saw it. Raises `MovementError` as reading does."""
    names = names_in(path)
    return "acceleration" in names and "lm" not in names


def read_motions(path: Path) -> MotionRecording:
    """Every reading. Raises `MovementError` with all problems at once.

    An acceleration that is no number is one that told nothing.
    """
    arrays = arrays_of(path)
    problems = list(_problems(arrays, path))
    if problems:
        raise MovementError(problems)
    sense = int(arrays["sense"].astype(int)) if "sense" in arrays else UNKNOWN
    return MotionRecording(motions=tuple(_motions(arrays)), sense=sense)


def write_motions(path: Path, motions: Sequence[Motion], *, sense: int = UNKNOWN) -> None:
    """The readings as a file of this version."""
    arrays: Arrays = {
        "loosen": np.array(VERSION),
        "t": np.array([one.t_s for one in motions]),
        "acceleration": np.array([one.acceleration for one in motions]).reshape(-1, 3),
        "rotation": np.array([one.rotation or NOT_FELT for one in motions]).reshape(-1, 3),
        "sense": np.array(sense),
    }
    np.savez_compressed(path, allow_pickle=False, **arrays)


# --- reading ---------------------------------------------------------------------------------


def _problems(arrays: Arrays, path: Path) -> Iterator[Problem]:
    if other := list(of_other_kind(arrays, path, felt=True)):
        yield from other
        return
    yield from of_version(arrays, path)
    yield from missing(arrays, NEEDED, path)
    yield from of_times(arrays, path)
    count = count_of(arrays)
    if count is not None:
        for name in ("acceleration", "rotation"):
            yield from _of_vectors(arrays.get(name), name, count, path)
    yield from _of_sense(arrays.get("sense"), path)


def _of_vectors(array: Array | None, name: str, count: int, path: Path) -> Iterator[Problem]:
    if array is None:
        return
    if array.shape != (count, 3):
        do = "x, y and z of each reading, in the phone's own axes"
        yield wrong(path, name, shape_of(array), f"({count}, 3)", do)
    elif not np.issubdtype(array.dtype, np.floating):
        unit = "m/s2, gravity included" if name == "acceleration" else "degrees per second"
        yield wrong(path, name, str(array.dtype), "floating-point numbers", unit)
    elif name == "acceleration":
        yield from _of_pull(array, path)


def _of_pull(array: Array, path: Path) -> Iterator[Problem]:
    """In another unit, or without gravity, it would be judged as a phone that fell off."""
    pulls = np.abs(array.astype(float)).max(axis=1)  # of the axis that feels most of it
    finite = pulls[np.isfinite(pulls)]
    middle = float(np.median(finite)) if len(finite) else LEAST_PULL
    if not LEAST_PULL <= middle <= MOST_PULL:
        do = "write it with gravity in it; if it is in g, multiply it by 9.81"
        found = f"{middle:.3g} on the axis that feels most, in the middle"
        yield wrong(path, "acceleration", found, "some 6 to 10 m/s2", do)


def _of_sense(sense: Array | None, path: Path) -> Iterator[Problem]:
    if sense is None:
        return
    is_number = sense.shape == () and is_real(sense)
    if not is_number or float(sense.astype(float)) not in {-1, 0, 1}:
        yield wrong(path, "sense", str(sense.tolist()), "1, -1 or 0", "leave it out if unknown")


def _motions(arrays: Arrays) -> Iterator[Motion]:
    pulls = arrays["acceleration"].astype(float)
    turns = arrays.get("rotation", np.full(pulls.shape, np.nan)).astype(float)
    is_felt = np.isfinite(turns).all(axis=1).tolist()
    rows = zip(arrays["t"].astype(float).tolist(), pulls, turns, is_felt, strict=True)
    for t_s, pull, turn, felt in rows:
        yield Motion(t_s=t_s, acceleration=_vector(pull), rotation=_vector(turn) if felt else None)


def _vector(row: Array) -> Vector:
    x, y, z = row.tolist()
    return x, y, z
