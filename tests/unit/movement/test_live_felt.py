"""A set by phone as the page runs it: packs of readings in, few events out, the same result."""

import json
from typing import Any

import pytest
from tests.movement.worn_sets import a_set, measured

from loosen.cohort.wearings import Sensor
from loosen.library.current import load_content
from loosen.movement import Unfelt, replay_felt, set_record
from loosen.movement.live import LiveSet, pack, pack_felt
from loosen.vocabulary import canonical_json
from loosen.vocabulary.frames import Frame
from loosen.web.eyes.rooms import bundle

PACK = 4


def begun(by: str = "phone") -> LiveSet:
    asked = {"exercise": "bridge", "by": by, "target": {"hold_s": 0, "way_s": 0}}
    start = asked | {"calibration": {"own_range": 0}}
    return LiveSet(bundle(load_content()), canonical_json(start))


def felt(live: LiveSet, readings: Any, sense: int = 1) -> list[dict[str, Any]]:
    """Every event of the readings, which come in packs."""
    told: list[dict[str, Any]] = []
    for start in range(0, len(readings), PACK):
        said = live.feel(pack_felt(readings[start : start + PACK], sense))
        told += json.loads(said or "[]")
    return told


@pytest.mark.parametrize("sense", [1, -1], ids=["up", "down, as one maker has it"])
def test_a_phones_set_in_the_page_comes_to_what_a_recording_comes_to(sense: int) -> None:
    readings = a_set("bridge", sensor=Sensor(sense=sense)).motions
    live = begun()
    told = felt(live, readings, sense)
    result = json.loads(json.loads(live.finish())["result"])
    same = replay_felt(readings, measured("bridge"), sense=sense)
    assert result["count"] == same.count == 4
    assert result == json.loads(canonical_json(set_record("bridge", same)))
    counted = [one for one in told if one["turn"] == "counted"]
    assert [one["count"] for one in counted] == [1, 2, 3, 4]
    assert len(told) < len(readings) / 3


def test_bytes_that_are_no_readings_tell_nothing() -> None:
    live = begun()
    assert live.feel(b"") == live.feel(b"1234567") == live.feel(bytes(20)) == ""


def test_each_eye_takes_its_own_alone() -> None:
    picture = pack(Frame(t_s=0.0, lm=(), size_px=(640, 480)))
    assert begun("phone").look(picture) == ""
    readings = pack_felt(list(a_set("bridge").motions[:4]))
    assert begun("camera").feel(readings) == ""


def test_whatever_a_phone_cannot_tell_has_its_words() -> None:
    phrases = load_content().phrases
    assert all(f"coach-{one.value}" in phrases for one in Unfelt)
