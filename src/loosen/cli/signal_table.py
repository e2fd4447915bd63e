"""The table of `count-signal`: two columns of numbers, from whatever program wrote them.

What cannot be read for sure is refused, all of it at once; nothing is guessed, nothing left out.
"""

import csv
import io
import math
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

from loosen.vocabulary import MovementError, Problem

MOST_ROWS = 5_000_000
MOST_BYTES = 512 * 1024 * 1024
FEWEST_ROWS = 2
MOST_SHOWN = 20  # rows that are wrong; how many more there are is said
SHOWN = 40  # letters of a cell
MOST_VALUE = 1e150  # squares of more are no numbers
MOST_T_S = 1e10  # longer ago than 1970, counted in seconds
APART_S = 2.0  # in the middle: nothing is bridged over more, so nothing would be counted
SEPARATORS = (",", ";", "\t", "|")
NAMES = ("t", "value")
BYTE_ORDERS = (b"\xff\xfe", b"\xfe\xff")
SAVE_AGAIN = "open it in the program that wrote it, and save it as CSV in UTF-8"
Pair = tuple[float, float]


def rows_of(path: Path) -> list[Pair]:
    """Every row, in seconds and a value; - is input. Raises `MovementError` with all problems."""
    name = "standard input" if str(path) == "-" else path.name
    return _Table(name).read(_text(_data(path, name), name))


def _data(path: Path, name: str) -> bytes:
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with path.open("rb") as held:
                data = held.read(MOST_BYTES + 1)
    except OSError as error:
        found, do = error.strerror or "an error", "name a file that exists and that you may read"
        raise MovementError(_unread(str(path), found, do)) from error
    if len(data) > MOST_BYTES:
        raise MovementError(_too_long(name, f"more than {MOST_BYTES} bytes"))
    return data


