"""From the sums to what is believed of each kind of help, and how much may be said of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import reduce
from math import exp, sqrt

from loosen.vocabulary import NOTHING, Content, Estimate, Estimates, Strength, Try

from .design import COMMON, HELP
from .learning import Learned, absorb, begin, days_since
from .priors import belief
from .solving import Rows, lower, quadratic, solved

Z_90 = 1.6448536269514722


def learn(tries: Iterable[Try], content: Content, as_of: datetime) -> Estimates:
    """The estimates after all of the tries, in the order in which they are given."""
    return estimates(reduce(absorb, tries, begin(content)), as_of, content)


def estimates(state: Learned, as_of: datetime, content: Content) -> Estimates:
    """What each kind that was tried adds to an hour, as believed at `as_of` (UTC)."""
    if not state.scores:
        return Estimates(by_kind={})
    known = _Known(state, as_of, content)
    kinds = [kind for kind in state.times if kind != NOTHING]
    return Estimates(by_kind={kind: known.estimate(kind, as_of) for kind in kinds})


class _Known:
    """The joint belief in all terms: a normal one, with the noise learned along."""

    def __init__(self, state: Learned, as_of: datetime, content: Content) -> None:
        self._state, self._content = state, content
        tried = dict.fromkeys(term for pair in state.products for term in pair)
        self._terms = [*COMMON, *(term for term in tried if term not in COMMON)]
        self._first = [belief(term, content) for term in self._terms]
        days = state.days + days_since(state, as_of)
        self._fade = exp(-days / state.settings.memory_days)
        noise = state.settings.noise_sd**2
        self._means, self._triangle = self._solve(noise)
        self._means, self._triangle = self._solve(self._noise())

    def estimate(self, kind: str, as_of: datetime) -> Estimate:
        """One kind: what it does itself and what it shares with every other."""
        places = [self._terms.index(HELP), self._terms.index(kind)]
        mean = sum(self._means[place] for place in places)
        chosen = [1.0 if place in places else 0.0 for place in range(len(self._terms))]
        wider = self._content.threshold("response-inflation")
        drift = self._content.threshold("response-drift-sd")
        sd = sqrt(wider**2 * quadratic(self._triangle, chosen) + drift**2)
        times = self._state.times[kind]
        return Estimate(
            mean=mean,
            sd=sd,
            n=times,
            as_of=as_of,
            low_90=mean - Z_90 * sd,
            high_90=mean + Z_90 * sd,
            strength=strength(mean, sd, times, self._content),
        )

    def _solve(self, noise: float) -> tuple[list[float], Rows]:
        """The means, and the triangle of their precision, under this noise."""
        scale = self._fade / noise
        matrix = [
            [scale * self._product(one, other) for other in self._terms] for one in self._terms
        ]
        right = [scale * self._state.falls.get(term, 0.0) for term in self._terms]
        for place, (mean, sd) in enumerate(self._first):
            matrix[place][place] += 1 / sd**2
            right[place] += mean / sd**2
        triangle = lower(matrix)
        return solved(triangle, right), triangle

    def _product(self, one: str, other: str) -> float:
        products = self._state.products
        found = products.get((one, other))
        return products.get((other, one), 0.0) if found is None else found

    def _noise(self) -> float:
        """The mean square of what is left, with the first guess counted as some tries."""
        left = self._state.squares - 2 * _dot(
            self._means, [self._state.falls.get(term, 0.0) for term in self._terms]
        )
        left += sum(
            self._means[a] * self._means[b] * self._product(one, other)
            for a, one in enumerate(self._terms)
            for b, other in enumerate(self._terms)
        )
        first = self._content.threshold("response-noise-weight")
        square = self._state.settings.noise_sd**2
        seen = self._fade * self._state.weight
        return (first * square + max(self._fade * left, 0.0)) / (first + seen)


def strength(mean: float, sd: float, times: int, content: Content) -> Strength:
    """How much may be said of a kind of help; nothing below the least number of tries.

    It helps: 19 in 20 sure of more than half a point. It seems to: at least half a point, and
    less pain far likelier than more. It does not seem to: as sure that half a point is not met.
    """
    worth, sure = content.threshold("response-worth"), content.threshold("response-sure")
    if times < content.threshold("response-least-n"):
        return Strength.TOO_EARLY
    if times >= content.threshold("response-helps-n") and mean + sure * sd <= -worth:
        return Strength.HELPS
    if mean <= -worth and mean + content.threshold("response-seems") * sd <= 0:
        return Strength.SEEMS_TO_HELP
    if mean - content.threshold("response-seems") * sd > -worth:
        return Strength.DOES_NOT_SEEM_TO
    return Strength.TOO_EARLY


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(map(float.__mul__, one, other))
