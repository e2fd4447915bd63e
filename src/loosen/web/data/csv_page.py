"""What the page of a table shows before anything of it is taken in."""

from dataclasses import dataclass

from loosen.export import DayOrder, text_of
from loosen.vocabulary import Problem

from .csv_in import Table
from .pages import MOST_PROBLEMS_SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePage:
    """How many rows are fine and new, what is wrong with others, and the table to send again."""

    new: int
    known: int
    problems: tuple[Problem, ...]
    more: int
    asks_day_order: bool
    order: str
    text: str


def table_page(table: Table, data: bytes, order: DayOrder | None) -> TablePage:
    """The page of a table that was read."""
    problems = table.read.problems
    return TablePage(
        new=table.new,
        known=table.known,
        problems=problems[:MOST_PROBLEMS_SHOWN],
        more=max(0, len(problems) - MOST_PROBLEMS_SHOWN),
        asks_day_order=table.read.asks_day_order,
        order=order.value if order else "",
        text=text_of(data),
    )
