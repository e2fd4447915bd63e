"""A table of the diary: nothing is guessed, nothing is lost, every fault has its row and column."""

from datetime import UTC, datetime

import pytest

from loosen.export import CsvMeant, DayOrder, read_csv, write_csv
from loosen.vocabulary import (
    Amount,
    DoseTaken,
    ForeignDataError,
    PainFelt,
    PainWhen,
    PlacePain,
    Sat,
    Slept,
    Trigger,
    TriggerMet,
    Walked,
)

from ...diary import Diary

NOW = datetime(2026, 11, 22, 12, 0, 59, tzinfo=UTC)
HEADER = "date,time,kind,value,unit,place,worst,average,woken,name,ingredient,note"
WHOLE = [
    PainFelt(
        pain_0_10=4,
        occasion=PainWhen.DIARY,
        places=(
            PlacePain(place_id="low-back-left", pain_0_10=5),
            PlacePain(place_id="calf-left", pain_0_10=None),
        ),
        worst_24h_0_10=8,
        average_24h_0_10=5,
    ),
    Slept(hours=6.5, woken=2),
    Sat(minutes=90),
    Walked(minutes=7),
    TriggerMet(trigger=Trigger.LIFTING, note='a "big" box, wet'),
    DoseTaken(name="A tablet", amounts=(Amount(ingredient_id="ibuprofen", ug=200_000),)),
]


def table(*rows: str, header: str = HEADER) -> bytes:
    return "\n".join([header, *rows]).encode()


def only_problem(data: bytes, order: DayOrder | None = None) -> tuple[str, str]:
    read = read_csv(data, NOW, CsvMeant(day_order=order))
    assert read.rows == ()
    (problem,) = read.problems
    return problem.where, problem.what


@pytest.mark.parametrize("payload", WHOLE)
def test_what_is_written_comes_back_as_it_was(payload) -> None:
    diary = Diary()
    entry = diary.add(payload)
    read = read_csv(write_csv(diary.entries), NOW)
    assert read.problems == ()
    assert [(row.at, row.payload) for row in read.rows] == [(entry.happened_at, payload)]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("date;kind;value\n2026-11-21;sleep;6,5", 6.5),
        ("date\tkind\tvalue\n21.11.2026\tsleep\t6.5", 6.5),
        ('Date,Kind,Value\r\n21/11/2026,Sleep,"6,5"\r\n\r\n', 6.5),
    ],
)
def test_separators_decimal_commas_and_ways_to_write_a_day_are_read(text, hours) -> None:
    for data in (text.encode(), text.encode("utf-8-sig"), text.encode("utf-16")):
        read = read_csv(data, NOW)
        assert [row.payload for row in read.rows] == [Slept(hours=hours)]
        assert read.rows[0].at.date().isoformat() == "2026-11-21"


def test_a_day_that_may_be_two_is_asked_and_then_read_as_it_is_meant() -> None:
    data = table("03/04/2026,,sleep,7")
    read = read_csv(data, NOW)
    assert read.asks_day_order
    assert only_problem(data) == ("row 2, column date", "this may be two days")
    days = {
        order: read_csv(data, NOW, CsvMeant(day_order=order)).rows[0].at.date().isoformat()
        for order in DayOrder
    }
    assert days == {DayOrder.DAY_FIRST: "2026-04-03", DayOrder.MONTH_FIRST: "2026-03-04"}


@pytest.mark.parametrize("day", ["05/05/2026", "25/04/2026", "04/25/2026", "2026-4-3"])
def test_a_day_that_can_be_but_one_is_not_asked(day) -> None:
    assert len(read_csv(table(f"{day},,sleep,7"), NOW).rows) == 1


