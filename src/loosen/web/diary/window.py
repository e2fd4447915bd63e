"""The part of the record that charts look at, and a chart with the table of the same numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from loosen import ledger
from loosen.vocabulary import Content, Entry, Payload
from loosen.web.progress.plot import DAY, Plot, Point, day_words, whole_day
from loosen.web.progress.plot_svg import drawn

from .pages import Drawn

P = TypeVar("P", bound=Payload)
ROW = "<tr><td>{}</td><td>{}</td></tr>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table: when it was, and what was told or done."""

    at: datetime
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days up to today, on the person's own wall clock; `first_day` is midnight."""

    log: ledger.Standing
    content: Content
    first_day: datetime
    last_day: datetime

    def holds(self, at: datetime) -> bool:
        """Whether that moment lies within."""
        return self.first_day <= at < self.last_day + DAY

    def told(self, payload: type[P]) -> Iterator[tuple[datetime, Entry, P]]:
        """What was told of that kind, each with its moment."""
        for entry, said in self.log.of(payload):
            at = wall_clock(entry.happened_at, entry.utc_offset_min)
            if self.holds(at):
                yield at, entry, said


def window_of(log: ledger.Standing, content: Content, now: datetime, days: int) -> Window:
    """The last days, today counted; fewer where the record began later."""
    today = whole_day(now)
    since = today - DAY * (days - 1)
    first = min(log, key=lambda one: one.happened_at, default=None)
    begun = whole_day(wall_clock(first.happened_at, first.utc_offset_min) if first else now)
    return Window(log=log, content=content, first_day=min(max(since, begun), today), last_day=today)


def wall_clock(at: datetime, utc_offset_min: int) -> datetime:
    """The wall clock of the moment, as it was kept."""
    return at.astimezone(UTC) + timedelta(minutes=utc_offset_min)


def chart_of(
    title: str, text: str, plot: Plot, summary: str, rows: Iterable[Row], more: str = ""
) -> Drawn | None:
    """The picture and its table, newest first; None where there is nothing to draw.

    `more` is what only the picture shows to whoever sees it; others hear it.
    """
    newest_first = sorted(rows, key=lambda row: row.at, reverse=True)
    if not newest_first:
        return None
    cells = ((f"{day_words(row.at)}, {row.at:%H:%M}", row.what) for row in newest_first)
    heard = " ".join((f"{title}.", summary, more, "The table below has every number."))
    return Drawn(
        title=title,
        text=text,
        summary=summary,
        picture=drawn(plot, heard) if plot.points or plot.lanes else SafeString(),
        rows=format_html_join("", ROW, cells),
    )


def in_time(points: Iterable[Point]) -> tuple[Point, ...]:
    """By their wall clock: what was told late, or on a clock set back, stands where it belongs."""
    return tuple(sorted(points, key=lambda one: one.at))


def from_to(points: tuple[Point, ...]) -> str:
    """The course in one sentence, with no judgement in it."""
    if not points:
        return ""
    first, last = points[0], points[-1]
    if len(points) == 1:
        return f"{last.value:g} on {day_words(last.at)}."
    return (
        f"From {first.value:g} on {day_words(first.at)} to {last.value:g} on {day_words(last.at)}."
    )
