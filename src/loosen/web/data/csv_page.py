"""What the page of a table shows before anything of it is taken in."""

from dataclasses import dataclass

from loosen.export import CsvMeant, text_of
from loosen.vocabulary import Problem

from .csv_in import Table
from .pages import MOST_PROBLEMS_SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePage:
    """How many rows are fine and new, what is wrong with others, and the table to send again.

    `remarks` stop nothing; `order` and `sure_of_doses` are what was said of the table already.
    """

    new: int
    known: int
    problems: tuple[Problem, ...]
    more: int
    asks_day_order: bool
    order: str
    asks_of_doses: bool
    sure_of_doses: bool
    remarks: tuple[Problem, ...]
    text: str


def table_page(table: Table, data: bytes, meant: CsvMeant) -> TablePage:
    """The page of a table that was read."""
    problems = table.read.problems
    return TablePage(
        new=table.new,
        known=table.known,
        problems=problems[:MOST_PROBLEMS_SHOWN],
        more=max(0, len(problems) - MOST_PROBLEMS_SHOWN),
        asks_day_order=table.read.asks_day_order,
        order=meant.day_order or "",
        asks_of_doses=table.read.asks_of_doses,
        sure_of_doses=meant.sure_of_doses,
        remarks=table.read.remarks[:MOST_PROBLEMS_SHOWN],
        text=text_of(data),
    )
