"""A plot as SVG, once for a phone and once for a wide page; the style sheet shows one of them.

All dots are one path of points with round ends, so that a hundred of them cost what one costs.
"""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from .plot import DAY, NARROW, WIDE, Board, Places, Plot, Point, day_words

SVG = '<svg class="plot plot--{}" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'


def drawn(plot: Plot, words: str) -> SafeString:
    """Both sizes; `words` say what it shows to whoever cannot see it."""
    both = (_svg(plot, board, words) for board in (NARROW, WIDE))
    return format_html_join("\n", "{}", ((one,) for one in both))


def _svg(plot: Plot, board: Board, words: str) -> SafeString:
    at = Places(plot, board)
    parts = (_grid(at), _days(at), _spans(at), _line(at), _dots(at), _names(at), _lanes(at))
    name = f"{board.name} plot--dense" if plot.is_dense else board.name
    return format_html(SVG, name, board.width, at.height, words, _joined(parts))


def _joined(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def _path(name: str, shape: str) -> SafeString:
    """A path of our own numbers; nothing that a person wrote is ever in one."""
    return mark_safe(f'<path class="plot__{name}" d="{shape}"/>' if shape else "")


def _text(name: str, x: float, y: float, anchor: str, words: str) -> SafeString:
    return format_html(
        '<text class="plot__{}" x="{}" y="{}" text-anchor="{}">{}</text>', name, x, y, anchor, words
    )


def _grid(at: Places) -> SafeString:
    marks = at.plot.marks
    lines = "".join(f"M{at.left} {at.y(mark):g}H{at.right}" for mark in marks)
    words = (_text("mark", at.left - 8, at.y(mark) + 4.5, "end", str(mark)) for mark in marks)
    return _path("grid", lines) + _joined(words)


def _days(at: Places) -> SafeString:
    noons = [(day, at.x(day + DAY / 2)) for day in at.named_days()]
    ticks = "".join(f"M{x:g} {at.foot}v5" for _, x in noons)
    names = (_text("mark", x, at.foot + 20, "middle", day_words(day)) for day, x in noons)
    return _path("grid", ticks) + _joined(names)


def _spans(at: Places) -> SafeString:
    spans = at.plot.spans
    return _path(
        "span", "".join(f"M{at.x(one.at):g} {at.y(one.high):g}V{at.y(one.low):g}" for one in spans)
    )


def _line(at: Places) -> SafeString:
    joined = (run for run in at.runs() if len(run) > 1)
    return _path("line", "".join("M" + "L".join(_place(at, one) for one in run) for run in joined))


def _dots(at: Places) -> SafeString:
    told = at.plot.points
    dots = _path("dots", "".join(f"M{_place(at, one)}h0" for one in told))
    return dots + _path("last", f"M{_place(at, told[-1])}h0" if told else "")


def _place(at: Places, point: Point) -> str:
    return f"{at.x(point.at):g} {at.y(point.value):g}"


def _names(at: Places) -> SafeString:
    """The numbers at their points: the last to its right, the others above."""
    last = at.plot.points[-1] if at.plot.points else None
    words = (
        _text("last-name", at.x(one.at) + 9, at.y(one.value) + 6, "start", f"{one.value:g}")
        if one == last
        else _text("name", at.x(one.at), at.y(one.value) - 9, "middle", f"{one.value:g}")
        for one in at.plot.named
    )
    return _joined(words)


def _lanes(at: Places) -> SafeString:
    parts: list[SafeString] = []
    for index, lane in enumerate(at.plot.lanes):
        y = at.lane_y(index)
        times = "".join(f"M{at.x(one):g} {y - 6:g}v12" for one in lane.times)
        parts.append(_path("grid", f"M{at.left} {y:g}H{at.right}"))
        parts.append(_path(f"lane plot__lane--{lane.tone}", times))
        parts.append(_text("lane-name", at.left - 8, y + 4.5, "end", lane.name))
    return _joined(parts)
