"""The clocks of simulated people: most are right, some travel, some are set back.

True time is whole minutes since the person's own first midnight, so that a day of the simulation is
a day of theirs. What the product hears is the device's clock.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np

START = datetime(2026, 1, 5, tzinfo=UTC)
MIN_PER_DAY = 24 * 60
NEVER = 10**9
TRAVELS, SET_BACK = 0.10, 0.05  # ours: shares of people
OFFSETS = (-480, -300, 0, 60, 330)
JOURNEYS_MIN = (-120, -60, 60, 120, 180)  # an hour is what daylight saving does
MOST_BACK_MIN = 180


@dataclass(frozen=True, slots=True)
class Clock:
    """One device's clock: its zone before and after a journey, and from when it runs behind."""

    offset_min: int
    travels_at: int
    offset_there_min: int
    set_back_at: int
    behind_min: int

    def reads(self, minute: int) -> datetime:
        """The instant (UTC) that the device believes it to be."""
        behind = self.behind_min if minute >= self.set_back_at else 0
        return START + timedelta(minutes=minute - self.offset_min - behind)

    def offset(self, minute: int) -> int:
        """Minutes from UTC on the device's wall clock."""
        return self.offset_there_min if minute >= self.travels_at else self.offset_min

    def local(self, minute: int) -> datetime:
        """What the wall clock shows."""
        return self.reads(minute) + timedelta(minutes=self.offset(minute))


def clock_of(source: np.random.Generator, days: int) -> Clock:
    """A person's clock."""
    travels, is_set_back = source.random() < TRAVELS, source.random() < SET_BACK
    here = OFFSETS[int(source.integers(len(OFFSETS)))]
    there = here + JOURNEYS_MIN[int(source.integers(len(JOURNEYS_MIN)))]
    left, back = (int(source.integers(0, max(days, 1))) * MIN_PER_DAY for _ in range(2))
    behind = int(source.integers(20, MOST_BACK_MIN))
    return Clock(
        offset_min=here,
        travels_at=left if travels else NEVER,
        offset_there_min=there,
        set_back_at=back + 11 * 60 if is_set_back else NEVER,
        behind_min=behind,
    )
