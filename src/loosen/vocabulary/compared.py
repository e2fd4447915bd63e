"""Two kinds of help by turns: what each pair of turns brought, and what may be said so far."""

from dataclasses import dataclass
from enum import StrEnum

from .checks import require


class Lead(StrEnum):
    """How a comparison stands; `response` states the rule for each."""

    OPEN = "open"
    ONE = "one"
    OTHER = "other"
    NONE_CLEAR = "none-clear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """How far apart the two are so far, in points: below 0 the first eases more.

    `low_90` to `high_90` holds nine in ten of what is believed after so many `pairs` of turns.
    """

    lead: Lead
    mean: float
    low_90: float
    high_90: float
    pairs: int

    def __post_init__(self) -> None:
        require(self.low_90 <= self.mean <= self.high_90, "the range holds the mean")
        require(self.pairs >= 0, "pairs must not be negative")

    @property
    def is_over(self) -> bool:
        """True when no further turn is asked for."""
        return self.lead is not Lead.OPEN
