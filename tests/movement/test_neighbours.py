"""Close neighbours of what was asked for, seen badly: told apart by what truly differs."""

import importlib
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from tests.movement.recorded import FIVE, a_set, measured

from loosen.library.current import load_content
from loosen.movement import replay
from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import Signal, Within

ROOT = Path(__file__).resolve().parents[2]
MOST_LIKE = [  # asked for, done, and a body that was counted for it
    ("heel-slides", "knee-rolls", 11),  # both knees open to the eye as they fall
    ("prone-press-up", "prone-on-elbows", 3),
    ("prone-on-elbows", "prone-press-up", 18),
    ("side-plank-on-knees", "hip-flexor-stretch", 3),  # comes up from the side, hips first
]


def sets_of_the_benchmark() -> ModuleType:
    sys.path.insert(0, str(ROOT))
    try:
        return importlib.import_module("benchmarks.movement_sets")
    finally:
        sys.path.remove(str(ROOT))


def done_instead(asked: str, done: str, body: int) -> tuple[Frame, ...]:
    sets = sets_of_the_benchmark()
    view = sets.view_of(load_content().exercises[asked])
    return tuple(sets.other(done, view, body, False).frames)


@pytest.mark.parametrize(("asked", "done", "body"), MOST_LIKE)
def test_a_neighbour_seen_badly_is_not_counted(asked: str, done: str, body: int) -> None:
    assert replay(done_instead(asked, done, body), measured(asked)).count == 0


def test_what_is_measured_from_rest_is_no_place_to_begin_in() -> None:
    moved = Within(signal=Signal.ANKLE_AWAY, least=0.1, from_rest=True)
    with pytest.raises(ValueError, match="from_rest"):
        replace(measured("heel-slides"), stays=(moved,))


# --- who sits, and who lunges ----------------------------------------------------------------

HIP, KNEE, LEG = 23, 25, (25, 27, 29, 31)  # the landmarks of the leg behind
Point = tuple[float, ...]


def with_leg(moved: Callable[[list[Point]], dict[int, Point]]) -> tuple[Frame, ...]:
    """A set of five from the seat, one leg put elsewhere in each picture."""
    frames = a_set("sit-to-stand").frames
    found = []
    for frame in frames:
        lm = list(frame.lm)
        for one, place in moved(lm).items():
            lm[one] = place
        found.append(replace(frame, lm=tuple(lm)))
    return tuple(found)


def torso(lm: list[Point]) -> float:
    """Its length, a share of the picture's width, from who is upright."""
    return abs(lm[12][1] - lm[24][1]) * 480 / 640


def knee_under_the_hip(lm: list[Point]) -> dict[int, Point]:
    """As of the leg behind, in a lunge forward."""
    x, y, z, sure = lm[HIP]
    return {KNEE: (x, y + 0.5 * torso(lm) * 640 / 480, z, sure)}


def away(lm: list[Point], ahead: float, deep: float) -> dict[int, Point]:
    """The foot put this many torsos ahead and further away."""
    one = torso(lm)
    share = {25: 0.5, 27: 1.0, 29: 1.0, 31: 1.0}
    return {
        at: (lm[at][0] + ahead * one * share[at], lm[at][1], lm[at][2] + deep * one * share[at], 1)
        for at in LEG
    }


def test_who_keeps_one_hip_straight_lunges_and_does_not_sit() -> None:
    assert replay(with_leg(knee_under_the_hip), measured("sit-to-stand")).count == 0


def test_who_puts_a_foot_far_to_the_side_lunges_and_does_not_sit() -> None:
    lunges = with_leg(lambda lm: away(lm, 0.3, 1.6))
    assert replay(lunges, measured("sit-to-stand")).count == 0


@pytest.mark.parametrize(("ahead", "deep"), [(0.35, 0.0), (-0.35, 0.0), (0.25, 0.4)])
def test_who_sits_with_one_foot_further_on_is_counted(ahead: float, deep: float) -> None:
    sits = with_leg(lambda lm: away(lm, ahead, deep))
    assert replay(sits, measured("sit-to-stand")).count == FIVE.reps
