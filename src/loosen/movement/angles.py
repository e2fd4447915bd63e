"""Angles and distances between points of a picture, degrees and pixels."""

from math import atan2, degrees, hypot

from .points import Point

HALF_TURN, TURN = 180.0, 360.0


def apart(one: Point, other: Point) -> float:
    """Pixels between two points."""
    return hypot(one[0] - other[0], one[1] - other[1])


def direction(start: Point, end: Point) -> float:
    """Where `end` lies from `start`: 0 to the right, 90 above, -180 to 180."""
    return degrees(atan2(end[1] - start[1], end[0] - start[0]))


def turned(deg: float) -> float:
    """The same turn, from -180 up to 180."""
    return (deg + HALF_TURN) % TURN - HALF_TURN


def signed(one: Point, corner: Point, other: Point) -> float:
    """The turn from one arm of a corner to the other, -180 to 180."""
    return turned(direction(corner, other) - direction(corner, one))


def inner(one: Point, corner: Point, other: Point) -> float:
    """The corner's own angle, 0 to 180: only where it stays well below 180."""
    return abs(signed(one, corner, other))


def off_line(point: Point, start: Point, end: Point) -> float:
    """How far a point lies above the line, by the picture; below is negative. Pixels."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    off = (dx * (point[1] - start[1]) - dy * (point[0] - start[0])) / length
    return off if dx >= 0 else -off
