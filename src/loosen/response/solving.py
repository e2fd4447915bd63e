"""Small symmetric positive systems, solved without a library (Cholesky)."""

from collections.abc import Sequence
from math import sqrt

Rows = list[list[float]]


def lower(matrix: Sequence[Sequence[float]]) -> Rows:
    """The lower triangle whose product with its own transpose is the matrix."""
    rows: Rows = []
    for place, row in enumerate(matrix):
        done: list[float] = []
        for column in range(place):
            other = rows[column]
            rest = row[column] - sum(map(float.__mul__, done, other))
            done.append(rest / other[column])
        done.append(sqrt(row[place] - sum(one * one for one in done)))
        rows.append(done)
    return rows


def solved(triangle: Rows, right: Sequence[float]) -> list[float]:
    """The solution of the system whose triangle this is."""
    forward: list[float] = []
    for row, value in zip(triangle, right, strict=True):
        forward.append((value - sum(map(float.__mul__, row, forward))) / row[-1])
    size = len(triangle)
    back = [0.0] * size
    for place in reversed(range(size)):
        rest = sum(triangle[below][place] * back[below] for below in range(place + 1, size))
        back[place] = (forward[place] - rest) / triangle[place][place]
    return back


def quadratic(triangle: Rows, vector: Sequence[float]) -> float:
    """The vector by the inverse by the vector: a variance, where the matrix is a precision."""
    forward: list[float] = []
    for row, value in zip(triangle, vector, strict=True):
        forward.append((value - sum(map(float.__mul__, row, forward))) / row[-1])
    return sum(one * one for one in forward)
