"""Entries of the diary as a table: read from what other programs write, and written for them.

Nothing is guessed and nothing is lost: rows that are fine are given, and all that is wrong with
the others is said at once, with its row and its column.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from loosen.vocabulary import ForeignDataError, Payload, Problem

from .csv_cells import CellError, DayOrder, day_and_time
from .csv_kinds import payload_of

MOST_ROWS = 20_000
MOST_BYTES = 8 * 1024 * 1024
LONGEST_CELL = 1000
SHOWN = 60
SEPARATORS = (";", "\t", ",")
Lines = Iterator[tuple[int, list[str]]]


class Column(StrEnum):
    """The columns that are read; `date` and `kind` have to be there."""

    DATE = "date"
    TIME = "time"
    KIND = "kind"
    VALUE = "value"
    UNIT = "unit"
    PLACE = "place"
    WORST = "worst"
    AVERAGE = "average"
    WOKEN = "woken"
    NAME = "name"
    INGREDIENT = "ingredient"
    NOTE = "note"


NEEDED = (Column.DATE, Column.KIND)


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvRow:
    """A row that is fine: its line in the file, when it was on the wall clock, what it says."""

    line: int
    at: datetime
    payload: Payload


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvRead:
    """The rows that are fine and all that is wrong; `asks_day_order`: 03/04 may be two days."""

    rows: tuple[CsvRow, ...]
    problems: tuple[Problem, ...]
    asks_day_order: bool


def is_csv(data: bytes) -> bool:
    """Whether it may be a table; our own record begins with a brace."""
    return not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def read_csv(data: bytes, now: datetime, day_order: DayOrder | None = None) -> CsvRead:
    """What the table holds. `now` is the wall clock, so that nothing is still to come.

    Raises `ForeignDataError` where it is no such table at all.
    """
    lines = _lines(text_of(data))
    header = [cell.strip().lower() for cell in next(lines, (1, []))[1]]
    problems = list(_header_problems(header))
    if any(column not in header for column in NEEDED):
        raise ForeignDataError(problems)
    rows: list[CsvRow] = []
    asks = False
    for line, cells in _counted(lines):
        try:
            rows.append(_row(line, header, cells, now, day_order))
        except CellError as error:
            asks = asks or error.asks_day_order
            problems += [_of_cell(line, one) for one in error.faults]
    return CsvRead(rows=tuple(rows), problems=tuple(problems), asks_day_order=asks)


def _counted(lines: Lines) -> Lines:
    """The rows that say anything, up to what one table may hold."""
    for count, (line, cells) in enumerate(lines):
        if count >= MOST_ROWS:
            raise ForeignDataError(
                _problem("the table is too long", "file", f"over {MOST_ROWS} rows", "fewer rows")
            )
        if any(cell.strip() for cell in cells):
            yield line, cells


def text_of(data: bytes) -> str:
    """The table as text, in whatever writing it came."""
    if len(data) > MOST_BYTES:
        found = f"{len(data)} bytes"
        raise ForeignDataError(_problem("it is too large", "file", found, f"at most {MOST_BYTES}"))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    if "\0" in text or not text.strip():
        raise ForeignDataError(_problem("it is no table", "file", "no text", "rows of text"))
    return text


def _lines(text: str) -> Lines:
    """Each row with its line in the file; what separates the cells is what the first row uses."""
    separator = max(SEPARATORS, key=text.lstrip().split("\n", 1)[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        where = f"row {reader.line_num}"
        raise ForeignDataError(
            _problem("this row cannot be read", where, str(error), "cells of text")
        ) from error


def _header_problems(header: list[str]) -> Iterator[Problem]:
    known = ", ".join(Column)
    for column in NEEDED:
        if column not in header:
            yield _problem(
                f"there is no column {column.value}", "row 1", ", ".join(header)[:SHOWN], known,
                "name each column in the first row",
            )  # fmt: skip
    for name in header:
        if name and name not in list(Column):
            yield _problem(
                "this column is not known, so it is left out",
                f"row 1, column {name[:SHOWN]}", name[:SHOWN], known,
                "rename it, or put what matters into the column note",
            )  # fmt: skip
        elif name and header.count(name) > 1:
            yield _problem("two columns have this name", f"row 1, column {name}", name, "one")


def _row(
    line: int, header: list[str], cells: list[str], now: datetime, day_order: DayOrder | None
) -> CsvRow:
    if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
        raise CellError(
            "", "it has more cells than the first row has names", f"{len(cells)} cells",
            f"{len(header)} cells", 'put quotes round a number with a comma, such as "6,5"',
        )  # fmt: skip
    told = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if cell.strip()}
    long = [name for name, cell in told.items() if len(cell) > LONGEST_CELL]
    if long:
        raise CellError(long[0], "this is too long", f"over {LONGEST_CELL} letters", "a short note")
    return _parsed(line, told, now, day_order)


def _parsed(
    line: int, told: Mapping[str, str], now: datetime, day_order: DayOrder | None
) -> CsvRow:
    """Both the time and what it says are looked at, so that all faults of a row stand together."""
    faults: list[CellError] = []
    at: datetime | None = None
    payload: Payload | None = None
    try:
        at = day_and_time(told.get("date", ""), told.get("time", ""), now, day_order)
    except CellError as error:
        faults.append(error)
    try:
        payload = payload_of(told)
    except CellError as error:
        faults.append(error)
    if at is None or payload is None:
        raise CellError.of(faults)
    return CsvRow(line=line, at=at, payload=payload)


def _of_cell(line: int, fault: CellError) -> Problem:
    where = f"row {line}, column {fault.column}" if fault.column else f"row {line}"
    return _problem(fault.what, where, fault.found[:SHOWN], fault.expected, fault.do)


def _problem(
    what: str, where: str, found: str, expected: str, do: str = "put it right in the file"
) -> Problem:
    return Problem(what=what, where=where, found=found, expected=expected, do=do)
