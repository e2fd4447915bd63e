"""Made-up people who note what may set off a bad day, to try the words on triggers on.

Pain hangs together from day to day, falls with the weeks, and rises now and then by itself. Two
scores a day; some days are left out, more of them when it is bad. Who they are decides what their
notes have to do with it: in most of them, nothing.
"""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from loosen.vocabulary import (
    Entry,
    PainFelt,
    PainWhen,
    Payload,
    Slept,
    Trigger,
    TriggerMet,
)

from .entries import entry

START = datetime(2026, 1, 1, tzinfo=UTC)
WATCHED = (
    Trigger.LIFTING, Trigger.BENDING, Trigger.DRIVING, Trigger.LONG_STANDING, Trigger.STRESS,
    Trigger.SPORT,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How a kind of person notes: `real` lifts the pain by so many points the same day.

    `by_pain`: notes more while yesterday was worse. `blames`: after a rise it is asked what came
    before, and the same thing is found each time: put down later than the pain, or just before it.
    """

    real: float = 0.0
    by_pain: bool = False
    blames: bool = False


HABITS = {
    "notes at random": Habit(),
    "notes more while it is bad": Habit(by_pain=True),
    "looks for what came before a bad day": Habit(blames=True),
    "lifting adds two points": Habit(real=2.0),
    "lifting adds four points": Habit(real=4.0),
}


class Noting:
    """One such person, day by day."""

    def __init__(self, seed: str, habit: Habit) -> None:
        chance = self._chance = random.Random(seed)
        self._habit = habit
        self._base, self._pace = chance.uniform(2, 6), chance.uniform(20, 90)
        self._often = {trigger: chance.uniform(0.05, 0.35) for trigger in WATCHED}
        self._blamed = chance.choice(WATCHED)
        self._sleeps = chance.random() < 0.5
        self._lasting, self._worst, self._seq = 0.0, 4.0, 0

    def record(self, days: int) -> list[Entry]:
        """So many days of entries, in order."""
        return [entry for day in range(days) for entry in self._day(day)]

    def _day(self, day: int) -> Iterator[Entry]:
        chance = self._chance
        at = START + timedelta(days=day)
        met = [trigger for trigger in WATCHED if chance.random() < self._share(trigger)]
        self._lasting = 0.6 * self._lasting + chance.gauss(0, 0.8)
        if chance.random() < 0.06:
            self._lasting += chance.uniform(2, 5)
        level = self._base * math.exp(-day / self._pace) + 1.5 + self._lasting
        noon = level + (self._habit.real if Trigger.LIFTING in met else 0.0)
        if self._sleeps:
            yield self._entry(Slept(hours=round(chance.gauss(7, 1.2), 1)), at, 7, 7)
        yield from (self._entry(TriggerMet(trigger=one), at, 10, 10) for one in met)
        if chance.random() < 0.9 - 0.02 * max(level, 0):
            yield self._pain(level, at, 8)
            yield self._pain(noon, at, 15)
        is_bad = noon > self._worst + 1.5
        if self._habit.blames and is_bad and chance.random() < 0.8:
            told_hour = chance.choice([7.8, 20])
            yield self._entry(TriggerMet(trigger=self._blamed), at, 7, told_hour)
        self._worst = noon

    def _share(self, trigger: Trigger) -> float:
        by_pain = 0.4 + 0.25 * max(self._worst, 0) if self._habit.by_pain else 1.0
        return min(self._often[trigger] * by_pain, 0.9)

    def _pain(self, level: float, at: datetime, hour: int) -> Entry:
        score = round(min(10, max(0, level + self._chance.gauss(0, 0.5))))
        felt = PainFelt(pain_0_10=score, occasion=PainWhen.DIARY)
        return self._entry(felt, at, hour, hour)

    def _entry(self, payload: Payload, day: datetime, hour: float, told_hour: float) -> Entry:
        self._seq += 1
        at, told_at = day + timedelta(hours=hour), day + timedelta(hours=told_hour)
        return entry(self._seq, payload, at, told_at)
