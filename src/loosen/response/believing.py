"""The joint belief in all terms after the tries: a normal one, with two spreads learned along.

One is the noise of a score. The other is how far this person is from what is believed of people at
first: someone whom three kinds of help surprised is given wider first beliefs for the fourth.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from math import exp

from loosen.vocabulary import Content

from .design import COMMON, HELP
from .learning import Learned, days_since
from .priors import belief
from .solving import Rows, lower, quadratic, solved

FORTNIGHT_DAYS = 14
ROUNDS = 3
"""How often the spreads and the means are worked out of each other; more change nothing seen."""


class Believed:
    """What is believed at `as_of` (UTC) of everything that a change of pain is made of."""

    def __init__(self, state: Learned, as_of: datetime, content: Content) -> None:
        self.as_of = as_of
        self._state, self._content = state, content
        tried = dict.fromkeys(term for pair in state.products for term in pair)
        self._kinds = [term for term in tried if term not in COMMON]
        self._terms = [*COMMON, *self._kinds]
        self._place = {term: place for place, term in enumerate(self._terms)}
        self._first = [belief(term, content) for term in self._terms]
        self._days = state.days + days_since(state, as_of)
        self._fade = exp(-self._days / state.settings.memory_days)
        self._gram = [[self._product(one, two) for two in self._terms] for one in self._terms]
        self._falls = [state.falls.get(term, 0.0) for term in self._terms]
        self._means, self._triangle = self._solve(state.settings.noise_sd**2, 1.0)
        for _ in range(ROUNDS):
            self._means, self._triangle = self._solve(self._noise(), self._surprise())

    def of(self, kind: str) -> tuple[float, float]:
        """Mean and variance of one kind: what it does itself and what it shares with every other.

        The variance holds how far its effect may have moved since the tries.
        """
        mean = self._means[self._place[HELP]] + self._means[self._place[kind]]
        known = self._variance(HELP, kind)
        return mean, known + self._drift(kind, known)

    def own(self, kind: str) -> float:
        """The mean were nothing believed of any help at first: what the tries alone speak for."""
        return self._own_means[self._place[HELP]] + self._own_means[self._place[kind]]

    @cached_property
    def _own_means(self) -> list[float]:
        right = [self._scale * fall for fall in self._falls]
        for place, (mean, _) in enumerate(self._first[: len(COMMON)]):
            right[place] += mean * self._weights[place]
        return solved(self._triangle, right)

    def _variance(self, *terms: str) -> float:
        """Of the sum of these terms."""
        chosen = [1.0 if term in terms else 0.0 for term in self._terms]
        return quadratic(self._triangle, chosen)

    def _drift(self, kind: str, known: float) -> float:
        """How far the effect may have moved since: further, the older what is believed rests on.

        What the tries did not teach rests on the first belief, which is as old as the record.
        """
        firsts = sum(self._first[self._place[term]][1] ** 2 for term in (HELP, kind))
        taught = max(1 - known / firsts, 0.0)
        weighed = self._product(kind, kind)
        age = self._days - self._state.moments.get(kind, 0.0) / weighed if weighed else self._days
        rests_on = taught * age + (1 - taught) * self._days
        per_day = self._content.threshold("response-drift-sd") ** 2 / FORTNIGHT_DAYS
        return per_day * min(rests_on, self._state.settings.memory_days)

    # --- the two spreads -----------------------------------------------------------------------

    def _noise(self) -> float:
        """The mean square of what is left, with the first guess counted as some tries."""
        fitted = [_dot(row, self._means) for row in self._gram]
        left = self._state.squares - 2 * _dot(self._means, self._falls) + _dot(self._means, fitted)
        first = self._content.threshold("response-noise-weight")
        square = self._state.settings.noise_sd**2
        seen = self._fade * self._state.weight
        return (first * square + max(self._fade * left, 0.0)) / (first + seen)

    def _surprise(self) -> float:
        """How many times wider than believed at first this person's effects lie around it.

        A kind that taught nothing yet counts as just as believed, so it changes nothing. Never
        below 1: that others' figures fit so far makes them no surer for what was not tried yet.
        """
        weight = self._content.threshold("response-surprise-weight")
        off = [self._off(kind) for kind in self._kinds]
        return max((weight + sum(off)) / (weight + len(off)), 1.0)

    def _off(self, kind: str) -> float:
        """The square of its distance from the first belief, in first spreads."""
        place = self._place[kind]
        mean, sd = self._first[place]
        return ((self._means[place] - mean) ** 2 + self._variance(kind)) / sd**2

    # --- the solution --------------------------------------------------------------------------

    def _solve(self, noise: float, surprise: float) -> tuple[list[float], Rows]:
        """The means, and the triangle of their precision, under these spreads."""
        scale = self._scale = self._fade / noise
        matrix = [[scale * product for product in row] for row in self._gram]
        right = [scale * fall for fall in self._falls]
        wider = [1.0] * len(COMMON) + [surprise] * len(self._kinds)
        self._weights = [1 / (sd**2 * by) for (_, sd), by in zip(self._first, wider, strict=True)]
        for place, (mean, _) in enumerate(self._first):
            matrix[place][place] += self._weights[place]
            right[place] += mean * self._weights[place]
        triangle = lower(matrix)
        return solved(triangle, right), triangle

    def _product(self, one: str, other: str) -> float:
        return self._state.products.get((min(one, other), max(one, other)), 0.0)


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(map(float.__mul__, one, other))
