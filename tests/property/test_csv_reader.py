"""Whatever comes as a table: no exception but that which says why, no row lost, no day guessed."""

import csv
import io
import re
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from loosen.export import CsvMeant, CsvRead, DayOrder, read_csv
from loosen.vocabulary import ForeignDataError, Problem

NOW = datetime(2026, 11, 22, 12, 0, 59, tzinfo=UTC)
COLUMNS = (
    *("date", "time", "kind", "value", "unit", "place", "worst", "average", "woken"),
    *("name", "ingredient", "note"),
)
DAYS = st.builds(
    lambda one, two, mark: f"{one}{mark}{two}{mark}2026",
    st.integers(0, 32), st.integers(0, 32), st.sampled_from("/.-"),
)  # fmt: skip
CELLS = {
    "date": DAYS | st.sampled_from(["2026-11-20", "2026-11-23", "", "2026-02-30", "soon"]),
    "time": st.sampled_from(["", "08:00", "8.30", "3:05 pm", "25:00", "noon"]),
    "kind": st.sampled_from(["pain", "sleep", "sitting", "walk", "trigger", "dose", "mood", ""]),
    "value": st.sampled_from(
        ["", "4", "6,5", "-1", "0", "1,000", "1.000", "400", "400 mg", "1e9", "٤", "lifting", "½"]
    ),
    "unit": st.sampled_from(["", "mg", "g", "µg", "h", "min", "km"]),
    "place": st.sampled_from(["", "groin", "groin=4", "groin groin", "elbow", "calf-left=11"]),
    "ingredient": st.sampled_from(["", "ibuprofen", "a/b", "Ibuprofen "]),
}
LINE = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\r\n"), max_size=12)
ROW = st.fixed_dictionaries({name: CELLS.get(name, st.just("") | LINE) for name in COLUMNS})
ROW_NO = re.compile(r"row (\d+)")


def written(rows: list[dict[str, str]], separator: str = ",") -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def spoken_of(read: CsvRead) -> set[int]:
    """The rows that are taken, and those of which it is said what is wrong."""
    wrong = {int(found[1]) for one in read.problems if (found := ROW_NO.match(one.where))}
    taken = {row.line for row in read.rows}
    assert not wrong & taken
    return wrong | taken


def problems(data: bytes) -> tuple[Problem, ...]:
    """What is wrong with it, whether it is refused whole or row by row."""
    try:
        return read_csv(data, NOW).problems
    except ForeignDataError as error:
        return error.problems


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_are_refused_with_a_reason(data: bytes) -> None:
    assert all(one.what and one.do for one in problems(data))


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=200))
def test_any_text_below_a_good_first_row_never_breaks_it(text: str) -> None:
    assert all(one.what and one.do for one in problems(f"date,kind,value\n{text}".encode()))


@settings(max_examples=150)
@given(st.lists(ROW, max_size=6), st.sampled_from(",;\t|"))
def test_each_row_is_taken_or_named_and_none_is_lost(
    rows: list[dict[str, str]], separator: str
) -> None:
    read = read_csv(written(rows, separator), NOW)
    said = {at + 2 for at, row in enumerate(rows) if any(cell.strip() for cell in row.values())}
    assert spoken_of(read) == said


@given(DAYS)
def test_a_day_that_may_be_two_is_never_guessed(day: str) -> None:
    data = written([{**dict.fromkeys(COLUMNS, ""), "date": day, "kind": "walk", "value": "5"}])
    read = read_csv(data, NOW)
    one, two, _ = (int(part) for part in re.split(r"[/.-]", day))
    if 1 <= one <= 12 and 1 <= two <= 12 and one != two:
        assert read.rows == ()
        assert read.asks_day_order
    else:
        assert not read.asks_day_order


@given(st.sampled_from(DayOrder), st.integers(1, 11), st.integers(1, 11))
def test_a_day_is_read_in_the_order_that_was_said(order: DayOrder, day: int, month: int) -> None:
    parts = (day, month) if order is DayOrder.DAY_FIRST else (month, day)
    text = f"date,kind,value\n{parts[0]}/{parts[1]}/2026,walk,5"
    (row,) = read_csv(text.encode(), NOW, CsvMeant(day_order=order)).rows
    assert (row.at.day, row.at.month) == (day, month)
