"""How high somebody sat, as a line against their own start; when it changed, and each nudge."""

from .markup import clock, tag
from .plot import NARROW, TOP, WIDE, Board, Places, axis, band, drawn_line, keys, mark, patterns
from .sheet import SittingSheet

ROOM = 1.4  # of the bound, so that start and bound both have their place below and above
ABOVE = 0.35


def sitting_plots(sheet: SittingSheet) -> str:
    """Both sizes."""
    return _plot(sheet, NARROW) + _plot(sheet, WIDE)


def _plot(sheet: SittingSheet, board: Board) -> str:
    bound = sheet.bound_percent
    least = ((0.0, ABOVE * bound), (0.0, -ROOM * bound))
    at = Places((*sheet.line, *least), sheet.begins_s, sheet.seconds, board)
    fill = f"url(#unseen-{board.name})"
    unseen = (band(at, one.start_s, one.end_s, "unseen", fill) for one in sheet.stretches)
    parts = (
        patterns(board), *unseen, _level(at, 0.0, "own", "start"),
        _level(at, -bound, "bound", "nudge"), axis(at), _starts(sheet, at),
        drawn_line(sheet.line, at), _changes(sheet, at), _nudges(sheet, at),
    )  # fmt: skip
    return tag(
        "svg", *parts, class_=f"plot plot--{board.name}", role="img", aria_label=_words(sheet),
        viewBox=f"0 0 {board.width:g} {board.height:g}",
    )  # fmt: skip


def _words(sheet: SittingSheet) -> str:
    """The drawing for whoever does not see it."""
    told = [value for _, value in sheet.line if value is not None]
    if not told:
        return "How high you sat could not be told."
    times = ", ".join(clock(one) for one in sheet.nudges_s) or "never"
    return (
        f"How high you sat against your start, over {clock(sheet.seconds - sheet.begins_s)}: "
        f"at the lowest {max(-min(told), 0):.0f} percent below it. Nudged: {times}."
    )


def _level(at: Places, value: float, kind: str, name: str) -> str:
    """The start, or the bound: a line from side to side, with its name."""
    y = at.y(value)
    path = f"M{at.board.left:g} {y:.1f}H{at.board.width - 12:g}"
    line = tag("path", d=path, class_=f"level level--{kind}")
    return line + mark(at.board.left - 6, y + 4, "end", name)


def _starts(sheet: SittingSheet, at: Places) -> str:
    """From here on it is compared."""
    path = "".join(f"M{at.x(one):.1f} {TOP - 20:g}V{at.floor:g}" for one in sheet.starts_s)
    return tag("path", d=path, class_="level level--begins") if path else ""


def _changes(sheet: SittingSheet, at: Places) -> str:
    dots = (
        tag("circle", cx=at.x(t_s), cy=at.y(value), r=5.0, class_="peak peak--counted")
        for t_s, value in sheet.changes
    )
    return "".join(dots)


def _nudges(sheet: SittingSheet, at: Places) -> str:
    """Below the times, as what is said in a set."""
    y = at.board.height - 10
    ticks = "".join(f"M{at.x(one):.1f} {y - 9:g}l6 9h-12z" for one in sheet.nudges_s)
    return tag("path", d=ticks, class_="cue") if ticks else ""


def sitting_legend(sheet: SittingSheet) -> str:
    """What each sign means; only those that are there."""
    parts = [
        ("signal", "how high you sat, the middle of a while"),
        ("own", "as at your start"),
        ("bound", f"{sheet.bound_percent:.0f} % lower: from here on there may be a nudge"),
    ]
    if sheet.starts_s:
        parts.append(("begins", "a start was taken"))
    if sheet.changes:
        parts.append(("change", "it changed, and stayed so"))
    if sheet.nudges_s:
        parts.append(("cue", "a nudge"))
    if sheet.stretches:
        parts.append(("unseen", "not seen to sit"))
    return keys(parts)
