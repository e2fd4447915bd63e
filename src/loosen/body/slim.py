"""SVG paths written short: points that nobody misses left out, the rest as steps.

A figure's outlines have 36 points each whatever their size; on a card most of them lie on a
straight line, to a tenth of a pixel.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import hypot

STRAIGHT_PX = 0.15  # a point less far off the line between its neighbours is left out
TENTHS = 10
_PATH = re.compile(r' d="([^"]*)"')
_RUN = re.compile(r"M([^MZ]*)(Z?)")
_NUMBER = re.compile(r"-?\d+\.?\d*")
Point = tuple[int, int]


def slimmed(svg: str) -> str:
    """The same picture in fewer letters; every path of it made of `M`, `L` and `Z`."""
    return _PATH.sub(lambda found: f' d="{_path(found[1])}"', svg)


def _path(written: str) -> str:
    return "".join(_run(points, end) for points, end in _runs(written))


def _runs(written: str) -> Iterator[tuple[list[Point], str]]:
    for run in _RUN.finditer(written):
        numbers = [round(float(one) * TENTHS) for one in _NUMBER.findall(run[1])]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        yield (kept(points) if run[2] else points), run[2].lower()


def kept(points: list[Point]) -> list[Point]:
    """The points, in tenths of a pixel, without those that lie on the way to the next."""
    found = points[:1]
    for here, after in pairwise(points[1:]):
        if _off_px(found[-1], here, after) > STRAIGHT_PX:
            found.append(here)
    return [*found, *points[len(points) - 1 :]] if len(points) > 1 else found


def _off_px(before: Point, here: Point, after: Point) -> float:
    """How far a point is off the line between two others; far away where these are one."""
    dx, dy = after[0] - before[0], after[1] - before[1]
    length = hypot(dx, dy)
    if not length:
        return 0.0 if here == before else STRAIGHT_PX * 2
    return abs(dx * (here[1] - before[1]) - dy * (here[0] - before[0])) / length / TENTHS


def _run(points: list[Point], end: str) -> str:
    steps = [f"M{_pair(*points[0])}l"]
    for (x0, y0), (x1, y1) in pairwise(points):
        steps.append(_pair(x1 - x0, y1 - y0))
    return " ".join(steps).replace("l ", "l").replace(" -", "-") + end


def _pair(x: int, y: int) -> str:
    return f"{_tenths(x)} {_tenths(y)}"


@cache
def _tenths(value: int) -> str:
    """-3 -> -.3, 20 -> 2."""
    return (
        f"{value / TENTHS:g}".replace("0.", ".", 1)
        if abs(value) < TENTHS
        else f"{value / TENTHS:g}"
    )
