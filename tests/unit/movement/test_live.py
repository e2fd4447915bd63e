"""The door between the page and the engine: what goes through it, and what it refuses."""

import json
from typing import Any

import pytest

from loosen.library.current import load_content
from loosen.movement.live import HEAD, LiveSet, pack, unpack
from loosen.vocabulary import MovementError
from loosen.vocabulary.frames import LANDMARKS, Frame
from loosen.web.eyes.rooms import bundle

from ...movement.recorded import a_set

MASK = bytes(range(256)) + bytes(128)  # 48 rows
SEEN = Frame(
    t_s=12.5,
    lm=tuple((0.25 * n, 0.5, -0.125, 1.0) for n in range(LANDMARKS)),
    size_px=(640, 480),
    mask64=MASK,
    people=1,
)


def start(**other: Any) -> str:
    usual = {
        "exercise": "bridge",
        "by": "camera",
        "target": {"hold_s": 0, "way_s": 0},
        "calibration": {"own_range": 0},
    }
    return json.dumps(usual | other)


@pytest.fixture(scope="module")
def told() -> str:
    return bundle(load_content())


def test_a_frame_comes_out_as_it_went_in() -> None:
    assert unpack(pack(SEEN)) == SEEN


def test_a_frame_with_nobody_in_it_and_no_mask_is_a_head_alone() -> None:
    empty = Frame(t_s=1.0, lm=(), size_px=(640, 480), people=0)
    assert len(pack(empty)) == HEAD.size
    assert unpack(pack(empty)) == empty


SPOILT = {
    "nothing": b"",
    "cut short": pack(SEEN)[:-1],
    "too long": pack(SEEN) + b"0",
    "half a head": pack(SEEN)[:7],
    "a size of nothing": HEAD.pack(1.0, 0, 0, 1, 0, 0),
    "no time": HEAD.pack(float("nan"), 640, 480, 1, 0, 0),
    "too many rows": HEAD.pack(1.0, 640, 480, 1, 0, 300) + bytes(2400),
}


@pytest.mark.parametrize("packed", SPOILT.values(), ids=SPOILT.keys())
def test_what_is_no_frame_is_no_event_and_leaves_the_set_as_it_was(
    told: str, packed: bytes
) -> None:
    live = LiveSet(told, start())
    before = live.finish()
    assert live.look(packed) == ""
    assert live.finish() == before


def test_a_set_counts_and_each_event_is_json(told: str) -> None:
    live = LiveSet(told, start())
    events = [json.loads(live.look(pack(one))) for one in a_set("bridge").frames]
    assert events[-1]["count"] == 5
    assert [one["turn"] for one in events].count("counted") == 5
    record = json.loads(json.loads(live.finish())["result"])
    assert record["exercise"] == "bridge"
    assert record["count"] == 5


def test_what_was_learnt_of_a_person_is_taken_up_the_next_time(told: str) -> None:
    live = LiveSet(told, start())
    for one in a_set("bridge").frames:
        live.look(pack(one))
    kept = json.loads(live.finish())["calibration"]
    assert kept["own_range"] > 0
    again = LiveSet(told, start(calibration=kept))
    assert json.loads(again.finish())["calibration"] == kept


REFUSED = {
    "an exercise that there is not": start(exercise="headstand"),
    "one that nothing measures": start(exercise="dead-bug"),
    "by something else": start(by="radar"),
    "a target in words": start(target={"hold_s": "long", "way_s": 0}),
    "no JSON": "{",
    "too much": start(more=1),
}


@pytest.mark.parametrize("asked", REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_counted_is_refused_with_its_reason(told: str, asked: str) -> None:
    with pytest.raises(MovementError):
        LiveSet(told, asked)


def test_a_cue_brings_the_words_of_the_exercise_for_it(told: str) -> None:
    faults = {
        fault["id"]: fault["cue"]
        for one in json.loads(told)["exercises"].values()
        for fault in (one["camera"] or {}).get("faults", ())
    }
    assert faults
    shelf = json.loads(told) | {"phrases": {"coach-nobody": "I cannot see you."}}
    live = LiveSet(json.dumps(shelf), start())
    frames = [Frame(t_s=n / 10, lm=(), size_px=(640, 480), people=0) for n in range(60)]
    cues = [cue for one in frames if (cue := json.loads(live.look(pack(one)))["cue"])]
    assert [(one["id"], one["words"]) for one in cues] == [("nobody", "I cannot see you.")]


def test_a_set_that_gets_smaller_while_it_hurts_more_is_advised_to_end(told: str) -> None:
    frames = [pack(one) for one in a_set("bridge").frames]
    first = LiveSet(told, start())
    for one in frames:
        first.look(one)
    own = json.loads(first.finish())["calibration"]["own_range"]
    live = LiveSet(told, start(calibration={"own_range": 1.5 * own}))
    live.tell_pain(2)
    live.tell_pain(6)
    advice = [one["advice"] for packed in frames if (one := json.loads(live.look(packed)))]
    assert [one["close"] for one in advice if one] == ["end-set"]


@pytest.mark.parametrize(
    ("exercise", "off_deg", "words"),
    [("bridge", 50.0, "Turn side-on to me."), ("seated-twist", 70.0, "Turn to face me.")],
)
def test_who_is_seen_from_the_wrong_side_hears_where_to_turn(
    told: str, exercise: str, off_deg: float, words: str
) -> None:
    live = LiveSet(told, start(exercise=exercise))
    frames = a_set(exercise, off_deg=off_deg).frames[:60]
    cues = [cue for one in frames if (cue := json.loads(live.look(pack(one)))["cue"])]
    assert {(one["id"], one["words"]) for one in cues} == {("wrong-view", words)}
