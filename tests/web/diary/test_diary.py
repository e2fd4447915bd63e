"""The diary: one line of everything, noted fast, undone at once, and open to danger signs."""

import re
from datetime import timedelta

import pytest

from loosen.vocabulary import (
    PainFelt,
    PainWhen,
    PlacePain,
    Sat,
    Slept,
    TriggerMet,
    Walked,
    Withdrawn,
)
from loosen.web.diary.kinds import NoteKind
from loosen.web.records.store import Draft

from .told import answers_all, note, now, told


def test_an_empty_line_says_what_will_stand_there(person) -> None:
    person.go("/diary/")
    assert person.status == 200
    assert "Nothing noted yet" in person.text


@pytest.mark.parametrize(
    ("kind", "fields", "payload"),
    [
        ("sleep", {"hours": "6,5", "woken": "2"}, Slept(hours=6.5, woken=2)),
        ("sleep", {"hours": "7"}, Slept(hours=7)),
        ("sitting", {"minutes": "90"}, Sat(minutes=90)),
    ],
)
def test_a_note_is_kept_and_stands_on_the_line(person, kind, fields, payload) -> None:
    note(person, kind, **fields)
    assert person.url.startswith("/diary/?noted=")
    assert "Noted:" in person.text
    assert told(type(payload)) == [payload]


def test_what_came_before_it_is_never_called_a_cause(person) -> None:
    person.go("/diary/note/trigger/")
    assert "not the same as what caused it" in person.text
    person.tap(trigger="lifting", note="a box")
    assert [(one.trigger, one.note) for one in told(TriggerMet)] == [("lifting", "a box")]


def test_a_walk_is_noted_where_walking_is_open_and_not_elsewhere(person) -> None:
    person.go("/diary/note/walk/")
    assert person.status == 403
    person.all_cards()
    note(person, "walk", minutes="7")
    assert told(Walked) == [Walked(minutes=7)]


def test_pain_is_noted_at_places_with_worst_and_average(person) -> None:
    note(person, "pain", place=["low-back-left", "calf-left"])
    assert person.url == "/diary/note/pain/scores/?place=low-back-left&place=calf-left"
    person.tap(**{"now": "4", "low-back-left": "5", "worst": "8", "average": "5"})
    assert told(PainFelt) == [
        PainFelt(
            pain_0_10=4,
            occasion=PainWhen.DIARY,
            places=(
                PlacePain(place_id="low-back-left", pain_0_10=5),
                PlacePain(place_id="calf-left", pain_0_10=None),
            ),
            worst_24h_0_10=8,
            average_24h_0_10=5,
        )
    ]
    assert "Low back, left: 5 of 10" in person.text
    assert "Left calf." in person.text


def test_a_single_place_has_the_score_of_now(person) -> None:
    note(person, "pain", place=["groin"])
    person.tap(now="3")
    assert told(PainFelt)[0].places == (PlacePain(place_id="groin", pain_0_10=3),)


def test_pain_with_nothing_told_is_asked_again_and_not_kept(person) -> None:
    note(person, "pain")
    person.tap()
    assert person.status == 422
    assert told(PainFelt) == []


def test_progress_shows_what_the_diary_holds(person) -> None:
    for pain in ("6", "4"):
        person.go("/diary/note/pain/scores/")
        person.tap(now=pain)
    person.go("/progress/")
    assert person.status == 200
    assert "in the diary" in person.text


def test_the_same_again_is_one_tap(person, hands) -> None:
    note(person, "sitting", minutes="45")
    hands.go_on(hours=2)
    person.go("/diary/")
    person.tap("/diary/again/sitting/")
    assert told(Sat) == [Sat(minutes=45), Sat(minutes=45)]


def test_two_taps_on_the_same_again_are_one_note(person, hands) -> None:
    note(person, "sitting", minutes="45")
    hands.go_on(hours=2)
    page = person.go("/diary/")
    person.tap("/diary/again/sitting/")
    person.text = page
    person.tap("/diary/again/sitting/")
    assert len(told(Sat)) == 2


def test_a_form_sent_twice_is_one_note_and_two_forms_are_two(person) -> None:
    page = person.go("/diary/note/sitting/")
    person.tap(minutes="45")
    person.text, person.url = page, "/diary/note/sitting/"
    person.tap(minutes="45")
    assert told(Sat) == [Sat(minutes=45)]
    note(person, "sitting", minutes="45")
    assert told(Sat) == [Sat(minutes=45), Sat(minutes=45)]


