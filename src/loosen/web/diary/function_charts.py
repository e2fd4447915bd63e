"""What a person can do, as charts: what they named, pain in the way, how sure, how it changed."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from loosen import ledger
from loosen.vocabulary import FunctionMeasure, FunctionTold, Scored
from loosen.web.data.wordlists import CHANGE, FUNCTION, ITEMS
from loosen.web.progress.plot import Plot, Point

from .pages import Drawn
from .window import Row, Window, chart_of, from_to

SMALL_PX = 90
WEEKLY = timedelta(days=15)
PEG_ITEMS = 3
MORE_IS_BETTER = "Here more is better."
LESS_IS_BETTER = "Here less is better. A dot is the mean of the three."
Told = list[tuple[datetime, tuple[Scored, ...]]]


def function_charts(window: Window) -> Iterator[Drawn | None]:
    """Each thing that was named by itself, then the three other measures."""
    told: dict[FunctionMeasure, Told] = {measure: [] for measure in FunctionMeasure}
    for at, _, said in window.told(FunctionTold):
        told[said.measure].append((at, said.scores))
    for each in told.values():
        each.sort(key=lambda one: one[0])
    yield from _named_things(window, told[FunctionMeasure.PSFS])
    yield _peg(window, told[FunctionMeasure.PEG])
    yield _confidence(window, told[FunctionMeasure.CONFIDENCE])
    yield _change(window, told[FunctionMeasure.GLOBAL_CHANGE])


def _named_things(window: Window, told: Told) -> Iterator[Drawn | None]:
    changes = ledger.activity_changes(window.log, window.content)
    by_item: dict[str, list[Point]] = {}
    for at, scores in told:
        for one in scores:
            by_item.setdefault(one.item, []).append(Point(at=at, value=one.score))
    for item, named in by_item.items():
        points = tuple(named)
        text = f"{MORE_IS_BETTER} {change_words(changes.get(item))}".strip()
        rows = (Row(at=one.at, what=f"{one.value:g} of 10") for one in points)
        yield chart_of(item, text, _plot(window, points), from_to(points), rows)


def _peg(window: Window, told: Told) -> Drawn | None:
    """The mean of the three, where all three were told; the table has each of them."""
    points = tuple(
        Point(at=at, value=round(sum(one.score for one in scores) / PEG_ITEMS, 1))
        for at, scores in told
        if len(scores) == PEG_ITEMS
    )
    plot, title = _plot(window, points), FUNCTION[FunctionMeasure.PEG]
    return chart_of(title, LESS_IS_BETTER, plot, from_to(points), _item_rows(told))


def _item_rows(told: Told) -> Iterator[Row]:
    for at, scores in told:
        said = ", ".join(f"{ITEMS.get(one.item, one.item)} {one.score}" for one in scores)
        yield Row(at=at, what=said)


def _confidence(window: Window, told: Told) -> Drawn | None:
    points = tuple(Point(at=at, value=scores[0].score) for at, scores in told)
    rows = (Row(at=one.at, what=f"{one.value:g} of 10") for one in points)
    plot, title = _plot(window, points), FUNCTION[FunctionMeasure.CONFIDENCE]
    return chart_of(title, MORE_IS_BETTER, plot, from_to(points), rows)


def _change(window: Window, told: Told) -> Drawn | None:
    """Seven steps; the middle one is no change."""
    points = tuple(Point(at=at, value=scores[0].score) for at, scores in told)
    plot = _plot(window, points, marks=(1, 4, 7))
    rows = (Row(at=one.at, what=CHANGE[int(one.value)]) for one in points)
    text = f"{MORE_IS_BETTER} 4 is about the same as when it began."
    summary = CHANGE[int(points[-1].value)] + "." if points else ""
    return chart_of(FUNCTION[FunctionMeasure.GLOBAL_CHANGE], text, plot, summary, rows)


def _plot(window: Window, points: tuple[Point, ...], marks: tuple[int, ...] = (0, 5, 10)) -> Plot:
    return Plot(
        points=points,
        marks=marks,
        named=tuple(dict.fromkeys((points[0], points[-1]))) if points else (),
        first_day=window.first_day,
        last_day=window.last_day,
        gap=WEEKLY,
        height_px=SMALL_PX,
    )


def change_words(change: ledger.ActivityChange | None) -> str:
    """The change of something named, and whether it counts."""
    if change is None:
        return ""
    matters = "That change counts." if change.matters else "That is too little to count."
    return f"From {change.first_0_10:g} to {change.last_0_10:g} since the first time. {matters}"
