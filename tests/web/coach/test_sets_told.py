"""What a page sends of a set: taken as it was measured, or refused whole with nothing changed."""

import json
import random
from collections.abc import Callable

import pytest
from django.test import Client

from loosen.vocabulary import CountedBy, Entry, ForeignDataError, Got, SetMeasured
from loosen.web.coach.pages import own_range
from loosen.web.coach.told import told_by_page

from ..conftest import Clock
from ..session.conftest import fresh_visit, session_of
from .conftest import SESSION, Page, planned

Entries = Callable[[], tuple[Entry, ...]]
Told = Callable[..., Page]
STEP = f"/session/{SESSION}/"
FORM = {"do": "done", "step": "0", "turn": "0"}


def send(client: Client, url: str, result: object, **more: str) -> object:
    text = result if isinstance(result, str) else json.dumps(result)
    return client.post(url, FORM | {"result": text, "count": "3"} | more)


def sets(entries: Entries) -> list[Entry]:
    return [one for one in entries() if isinstance(one.payload, SetMeasured)]


def test_a_set_is_kept_as_it_was_measured(
    ready: Client, counted: str, told: Told, entries: Entries
) -> None:
    assert send(ready, counted, told())["Location"] == STEP
    [entry] = sets(entries)
    payload = entry.payload
    assert isinstance(payload, SetMeasured)
    assert (entry.source, entry.confidence) == (Got.CAMERA, 0.97)
    assert (payload.count, payload.own_range, payload.holds_s) == (7, 0.41, (3.1, 2.9))
    assert [(part.by, part.count) for part in payload.parts] == [
        (CountedBy.CAMERA, 5),
        (CountedBy.TAP, 2),
    ]
    assert session_of(STEP).state.outcomes[-1].reps_done == 7


def test_what_counted_the_most_is_the_source(
    ready: Client, counted: str, told: Told, entries: Entries
) -> None:
    parts = [
        {"by": "camera", "count": 1, "seconds": 9},
        {"by": "timer", "count": 4, "seconds": 40},
    ]
    send(ready, counted, told(parts=parts))
    assert [entry.source for entry in sets(entries)] == [Got.TIMER]


def test_the_own_range_is_handed_to_the_next_set(ready: Client, counted: str, told: Told) -> None:
    exercise = fresh_visit().content.exercises["bridge"]
    assert own_range(exercise, "hip-rise", fresh_visit()) == 0
    send(ready, counted, told())
    assert own_range(exercise, "hip-rise", fresh_visit()) == 0.41
    assert own_range(exercise, "phone-tilt", fresh_visit()) == 0
    assert own_range(fresh_visit().content.exercises["cat-cow"], "hip-rise", fresh_visit()) == 0


def test_a_set_stands_in_the_diary_the_data_and_the_export(
    ready: Client, counted: str, told: Told
) -> None:
    send(ready, counted, told())
    assert "Bridge: 7 times." in ready.get("/diary/").content.decode()
    assert "Bridge: 7 times" in ready.get("/data/").content.decode()
    assert '"set-measured"' in ready.get("/data/export/").content.decode()


BAD = {
    "another-exercise": {"exercise_id": "cat-cow"},
    "another-session": {"session_id": "00000000-0000-0000-0000-00000000004e"},
    "another-step": {"step_index": 1},
    "negative": {"parts": [{"by": "camera", "count": -1, "seconds": 40}]},
    "a-billion": {"parts": [{"by": "camera", "count": 10**9, "seconds": 40}]},
    "digits-without-end": {"own_range": 10**400},
    "faster-than-anybody": {"parts": [{"by": "camera", "count": 200, "seconds": 20}]},
    "a-day-long": {"parts": [{"by": "timer", "count": 5, "seconds": 86_400}]},
    "no-parts": {"parts": []},
    "the-same-eye-twice": {"parts": [{"by": "tap", "count": 1}, {"by": "tap", "count": 2}]},
    "an-unknown-eye": {"parts": [{"by": "radar", "count": 1}]},
    "half-a-time": {"parts": [{"by": "tap", "count": 1.5}]},
    "text-for-a-number": {"own_range": "0.4"},
    "true-for-a-number": {"own_range": True},
    "more-than-all-of-it": {"regularity": 1.5},
    "not-from-here": {"view": "front"},
    "not-by-this": {"signal": "knee-angle"},
    "a-range-that-nothing-measured": {"parts": [{"by": "tap", "count": 4}]},
    "holds-without-end": {"holds_s": [1.0] * 600},
    "a-hold-before-it-began": {"holds_s": [-1.0]},
    "cues-that-are-no-ids": {"cues": ["<script>"]},
    "cues-without-end": {"cues": ["a"] * 600},
    "one-key-more": {"score": 100},
}


