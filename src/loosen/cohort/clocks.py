"""The clocks of simulated people: most are right, some travel, change to summer, are set back.

True time is whole minutes since the person's own first midnight, so that a day of the simulation is
a day of theirs. What the product hears is the device's clock.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np

START = datetime(2026, 1, 5, tzinfo=UTC)
MIN_PER_DAY = 24 * 60
NEVER = 10**9
TRAVELS, SET_BACK, HAS_SUMMER = 0.10, 0.05, 0.30  # ours: shares of people
OFFSETS = (-480, -300, 0, 60, 330)
JOURNEYS_MIN = (-360, -120, 120, 180, 450)
MOST_BACK_MIN = 180
SUMMER_MIN = 60
SUMMER_AT_MIN, SET_BACK_AT_MIN = 2 * 60, 11 * 60  # at two in the night; in the middle of a day
Span = tuple[int, int]
NO_SPAN = (NEVER, NEVER)


@dataclass(frozen=True, slots=True)
class Clock:
    """One device's clock: its zone, where it travels, its summer time, and when it runs behind.

    Spans are true minutes, from the first to the one before the second. Daylight saving starts
    and ends within the days of a simulation, sooner than in life, so that both changes are met.
    """

    offset_min: int
    away: Span = NO_SPAN
    journey_min: int = 0
    summer: Span = NO_SPAN
    behind: Span = NO_SPAN
    behind_min: int = 0

    def reads(self, minute: int) -> datetime:
        """The instant (UTC) that the device believes it to be."""
        behind = self.behind_min if _is_in(self.behind, minute) else 0
        return START + timedelta(minutes=minute - self.offset_min - behind)

    def offset(self, minute: int) -> int:
        """Minutes from UTC on the device's wall clock."""
        there = self.journey_min if _is_in(self.away, minute) else 0
        summer = SUMMER_MIN if _is_in(self.summer, minute) else 0
        return self.offset_min + there + summer

    def local(self, minute: int) -> datetime:
        """What the wall clock shows."""
        return self.reads(minute) + timedelta(minutes=self.offset(minute))


def clock_of(source: np.random.Generator, days: int) -> Clock:
    """A person's clock; some come home, or put it right again."""
    travels, is_set_back, has_summer = source.random(3) < (TRAVELS, SET_BACK, HAS_SUMMER)
    away, summer = (_span(source, days, SUMMER_AT_MIN) for _ in range(2))
    behind = _span(source, days, SET_BACK_AT_MIN)
    return Clock(
        offset_min=OFFSETS[int(source.integers(len(OFFSETS)))],
        away=away if travels else NO_SPAN,
        journey_min=JOURNEYS_MIN[int(source.integers(len(JOURNEYS_MIN)))],
        summer=summer if has_summer else NO_SPAN,
        behind=behind if is_set_back else NO_SPAN,
        behind_min=int(source.integers(20, MOST_BACK_MIN)),
    )


def _span(source: np.random.Generator, days: int, of_day_min: int) -> Span:
    first = int(source.integers(0, max(days, 1)))
    lasts = int(source.integers(1, max(days, 2)))
    start = first * MIN_PER_DAY + of_day_min
    return start, start + lasts * MIN_PER_DAY


def _is_in(span: Span, minute: int) -> bool:
    return span[0] <= minute < span[1]