@pytest.mark.parametrize(
    ("row", "where", "what"),
    [
        ("2026-11-23,,sleep,7", "date", "still to come"),
        ("2026-02-30,,sleep,7", "date", "no such day"),
        ("yesterday,,sleep,7", "date", "no day"),
        (",,sleep,7", "date", "no day"),
        ("1726-11-20,,sleep,7", "date", "too long ago"),
        ("2026-11-20,25:00,sleep,7", "time", "no such time"),
        ("2026-11-20,noon,sleep,7", "time", "no time"),
        ("2026-11-20,,mood,7", "kind", "not known"),
        ("2026-11-20,,,7", "kind", "not known"),
        ("2026-11-20,,pain,11", "value", "not one of those"),
        ("2026-11-20,,pain,-1", "value", "not one of those"),
        ("2026-11-20,,pain,4.5", "value", "not one of those"),
        ("2026-11-20,,pain,", "value", "empty"),
        ("2026-11-20,,pain,4,,elbow", "place", "not known"),
        ("2026-11-20,,sleep,", "value", "empty"),
        ("2026-11-20,,sleep,25", "value", "0 to 24"),
        ("2026-11-20,,sleep,400,min", "unit", "told in hours"),
        ("2026-11-20,,sitting,0", "value", "not one of those"),
        ("2026-11-20,,sitting,90,km", "unit", "not known"),
        ("2026-11-20,,walk,1e3", "value", "no number"),
        ("2026-11-20,,walk,nan", "value", "no number"),
        ("2026-11-20,,trigger,moon", "value", "not known"),
        ("2026-11-20,,dose,0,mg,,,,,X,ibuprofen", "value", "more than nothing"),
        ("2026-11-20,,dose,-400,mg,,,,,X,ibuprofen", "value", "more than nothing"),
        ("2026-11-20,,dose,400,g,,,,,X,ibuprofen", "unit", "really in grams"),
        ("2026-11-20,,dose,400,,,,,,X,ibuprofen", "unit", "mg or in g"),
        ("2026-11-20,,dose,400,drops,,,,,X,ibuprofen", "unit", "not known"),
        ("2026-11-20,,dose,many,mg,,,,,X,ibuprofen", "value", "no number"),
        ("2026-11-20,,dose,400,mg,,,,,X,", "ingredient", "empty"),
        ("2026-11-20,,dose,400,mg,,,,,X,a/b", "ingredient", "no name"),
    ],
)  # fmt: skip
def test_each_mistake_is_named_with_its_row_and_column(row, where, what) -> None:
    found_where, found_what = only_problem(table(row))
    assert found_where == f"row 2, column {where}"
    assert what in found_what


def test_a_comma_that_splits_a_number_is_noticed_and_not_read_as_two_cells() -> None:
    data = table("2026-11-20,sleep,6,5", header="date,kind,value")
    where, what = only_problem(data)
    assert where == "row 2"
    assert "more cells" in what


def test_all_problems_are_told_at_once_and_fine_rows_are_not_lost() -> None:
    data = table("2026-11-20,,sleep,7", "soon,,mood,7", "2026-11-20,,pain,12", "2026-11-21,,pain,3")
    read = read_csv(data, NOW)
    assert [row.line for row in read.rows] == [2, 5]
    assert [one.where for one in read.problems] == [
        "row 3, column date",
        "row 3, column kind",
        "row 4, column value",
    ]


def test_a_column_that_is_not_known_is_named_and_its_rows_are_read() -> None:
    read = read_csv(table("2026-11-20,sleep,7,blue", header="date,kind,value,mood"), NOW)
    assert len(read.rows) == 1
    assert [one.where for one in read.problems] == ["row 1, column mood"]


@pytest.mark.parametrize(
    "data",
    [b"", b"   \n", b"\x00\x01\x02", b"a,b\n1,2", b"kind,value\npain,3", b"date,value\n1,2"],
)
def test_what_is_no_such_table_is_refused_whole(data) -> None:
    with pytest.raises(ForeignDataError):
        read_csv(data, NOW)


def test_a_note_that_a_spreadsheet_would_run_is_quoted() -> None:
    diary = Diary()
    diary.add(TriggerMet(trigger=Trigger.OTHER, note="=1+1"))
    assert b",'=1+1" in write_csv(diary.entries)


def test_grams_are_asked_back_and_micrograms_are_exact() -> None:
    read = read_csv(table('2026-11-20,,dose,"0,5",mg,,,,,X,ibuprofen'), NOW)
    assert read.rows[0].payload.amounts == (Amount(ingredient_id="ibuprofen", ug=500),)
