"""The cells of a table: days, times and numbers as people and their programs write them."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from enum import StrEnum
from typing import Self

MIDDAY = time(12, 0)
MONTHS_PER_YEAR = 12
HALF_DAY_H = 12
FARTHEST_BACK_YEARS = 120
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_WITH_CLOCK = re.compile(r"(.*\d)[T ]+(\d{1,2}:\d{2}.*)")
_PARTS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*([ap]m)?", re.I)
_NUMBER = re.compile(r"-?\d{1,7}(?:[.,]\d{1,6})?")
# One thousand, or one and no more? Only what begins with 0 can be but one of them.
_TWO_WAYS = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")


class DayOrder(StrEnum):
    """How a day such as 03/04/2026 is meant."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class CellError(Exception):
    """What is wrong with a cell; `faults` are all of one row."""

    def __init__(
        self, column: str, what: str, found: str, expected: str,
        do: str = "put it right in the file", *,
        asks_day_order: bool = False, asks_of_doses: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(what)
        self.column, self.what, self.found, self.expected, self.do = (
            *(column, what, found, expected, do),
        )
        self.asks_day_order, self.asks_of_doses = asks_day_order, asks_of_doses
        self.faults: tuple[CellError, ...] = (self,)

    @classmethod
    def of(cls, faults: Sequence["CellError"]) -> Self:
        """All faults of one row as one."""
        first = faults[0]
        every = cls(
            *(first.column, first.what, first.found, first.expected, first.do),
            asks_day_order=any(one.asks_day_order for one in faults),
            asks_of_doses=any(one.asks_of_doses for one in faults),
        )
        every.faults = tuple(faults)
        return every


def day_and_time(day: str, clock: str, now: datetime, order: DayOrder | None) -> datetime:
    """The moment on the wall clock; without a time it is midday, or now where that is to come."""
    if not clock and (both := _WITH_CLOCK.fullmatch(day)):
        day, clock = both[1], both[2]
    on = _day(day, order)
    at = datetime.combine(on, _clock(clock) if clock else MIDDAY, tzinfo=now.tzinfo)
    if not clock and on == now.date():
        at = min(at, now)
    if at > now:
        raise CellError("date", "this is still to come", f"{day} {clock}".strip(), "a time before")
    if on.year < now.year - FARTHEST_BACK_YEARS:
        raise CellError("date", "this is too long ago", day, "a year that you remember")
    return at


def _day(text: str, order: DayOrder | None) -> date:
    if iso := _ISO.fullmatch(text):
        return _made(text, int(iso[1]), int(iso[3]), int(iso[4]))
    parts = _PARTS.fullmatch(text)
    if parts is None:
        raise CellError("date", "this is no day", text, "a day such as 2026-11-22 or 22/11/2026")
    one, two, year = int(parts[1]), int(parts[3]), int(parts[4])
    only = _only_order(one, two)
    if 0 in {one, two}:
        raise CellError("date", "there is no such day", text, "a day of the calendar")
    if only is None and order is None and one != two:
        raise CellError(
            "date", "this may be two days", text, "the day first, or the month first",
            "say which of the two the file means, or write days such as 2026-11-22",
            asks_day_order=True,
        )  # fmt: skip
    if only is not None and order not in {None, only}:
        raise CellError(
            "date", "this day cannot be meant as you said", text, f"the {order} as in other rows",
            "look at this day, and write it such as 2026-11-22",
        )  # fmt: skip
    is_month_first = (only or order) is DayOrder.MONTH_FIRST
    return _made(text, year, *((one, two) if is_month_first else (two, one)))


def _only_order(one: int, two: int) -> DayOrder | None:
    """The order that such a day can have, where it can have but one."""
    if one > MONTHS_PER_YEAR:
        return DayOrder.DAY_FIRST
    return DayOrder.MONTH_FIRST if two > MONTHS_PER_YEAR else None


def _made(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise CellError("date", "there is no such day", text, "a day of the calendar") from None


def _clock(text: str) -> time:
    parts = _CLOCK.fullmatch(text.strip())
    if parts is None:
        raise CellError("time", "this is no time", text, "a time such as 14:30")
    hour = int(parts[1])
    if parts[3] and not 1 <= hour <= HALF_DAY_H:
        raise CellError("time", "there is no such time", text, "1:00 am to 12:59 pm")
    if parts[3]:
        hour = hour % 12 + (12 if parts[3].lower() == "pm" else 0)
    try:
        return time(hour, int(parts[2]))
    except ValueError:
        raise CellError("time", "there is no such time", text, "00:00 to 23:59") from None


def number(column: str, text: str) -> float:
    """A number with a point or a comma; nothing else is one."""
    if not _NUMBER.fullmatch(text):
        raise CellError(column, "this is no number", text, "a number such as 4 or 6,5")
    if _TWO_WAYS.fullmatch(text):
        whole_one = re.sub("[.,]", "", text)
        raise CellError(
            column, "this can be read in two ways", text, f"{whole_one}, or a number such as 1,25",
            "write it without the point or comma, or with another number of digits behind it",
        )  # fmt: skip
    return float(text.replace(",", "."))


def whole(column: str, text: str, low: int, high: int) -> int:
    """A whole number from `low` to `high`; it is never bent to fit."""
    value = number(column, text)
    if value != int(value) or not low <= value <= high:
        expected = f"a whole number from {low} to {high}"
        raise CellError(column, "this number is not one of those", text, expected)
    return int(value)
