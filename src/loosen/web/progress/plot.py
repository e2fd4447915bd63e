"""What a plot over days holds, and where each thing stands on its board; `plot_svg` draws it.

Own code instead of a library of charts: a few lines of arithmetic, and no inline style for the
page's policy to refuse. The habits of the best of them are kept: three lines of grid, numbers at
the points themselves, a dot where something was told, and no line where nothing was.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

DAY = timedelta(days=1)
TOP_PX, FLOOR_ROOM_PX = 22, 26
LANE_PX = 24
LANES_GAP_PX = 12
DAY_STEPS = (1, 2, 3, 5, 7, 10, 14, 21, 28)
EACH_POINT_DAYS = 14
DENSE_DAYS = 45
DAY_AND_A_HALF = timedelta(hours=36)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One number, told on the person's wall clock."""

    at: datetime
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From a low to a high number, such as average to worst of one day."""

    at: datetime
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One kind of thing that was done, below the plot on the same days; `tone` is its colour."""

    name: str
    tone: str
    times: tuple[datetime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """Points in time, over whole days; points further apart than `gap` are not joined."""

    points: tuple[Point, ...]
    first_day: datetime
    last_day: datetime
    marks: tuple[int, ...] = (0, 5, 10)
    spans: tuple[Span, ...] = ()
    lanes: tuple[Lane, ...] = ()
    named: tuple[Point, ...] = ()
    gap: timedelta = DAY_AND_A_HALF
    height_px: int = 190

    @property
    def days(self) -> int:
        """How many days it spans, the first and the last counted."""
        return (self.last_day - self.first_day).days + 1

    @property
    def is_dense(self) -> bool:
        """Whether its days are so many that dots and bars have to be small."""
        return self.days > DENSE_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A width to draw on: that of a phone, or of a page."""

    name: str
    width: int
    days_named: int
    bare_left: int
    lanes_left: int
    right_room: int


NARROW = Board(name="narrow", width=322, days_named=4, bare_left=24, lanes_left=64, right_room=26)
WIDE = Board(name="wide", width=672, days_named=8, bare_left=28, lanes_left=84, right_room=40)


class Places:
    """Where a plot's things stand on a board, in its pixels."""

    def __init__(self, plot: Plot, board: Board) -> None:
        self.plot, self.board = plot, board
        self.left = board.lanes_left if plot.lanes else board.bare_left
        self.right = board.width - board.right_room
        self.floor = TOP_PX + plot.height_px
        lanes = LANES_GAP_PX + LANE_PX * len(plot.lanes) if plot.lanes else 0
        self.foot = self.floor + lanes
        self.height = self.foot + FLOOR_ROOM_PX

    def x(self, at: datetime) -> float:
        """How far right a moment lies."""
        part = (at - self.plot.first_day) / (DAY * self.plot.days)
        return round(self.left + part * (self.right - self.left), 1)

    def y(self, value: float) -> float:
        """How far down a number lies."""
        low, high = self.plot.marks[0], self.plot.marks[-1]
        return round(self.floor - self.plot.height_px * (value - low) / (high - low), 1)

    def lane_y(self, index: int) -> float:
        """The middle of that lane."""
        return self.floor + LANES_GAP_PX + LANE_PX * (index + 0.5)

    def runs(self) -> Iterator[tuple[Point, ...]]:
        """The points that are joined with each other; one by itself is a run too."""
        run: list[Point] = []
        for point in self.plot.points:
            if run and point.at - run[-1].at > self.plot.gap:
                yield tuple(run)
                run = []
            run.append(point)
        if run:
            yield tuple(run)

    def named_days(self) -> tuple[datetime, ...]:
        """The days with their names below, from the last one back, never too close together."""
        most = self.board.days_named
        step = next((one for one in DAY_STEPS if self.plot.days <= one * most), DAY_STEPS[-1])
        back = range(0, self.plot.days, step)
        return tuple(self.plot.last_day - DAY * day for day in reversed(back))


def whole_day(at: datetime) -> datetime:
    """Midnight at the beginning of that day."""
    return at.replace(hour=0, minute=0, second=0, microsecond=0)


def day_words(at: datetime) -> str:
    """22 Nov."""
    return f"{at.day} {at:%b}"


def middle_of_days(points: Sequence[Point]) -> tuple[tuple[Point, ...], tuple[Span, ...]]:
    """Many numbers as one point a day, its middle one, with its lowest and highest beside it."""
    days: dict[datetime, list[float]] = {}
    for point in points:
        days.setdefault(whole_day(point.at), []).append(point.value)
    noon = timedelta(hours=12)
    middles = tuple(
        Point(at=day + noon, value=sorted(told)[len(told) // 2]) for day, told in days.items()
    )
    spans = tuple(Span(at=day + noon, low=min(told), high=max(told)) for day, told in days.items())
    return middles, spans
