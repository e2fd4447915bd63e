"""What repeats hundreds of times on the page, drawn here: a template takes ten times as long."""

from collections.abc import Iterable

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from .pages import DayRow, PainRow

DAY_ROW = (
    '<tr><td>{}</td><td class="number">{}</td><td class="number">{}</td>'
    '<td class="number">{}</td><td class="number">{}</td></tr>'
)
PAIN_ROW = '<tr><td>{}</td><td>{}</td><td class="number">{}</td><td>{}</td></tr>'


def pain_drawn(rows: Iterable[PainRow]) -> SafeString:
    """The scores as rows of a table."""
    cells = ((row.day, row.time, row.pain, row.occasion) for row in rows)
    return format_html_join("", PAIN_ROW, cells)


def days_drawn(rows: Iterable[DayRow]) -> SafeString:
    """The days as rows of a table."""
    cells = ((row.day, row.lowest, row.highest, row.last, row.count) for row in rows)
    return format_html_join("", DAY_ROW, cells)
