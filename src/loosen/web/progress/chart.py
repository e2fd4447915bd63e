"""The chart of pain over days, as places on a drawing board; the template draws the SVG.

Own code instead of a chart library: a few lines of arithmetic, 3 kB of drawing, no inline
style for the page's policy to refuse. The same values stand in a table below the chart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

WIDTH_PX = 720
HEIGHT_PX = 280
LEFT_PX = 36
RIGHT_PX = 16
TOP_PX = 16
BOTTOM_PX = 36
LEAST_BAR_PX = 3
PAIN_MOST = 10
PAIN_LINES = (0, 2, 4, 6, 8, 10)
DAY_LABELS_MOST = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One pain score on the person's wall clock."""

    at: datetime
    pain_0_10: int
    occasion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Average to worst of one day, on the person's wall clock."""

    at: datetime
    average_0_10: int
    worst_0_10: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A span on the board, from its top down."""

    x: float
    top: float
    height: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One score on the board."""

    x: float
    y: float
    pain_0_10: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A line of the grid or a day's name, with its place."""

    place: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Everything the template needs to draw; `path` joins the dots in time."""

    width: int
    height: int
    left: int
    right: int
    floor: int
    dots: tuple[Dot, ...]
    path: str
    pain_marks: tuple[Mark, ...]
    day_marks: tuple[Mark, ...]
    session_marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    summary: str


def draw(
    scores: Sequence[Score],
    sessions: Sequence[datetime],
    summary: str,
    spans: Sequence[Span] = (),
) -> Chart | None:
    """A chart of at least two scores; None where there is too little to draw."""
    if len(scores) < 2:
        return None
    in_time = sorted(scores, key=lambda score: score.at)
    first, last = _whole_days(in_time[0].at, in_time[-1].at)
    dots = tuple(_dot(score, first, last) for score in in_time)
    shown = [at for at in sessions if first <= at <= last]
    return Chart(
        width=WIDTH_PX,
        height=HEIGHT_PX,
        left=LEFT_PX,
        right=WIDTH_PX - RIGHT_PX,
        floor=HEIGHT_PX - BOTTOM_PX,
        dots=dots,
        path="M" + " L".join(f"{dot.x:g} {dot.y:g}" for dot in dots),
        pain_marks=tuple(Mark(place=_y(pain), text=str(pain)) for pain in PAIN_LINES),
        day_marks=_day_marks(first, last),
        session_marks=tuple(Mark(place=_x(at, first, last), text=_day(at)) for at in shown),
        bars=tuple(_bar(span, first, last) for span in spans if first <= span.at <= last),
        summary=summary,
    )


def _whole_days(first: datetime, last: datetime) -> tuple[datetime, datetime]:
    """Midnight before the first score to midnight after the last."""
    start = first.replace(hour=0, minute=0, second=0, microsecond=0)
    end = last.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return start, end


def _dot(score: Score, first: datetime, last: datetime) -> Dot:
    label = f"{_day(score.at)}, {score.at:%H:%M}: {score.pain_0_10} of 10, {score.occasion}"
    x, y = _x(score.at, first, last), _y(score.pain_0_10)
    return Dot(x=x, y=y, pain_0_10=score.pain_0_10, label=label)


def _bar(span: Span, first: datetime, last: datetime) -> Bar:
    low, high = sorted((span.average_0_10, span.worst_0_10))
    label = f"{_day(span.at)}: worst {span.worst_0_10}, average {span.average_0_10}"
    top = _y(high)
    height = max(LEAST_BAR_PX, round(_y(low) - top, 1))
    return Bar(x=_x(span.at, first, last), top=top, height=height, label=label)


def _x(at: datetime, first: datetime, last: datetime) -> float:
    part = (at - first) / (last - first)
    return round(LEFT_PX + part * (WIDTH_PX - LEFT_PX - RIGHT_PX), 1)


def _y(pain_0_10: int) -> float:
    height = HEIGHT_PX - TOP_PX - BOTTOM_PX
    return round(TOP_PX + height * (1 - pain_0_10 / PAIN_MOST), 1)


def _day_marks(first: datetime, last: datetime) -> tuple[Mark, ...]:
    """The names of the days below the chart, thinned out so that they never touch."""
    days = (last - first).days
    step = -(-days // DAY_LABELS_MOST)
    noons = [first + timedelta(days=day, hours=12) for day in range(0, days, step)]
    return tuple(Mark(place=_x(noon, first, last), text=_day(noon)) for noon in noons)


def _day(at: datetime) -> str:
    return f"{at.day} {at:%b}"
