"""A note is put right on the form on which it was made; what was said before is kept."""

from datetime import timedelta

import pytest

from loosen import ledger
from loosen.vocabulary import (
    Entry,
    FunctionTold,
    Lapsed,
    LegChange,
    LegsNoted,
    PainFelt,
    PainWhen,
    PlacePain,
    Sat,
    Slept,
    Trigger,
    TriggerMet,
    Walked,
)
from loosen.web.records.store import Draft

from .told import answers_all, note, now, told


def right_url(person) -> str:
    """Where what was just noted is put right."""
    return next(part for part in person.text.split('"') if "?of=" in part)


def put_right(person, **fields: object) -> None:
    """Follows "Correct it" of what was just noted, and sends the form."""
    person.go(right_url(person))
    assert person.status == 200
    person.tap(**fields)


@pytest.mark.parametrize(
    ("kind", "fields", "right", "payload"),
    [
        (
            "sleep",
            {"hours": "6", "woken": "1"},
            {"hours": "7.5", "woken": "1"},
            Slept(hours=7.5, woken=1),
        ),
        ("sitting", {"minutes": "45"}, {"minutes": "50"}, Sat(minutes=50)),
        ("walk", {"minutes": "5"}, {"minutes": "12"}, Walked(minutes=12)),
        (
            "trigger",
            {"trigger": "sport", "note": "a ball"},
            {"trigger": "driving", "note": "a bus"},
            TriggerMet(trigger=Trigger.DRIVING, note="a bus"),
        ),
        (
            "legs",
            {"change": "none"},
            {"change": "moving-up"},
            LegsNoted(change=LegChange.MOVING_UP),
        ),
    ],
)
def test_a_note_is_put_right_whole_and_the_first_word_is_kept(
    person, content, kind, fields, right, payload
) -> None:
    answers_all(content)
    before = len(now().history)
    note(person, kind, **fields)
    url = right_url(person)
    person.go(url)
    for value in fields.values():
        assert f'value="{value}"' in person.text or str(value) in person.text
    person.tap(**right)
    assert "Put right:" in person.text
    assert told(type(payload)) == [payload]
    assert len(now().history) == before + 2


def test_the_form_holds_when_it_was_and_the_moment_is_put_right_too(person, hands) -> None:
    hands.go_on(seconds=30)
    note(person, "sitting", minutes="45")
    (first,) = now().entries
    url = right_url(person)
    hands.go_on(hours=3)
    person.go(url)
    assert 'value="2026-11-22T12:00"' in person.text
    person.tap(minutes="45", at="2026-11-22T12:00")
    assert now().entries[0].happened_at == first.happened_at, "untouched, it keeps its seconds"
    put_right(person, minutes="45", at="2026-11-22T10:15")
    assert first.happened_at - now().entries[0].happened_at == timedelta(
        hours=1, minutes=45, seconds=30
    )
    put_right(person, minutes="45", at="2026-11-22T23:15")
    assert person.status == 422
    assert "still to come" in person.text


def test_pain_is_put_right_at_other_places_with_every_score(person) -> None:
    note(person, "pain", place=["groin", "calf-left"])
    person.tap(**{"now": "4", "groin": "5", "calf-left": "6", "worst": "8", "average": "5"})
    url = right_url(person)
    person.go(url)
    assert person.text.count(" checked>") == 2
    person.tap(place=["calf-left", "foot-left"])
    assert person.text.count(" checked>") == 4, "now, the calf, worst and average stand there"
    person.tap(**{"now": "4", "calf-left": "7", "foot-left": "1", "worst": "9", "average": "5"})
    assert told(PainFelt) == [
        PainFelt(
            pain_0_10=4,
            occasion=PainWhen.DIARY,
            places=(
                PlacePain(place_id="calf-left", pain_0_10=7),
                PlacePain(place_id="foot-left", pain_0_10=1),
            ),
            worst_24h_0_10=9,
            average_24h_0_10=5,
        )
    ]


