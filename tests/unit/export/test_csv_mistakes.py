"""One broken table for each mistake that people and their programs make; each has its word."""

from datetime import UTC, datetime

import pytest

from loosen.export import CsvMeant, DayOrder, read_csv, write_csv
from loosen.library.current import load_content
from loosen.vocabulary import (
    Amount,
    DoseTaken,
    ForeignDataError,
    PainFelt,
    Sat,
    Slept,
    Trigger,
    TriggerMet,
)

from ...diary import Diary

NOW = datetime(2026, 11, 22, 12, 0, 59, tzinfo=UTC)
HEADER = "date,time,kind,value,unit,place,worst,average,woken,name,ingredient,note"
DOSE = "date,kind,name,ingredient,value,unit\n2026-11-20,dose,Pills,ibuprofen,"


def payloads(text: str | bytes, **meant: object) -> list[object]:
    data = text.encode() if isinstance(text, str) else text
    read = read_csv(data, NOW, CsvMeant(**meant))  # type: ignore[arg-type]  # - a test names its fields
    assert read.problems == ()
    return [row.payload for row in read.rows]


def problem(text: str, **meant: object) -> str:
    read = read_csv(text.encode(), NOW, CsvMeant(**meant))  # type: ignore[arg-type]  # - as above
    assert read.rows == ()
    (one,) = read.problems
    return f"{one.where}: {one.what}; {one.expected}"


# --- numbers ---------------------------------------------------------------------------------


@pytest.mark.parametrize("value", ["1,000", "1.000", "12,500", "-1,000"])
def test_one_thousand_or_one_is_asked_and_never_guessed(value) -> None:
    assert "can be read in two ways" in problem(f'{DOSE}"{value}",mg')


@pytest.mark.parametrize(
    ("value", "ug"), [("0,500", 500), ("1,25", 1250), ("1.2500", 1250), ("1000", 1_000_000)]
)
def test_a_number_that_can_be_but_one_is_read(value, ug) -> None:
    (dose,) = payloads(f'{DOSE}"{value}",mg')
    assert dose.amounts == (Amount(ingredient_id="ibuprofen", ug=ug),)


def test_what_is_written_is_never_one_that_can_be_two() -> None:
    diary = Diary()
    amounts = (Amount(ingredient_id="ibuprofen", ug=1_125),)
    diary.add(DoseTaken(name="Pills", amounts=amounts))
    diary.add(Slept(hours=6.125))
    assert payloads(write_csv(diary.entries)) == [entry.payload for entry in diary.entries]


def test_a_decimal_comma_that_fell_apart_is_noticed_where_a_column_takes_the_rest() -> None:
    told = problem("date,kind,value,note\n2026-11-20,sleep,6,5")
    assert told.startswith("row 2, column note: a row of sleep has no note")


def test_a_unit_in_the_same_cell_is_read() -> None:
    assert payloads("date,kind,value\n2026-11-20,sleep,7 h\n2026-11-20,sitting,1.5h") == [
        Slept(hours=7),
        Sat(minutes=90),
    ]
    assert payloads(f"{DOSE}400 mg,") == payloads(f"{DOSE}400,mg")
    assert "row 2, column value" in problem(f"{DOSE}400 mg,g")


# --- doses -----------------------------------------------------------------------------------


def test_grams_are_asked_about_with_what_they_would_be_and_are_taken_once_they_are_meant() -> None:
    text = f'{DOSE}"0,5",g'
    assert problem(text) == (
        "row 2, column unit: is this really in grams?; 500 mg, if that is meant"
    )
    assert read_csv(text.encode(), NOW).asks_of_doses
    (dose,) = payloads(text, sure_of_doses=True)
    assert dose.amounts[0].mg == 500


def test_a_very_large_dose_is_asked_about_and_kept_however_much_it_was() -> None:
    text = f"{DOSE}40000,mg"
    assert "is this really so much?" in problem(text)
    (dose,) = payloads(text, sure_of_doses=True)
    assert dose.amounts[0].mg == 40_000
    assert payloads(f"{DOSE}2000,mg")


def test_it_asks_above_what_any_pill_holds() -> None:
    most = load_content().threshold("one-unit-most-mg")
    assert payloads(f"{DOSE}{most:g},mg")
    assert "so much" in problem(f"{DOSE}{most + 1:g},mg")


@pytest.mark.parametrize("sure", [False, True])
@pytest.mark.parametrize("value", ["0", "-400", "many", "1e3", "inf", "0,0001", "1/2", "4 00"])
def test_what_is_no_dose_is_none_however_sure_one_is(value, sure) -> None:
    assert "row 2, column value" in problem(f'{DOSE}"{value}",mg', sure_of_doses=sure)


def test_a_dose_without_its_amount_is_kept_as_not_known_and_that_is_said() -> None:
    read = read_csv(f"{DOSE},mg".encode(), NOW)
    assert [row.payload for row in read.rows] == [DoseTaken(name="Pills", amounts=())]
    assert [one.what for one in read.remarks] == ["how much it was is not told"]


# --- days and times --------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["03.04.2026", "3-4-2026", "03/04/2026"])
def test_a_day_that_may_be_two_is_asked_whatever_stands_between(day) -> None:
    assert "this may be two days" in problem(f"date,kind,value\n{day},sleep,7")


def test_the_year_first_is_read_whatever_stands_between() -> None:
    assert len(payloads("date,kind,value\n2026/04/03,sleep,7\n2026.4.3,sleep,8")) == 2


