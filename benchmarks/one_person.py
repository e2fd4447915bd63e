"""Made-up records of pairs, to try the estimate on. Not the estimate's own model, on purpose.

Pain follows curve A of the evidence file (7.2) at a pace of the person's own, with flares, a day's
rhythm and noise that hangs together over hours; scores are whole numbers from 0 to 10; help is
used when it hurts most; effects differ each time and drift; scores go missing when it is bad.
"""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from loosen.vocabulary import NOTHING, Try

START = datetime(2026, 1, 1, 8, tzinfo=UTC)
KINDS = ("heat", "cold", "self-massage", "cat-cow", "walk")
Noise = Callable[[random.Random], float]


def heavy(chance: random.Random) -> float:
    """Student's t with three degrees of freedom, at a spread of 1."""
    return chance.gauss(0, 1) / math.sqrt(chance.gammavariate(1.5, 2) / 3) / math.sqrt(3)


def peaked(chance: random.Random) -> float:
    """Laplace, at a spread of 1."""
    return (chance.expovariate(1) - chance.expovariate(1)) / math.sqrt(2)


def skewed(chance: random.Random) -> float:
    """Exponential around 0, at a spread of 1: rare leaps upward."""
    return chance.expovariate(1) - 1


NOISES: dict[str, Noise] = {"heavy tails": heavy, "peaked": peaked, "skewed": skewed}


Effects = Callable[[random.Random], dict[str, float]]


def as_read(chance: random.Random) -> dict[str, float]:
    """Effects about where the literature has them (evidence file, 7.3)."""
    return {
        "heat": -max(0.0, chance.gauss(0.9, 0.5)),
        "cold": -max(0.0, chance.gauss(0.5, 0.4)),
        "self-massage": -max(0.0, chance.gauss(0.7, 0.6)),
        "cat-cow": chance.gauss(0, 0.35),
        "walk": chance.gauss(-0.1, 0.3),
    }


def no_heat(chance: random.Random) -> dict[str, float]:
    """As read, but heat does nothing for anybody."""
    return {**as_read(chance), "heat": 0.0}


def elsewhere(chance: random.Random) -> dict[str, float]:
    """Every effect well away from what is believed at first: each by about two of its spreads."""
    means = {"heat": -0.1, "cold": -1.2, "self-massage": 0.2, "cat-cow": -0.7, "walk": 0.6}
    return {kind: chance.gauss(mean, 0.3) for kind, mean in means.items()}


def nothing(chance: random.Random) -> dict[str, float]:
    """Nothing helps anybody at all."""
    del chance
    return dict.fromkeys(KINDS, 0.0)


POPULATIONS: dict[str, Effects] = {
    "as read": as_read,
    "heat does nothing": no_heat,
    "far from what we believe first": elsewhere,
    "nothing helps": nothing,
}


@dataclass(frozen=True, slots=True)
class Record:
    """Pairs, and the true effect of each kind on the day of the last pair."""

    pairs: list[Try]
    truth: dict[str, float]


class Person:
    """One made-up person, lived from pair to pair."""

    def __init__(self, seed: str, noise: Noise, effects: Effects = as_read) -> None:
        chance = self._chance = random.Random(seed)
        self._noise = noise
        self._base = chance.uniform(3.5, 7.5)
        self._pace = chance.uniform(0.5, 1.5)
        self._spread = chance.uniform(0.8, 1.6)
        self._dose = -chance.uniform(0, 0.5)
        self._effects = effects(chance)
        self._drifts = {kind: chance.gauss(0, 0.15) for kind in KINDS}
        self._hours = self._lasting = self._flare = 0.0

    def record(self, pairs: int) -> Record:
        """So many pairs of this person's, one after another."""
        told: list[Try] = []
        while len(told) < pairs:
            pair = self._pair()
            if pair is not None:
                told.append(pair)
        return Record(pairs=told, truth={kind: self._effect(kind) for kind in KINDS})

    def _effect(self, kind: str) -> float:
        return self._effects[kind] + self._drifts[kind] * math.sqrt(self._hours / 24 / 14)

    def turn(self, kind: str) -> Try:
        """One turn of this kind, taken again and again until it is told."""
        while True:
            self._pass(self._chance.uniform(4, 24))
            pair = self._tried(kind, self._told(0.0))
            if pair is not None:
                return pair

    def _pair(self) -> Try | None:
        chance = self._chance
        self._pass(chance.expovariate(1 / 8) + 0.5)
        before = self._told(0.0)
        is_helped = chance.random() < 1 / (1 + math.exp(-(before - 4) * 0.8))
        return self._tried(chance.choice(KINDS) if is_helped else NOTHING, before)

    def _tried(self, kind: str, before: int) -> Try | None:
        """What is told of this kind; None where the second score goes missing."""
        chance, began_h = self._chance, self._hours
        hours, on_medicine = chance.uniform(0.25, 1), chance.random() < 0.3
        self._pass(hours)
        felt = self._dose * hours if on_medicine else 0.0
        if kind != NOTHING:
            felt += self._effect(kind) + chance.gauss(0, 0.4)
        after = self._told(felt)
        if chance.random() < (after - 5) * 0.12:
            return None
        return Try(
            kind=kind,
            at=START + timedelta(hours=began_h),
            before_0_10=before,
            after_0_10=after,
            minutes=hours * 60,
            local_hour=(8 + began_h) % 24,
            days_in=int(began_h / 24),
            on_medicine=on_medicine,
        )

    def _pass(self, hours: float) -> None:
        """Time goes by: what hangs together fades, something new comes, now and then a flare."""
        kept = 0.85**hours
        new = math.sqrt(1 - kept * kept) * self._spread * self._noise(self._chance)
        self._lasting = kept * self._lasting + new
        self._flare *= math.exp(-hours / 60)
        if self._chance.random() < 0.02 * min(hours, 8) / 8:
            self._flare += self._chance.uniform(1, 3)
        self._hours += hours

    def _told(self, felt: float) -> int:
        weeks = self._hours / 24 / 7 * self._pace
        course = (28 * math.exp(-weeks / 2.5) + 24 * math.exp(-weeks / 37.5)) / 52
        day = 0.4 * math.cos((1 + self._hours) / 24 * 2 * math.pi)
        pain = self._base * course + self._flare + self._lasting + day + felt
        return round(min(10.0, max(0.0, pain + 0.4 * self._noise(self._chance))))
