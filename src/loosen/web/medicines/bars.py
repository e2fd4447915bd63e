"""The last 24 hours of one ingredient as places on a drawing board; the template draws the SVG."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from loosen import ledger
from loosen.vocabulary import IngredientDay
from loosen.web.records.zones import on_wall
from loosen.web.site.visit import Visit

from .wall import time_words, zone_of
from .words import ingredient_words, mg_words

DAY = timedelta(hours=24)
WIDTH_PX = 640
LEFT_PX, RIGHT_PX = 16, 624
RAIL_PX = 24  # the height of the rail on top, which holds what a day allows
RAIL_GAP_PX = 4
FLOOR_PX = 124
TALLEST_PX = 76
LEAST_PX = 8
MARK_EVERY_H = 6
Doses = Sequence[tuple[datetime, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One dose: where it stands, how tall, and its words."""

    x: float
    y: float
    height: float
    when: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The part of what a day allows that one dose took."""

    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """A mark of the axis."""

    x: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBar:
    """One ingredient: its doses on the line of the last 24 hours, and the sum in words."""

    name: str
    summary: str
    doses: tuple[Bar, ...]
    shares: tuple[Share, ...]
    is_over: bool
    hours: tuple[Hour, ...]
    rail: int = RAIL_PX
    width: int = WIDTH_PX
    left: int = LEFT_PX
    right: int = RIGHT_PX
    span: int = RIGHT_PX - LEFT_PX
    floor: int = FLOOR_PX
    height: int = FLOOR_PX + 32


def day_bar(day: IngredientDay, visit: Visit) -> DayBar:
    """The drawing, with everything that it shows in words as well."""
    doses = tuple(_doses(day, visit))
    name = ingredient_words(day.ingredient_id, visit)
    return DayBar(
        name=name[:1].upper() + name[1:],
        summary=sum_words(day),
        doses=tuple(_bars(doses, visit)),
        shares=tuple(_shares([ug for _, ug in doses], day.most_24h_ug)),
        is_over=day.most_24h_ug is not None and day.taken_24h_ug > day.most_24h_ug,
        hours=tuple(_hours(visit)),
    )


def sum_words(day: IngredientDay) -> str:
    """800 mg of at most 1,200 mg, in 2 doses."""
    taken = mg_words(day.taken_24h_ug)
    if not day.is_exact:
        taken = f"at least {taken}"
    most = f" of at most {mg_words(day.most_24h_ug)}" if day.most_24h_ug else ""
    doses = "1 dose" if day.doses_24h == 1 else f"{day.doses_24h} doses"
    return f"{taken}{most}, in {doses}"


def _doses(day: IngredientDay, visit: Visit) -> Iterator[tuple[datetime, int]]:
    """When, and how much of the ingredient, oldest first."""
    for entry, dose in ledger.doses_taken(visit.entries):
        ug = sum(one.ug for one in dose.amounts if one.ingredient_id == day.ingredient_id)
        if ug and visit.now - DAY < entry.happened_at <= visit.now:
            yield entry.happened_at, ug


def _bars(doses: Doses, visit: Visit) -> Iterator[Bar]:
    """As tall as their part of the largest dose: the rail above says how much is left."""
    whole = max((ug for _, ug in doses), default=1)
    for at, ug in doses:
        height = round(max(LEAST_PX, TALLEST_PX * ug / whole), 1)
        yield Bar(
            x=_x(at, visit.now),
            y=round(FLOOR_PX - height, 1),
            height=height,
            when=time_words(at, visit),
            amount=mg_words(ug),
        )


def _shares(doses_ug: Sequence[int], most_ug: int | None) -> Iterator[Share]:
    """Side by side on the rail; what is over the limit fills it to its end and no further."""
    if not most_ug:
        return
    whole = max(most_ug, sum(doses_ug))
    scale = (RIGHT_PX - LEFT_PX) / whole
    before = 0
    for ug in doses_ug:
        width = max(ug * scale - RAIL_GAP_PX, 1)
        yield Share(x=round(LEFT_PX + before * scale, 1), width=round(width, 1))
        before += ug


def _x(at: datetime, now: datetime) -> float:
    part = 1 - (now - at) / DAY
    return round(LEFT_PX + part * (RIGHT_PX - LEFT_PX), 1)


def _hours(visit: Visit) -> Iterator[Hour]:
    """The ends of the line and every sixth hour between them, by the wall clock."""
    yield Hour(x=LEFT_PX, text="a day ago", anchor="start")
    for hours in range(DAY // timedelta(hours=1) - MARK_EVERY_H, 0, -MARK_EVERY_H):
        at = visit.now - timedelta(hours=hours)
        text = f"{on_wall(at, zone_of(visit)):%H:%M}"
        yield Hour(x=_x(at, visit.now), text=text, anchor="middle")
    yield Hour(x=RIGHT_PX, text="now", anchor="end")
