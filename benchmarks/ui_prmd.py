"""UI-PRMD: ten repetitions of ten movements, counted with no knowledge of the exercise.

Its files hold every joint by its place and turn within the one it hangs on; here they are put
together to places in the room. Repetitions lie one a file, and are joined.

The turns are taken about y, then x, then z. The data's own program takes them about x, then y, then
z, and says itself that three of its movements look unnatural: so read, the feet of who sits down
rise over the seat. Read as here they stay on the floor, within a few centimetres.
"""

import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
from numpy.typing import NDArray

from loosen.movement import count_of_many, count_online

ARCHIVE = "ui-prmd-s01-s05.tar.xz"
HZ, REPETITIONS = 30.0, 10
PARENTS = (-1, 0, 1, 2, 3, 4, 2, 6, 7, 8, 2, 10, 11, 12, 0, 14, 15, 16, 0, 18, 19, 20)
MOVEMENTS = (
    "deep squat", "hurdle step", "inline lunge", "side lunge", "sit to stand",
    "straight leg raise, standing", "shoulder abduction", "shoulder extension",
    "shoulder rotation", "shoulder scaption",
)  # fmt: skip
SET_ON = (1, 2, 3)  # the people that the numbers of the counter were set on
Array = NDArray[np.float64]


def figures(folder: Path) -> dict[str, Any]:
    """The mean error of both counters: by movement, by person, correct and poor."""
    found = [
        {"movement": movement, "person": person, "is_correct": is_correct, **_errors(joined)}
        for (movement, person, is_correct), joined in sorted(_sets(folder / ARCHIVE).items())
    ]
    return {
        "sets": len(found),
        "all": _row("all", found),
        "parts": [
            _row("correct", [one for one in found if one["is_correct"]]),
            _row("poor on purpose", [one for one in found if not one["is_correct"]]),
            _row("people the numbers were set on", [o for o in found if o["person"] in SET_ON]),
            _row("other people", [o for o in found if o["person"] not in SET_ON]),
        ],
        "movements": [
            _row(name, [one for one in found if one["movement"] == number])
            for number, name in enumerate(MOVEMENTS, start=1)
        ],
        "people": [
            _row(str(person), [one for one in found if one["person"] == person])
            for person in sorted({one["person"] for one in found})
        ],
    }


def _errors(joined: Array) -> dict[str, int]:
    samples = [(at / HZ, tuple(row)) for at, row in enumerate(joined.tolist())]
    return {
        "offline": count_of_many(samples).count - REPETITIONS,
        "online": count_online(samples) - REPETITIONS,
    }


def _row(name: str, found: list[dict[str, Any]]) -> dict[str, Any]:
    row: dict[str, Any] = {"name": name, "sets": len(found)}
    for way in ("offline", "online"):
        off = [one[way] for one in found]
        row[way] = round(fmean(abs(one) for one in off), 2)
        row[f"{way}_within_one"] = sum(abs(one) <= 1 for one in off)
        row[f"{way}_worst"] = max(abs(one) for one in off)
    return row


# --- reading ---------------------------------------------------------------------------------


def _sets(archive: Path) -> Mapping[tuple[int, int, bool], Array]:
    return {
        key: np.concatenate([one.reshape(len(one), -1) for one in found])
        for key, found in repetitions(archive).items()
    }


def repetitions(archive: Path) -> Mapping[tuple[int, int, bool], list[Array]]:
    """By movement, person and whether it is correct: each repetition (T, 22, 3), centimetres."""
    tables = dict(_tables(archive))
    parts: dict[tuple[int, int, bool], list[Array]] = {}
    for (name, is_correct, kind), places in sorted(tables.items()):
        if kind == "positions":
            movement, person, _ = (int(part[1:]) for part in name.split("_"))
            turns = tables[name, is_correct, "angles"]
            parts.setdefault((movement, person, is_correct), []).append(in_room(places, turns))
    return parts


def _tables(archive: Path) -> Iterator[tuple[tuple[str, bool, str], Array]]:
    with tarfile.open(archive) as held:
        for member in held:
            file = held.extractfile(member) if member.isfile() else None
            if file is None:
                continue
            path = Path(member.name)
            stem, kind = path.stem.removesuffix("_inc").rsplit("_", 1)
            table = np.loadtxt(file, delimiter=",")
            yield (stem, path.parts[-3] == "correct", kind), table


def in_room(places: Array, turns_deg: Array) -> Array:
    """(T, 22, 3): every joint's place, from its place and turn within its parent."""
    count = len(places)
    local = places.reshape(count, len(PARENTS), 3)
    turns = _rotations(np.radians(turns_deg.reshape(count, len(PARENTS), 3)))
    placed, turned = np.empty_like(local), np.empty_like(turns)
    for joint, parent in enumerate(PARENTS):
        if parent < 0:
            placed[:, joint], turned[:, joint] = local[:, joint], turns[:, joint]
            continue
        along = np.einsum("tij,tj->ti", turned[:, parent], local[:, joint])
        placed[:, joint] = placed[:, parent] + along
        turned[:, joint] = turned[:, parent] @ turns[:, joint]
    return placed


def _rotations(angles: Array) -> Array:
    """About y, then x, then z."""
    (cx, cy, cz), (sx, sy, sz) = (np.moveaxis(f(angles), -1, 0) for f in (np.cos, np.sin))
    rows = (
        (cz * cy - sz * sx * sy, -sz * cx, cz * sy + sz * sx * cy),
        (sz * cy + cz * sx * sy, cz * cx, sz * sy - cz * sx * cy),
        (-cx * sy, sx, cx * cy),
    )
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=-2)
