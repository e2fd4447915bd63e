"""Days on which pain was told, what was noted before, and how far the two go together."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from .checks import require


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWatched:
    """One day on which pain could rise: did it, and what had been noted before.

    `noted`: by `Trigger` value, whether it was met in the hours before; what is not known of
    that day is left out, so that a night that nobody told of is no good night.
    """

    rose: bool
    noted: Mapping[str, bool]

    def __post_init__(self) -> None:
        object.__setattr__(self, "noted", MappingProxyType(dict(self.noted)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """All such days, and how many notes came too late to count: after the pain had risen."""

    days: tuple[DayWatched, ...]
    too_late: int


class Link(StrEnum):
    """How much may be said of a trigger and of bad days; `response` states the rule for each."""

    TOO_EARLY = "too-early"
    GOES_WITH = "goes-with"
    NONE_SEEN = "none-seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Association:
    """How a trigger and a rise of pain went together: counts of days, and what is believed.

    `times`: how many times as likely a rise is as on a day without it, with the range that holds
    nine in ten of what is believed. An association, never a cause.
    """

    trigger: str
    rose_with: int
    days_with: int
    rose_without: int
    days_without: int
    times: float
    times_low_90: float
    times_high_90: float
    link: Link

    def __post_init__(self) -> None:
        require(0 <= self.rose_with <= self.days_with, "rose_with is a part of days_with")
        require(
            0 <= self.rose_without <= self.days_without, "rose_without is a part of days_without"
        )
        require(
            0 < self.times_low_90 <= self.times <= self.times_high_90, "the range holds the middle"
        )
