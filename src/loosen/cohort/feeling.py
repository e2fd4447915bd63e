"""What a simulated person feels: course, days that hang together, soreness, and relief."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from .chance import Floats
from .clocks import MIN_PER_DAY
from .people import Somebody

HANGS_TOGETHER = 0.6  # ours: one day's deviation carries into the next
DAY_SD = 1.25  # 7.3: 1-1.5 within a person from day to day (recalled)
TAIL_FREEDOM = 5.0  # ours: Student's t, so that some days are far off
FULL_SPREAD_FROM = 3.0  # ours: below this the days spread less, so that no pain stays no pain
MOMENT_SD = 0.35  # ours: rounding and mood of a single score
MORNING_MORE = 0.3  # ours: a little stiffer early, a little better late
AWAKE_H = 16.0
SORE_POINTS = 1.5  # ours
ACTIVE_DAYS = 14.0  # ours: how long staying active takes to be felt (7.3: weeks)


@dataclass(frozen=True, slots=True)
class Relief:
    """Something that takes this many points off between two minutes.

    Heat and cold do not add up, nor does twice of one: the stronger counts (ours).
    """

    start: int
    end: int
    points: float
    is_thermal: bool


class Feeling:
    """One life's pain. Course and days are the same in every arm; the rest is what was done."""

    def __init__(self, who: Somebody, days: int) -> None:
        self._who = who
        self._natural: list[float] = natural(who, days).tolist()
        self._sore = [0.0] * (days + 4)
        self._active = 0.0
        self._reliefs: list[Relief] = []
        self.days = days

    def begin(self, day: int, *, was_active: bool) -> None:
        """A new day; being active is felt over weeks."""
        self._active += (float(was_active) - self._active) / ACTIVE_DAYS
        self._reliefs = [one for one in self._reliefs if one.end > day * MIN_PER_DAY]

    def level(self, day: int) -> float:
        """Pain of the day before relief."""
        less = self._active * self._who.effects.staying_active
        raw = self._natural[min(day, self.days - 1)]
        return min(max(raw - min(less, raw) + self._sore[day], 0.0), 10.0)

    def now(self, minute: int) -> float:
        """Pain at that minute."""
        day, of_day = divmod(minute, MIN_PER_DAY)
        level = self.level(day)
        swing = MORNING_MORE * (1 - of_day / 720) * min(level / FULL_SPREAD_FROM, 1)
        less = self._less([one for one in self._reliefs if one.start <= minute < one.end])
        return min(max(level + swing - less, 0.0), 10.0)

    def score(self, minute: int, bell: float) -> int:
        """What is told when asked: a whole number from 0 to 10."""
        return round(min(max(self.now(minute) + MOMENT_SD * bell, 0.0), 10.0))

    def relieve(self, start: int, minutes: int, points: float, *, is_thermal: bool = False) -> None:
        """Something helps for a while; never by more than there is."""
        self._reliefs.append(Relief(start, start + minutes, points, is_thermal))

    def _less(self, reliefs: list[Relief]) -> float:
        thermal = max((one.points for one in reliefs if one.is_thermal), default=0.0)
        return thermal + sum(one.points for one in reliefs if not one.is_thermal)

    def get_sore(self, day: int) -> None:
        """Too much was done: felt tomorrow, and half of it the day after."""
        self._sore[day + 1] += SORE_POINTS
        self._sore[day + 2] += SORE_POINTS / 2

    def pain_hours(self, day: int) -> float:
        """Points times waking hours of that day, relief taken off where there was pain."""
        level = self.level(day)
        begun = [one for one in self._reliefs if one.start // MIN_PER_DAY == day]
        edges = sorted({edge for one in begun for edge in (one.start, one.end)})
        eased = 0.0
        for start, end in pairwise(edges):
            less = self._less([one for one in begun if one.start <= start < one.end])
            eased += min(less, level) * (end - start) / 60
        return max(level * AWAKE_H - eased, 0.0)


def natural(who: Somebody, days: int) -> Floats:
    """Course and days, with nothing done."""
    level = who.course.level
    noise = np.empty(days)
    last = 0.0
    # A heavy-tailed step from two of the person's normal numbers and the day's uniform ones.
    bells = who.chances.normal[:days, 0]
    scales = np.sqrt(TAIL_FREEDOM / (who.chances.normal[:days, 1:6] ** 2).sum(axis=1))
    spread = np.sqrt(1 - HANGS_TOGETHER**2) * np.sqrt((TAIL_FREEDOM - 2) / TAIL_FREEDOM)
    for day in range(days):
        last = HANGS_TOGETHER * last + spread * bells[day] * scales[day]
        noise[day] = last
    damped = DAY_SD * noise * np.minimum(level / FULL_SPREAD_FROM, 1)
    return np.clip(level + damped, 0, 10)
