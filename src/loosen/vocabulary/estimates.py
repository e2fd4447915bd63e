"""What helped this person, with uncertainty; empty until there is a record to learn from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from .checks import require, require_utc


class Strength(StrEnum):
    """How much may be said of a kind of help; `response` states the rule for each."""

    TOO_EARLY = "too-early"
    SEEMS_TO_HELP = "seems-to-help"
    HELPS = "helps"
    DOES_NOT_SEEM_TO = "does-not-seem-to"


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What a kind of help adds to an hour, on the 0-10 scale: below 0 is less pain.

    Mean and standard deviation of what is believed after `n` times; `low_90` to `high_90` holds
    nine in ten of it.
    """

    mean: float
    sd: float
    n: int
    as_of: datetime
    low_90: float = 0.0
    high_90: float = 0.0
    strength: Strength = Strength.TOO_EARLY

    def __post_init__(self) -> None:
        require(self.sd >= 0 and self.n >= 0, "sd and n must not be negative")
        require(self.low_90 <= self.high_90, "low_90 must not be above high_90")
        require_utc("as_of", self.as_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimates:
    """Estimates by kind of help (item id)."""

    by_kind: Mapping[str, Estimate]

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_kind", MappingProxyType(dict(self.by_kind)))


NO_ESTIMATES = Estimates(by_kind={})
