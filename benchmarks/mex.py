"""MEx: which of seven exercises an accelerometer on the thigh felt, person by person.

Nothing in the product does this: a plain nearest-neighbour vote says what the data holds. One
person is always left out of what it learns from.
"""

import gzip
import io
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ARCHIVE = "mex-thigh-01-15.tar"
HZ, WINDOW_S, STEP_S = 100, 5.0, 2.5
NEIGHBOURS = 5
BANDS_HZ = ((0.1, 0.5), (0.5, 1.0), (1.0, 2.0), (2.0, 5.0), (5.0, 20.0))
NAMES = {
    "01": "knee rolling", "02": "bridge", "03": "pelvic tilt", "04": "clam",
    "05": "prone press-up", "06": "punches on all fours", "07": "bird-dog",
}  # fmt: skip
Array = NDArray[np.float64]
Names = NDArray[np.str_]


def figures(folder: Path) -> dict[str, Any]:
    """Macro F1 of each person, all of the others known; and of each exercise."""
    people, exercises, features = _windows(folder / ARCHIVE)
    said = np.empty_like(exercises)
    for person in np.unique(people):
        out = people == person
        said[out] = _nearest(features[~out], exercises[~out], features[out])
    by_person = [
        {
            "name": str(person),
            "windows": int((people == person).sum()),
            "macro_f1": _macro_f1(exercises[people == person], said[people == person]),
        }
        for person in np.unique(people)
    ]
    scores = [float(one["macro_f1"]) for one in by_person]
    return {
        "windows": len(exercises),
        "macro_f1": _macro_f1(exercises, said),
        "mean_of_people": round(float(np.mean(scores)), 3),
        "worst_person": min(scores),
        "people": by_person,
        "exercises": [
            {"name": NAMES[one], "f1": _f1(one, exercises, said)} for one in sorted(NAMES)
        ],
    }


def _nearest(known: Array, names: Names, asked: Array) -> Names:
    mean, spread = known.mean(axis=0), known.std(axis=0) + 1e-9
    known, asked = (known - mean) / spread, (asked - mean) / spread
    apart = (asked**2).sum(axis=1)[:, None] - 2 * asked @ known.T + (known**2).sum(axis=1)
    nearest = names[np.argpartition(apart, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]]
    choices = np.unique(names)
    votes = np.stack([(nearest == one).sum(axis=1) for one in choices], axis=1)
    return np.asarray(choices[votes.argmax(axis=1)])


def _f1(name: str, true: Names, said: Names) -> float:
    both = ((true == name) & (said == name)).sum()
    return round(float(2 * both / max(1, (true == name).sum() + (said == name).sum())), 3)


def _macro_f1(true: Names, said: Names) -> float:
    return round(float(np.mean([_f1(str(one), true, said) for one in np.unique(true)])), 3)


# --- reading ---------------------------------------------------------------------------------


def _windows(archive: Path) -> tuple[Names, Names, Array]:
    rows = [
        (person, exercise, _features(felt[start : start + int(WINDOW_S * HZ)]))
        for person, exercise, felt in _recordings(archive)
        for start in range(0, len(felt) - int(WINDOW_S * HZ) + 1, int(STEP_S * HZ))
    ]
    people, exercises, features = zip(*rows, strict=True)
    return np.array(people), np.array(exercises), np.array(features)


def _recordings(archive: Path) -> Iterator[tuple[str, str, Array]]:
    with tarfile.open(archive) as held:
        for member in sorted(held, key=lambda one: one.name):
            file = held.extractfile(member) if member.isfile() else None
            if file is None:
                continue
            path = Path(member.name)
            with gzip.open(io.BytesIO(file.read()), "rt") as lines:
                cells = [line.strip().split(",")[1:4] for line in lines]
            felt = np.array([[float(one) for one in row] for row in cells if len(row) == 3])
            yield path.parent.name, path.name[:2], felt


def _features(window: Array) -> list[float]:
    """Where the thigh points, how it moves and how fast: of each axis and of the whole pull."""
    pull = window.mean(axis=0)
    moved = window - pull
    size = np.linalg.norm(window, axis=1)
    power = np.abs(np.fft.rfft(moved, axis=0)) ** 2
    hertz = np.fft.rfftfreq(len(window), 1 / HZ)
    bands = [power[(hertz >= low) & (hertz < high)].sum(axis=0) for low, high in BANDS_HZ]
    a, b, c = pull / np.linalg.norm(pull)
    like = moved.T @ moved / (np.outer(*2 * [np.linalg.norm(moved, axis=0)]) + 1e-9)
    return [
        *pull, *window.std(axis=0), *np.percentile(window, (5, 25, 50, 75, 95), axis=0).ravel(),
        *np.abs(np.diff(window, axis=0)).mean(axis=0),
        size.mean(), size.std(), *np.percentile(size, (5, 95)),
        *np.log(np.array(bands).ravel() + 1e-6),
        like[0, 1], like[0, 2], like[1, 2],
        np.arctan2(a, b), np.arctan2(b, c), np.arctan2(a, c),
    ]  # fmt: skip
