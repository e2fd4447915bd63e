"""Reads a plot back from a page: the numbers that its dots and bars stand for."""

import re

NARROW = re.compile(r'<svg class="plot plot--narrow.*?</svg>', re.DOTALL)
GRID = re.compile(r'text class="plot__mark" x="[\d.]+" y="([\d.]+)" text-anchor="end">(\d+)<')
WORDS_BELOW_LINE_PX = 4.5


def plots(page: str) -> list[str]:
    """Every plot of the page, as it is drawn for a phone."""
    return NARROW.findall(page)


def dots(plot: str) -> list[float]:
    """The numbers of the dots, in the order in which they are drawn."""
    return [_value(plot, float(y)) for _, y in _moves(plot, "dots", r"M([\d.]+) ([\d.]+)h0")]


def places(plot: str) -> list[float]:
    """How far right each dot stands."""
    return [float(x) for x, _ in _moves(plot, "dots", r"M([\d.]+) ([\d.]+)h0")]


def bars(plot: str) -> list[tuple[float, float]]:
    """The low and the high number of each bar."""
    ends = _moves(plot, "span", r"M[\d.]+ ([\d.]+)V([\d.]+)")
    return [(_value(plot, float(low)), _value(plot, float(high))) for high, low in ends]


def joined(plot: str) -> list[int]:
    """How many dots each unbroken line joins."""
    shape = re.search(r'class="plot__line" d="([^"]*)"', plot)
    return [run.count("L") + 1 for run in shape[1].split("M") if run] if shape else []


def lanes(plot: str) -> dict[str, int]:
    """How often each kind of thing was done."""
    drawn = re.findall(
        r'class="plot__lane plot__lane--[\w-]+" d="([^"]*)"/><text[^>]*>([^<]+)', plot
    )
    return {name: shape.count("M") for shape, name in drawn}


def _moves(plot: str, name: str, move: str) -> list[tuple[str, str]]:
    shape = re.search(rf'class="plot__{name}" d="([^"]*)"', plot)
    return re.findall(move, shape[1]) if shape else []


def _value(plot: str, y: float) -> float:
    """By the grid's own marks, so that a dot in the wrong place is a wrong number."""
    (low_y, low), *_, (high_y, high) = [
        (float(at) - WORDS_BELOW_LINE_PX, float(value)) for at, value in GRID.findall(plot)
    ]
    return round(low + (low_y - y) / (low_y - high_y) * (high - low), 1)
