"""Close neighbours of what was asked for, seen badly: told apart by what truly differs."""

import importlib
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from tests.movement.recorded import measured

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
