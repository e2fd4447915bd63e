"""The signal of a set as a drawing: what counted, what was too small, what could not be judged."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from .markup import clock, tag, text
from .sheet import Row, Sample, SetSheet

POINTS = 900  # of the line at most: more is finer than a screen
TOP, FOOT, LANE = 34.0, 30.0, 30.0
STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200)
PAD = 0.12  # of the signal's spread above and below


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A size of the drawing; the style sheet shows one of the two."""

    name: str
    width: float
    height: float
    left: float
    marks: int


NARROW = Board(name="narrow", width=360, height=250, left=42, marks=4)
WIDE = Board(name="wide", width=1000, height=330, left=52, marks=9)


class Places:
    """Where a time and a value stand on a board."""

    def __init__(
        self, line: Sequence[Sample], begins_s: float, ends_s: float, board: Board
    ) -> None:
        values = [one for _, one in line if one is not None]
        self.is_empty = not values
        low, high = (0.0, 1.0) if self.is_empty else (min(values), max(values))
        room = PAD * (high - low) or 0.5
        self.low, self.high = low - room, high + room
        self.begins_s, self.seconds = begins_s, max(ends_s - begins_s, 1e-3)
        self.board = board
        self.floor = board.height - FOOT - LANE

    def x(self, t_s: float) -> float:
        """From the left."""
        share = min(max((t_s - self.begins_s) / self.seconds, 0.0), 1.0)
        return self.board.left + share * (self.board.width - self.board.left - 12)

    def y(self, value: float) -> float:
        """From the top."""
        share = (value - self.low) / (self.high - self.low)
        return self.floor - share * (self.floor - TOP)


def plots(sheet: SetSheet) -> str:
    """Both sizes."""
    return _plot(sheet, NARROW) + _plot(sheet, WIDE)


def _plot(sheet: SetSheet, board: Board) -> str:
    at = Places(sheet.line, sheet.begins_s, sheet.seconds, board)
    parts = (
        patterns(board), _bands(sheet, at), _grid(at), axis(at), drawn_line(sheet.line, at),
        _peaks(sheet, at), _lane(sheet, at),
    )  # fmt: skip
    words = f"{sheet.signal} over {at.seconds:.0f} seconds: {sheet.count} counted"
    return tag(
        "svg", *parts, class_=f"plot plot--{board.name}", role="img", aria_label=words,
        viewBox=f"0 0 {board.width:g} {board.height:g}",
    )  # fmt: skip


def patterns(board: Board) -> str:
    """The hatching of what could not be judged: told apart without colour, too."""
    stripe = tag("path", d="M0 8L8 0", class_="hatch")
    return tag(
        "defs",
        tag("pattern", stripe, id=f"unseen-{board.name}", width="8", height="8",
            patternUnits="userSpaceOnUse"),
    )  # fmt: skip


def _bands(sheet: SetSheet, at: Places) -> str:
    bands = [band(at, one.start_s, one.end_s, _kind(one)) for one in sheet.rows]
    fill = f"url(#unseen-{at.board.name})"
    bands += [band(at, one.start_s, one.end_s, "unseen", fill) for one in sheet.stretches]
    return "".join(bands)


def _kind(row: Row) -> str:
    return "partial" if row.number is None else "counted"


def band(at: Places, start_s: float, end_s: float, kind: str, fill: str | None = None) -> str:
    """A stretch of time, from top to floor."""
    x, end = at.x(start_s), at.x(end_s)
    return tag(
        "rect", x=x, y=TOP - 20, width=max(end - x, 1.5), height=at.floor - TOP + 20,
        rx=4.0, class_=f"band band--{kind}", fill=fill,
    )  # fmt: skip


def _grid(at: Places) -> str:
    if at.is_empty:
        return ""
    values = [at.low + share * (at.high - at.low) for share in (0.1, 0.5, 0.9)]
    digits = 0 if at.high - at.low > 8 else 2
    lines = "".join(f"M{at.board.left:g} {at.y(one):.1f}H{at.board.width - 12:g}" for one in values)
    marks = (mark(at.board.left - 8, at.y(one) + 4, "end", f"{one:.{digits}f}") for one in values)
    return tag("path", d=lines, class_="grid") + "".join(marks)