def assert_refused(answer: object, entries: Entries, before: tuple[Entry, ...]) -> None:
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "We could not read what was counted" in page
    assert "Traceback" not in page
    assert "result." not in page  # a place in a file is nothing for a person
    assert entries() == before
    assert session_of(STEP).turn == 0


@pytest.mark.parametrize("name", BAD)
def test_a_forged_or_absurd_set_changes_nothing(
    ready: Client, counted: str, told: Told, entries: Entries, name: str
) -> None:
    before = entries()
    assert_refused(send(ready, counted, told(**BAD[name])), entries, before)


NO_SET = {
    "cut": "{",
    "list": "[]",
    "null": "null",
    "number": "7",
    "text": '"set"',
    "digits": "9" * 5000,
    "brackets": "[" * 5000,
    "nan": '{"set": NaN}',
    "half": "\ud83d",
    "huge": "x" * 200_000,
}


@pytest.mark.parametrize("text", NO_SET.values(), ids=NO_SET)
def test_what_is_no_set_at_all_changes_nothing(
    ready: Client, counted: str, entries: Entries, text: str
) -> None:
    before = entries()
    assert_refused(send(ready, counted, text.encode("utf-8", "replace").decode()), entries, before)


def test_infinity_and_a_confidence_from_nowhere_change_nothing(
    ready: Client, counted: str, told: Told, entries: Entries
) -> None:
    before = entries()
    text = json.dumps(told()).replace("41.25", "1e999")
    assert_refused(send(ready, counted, text), entries, before)
    assert_refused(send(ready, counted, told() | {"confidence": 1.5}), entries, before)
    by_tap = {"session_id": str(SESSION), "step_index": 0, "exercise_id": "bridge"}
    by_tap |= {"parts": [{"by": "tap", "count": 4}]}
    assert_refused(send(ready, counted, {"set": by_tap, "confidence": 0.9}), entries, before)


def test_a_camera_counts_nothing_where_there_is_none(
    ready: Client, told: Told, entries: Entries
) -> None:
    url = planned("pelvic-tilt")
    before = entries()
    changed = {"exercise_id": "pelvic-tilt", "view": None, "signal": ""}
    assert_refused(send(ready, url, told(**changed)), entries, before)


def test_a_huge_body_is_refused_before_it_is_read(
    ready: Client, counted: str, entries: Entries
) -> None:
    before = entries()
    answer = send(ready, counted, "x" * 3_000_000)
    assert answer.status_code == 413
    assert entries() == before


def test_no_mangled_set_gets_in_or_breaks_the_record(
    ready: Client, counted: str, told: Told, entries: Entries
) -> None:
    """Cut, doubled, with letters swapped, by a seed: a sound set or a kind refusal."""
    whole, chance = json.dumps(told()), random.Random(5)
    at = session_of(STEP)
    assert at.step is not None
    exercise = fresh_visit().content.exercises["bridge"]
    refused = []
    for _ in range(400):
        text = mangled(whole, chance)
        try:
            told_by_page(text, at, at.step, exercise)
        except ForeignDataError:
            refused.append(text)
    assert len(refused) > 300
    before = entries()
    for text in refused[:20]:
        assert_refused(send(ready, counted, text), entries, before)


def mangled(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    match chance.randrange(4):
        case 0:
            return text[:at]
        case 1:
            return text[:at] + text[at:] * 2
        case 2:
            return text[:at] + chance.choice('{}[],:"\\-eE0\x00🙂') + text[at + 1 :]
        case _:
            to = chance.randrange(len(text))
            return text[: min(at, to)] + text[max(at, to) :]


def test_a_set_that_a_phone_sends_late_is_kept_at_its_own_time(
    ready: Client, counted: str, told: Told, entries: Entries, hands: Clock
) -> None:
    """The computer could not be reached as the set ended; ten minutes later it can."""
    ended_at = hands.at
    hands.go_on(minutes=10)
    body = FORM | {"result": json.dumps(told())}
    answer = ready.post(counted, body, headers={"Loosen-Age-S": "600"})
    assert (answer.status_code, answer["Loosen-Recorded"]) == (204, "2")
    [entry] = sets(entries)
    assert (entry.happened_at, entry.recorded_at) == (ended_at, hands.at)
