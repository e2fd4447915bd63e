"""When a set ends early, or a rest is due: the range shrinks against the person's own.

A shrinking range with rising pain ends the set; alone it suggests a rest. Never more than that,
and never a reason to try harder.
"""

from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from loosen.vocabulary.checks import require, require_range

from .ways import Repetition

LAST = 2  # repetitions, partial ones too, whose middle is compared


class Close(StrEnum):
    """What is advised."""

    REST = "rest"
    END_SET = "end-set"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndRule:
    """`shrunk_percent`: of the own range, below which it has shrunk; `pain_rise`: of 0 to 10."""

    shrunk_percent: float
    pain_rise: int

    def __post_init__(self) -> None:
        require_range("shrunk_percent", self.shrunk_percent, 10, 100)
        require_range("pain_rise", self.pain_rise, 1, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """An end or a rest, and its numbers. `pain_rise` is None where no pain was told twice."""

    t_s: float
    close: Close
    percent_of_own: float
    bound_percent: float
    pain_rise: int | None = None


class EndWatch:
    """Looks after each repetition; without a rule it advises nothing.

    Parameters never change while it runs.
    """

    __slots__ = ("_given", "_is_told", "_last", "_pains", "rule")

    def __init__(self, *, rule: EndRule | None) -> None:
        self.rule = rule
        self.reset()

    def reset(self) -> None:
        """A new set: no pain told, nothing advised."""
        self._last: deque[float] = deque(maxlen=LAST)
        self._pains: list[int] = []
        self._is_told = False
        self._given: set[Close] = set()

    def tell_pain(self, pain_0_10: int) -> None:
        """What the person said during the set; the first of them is what a rise is against."""
        require(pain_0_10 in range(11), f"pain_0_10 must be from 0 to 10, not {pain_0_10}")
        self._pains = [*self._pains[:1], pain_0_10]
        self._is_told = True

    @property
    def pain_rise(self) -> int | None:
        """How much it rose since it was first told; None where it was told less than twice."""
        return self._pains[1] - self._pains[0] if len(self._pains) == LAST else None

    def update(self, t_s: float, done: Repetition | None, own: float) -> Advice | None:
        """One more frame: a repetition, whole or partial, ended in it, or pain was told before.

        Each advice is given once a set.
        """
        if done is not None:
            self._last.append(done.amplitude)
        elif not self._is_told:
            return None
        self._is_told = False
        rule = self.rule
        if rule is None or not own or len(self._last) < LAST:
            return None
        percent = 100 * sum(self._last) / LAST / own
        rise = self.pain_rise
        is_worse = rise is not None and rise >= rule.pain_rise
        close = Close.END_SET if is_worse else Close.REST
        if percent >= rule.shrunk_percent or close in self._given:
            return None
        self._given |= {close, Close.REST}  # after an end, a rest is no news
        return Advice(
            t_s=t_s,
            close=close,
            percent_of_own=percent,
            bound_percent=rule.shrunk_percent,
            pain_rise=rise,
        )