def axis(at: Places) -> str:
    """The times along the floor."""
    step = next((one for one in STEPS_S if at.seconds / one <= at.board.marks), STEPS_S[-1])
    first = ceil(at.begins_s / step)
    times = [index * step for index in range(first, int((at.begins_s + at.seconds) / step) + 1)]
    ticks = "".join(f"M{at.x(one):.1f} {at.floor:g}v6" for one in times)
    foot = at.floor + 20
    marks = (mark(at.x(one), foot, "middle", _short(one, step)) for one in times)
    base = f"M{at.board.left:g} {at.floor:g}H{at.board.width - 12:g}"
    return tag("path", d=base + ticks, class_="axis") + "".join(marks)


def _short(t_s: int, step_s: int) -> str:
    return f"{t_s} s" if step_s < 60 and t_s < 60 else f"{t_s // 60}:{t_s % 60:02d}"


def mark(x: float, y: float, anchor: str, words: str, kind: str = "mark") -> str:
    """A word or a number in the drawing."""
    return tag("text", text(words), x=x, y=y, text_anchor=anchor, class_=kind)


def drawn_line(line: tuple[Sample, ...], at: Places) -> str:
    """The signal; broken where nothing was judged."""
    runs = _runs(thinned(line))
    path = "".join(
        "M" + "L".join(f"{at.x(t_s):.1f} {at.y(value):.1f}" for t_s, value in run) for run in runs
    )
    return tag("path", d=path, class_="signal") if path else ""


def thinned(line: tuple[Sample, ...]) -> list[Sample]:
    """Of many points the lowest and the highest of each small stretch, so that no peak is lost."""
    if len(line) <= POINTS:
        return list(line)
    size = 2 * len(line) // POINTS + 1
    kept: list[Sample] = []
    for start in range(0, len(line), size):
        part = line[start : start + size]
        seen = [(t_s, value) for t_s, value in part if value is not None]
        if len(seen) < len(part):
            kept.append((part[0][0], None))
        if seen:
            kept += sorted({min(seen, key=_value), max(seen, key=_value)})
    return kept


def _value(sample: tuple[float, float]) -> float:
    return sample[1]


def _runs(line: list[Sample]) -> Iterator[list[tuple[float, float]]]:
    run: list[tuple[float, float]] = []
    for t_s, value in line:
        if value is not None:
            run.append((t_s, value))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _peaks(sheet: SetSheet, at: Places) -> str:
    """A dot where each was out farthest, and its number above it."""
    seen = [(t_s, value) for t_s, value in sheet.line if value is not None]
    return "".join(_peak(one, seen, at) for one in sheet.rows if seen)


def _peak(row: Row, seen: list[tuple[float, float]], at: Places) -> str:
    _, value = min(seen, key=lambda one: abs(one[0] - row.peak_s))
    x, y = at.x(row.peak_s), at.y(value)
    kind = _kind(row)
    name = "" if row.number is None else mark(x, TOP - 6, "middle", str(row.number), "number")
    return tag("circle", cx=x, cy=y, r=5.0, class_=f"peak peak--{kind}") + name


def _lane(sheet: SetSheet, at: Places) -> str:
    """Below the times: when something was said."""
    y = at.board.height - 10
    ticks = "".join(f"M{at.x(one.t_s):.1f} {y - 9:g}l6 9h-12z" for one in sheet.said)
    return tag("path", d=ticks, class_="cue") if ticks else ""


def keys(signs: Iterable[tuple[str, str]]) -> str:
    """Signs and what each means."""
    rows = (tag("li", tag("i", class_=f"key key--{key}"), text(words)) for key, words in signs)
    return tag("ul", *rows, class_="legend")


def legend(sheet: SetSheet) -> str:
    """What each sign means; only those that are there."""
    parts = [("signal", f"{sheet.signal}, in {sheet.unit}")]
    if sheet.count:
        parts.append(("counted", "counted"))
    if sheet.partials:
        parts.append(("partial", "too small to count"))
    if sheet.stretches:
        parts.append(("unseen", "not judged"))
    if sheet.said:
        parts.append(("cue", "something to say"))
    return keys(parts)


def stamp(t_s: float) -> str:
    """A time in running text."""
    return tag("time", text(clock(t_s)))