@pytest.mark.parametrize(
    ("order", "day"), [(DayOrder.DAY_FIRST, "04/25/2026"), (DayOrder.MONTH_FIRST, "25/04/2026")]
)
def test_a_day_against_what_was_said_of_the_file_is_named(order, day) -> None:
    assert "cannot be meant as you said" in problem(
        f"date,kind,value\n{day},sleep,7", day_order=order
    )


@pytest.mark.parametrize("clock", ["15:30 pm", "0:30 am", "24:00", "8:60", "08:00Z", "08:00+02:00"])
def test_a_time_that_is_none_is_named(clock) -> None:
    assert "row 2, column time" in problem(f"date,time,kind,value\n2026-11-20,{clock},sleep,7")


@pytest.mark.parametrize(
    ("clock", "hour"), [("12:05 am", 0), ("12:05 pm", 12), ("3:05 PM", 15), ("15.05", 15)]
)
def test_times_of_twelve_and_of_twenty_four_hours_are_read(clock, hour) -> None:
    read = read_csv(f"date,time,kind,value\n2026-11-20,{clock},sleep,7".encode(), NOW)
    assert (read.rows[0].at.hour, read.rows[0].at.minute) == (hour, 5)


# --- rows, columns, writing ------------------------------------------------------------------


def test_a_quote_that_is_not_closed_swallows_no_row_in_silence() -> None:
    open_quote = "date,kind,value,note\n2026-11-19,trigger,other,fine\n"
    with pytest.raises(ForeignDataError) as refused:
        read_csv(f'{open_quote}2026-11-20,trigger,other,"a box\n2026-11-21,sleep,7,'.encode(), NOW)
    (one,) = refused.value.problems
    assert one.where == "row 3"
    assert "not closed" in one.do


def test_two_quotes_that_swallow_the_rows_between_are_noticed() -> None:
    text = 'date,kind,value,note\n2026-11-20,trigger,other,"a\n2026-11-21,sleep,7,\nx,y,z,b"'
    assert "holds several lines" in problem(text)


def test_a_note_of_several_lines_is_one_note() -> None:
    note = "a box\nwet, heavy"
    diary = Diary()
    diary.add(TriggerMet(trigger=Trigger.OTHER, note=note))
    assert payloads(write_csv(diary.entries)) == [TriggerMet(trigger=Trigger.OTHER, note=note)]


def test_two_columns_of_one_name_that_differ_are_not_taken_for_one() -> None:
    read = read_csv(b"date,kind,value,value\n2026-11-20,sleep,7,8\n2026-11-20,sleep,6,6", NOW)
    assert [row.payload for row in read.rows] == [Slept(hours=6)]
    assert [one.what for one in read.problems] == [
        "two columns have this name",
        "two columns of this name differ",
    ]


def test_other_names_of_a_column_are_known_and_stray_blanks_are_nothing() -> None:
    assert payloads(" Day ;TYPE; Value ;Comment\n2026-11-20;trigger;other;box") == [
        TriggerMet(trigger=Trigger.OTHER, note="box")
    ]


def test_what_a_kind_has_no_use_for_is_said_and_the_row_is_taken() -> None:
    read = read_csv(b"date,kind,value,note\n2026-11-20,pain,4,after the garden", NOW)
    assert isinstance(read.rows[0].payload, PainFelt)
    (one,) = read.remarks
    assert one.where == "row 2, column note"
    assert one.found == "after the garden"


def test_the_same_row_twice_counts_twice_and_is_said() -> None:
    read = read_csv(f"{DOSE}400,mg\n2026-11-20,dose,Pills,ibuprofen,400,mg".encode(), NOW)
    assert len(read.rows) == 2
    (one,) = read.remarks
    assert one.where == "row 3"
    assert "row 2" in one.what


@pytest.mark.parametrize("writing", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_every_writing_line_end_and_separator_says_the_same(writing, end, mark) -> None:
    rows = ["date,kind,note", "2026-11-20,trigger,Größe", "", "2026-11-21,trigger,naïf"]
    data = end.join(rows).replace(",", mark).encode(writing)
    assert [one.note for one in payloads(data)] == ["Größe", "naïf"]


def test_the_letters_of_windows_are_read_and_that_is_said() -> None:
    read = read_csv("date,kind,note\n2026-11-20,trigger,Größe".encode("cp1252"), NOW)
    assert read.rows[0].payload.note == "Größe"
    assert [one.what for one in read.remarks] == ["its letters were read as those of Windows"]


def test_letters_that_cannot_be_read_are_never_replaced() -> None:
    with pytest.raises(ForeignDataError, match="letters cannot be read"):
        read_csv(b"date,kind,note\n2026-11-20,trigger,\x81\x8d", NOW)


def test_the_line_that_spreadsheets_write_above_is_no_row() -> None:
    read = read_csv(b"sep=;\r\ndate;kind;value\r\n2026-11-20;sleep;6,5\r\nx;sleep;7", NOW)
    assert [row.payload for row in read.rows] == [Slept(hours=6.5)]
    assert [one.where for one in read.problems] == ["row 4, column date"]


def test_a_text_that_was_quoted_against_spreadsheets_comes_back_as_it_was() -> None:
    diary = Diary()
    diary.add(TriggerMet(trigger=Trigger.OTHER, note="=1+1"))
    assert payloads(write_csv(diary.entries)) == [TriggerMet(trigger=Trigger.OTHER, note="=1+1")]


def test_a_trigger_that_says_nothing_is_none() -> None:
    assert "row 2, column value" in problem("date,kind,value\n2026-11-20,trigger,")
