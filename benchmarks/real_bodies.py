"""Real people's joints where a pose model would put its landmarks: UI-PRMD, as a camera takes it.

A motion capture has 22 joints, the model 33 landmarks. Shoulders, elbows, wrists, hips, knees,
ankles and toes are the captured ones. The rest is placed by rules: the face as far from the base
of the head as in the drawn figure, looking where the shoulders look, up along the captured head;
fingers on from the wrist along the forearm; the heel behind the ankle, away from the toes.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from loosen.body.filming import NOSE, SITES

from . import ui_prmd

Array = NDArray[np.float64]
HZ = ui_prmd.HZ
# The numbers of the joints in UI-PRMD, left and right.
SHOULDERS, ELBOWS, WRISTS = (7, 11), (8, 12), (9, 13)
HIPS, KNEES, ANKLES, TOES = (14, 18), (15, 19), (16, 20), (17, 21)
SPINE = (0, 1, 2, 3, 4, 5)  # from the waist to the tip of the head
HEAD, HEAD_TIP = 4, 5
OF_THE_FACE = 5  # of the drawn figure's places: three of the eye, ear, mouth
FINGERS = (0.34, 0.36, 0.22)  # of the forearm, on from the wrist: little one, index, thumb
HEEL = 0.4  # of the way from ankle to toes, the other way
METRES = 0.01
BLEND_S = 0.3  # within which a leap from one file to the next is made up for
Sets = Mapping[tuple[int, int, bool], Sequence[Array]]


def sets(archive: Path) -> Sets:
    """By movement, person and whether it is correct: the landmarks (T, 33, 3) of each repetition.

    Metres; x is forward, y to the left, z up, as of the drawn figure.
    """
    return {
        key: [landmarks_of(one) for one in found]
        for key, found in ui_prmd.repetitions(archive).items()
    }


def landmarks_of(joints_cm: Array) -> Array:
    """(T, 22, 3) centimetres right, up, near -> (T, 33, 3) metres forward, left, up."""
    joints = joints_cm[:, :, [2, 0, 1]] * METRES
    face = _face(joints)
    pairs = [
        *(joints[:, list(pair)] for pair in (SHOULDERS, ELBOWS, WRISTS)),
        *_fingers(joints),
        *(joints[:, list(pair)] for pair in (HIPS, KNEES, ANKLES)),
        _heels(joints),
        joints[:, list(TOES)],
    ]
    return np.concatenate([face, *pairs], axis=1)


def _face(joints: Array) -> Array:
    """(T, 11, 3): nose, eyes from within, ears, mouth."""
    up = _unit(joints[:, HEAD_TIP] - joints[:, HEAD])
    left = joints[:, SHOULDERS[0]] - joints[:, SHOULDERS[1]]
    forward = _unit(np.cross(left, up))
    axes = np.stack([forward, np.cross(up, forward), up], axis=-1)
    tall_m = stature_m(joints)
    places = [NOSE[2], *(one[2] for one in SITES[:OF_THE_FACE])]
    sided = [np.array([(x, sign * y, z) for x, y, z in places]) for sign in (1, -1)]
    left_face, right_face = (
        joints[:, HEAD, None] + np.einsum("tij,nj->tni", axes, one * tall_m) for one in sided
    )
    order = [left_face[:, :4], right_face[:, 1:4]]
    ears_and_mouth = [side[:, one : one + 1] for one in (4, 5) for side in (left_face, right_face)]
    return np.concatenate([*order, *ears_and_mouth], axis=1)


def stature_m(joints: Array) -> float:
    """How tall: along the spine and one leg, and from the ankle to the floor."""
    bones = [*pairwise(SPINE), (HIPS[0], KNEES[0]), (KNEES[0], ANKLES[0]), (ANKLES[0], TOES[0])]
    lengths = [np.linalg.norm(joints[:, a] - joints[:, b], axis=1) for a, b in bones]
    return float(np.median(np.sum(lengths, axis=0)))


def _fingers(joints: Array) -> list[Array]:
    wrists, elbows = joints[:, list(WRISTS)], joints[:, list(ELBOWS)]
    return [wrists + share * (wrists - elbows) for share in FINGERS]


def _heels(joints: Array) -> Array:
    ankles, toes = joints[:, list(ANKLES)], joints[:, list(TOES)]
    back = HEEL * (ankles - toes)
    back[..., 2] = toes[..., 2] - ankles[..., 2]
    return np.asarray(ankles + back)


def _unit(vectors: Array) -> Array:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True))


# --- sets of ten -----------------------------------------------------------------------------


def as_recorded(repetitions: Sequence[Array]) -> Array:
    """One after the other; where a joint leaps, the leap is made up for in BLEND_S."""
    return joined(list(repetitions))


def from_the_seat(repetitions: Sequence[Array], rests_s: float) -> Array:
    """Ten times up and down: the way down of the first repetition comes last.

    Each file begins and ends upright. `rests_s`: the first moment is held for so long.
    """
    first = repetitions[0]
    low = int(first[:, 23:25, 2].mean(axis=1).argmin())
    found = joined([first[low:], *repetitions[1:], first[:low]])
    return np.concatenate([np.repeat(found[:1], round(rests_s * HZ), axis=0), found])


def joined(parts: Sequence[Array]) -> Array:
    """Each part begins where the one before ended, and eases to where it was captured."""
    found = [parts[0]]
    for after in parts[1:]:
        eases = np.clip(np.arange(1, len(after) + 1) / (BLEND_S * HZ), 0, 1)[:, None, None]
        leap = found[-1][-1] - after[0]
        found.append(after + leap * (1 - eases))
    return np.concatenate(found)