@pytest.mark.parametrize(
    ("measure", "fields", "right", "scores"),
    [
        (
            "psfs",
            {"name-0": "Socks", "score-0": "3"},
            {"name-0": "Shoes", "score-0": "6"},
            {"Shoes": 6},
        ),
        ("peg", {"pain": "5"}, {"pain": "6", "joy": "2"}, {"pain": 6, "joy": 2}),
        ("confidence", {"confidence": "5"}, {"confidence": "6"}, {"confidence": 6}),
        ("global-change", {"change": "2"}, {"change": "6"}, {"change": 6}),
    ],
)
def test_what_was_told_of_function_is_put_right(person, measure, fields, right, scores) -> None:
    person.go(f"/diary/function/{measure}/")
    person.tap(**fields)
    put_right(person, **right)
    (one,) = told(FunctionTold)
    assert {score.item: score.score for score in one.scores} == scores


def test_a_note_put_right_already_is_not_put_right_twice(person) -> None:
    note(person, "sitting", minutes="45")
    url = right_url(person)
    page = person.go(url)
    person.tap(minutes="50")
    person.text, person.url = page, url
    person.tap(minutes="60")
    assert told(Sat) == [Sat(minutes=50)]
    assert person.url.startswith("/data/entry/")
    assert "no longer counts" in person.text


@pytest.mark.parametrize("of", ["", "x", "8d0f6c52-5f0e-4a5c-9f55-0d3e5f6f2f11"])
def test_what_is_no_note_of_this_kind_is_not_put_right(person, of) -> None:
    person.go(f"/diary/note/sleep/?of={of}")
    assert person.status == 404 or person.url == "/diary/"
    note(person, "sitting", minutes="45")
    (entry,) = now().entries
    person.go(f"/diary/note/sleep/?of={entry.id}")
    assert person.url == f"/data/entry/{entry.id}/"


def test_a_walk_is_put_right_where_walking_is_closed(person, content, hands) -> None:
    answers_all(content)
    note(person, "walk", minutes="5")
    url = right_url(person)
    hands.go_on(hours=30)
    person.go("/diary/note/walk/")
    assert person.status == 403
    person.go(url)
    person.tap(minutes="12")
    assert told(Walked) == [Walked(minutes=12)]


# --- legs ------------------------------------------------------------------------------------


def legs(change: LegChange) -> Entry:
    return now().record(Draft(payload=LegsNoted(change=change)))[0]


def test_legs_put_right_to_worse_ask_at_once(person, content) -> None:
    answers_all(content)
    note(person, "legs", change="none")
    put_right(person, change="new")
    assert person.url.startswith("/screen/again/")
    assert isinstance(now().standing, Lapsed)


def test_legs_put_right_to_none_do_not_open_what_the_first_word_closed(person, content) -> None:
    answers_all(content)
    entry = legs(LegChange.SAME)
    assert ledger.short_set_asked_at(now().entries, content) is None
    person.go(f"/diary/note/legs/?of={entry.id}")
    person.tap(change="none")
    assert told(LegsNoted) == [LegsNoted(change=LegChange.NONE)]
    assert ledger.short_set_asked_at(now().entries, content) is None


def test_new_leg_signs_stay_told_when_the_note_is_put_right(person, content, hands) -> None:
    answers_all(content)
    hands.go_on(hours=1)
    note(person, "legs", change="new")
    (entry,) = (one for one, _ in now().entries.of(LegsNoted))
    person.go(f"/diary/note/legs/?of={entry.id}")
    person.tap(change="none")
    assert isinstance(now().standing, Lapsed)
    person.go("/today/")
    assert person.status == 403 or person.url.startswith("/screen/")


def test_a_word_on_the_legs_has_no_undo(person, content) -> None:
    answers_all(content)
    note(person, "legs", change="moving-up")
    assert ">Undo" not in person.text
    (entry,) = (one for one, _ in now().entries.of(LegsNoted))
    person.tap(f"/diary/undo/{entry.id}/")
    assert len(told(LegsNoted)) == 1
    assert person.go(f"/data/entry/{entry.id}/withdraw/")
    assert person.status == 404
