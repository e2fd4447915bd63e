"""Entries of the diary as a table: read from what other programs write, and written for them.

Nothing is guessed and nothing is lost: rows that are fine are given, and all that is wrong with
the others is said at once, with its row and its column.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from loosen.vocabulary import ForeignDataError, Payload, Problem

from .csv_cells import CellError, DayOrder, day_and_time
from .csv_kinds import left_out, payload_of
from .csv_out import as_written
from .csv_sets import is_of_sets, only_goes_out
from .csv_text import SHOWN, Lines, is_old_writing, lines_of, problem, text_of

MOST_ROWS = 20_000
LONGEST_CELL = 1000


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
# Other names that mean the same and nothing else.
ALSO_NAMED = {
    "day": Column.DATE, "clock": Column.TIME, "type": Column.KIND, "units": Column.UNIT,
    "places": Column.PLACE, "notes": Column.NOTE, "comment": Column.NOTE,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvMeant:
    """What the person said of the table: the order of its days, and that odd doses are meant."""

    day_order: DayOrder | None = None
    sure_of_doses: bool = False


NOTHING_SAID = CsvMeant()


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvRow:
    """A row that is fine: its line in the file, when it was on the wall clock, what it says."""

    line: int
    at: datetime
    payload: Payload


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvRead:
    """The rows that are fine and all that is wrong; `asks_day_order`: 03/04 may be two days.

    `remarks` stop no row. `asks_of_doses`: some are in grams or very large, and may be meant so.
    """

    rows: tuple[CsvRow, ...]
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    asks_day_order: bool
    asks_of_doses: bool


def read_csv(data: bytes, now: datetime, meant: CsvMeant = NOTHING_SAID) -> CsvRead:
    """What the table holds. `now` is the wall clock, so that nothing is still to come.

    Raises `ForeignDataError` where it is no such table at all.
    """
    lines = _counted(lines_of(text_of(data)))
    header = [_named(cell) for cell in next(lines, (1, []))[1]]
    if is_of_sets(header):
        raise ForeignDataError(only_goes_out())
    if missing := list(_missing(header)):
        raise ForeignDataError([*missing, *_strange(header)])
    reading = _Reading(header, now, meant)
    for line, cells in lines:
        reading.take(line, cells)
    writing = [_old_writing()] if is_old_writing(data) else []
    return CsvRead(
        rows=tuple(reading.rows),
        problems=(*_strange(header), *reading.problems),
        remarks=(*writing, *reading.remarks),
        asks_day_order=reading.asks_day_order,
        asks_of_doses=reading.asks_of_doses,
    )


class _Reading:
    """Row by row: what is fine, what is wrong, and what is to be asked."""

    def __init__(self, header: Sequence[str], now: datetime, meant: CsvMeant) -> None:
        self.header, self.now, self.meant = header, now, meant
        self.rows: list[CsvRow] = []
        self.problems: list[Problem] = []
        self.remarks: list[Problem] = []
        self.asks_day_order = self.asks_of_doses = False
        self._lines: dict[tuple[datetime, Payload], int] = {}

    def take(self, line: int, cells: list[str]) -> None:
        """One row of the file."""
        try:
            told = _told(self.header, cells)
            row = _parsed(line, told, self.now, self.meant)
        except CellError as error:
            self.asks_day_order |= error.asks_day_order
            self.asks_of_doses |= error.asks_of_doses
            self.problems += [_of_cell(line, one) for one in error.faults]
            return
        self.rows.append(row)
        self.remarks += [_of_cell(line, one) for one in left_out(told)]
        self._remark_twice(row)

    def _remark_twice(self, row: CsvRow) -> None:
        first = self._lines.setdefault((row.at, row.payload), row.line)
        if first != row.line:
            self.remarks.append(
                problem(
                    f"this says the same as row {first}",
                    f"row {row.line}",
                    "the same twice",
                    "each thing once",
                    "both count; if it was once only, take one out of the file",
                )
            )


def _counted(lines: Lines) -> Lines:
    """The rows that say anything, up to what one table may hold."""
    count = 0
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        count += 1
        if count > MOST_ROWS + 1:
            raise ForeignDataError(
                problem(
                    "the table is too long",
                    "file",
                    f"over {MOST_ROWS} rows",
                    "fewer rows",
                    "part it, and bring one after the other",
                )
            )
        yield line, cells


# --- the first row ---------------------------------------------------------------------------


def _named(cell: str) -> str:
    name = " ".join(cell.split()).lower()
    return ALSO_NAMED.get(name, name)


def _missing(header: Sequence[str]) -> Iterator[Problem]:
    for column in NEEDED:
        if column not in header:
            yield problem(
                f"there is no column {column.value}", "row 1", ", ".join(header)[:SHOWN],
                ", ".join(Column), "name each column in the first row",
            )  # fmt: skip


def _strange(header: Sequence[str]) -> Iterator[Problem]:
    for name in dict.fromkeys(header):
        where = f"row 1, column {name[:SHOWN]}"
        if name and name not in list(Column):
            yield problem(
                "this column is not known, so it is left out", where, name[:SHOWN],
                ", ".join(Column), "rename it, or put what matters into the column note",
            )  # fmt: skip
        elif name and header.count(name) > 1:
            yield problem("two columns have this name", where, name, "one of each name")


def _old_writing() -> Problem:
    return problem(
        "its letters were read as those of Windows", "file", "no Unicode", "text in UTF-8",
        "look at names and notes; where they are wrong, save the file as CSV in UTF-8",
    )  # fmt: skip


# --- a row -----------------------------------------------------------------------------------


def _told(header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """The cells that say something, by the name of their column."""
    beyond = [cell for cell in cells[len(header) :] if cell.strip()]
    if beyond:
        raise CellError(
            "", "it has more cells than the first row has names", f"{len(cells)} cells",
            f"{len(header)} cells", 'put quotes round a number with a comma, such as "6,5"',
        )  # fmt: skip
    told: dict[str, str] = {}
    for name, cell in zip(header, (as_written(cell.strip()) for cell in cells), strict=False):
        if not cell:
            continue
        if not name:
            raise CellError("", "its column has no name", cell, "a name in the first row")
        if told.setdefault(name, cell) != cell:
            raise CellError(name, "two columns of this name differ", cell, told[name])
        _check_cell(name, cell, len(header))
    return told


def _check_cell(name: str, cell: str, columns: int) -> None:
    """A cell that holds several rows had a quote that was not closed in time."""
    if len(cell) > LONGEST_CELL:
        raise CellError(name, "this is too long", f"over {LONGEST_CELL} letters", "a short note")
    _, _, more = cell.partition("\n")
    is_rows = any(line.count(mark) >= columns - 1 for line in more.split("\n") for mark in ",;\t|")
    if more and (name != Column.NOTE or is_rows):
        raise CellError(
            name, "this cell holds several lines", cell.replace("\n", " / "), "one cell",
            'look for a quote (") that is not closed, and close it or take it out',
        )  # fmt: skip


def _parsed(line: int, told: Mapping[str, str], now: datetime, meant: CsvMeant) -> CsvRow:
    """Both the time and what it says are looked at, so that all faults of a row stand together."""
    faults: list[CellError] = []
    at: datetime | None = None
    payload: Payload | None = None
    try:
        at = day_and_time(told.get("date", ""), told.get("time", ""), now, meant.day_order)
    except CellError as error:
        faults.append(error)
    try:
        payload = payload_of(told, sure_of_doses=meant.sure_of_doses)
    except CellError as error:
        faults.append(error)
    if at is None or payload is None:
        raise CellError.of(faults)
    return CsvRow(line=line, at=at, payload=payload)


def _of_cell(line: int, fault: CellError) -> Problem:
    where = f"row {line}, column {fault.column}" if fault.column else f"row {line}"
    return problem(fault.what, where, fault.found[:SHOWN], fault.expected, fault.do)
