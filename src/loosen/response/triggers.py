"""How far what was noted goes together with a rise of pain, with uncertainty; never a cause.

For each trigger the days with it are set against the days without. What is believed of the odds
starts at no link at all, and is shrunk toward it. The more triggers are looked at, the surer each
has to be, so that all of them together seldom speak in vain.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import exp, lgamma

from loosen.vocabulary import Association, Content, DayWatched, Link

STEP, REACH = 0.1, 40
GRID = tuple(STEP * place for place in range(-REACH, REACH + 1))
"""Logarithms of the odds ratio, from a fiftieth to fifty times."""
LOW, MIDDLE, HIGH = 0.05, 0.5, 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counts:
    rose_with: int
    days_with: int
    rose_without: int
    days_without: int


def associations(days: Sequence[DayWatched], content: Content) -> tuple[Association, ...]:
    """One for each trigger that was ever noted before a score, the likeliest first."""
    names = sorted({name for day in days for name, is_met in day.noted.items() if is_met})
    counted = {name: _counted(name, days) for name in names}
    told = sum(_is_enough(one, content) for one in counted.values())
    found = [_association(name, one, told, content) for name, one in counted.items()]
    return tuple(sorted(found, key=lambda one: (ORDER.index(one.link), -one.times, one.trigger)))


ORDER = (Link.GOES_WITH, Link.NONE_SEEN, Link.TOO_EARLY)


def _counted(name: str, days: Iterable[DayWatched]) -> _Counts:
    rose = [(day.noted[name], day.rose) for day in days if name in day.noted]
    with_it = [is_rise for is_met, is_rise in rose if is_met]
    without = [is_rise for is_met, is_rise in rose if not is_met]
    return _Counts(
        rose_with=sum(with_it),
        days_with=len(with_it),
        rose_without=sum(without),
        days_without=len(without),
    )


def _is_enough(one: _Counts, content: Content) -> bool:
    least = content.threshold("trigger-least-days")
    return min(
        one.days_with, one.days_without
    ) >= least and one.rose_with + one.rose_without >= content.threshold("trigger-least-rises")


def _association(name: str, one: _Counts, told: int, content: Content) -> Association:
    believed = _believed(one, content.threshold("trigger-prior-sd"))
    below = list(accumulate(believed))
    odds = [exp(GRID[_first_at(below, share)]) for share in (LOW, MIDDLE, HIGH)]
    low, middle, high = (_times(one, ratio) for ratio in odds)
    return Association(
        trigger=name,
        rose_with=one.rose_with,
        days_with=one.days_with,
        rose_without=one.rose_without,
        days_without=one.days_without,
        times=middle,
        times_low_90=low,
        times_high_90=high,
        link=_link(one, below[REACH], told, content),
    )


def _link(one: _Counts, doubt: float, told: int, content: Content) -> Link:
    """`doubt`: how likely it is that there is no such link, or the opposite one."""
    if not _is_enough(one, content):
        return Link.TOO_EARLY
    is_sure = doubt * told <= content.threshold("trigger-doubt")
    return Link.GOES_WITH if is_sure else Link.NONE_SEEN


def _believed(one: _Counts, prior_sd: float) -> list[float]:
    """The share of belief at each place of the grid.

    Given how many days there were of each kind and how many rises in all, only how the rises
    fell on the two kinds of day tells of the odds (a hypergeometric law, exact for few days).
    """
    rises = one.rose_with + one.rose_without
    places = range(max(0, rises - one.days_without), min(one.days_with, rises) + 1)
    ways = [_log_ways(one.days_with, k) + _log_ways(one.days_without, rises - k) for k in places]
    most = max(ways)
    weights = []
    for odds in GRID:
        known = [
            way - most + (k - one.rose_with) * odds for way, k in zip(ways, places, strict=True)
        ]
        prior = -0.5 * (odds / prior_sd) ** 2
        weights.append(exp(prior) / sum(map(exp, known)))
    whole = sum(weights)
    return [weight / whole for weight in weights]


def _times(one: _Counts, odds: float) -> float:
    """An odds ratio as how many times as likely, from how often pain rises without it."""
    usual = (one.rose_without + 0.5) / (one.days_without + 1)
    return odds / (1 - usual + usual * odds)


def _log_ways(of: int, some: int) -> float:
    return lgamma(of + 1) - lgamma(some + 1) - lgamma(of - some + 1)


def _first_at(below: Sequence[float], share: float) -> int:
    return next((place for place, sum_ in enumerate(below) if sum_ >= share), len(below) - 1)
