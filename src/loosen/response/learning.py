"""What is kept of all tries: sums, so that one more of them is the same work however many."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp
from typing import TypedDict

from loosen.vocabulary import Content, Try

from .design import COMMON, room, terms
from .settings import Settings, settings_of

DAY = timedelta(days=1)
Term = str
PATIENCE = 3.0
"""How many tries the first guess counts as."""
MEMORY = 40
"""Over how many tries the spread is averaged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """All that is kept of the tries so far; a new one is made for each try.

    `products` and `falls`: weighted sums of term by term and of term by change. `squares`: of
    the changes; `weight`: of the weights. Newer tries weigh more by `exp(days / memory_days)`,
    which comes to the same as forgetting older ones. `days` counts the days between tries, no
    silence for more than `gap_days` and no clock that went back, so that no odd clock can wipe
    out what was learned. `moments`: by kind, what its tries weigh times their day, which gives
    how old they are on average. `telling`: by kind, how many of its tries had pain enough for a
    fall to be seen, those with less in part. `level_0_10` is the usual pain of late after `scores`
    of them.
    `guesses`: by kind, the mean change so far; `spread`: the mean square around them.
    """

    settings: Settings
    products: Mapping[tuple[Term, Term], float]
    falls: Mapping[Term, float]
    moments: Mapping[Term, float]
    times: Mapping[str, int]
    telling: Mapping[str, float]
    guesses: Mapping[str, float]
    squares: float
    weight: float
    spread: float
    level_0_10: float
    scores: int
    days: float
    last_at: datetime | None


def begin(content: Content) -> Learned:
    """What is known before the first try: nothing of this person."""
    settings = settings_of(content)
    return Learned(
        settings=settings,
        products={},
        falls={},
        moments={},
        times={},
        telling={},
        guesses={},
        squares=0.0,
        weight=0.0,
        spread=settings.noise_sd**2,
        level_0_10=settings.start_level_0_10,
        scores=0,
        days=0.0,
        last_at=None,
    )


def absorb(state: Learned, pair: Try) -> Learned:
    """What is known with one more try; the state before it stays as it was."""
    settings = state.settings
    days = state.days + days_since(state, pair.at)
    change = pair.after_0_10 - pair.before_0_10
    tries_of = state.times.get(pair.kind, 0)
    guess = state.guesses.get(pair.kind, 0.0)
    anyway = -settings.pull * (pair.before_0_10 - state.level_0_10)
    off = change - anyway - guess
    trust = (settings.tail_df + 1) / (settings.tail_df + off * off / state.spread)
    weight = trust * exp(days / settings.memory_days)
    seen, tells = sum(state.times.values()), room(pair, settings) ** 2
    return Learned(
        settings=settings,
        **_sums(state, pair, weight, days),
        times={**state.times, pair.kind: tries_of + 1},
        telling={**state.telling, pair.kind: state.telling.get(pair.kind, 0.0) + tells},
        guesses={**state.guesses, pair.kind: guess + trust * off / (tries_of + PATIENCE)},
        squares=state.squares + weight * change * change,
        weight=state.weight + weight,
        spread=state.spread + (trust * off * off - state.spread) / (min(seen, MEMORY) + PATIENCE),
        level_0_10=_level(state, pair),
        scores=state.scores + 1,
        days=days,
        last_at=pair.at if state.last_at is None else max(pair.at, state.last_at),
    )


class _Sums(TypedDict):
    products: dict[tuple[Term, Term], float]
    falls: dict[Term, float]
    moments: dict[Term, float]


def _sums(state: Learned, pair: Try, weight: float, days: float) -> _Sums:
    """The sums with this try; tries name their kinds in any order, so each two have one place."""
    products, falls, moments = dict(state.products), dict(state.falls), dict(state.moments)
    change = pair.after_0_10 - pair.before_0_10
    found = terms(pair, state.level_0_10, state.settings)
    for place, (term, size) in enumerate(found):
        share = weight * size
        falls[term] = falls.get(term, 0.0) + share * change
        if term not in COMMON:
            moments[term] = moments.get(term, 0.0) + share * size * days
        for other, other_size in found[place:]:
            pair_of = (term, other) if term <= other else (other, term)
            products[pair_of] = products.get(pair_of, 0.0) + share * other_size
    return _Sums(products=products, falls=falls, moments=moments)


def days_since(state: Learned, at: datetime) -> float:
    """Days that age the tries: none where the clock went back, never more than one silence."""
    if state.last_at is None:
        return 0.0
    return min(max((at - state.last_at) / DAY, 0.0), state.settings.gap_days)


def _level(state: Learned, pair: Try) -> float:
    seen = min(state.scores, state.settings.level_memory)
    return state.level_0_10 + (pair.before_0_10 - state.level_0_10) / (seen + 2)
