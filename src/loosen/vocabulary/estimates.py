"""What helped this person, with uncertainty; empty until there is a record to learn from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from .checks import require, require_utc


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """Mean change of pain (0-10 scale) after a kind of help, its spread and its count."""

    mean: float
    sd: float
    n: int
    as_of: datetime

    def __post_init__(self) -> None:
        require(self.sd >= 0 and self.n >= 0, "sd and n must not be negative")
        require_utc("as_of", self.as_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimates:
    """Estimates by kind of help (item id)."""

    by_kind: Mapping[str, Estimate]

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_kind", MappingProxyType(dict(self.by_kind)))


NO_ESTIMATES = Estimates(by_kind={})
