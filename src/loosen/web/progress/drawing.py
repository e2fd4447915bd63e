"""What repeats hundreds of times on the page, drawn here: a template takes ten times as long."""

from collections.abc import Iterable

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from .chart import Dot
from .pages import DayRow, PainRow

DOT = '<circle class="{}" cx="{}" cy="{}" r="5"><title>{}</title></circle>'
DOT_CLASS = "chart__dot"
LAST_DOT_CLASS = "chart__dot chart__dot--after"
DAY_ROW = (
    '<tr><td>{}</td><td class="number">{}</td><td class="number">{}</td>'
    '<td class="number">{}</td><td class="number">{}</td></tr>'
)
PAIN_ROW = '<tr><td>{}</td><td>{}</td><td class="number">{}</td><td>{}</td></tr>'


def dots_drawn(dots: tuple[Dot, ...]) -> SafeString:
    """The dots of the chart as SVG; the last one stands out."""
    classes = [DOT_CLASS] * (len(dots) - 1) + [LAST_DOT_CLASS]
    places = ((name, dot.x, dot.y, dot.label) for name, dot in zip(classes, dots, strict=True))
    return format_html_join("\n", DOT, places)


def pain_drawn(rows: Iterable[PainRow]) -> SafeString:
    """The scores as rows of a table."""
    cells = ((row.day, row.time, row.pain, row.occasion) for row in rows)
    return format_html_join("", PAIN_ROW, cells)


def days_drawn(rows: Iterable[DayRow]) -> SafeString:
    """The days as rows of a table."""
    cells = ((row.day, row.lowest, row.highest, row.last, row.count) for row in rows)
    return format_html_join("", DAY_ROW, cells)
