"""Chance for one person: numbers that depend on the seed and the person and on nothing else.

A counter-based generator is keyed by both, so that a person lives the same life whichever worker
draws them, in whatever order. Every arm of a comparison lives through the same draws.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Stream(IntEnum):
    """What a generator is for; one more stream leaves the draws of the others alone."""

    WHO = 0
    COURSE = 1
    DAYS = 2
    PACK = 3
    PILLS = 4
    CLOCK = 5


class Draw(IntEnum):
    """Which number of a day decides what; the same one in every arm."""

    OPENS = 0
    HOUR = 1
    SHIFT = 2
    MOMENT = 3
    SAYS_PAIN = 4
    SAYS_LATER = 5
    SAYS_MORNING = 6
    EXTRA_HEAT = 7
    EXTRA_WAIT = 8
    OBEYS = 9
    DOSE_FIRST = 10
    DOSE_AGAIN = 11
    DOSE_SIZE = 12
    ELSEWHERE = 13
    TELLS_ELSEWHERE = 14
    ENDS_EARLY = 15
    CLINICIAN = 16
    FEELING = 17
    WOKE = 18
    RISES = 19
    SKIN = 20
    REVIEW = 21
    LATE_ENTRY = 22
    EASES = 23
    STEPS = 24  # and on: two for each step of a session
    SEES = 80
    WHAT_THEY_SAY = 81
    UNTIL = 82
    WORSE = 83
    ASKS_PHARMACIST = 84
    PHARMACIST_SAYS = 85
    LEGS = 86
    GOES_ON = 87
    TWICE = 88
    BY_MISTAKE = 89
    MISTYPES = 90
    SKIN_NOW = 91
    SAYS_BEFORE_IT = 92
    SAYS_AFTER_IT = 93
    COMES_BACK = 94
    STEPS_AGAIN = 96  # and on: of the second session of a day


DRAWS = 160


@dataclass(frozen=True, slots=True)
class Chances:
    """A person's draws for every day: uniform ones, and standard normal ones for effects."""

    uniform: Floats
    normal: Floats

    def at(self, day: int, draw: int) -> float:
        """A number from 0 to 1."""
        return float(self.uniform[day, draw % DRAWS])

    def happens(self, day: int, draw: int, probability: float) -> bool:
        """Whether something of this probability happens."""
        return self.at(day, draw) < probability

    def bell(self, day: int, draw: int) -> float:
        """A standard normal number."""
        return float(self.normal[day, draw % DRAWS])


def generator(seed: int, person: int, stream: Stream) -> np.random.Generator:
    """The generator of one person for one purpose."""
    key = np.random.SeedSequence([seed, person, int(stream)])
    return np.random.Generator(np.random.Philox(key))


def chances(seed: int, person: int, days: int) -> Chances:
    """All draws of a person's days."""
    source = generator(seed, person, Stream.DAYS)
    uniform = source.random((days, DRAWS))
    return Chances(uniform=uniform, normal=source.standard_normal((days, DRAWS)))