def _text(data: bytes, name: str) -> str:
    """UTF-8, or UTF-16 where it says so itself, as spreadsheets write it."""
    try:
        text = data.decode("utf-16" if data.startswith(BYTE_ORDERS) else "utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"letters that are no Unicode, from byte {error.start + 1} on"
        raise MovementError(_unread(name, _kind(data) or found, SAVE_AGAIN)) from error
    if "\0" in text:
        raise MovementError(_unread(name, _kind(data) or "no text", SAVE_AGAIN))
    return text


def _kind(data: bytes) -> str | None:
    if data.startswith(b"PK"):
        return "an archive, such as a spreadsheet's own file or an npz"
    return "no text" if b"\0" in data[:1000] else None


class _Table:
    """One table, read row by row; what is wrong is gathered."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._pairs: list[Pair] = []
        self._lines: list[int] = []
        self._wrong: list[Problem] = []
        self._wrong_rows = 0

    def read(self, text: str) -> list[Pair]:
        mark = max(SEPARATORS, key=text.partition("\n")[0].count)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        try:
            places, width = self._places(next(reader, []))
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    self._take(reader.line_num, cells, places, width, mark)
        except csv.Error as error:
            raise MovementError(self._unreadable(reader.line_num, error)) from error
        self._check()
        return self._pairs

    def _places(self, header: Sequence[str]) -> tuple[tuple[int, int], int]:
        """Where the two columns stand, and how many there are."""
        names = [cell.strip().lower() for cell in header]
        if all(names.count(one) == 1 for one in NAMES):
            return (names.index("t"), names.index("value")), len(names)
        is_twice = any(names.count(one) > 1 for one in NAMES)
        is_headless = bool(names) and all(_number(one, ".") is not None for one in names)
        do = "name the column of seconds t and the column of the signal value"
        raise MovementError(
            Problem(
                what="two columns have one name"
                if is_twice
                else "the columns t and value are missing",
                where=f"{self.name}, line 1",
                found=", ".join(header)[: 2 * SHOWN] or "nothing",
                expected="t,value",
                do="put a line above the numbers: t,value" if is_headless else do,
            )
        )

    def _take(
        self, line: int, cells: Sequence[str], places: tuple[int, int], width: int, mark: str
    ) -> None:
        if any(cell.strip() for cell in cells[width:]):
            self._say(self._too_many(line, cells, width))
            return
        told = [cells[place].strip() if place < len(cells) else "" for place in places]
        point = "." if mark == "," else ","  # a decimal comma, where commas part no cells
        t_s, value = (_number(one, point) for one in told)
        if t_s is None or value is None:
            self._say(self._no_numbers(line, told))
        elif abs(value) > MOST_VALUE:
            self._say(self._too_large(line, told[1]))
        else:
            self._pairs.append((t_s, value))
            self._lines.append(line)
        if len(self._pairs) > MOST_ROWS:
            raise MovementError(_too_long(self.name, f"more than {MOST_ROWS} rows"))

    def _say(self, problem: Problem) -> None:
        self._wrong_rows += 1
        if self._wrong_rows <= MOST_SHOWN:
            self._wrong.append(problem)

    def _check(self) -> None:
        """What is wrong with all of it. Raises `MovementError`."""
        if self._wrong_rows > MOST_SHOWN:
            self._wrong.append(self._and_more())
        if not self._wrong:
            self._wrong += _of_times(self.name, self._pairs, self._lines)
        if self._wrong:
            raise MovementError(self._wrong)

    # --- what is wrong with a row ----------------------------------------------------------------

    def _no_numbers(self, line: int, told: Sequence[str]) -> Problem:
        t_s, value = (one[:SHOWN] for one in told)
        return Problem(
            what="this row holds no two numbers",
            where=f"{self.name}, line {line}",
            found=f"t {t_s!r}, value {value!r}",
            expected="seconds and a number",
            do="leave the row out; a gap is bridged where both of its ends agree",
        )

    def _too_many(self, line: int, cells: Sequence[str], width: int) -> Problem:
        return Problem(
            what="this row has more cells than the first row has names",
            where=f"{self.name}, line {line}",
            found=f"{len(cells)} cells: {','.join(cells)[:SHOWN]}",
            expected=f"{width} cells",
            do="write numbers with a point, or part the cells by semicolons",
        )

    def _too_large(self, line: int, told: str) -> Problem:
        return Problem(
            what="this value is too large to be reckoned with",
            where=f"{self.name}, line {line}",
            found=told[:SHOWN],
            expected=f"at most {MOST_VALUE:g}",
            do="write the signal in a larger unit",
        )

    def _and_more(self) -> Problem:
        more = self._wrong_rows - MOST_SHOWN
        return Problem(
            what="and so it goes on",
            where=self.name,
            found=f"{more} more rows that cannot be used",
            expected="seconds and a number in each",
            do="mend those above first: most often one thing is wrong with all",
        )

    def _unreadable(self, line: int, error: csv.Error) -> Problem:
        return Problem(
            what="this row cannot be read",
            where=f"{self.name}, line {line}",
            found=str(error),
            expected="two short numbers",
            do='look for a quote (") that is not closed, and close it or take it out',
        )


def _number(text: str, point: str) -> float | None:
    try:
        value = float(text.replace(point, ".") if point != "." else text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


# --- what is wrong with the whole ----------------------------------------------------------------


def _of_times(name: str, pairs: Sequence[Pair], lines: Sequence[int]) -> Iterator[Problem]:
    if len(pairs) < FEWEST_ROWS:
        found = "one row" if pairs else "no rows"
        yield _of_all(name, "this is too short to be a signal", found, "a row for each moment",
                      "write a row for each moment below the names")  # fmt: skip
        return
    steps = [after - before for (before, _), (after, _) in pairwise(pairs)]
    back = next((at for at, step in enumerate(steps) if step < 0), None)
    if back is not None:
        yield _of_all(f"{name}, line {lines[back + 1]}", "the time goes back",
                      f"{pairs[back + 1][0]:g} after {pairs[back][0]:g}", "times that go on",
                      "sort the rows by t")  # fmt: skip
    elif (middle := median(steps)) > APART_S:
        yield _of_all(name, "the rows lie too far apart to count anything",
                      f"{middle:g} s from one to the next", f"at most {APART_S:g} s, in seconds",
                      "if t is in milliseconds, divide it by 1000")  # fmt: skip
    elif max(abs(t_s) for t_s, _ in pairs) > MOST_T_S:
        found = f"t {pairs[-1][0]:g}"
        yield _of_all(name, "these times are too large to be told apart", found,
                      f"at most {MOST_T_S:g} s", "count t from the first row on")  # fmt: skip


def _of_all(where: str, what: str, found: str, expected: str, do: str) -> Problem:
    return Problem(what=what, where=where, found=found, expected=expected, do=do)


def _unread(where: str, found: str, do: str) -> Problem:
    expected = "a CSV file with the columns t and value"
    return _of_all(where, "this table cannot be read", found, expected, do)


def _too_long(name: str, found: str) -> Problem:
    expected = f"at most {MOST_ROWS} rows"
    return _of_all(name, "this table is too long", found, expected, "part it into several")