def test_a_note_is_undone_with_one_tap_and_stays_in_the_data(person) -> None:
    note(person, "sitting", minutes="45")
    entry_id = person.url.partition("noted=")[2]
    person.tap(f"/diary/undo/{entry_id}/")
    assert told(Sat) == []
    assert [type(one.payload) for one in now().history] == [Sat, Withdrawn]


def test_a_note_is_set_back_to_when_it_was(person, hands) -> None:
    note(person, "sitting", minutes="45", at="2026-11-21T20:15")
    (entry,) = now().entries
    assert hands.at - entry.happened_at == timedelta(hours=15, minutes=45)
    assert "Saturday 21 November" in person.text
    assert "20:15</span>" in person.text


def test_a_time_still_to_come_is_refused_and_what_was_typed_is_kept(person) -> None:
    note(person, "sitting", minutes="45", at="2026-11-23T20:15")
    assert person.status == 422
    assert "still to come" in person.text
    assert 'value="45"' in person.text
    assert now().history == ()


def test_the_newest_day_comes_first_and_much_is_folded(person, hands) -> None:
    visit = now()
    for minutes in range(1, 21):
        visit.record(Draft(payload=Sat(minutes=minutes)))
    hands.go_on(days=1)
    note(person, "sitting", minutes="99")
    person.go("/diary/")
    days = re.findall(r"diary-day\">(\w+ \d+ \w+)", person.text)
    assert days == ["Monday 23 November", "Sunday 22 November"]
    before, _, folded = person.text.partition("The rest of this day")
    assert len(re.findall(r"Sat for \d+ minutes</span>", folded)) == 8
    assert "99 minutes" in before


def test_old_days_are_on_pages_of_their_own(person, hands) -> None:
    for _ in range(60):
        now().record(Draft(payload=Sat(minutes=5)))
        hands.go_on(days=1)
    person.go("/diary/")
    assert "/diary/?page=2" in person.text
    person.go("/diary/?page=2")
    assert person.text.count("Sat for 5 minutes</span>") == 20
    for wrong in ("0", "99", "x", "-1", "²"):
        person.go(f"/diary/?page={wrong}")
        assert person.status == 200


def test_two_words_on_one_night_are_both_kept_and_shown(person) -> None:
    note(person, "sleep", hours="4")
    note(person, "sleep", hours="8")
    person.go("/diary/")
    assert person.text.count("Told twice, not the same") == 2
    assert len(told(Slept)) == 2


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("sleep", {"hours": "4"}, {"hours": "8"}),
        ("legs", {"change": "none"}, {"change": "moving-up"}),
    ],
)
def test_words_that_cannot_both_be_true_are_both_marked_and_two_walks_are_not(
    person, content, kind, one, other
) -> None:
    answers_all(content)
    for fields in (one, other):
        note(person, kind, **fields)
    for minutes in ("5", "9"):
        note(person, "walk", minutes=minutes)
    person.go("/diary/")
    assert person.text.count("Told twice, not the same") == 2


@pytest.mark.parametrize(
    ("kind", "fields", "says"),
    [
        ("sleep", {"hours": "-1"}, "0 to 24 hours"),
        ("sleep", {"hours": "seven"}, "such as 7 or 6.5"),
        ("sleep", {"hours": "nan"}, "0 to 24 hours"),
        ("sitting", {"minutes": "0"}, "from 1 to 1440"),
        ("sitting", {"minutes": "1e3"}, "whole number"),
        ("trigger", {"trigger": "the-moon", "note": "a box"}, "one of the answers"),
        ("sitting", {"minutes": "45", "at": "soon"}, "write a day and a time"),
        ("sitting", {"minutes": "45", "at": "1999-11-22T09:00"}, "over a year ago"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_what_was_typed_is_kept(
    person, kind, fields, says
) -> None:
    note(person, kind, **fields)
    assert person.status == 422
    assert says in person.text
    for value in set(fields.values()) - {"the-moon"}:
        assert value in person.text
    assert now().history == ()


def test_every_kind_of_note_is_on_the_sheet(person) -> None:
    person.all_cards()
    person.go("/diary/note/")
    for kind in NoteKind:
        assert f"/diary/note/{kind.value}/" in person.text
    assert "/diary/signs/" in person.text


def test_a_kind_or_a_measure_that_does_not_exist_is_not_found(person) -> None:
    for made_up in ("/diary/note/mood/", "/diary/function/odi/"):
        person.go(made_up)
        assert person.status == 404
