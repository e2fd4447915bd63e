"""A table brought to the page: shown first, taken in once, marked as from a file."""

import html
import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from loosen.vocabulary import (
    CountedBy,
    DoseTaken,
    Got,
    PainFelt,
    SetMeasured,
    SetPart,
    Slept,
)
from loosen.web.records.store import Draft
from loosen.web.site import clock
from loosen.web.site.visit import Visit

ROWS = "date,time,kind,value\n2026-11-20,08:00,pain,5\n2026-11-20,,sleep,7\n2026-11-20,,pain,12\n"


def entries():
    return Visit(clock.moment()).entries


def bring(person, text, name="diary.csv"):
    person.go("/data/import/")
    return person.tap(file=SimpleUploadedFile(name, text.encode()))


def take(person, **fields):
    written = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", person.text, re.DOTALL)
    return person.tap("/data/import/csv/", table=html.unescape(written[1]), **fields)


def test_a_table_is_shown_first_and_then_what_is_fine_is_taken_in(person) -> None:
    bring(person, ROWS)
    assert "2 rows are fine and new" in person.text
    assert "Row 4, column value" in person.text
    assert entries() == ()
    take(person, take="1")
    assert [type(one.payload) for one in entries()] == [PainFelt, Slept]
    assert {one.source for one in entries()} == {Got.IMPORT}


def test_the_same_table_twice_is_once(person) -> None:
    for _ in range(2):
        bring(person, ROWS)
        take(person, take="1")
    assert len(entries()) == 2
    bring(person, ROWS)
    assert "2 were here already" in person.text
    assert 'name="take"' not in person.text


def test_another_word_on_the_same_moment_is_kept_beside_it_and_shown(person) -> None:
    for value in (5, 8):
        bring(person, f"date,time,kind,value\n2026-11-20,08:00,pain,{value}\n")
        take(person, take="1")
    assert [one.payload.pain_0_10 for one in entries()] == [5, 8]
    person.go("/diary/")
    assert person.text.count("Told twice, not the same") == 2


@pytest.mark.parametrize(
    ("order", "day"), [("day-first", "2026-04-03"), ("month-first", "2026-03-04")]
)
def test_a_day_that_may_be_two_is_asked_on_the_page(person, order, day) -> None:
    bring(person, "date,kind,value\n03/04/2026,sleep,7\n")
    assert "Which comes first in its dates?" in person.text
    take(person, order=order)
    assert "One row is fine and new" in person.text
    take(person, take="1")
    assert [one.happened_at.date().isoformat() for one in entries()] == [day]


def test_what_is_no_table_is_refused_and_nothing_changes(person) -> None:
    bring(person, "hello\nworld\n")
    assert person.status == 422
    assert "Your record is as it was before" in person.text
    assert entries() == ()


def test_what_a_table_holds_opens_nothing(person) -> None:
    bring(person, "date,kind,value\n2026-11-20,walk,7\n")
    take(person, take="1")
    assert len(entries()) == 1
    person.go("/today/")
    assert person.url.startswith("/screen/") or person.status == 403


def test_the_diary_goes_out_as_a_table_and_comes_back(person, visitor) -> None:
    bring(person, ROWS)
    take(person, take="1")
    answer = visitor.get("/data/export/csv/")
    assert answer["Content-Type"].startswith("text/csv")
    assert answer.content.decode().splitlines()[1].startswith("2026-11-20,08:00,pain,5")


def test_grams_are_asked_on_the_page_and_taken_once_they_are_meant(person) -> None:
    bring(person, 'date,kind,name,ingredient,value,unit\n2026-11-20,dose,X,ibuprofen,"0,4",g\n')
    assert "is this really in grams?" in person.text
    assert "400 mg, if that is meant" in person.text
    assert 'name="take"' not in person.text
    take(person, sure="1")
    assert "One row is fine and new" in person.text
    take(person, take="1")
    (entry,) = (one for one in entries() if isinstance(one.payload, DoseTaken))
    assert [one.mg for one in entry.payload.amounts] == [400]


def test_what_is_left_out_of_a_row_is_said_before_it_is_taken(person) -> None:
    bring(person, "date,kind,value,note\n2026-11-20,sleep,7,after the garden\n")
    assert "One row is fine and new" in person.text
    assert "a row of sleep has no note, so this is left out (after the garden)" in person.text


def test_a_note_of_two_lines_is_the_same_each_time_it_comes(person) -> None:
    text = 'date,kind,note\r\n2026-11-20,trigger,"a box\r\nwet"\r\n'
    bring(person, text)
    take(person, take="1")
    bring(person, text)
    assert "1 were here already" in person.text
    assert [one.payload.note for one in entries()] == ["a box\nwet"]


def test_a_table_that_could_not_come_back_whole_is_refused_with_a_word(person) -> None:
    bring(person, "date,kind,value\n" + "2026-11-20,walk,5\n" * 20_000)
    assert person.status == 422
    assert "too long for one go" in person.text
    assert entries() == ()


def test_a_table_that_is_shown_always_comes_back(person) -> None:
    rows = "".join(
        f"2026-11-20,{at // 60 % 12:02}:{at % 60:02},walk,{at % 500 + 1}\n" for at in range(9000)
    )
    bring(person, f"date,time,kind,value\n{rows}")
    assert person.status == 200
    assert "9000 rows are fine and new" in person.text
    take(person)
    assert person.status == 200
    assert "9000 rows are fine and new" in person.text


def test_what_was_counted_goes_out_as_a_table_of_its_own(person, visitor) -> None:
    counted = SetMeasured(
        session_id=uuid4(),
        step_index=1,
        exercise_id="bridge",
        parts=(SetPart(by=CountedBy.TAP, count=6),),
    )
    Visit(clock.moment()).record(Draft(payload=counted))
    person.go("/data/")
    assert 'href="/data/export/sets/"' in person.text
    answer = visitor.get("/data/export/sets/")
    assert answer["Content-Type"].startswith("text/csv")
    assert "loosen-sets-" in answer["Content-Disposition"]
    names, row = answer.content.decode().splitlines()
    assert names.startswith("date,time,exercise,by")
    assert ",bridge,tap=6,,6,0," in row
    bring(person, answer.content.decode(), "sets.csv")
    assert person.status == 422
    assert "A table of sets only goes out" in person.text
