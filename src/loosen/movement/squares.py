"""Least squares of a curved model, by damped steps from a first guess that is held to."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

Numbers: TypeAlias = list[float]
Slopes: TypeAlias = tuple[tuple[int, float], ...]  # by number, in their order; 0 is left out
Model: TypeAlias = Callable[[Numbers], Iterable[tuple[float, Slopes]]]
TRIES, ENOUGH = 8, 1e-3
DAMPED, DAMPED_LEAST, EASES = 1e-2, 1e-4, 5.0


class Normal:
    """The equations of one guess: their matrix (its upper half), right side, and what is off."""

    __slots__ = ("matrix", "off", "right")

    def __init__(self, model: Model, at: Numbers, guess: Numbers, firm: Sequence[float]) -> None:
        self.matrix = [[0.0] * len(at) for _ in at]
        self.right, self.off = [0.0] * len(at), 0.0
        for left, slopes in model(at):
            self._add(left, slopes)
        for number, firmly in enumerate(firm):
            strays = at[number] - guess[number]
            self.matrix[number][number] += firmly
            self.right[number] -= firmly * strays
            self.off += firmly * strays * strays

    def _add(self, left: float, slopes: Slopes) -> None:
        self.off += left * left
        for place, (row, slope) in enumerate(slopes):
            self.right[row] += slope * left
            line = self.matrix[row]
            for column, other in slopes[place:]:
                line[column] += slope * other

    def step(self, damped: float) -> Numbers:
        """The numbers that solve them, by elimination; the matrix is positive."""
        rows = [[*line, right] for line, right in zip(self.matrix, self.right, strict=True)]
        size = len(rows)
        for at, row in enumerate(rows):
            row[at] *= 1 + damped
        for at, row in enumerate(rows):
            for below in range(at + 1, size):
                times = row[below] / row[at]
                if times:
                    line = rows[below]
                    for column in range(below, size + 1):
                        line[column] -= times * row[column]
        found = [0.0] * size
        for at in range(size - 1, -1, -1):
            row = rows[at]
            known = sum(row[one] * found[one] for one in range(at + 1, size))
            found[at] = (row[size] - known) / row[at]
        return found


def fitted(model: Model, guess: Numbers, firm: Sequence[float]) -> tuple[Numbers, float]:
    """The numbers that fit best, and how far off they are.

    `model`: of each sample what is left, and the slopes there.
    `firm`: how firmly each number is held to its first guess, above 0.
    """
    best, now, damped = guess, Normal(model, guess, guess, firm), DAMPED
    for _ in range(TRIES):
        tried = [one + by for one, by in zip(best, now.step(damped), strict=True)]
        new = Normal(model, tried, guess, firm)
        if new.off >= now.off:
            damped *= EASES
            continue
        is_enough = now.off - new.off < ENOUGH * now.off
        best, now, damped = tried, new, max(damped / EASES, DAMPED_LEAST)
        if is_enough:
            break
    return best, now.off
