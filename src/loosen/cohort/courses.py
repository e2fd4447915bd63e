"""The natural course of pain (evidence file, 7.1, 7.2): what would be with nothing done.

Three kinds of people, because no single curve meets all published figures (7.1, "why medians
differ"): mean pain by A with recovery by C, mean pain by B with recovery by C, and recovery by
E, whose definition (0-1 of 10 for 7 days) is another one. Pain comes back by D in all of them.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np

from .chance import Floats, Stream, generator

DAYS_PER_WEEK = 7.0
# 7.2: the formulas as they stand in the evidence file.
C_PLATEAU, C_DAYS = 0.28, 48.9
D_PLATEAU, D_PER_DAY = 0.27, 0.0083
E_PLATEAU, E_DAYS = 0.15, 18.6
BETWEEN_SD = 0.21  # 7.3: 20-22 of 100 between people (recalled)
# Ours: a flare is as high as the first spasm times this, and fades by this many days.
FLARE_SHARE, FLARE_DAYS = 0.7, 12.0
NEARLY_GONE = 0.5  # ours: what is left after recovery by E, which asks 0-1 of 10
REFERENCE_PEOPLE, REFERENCE_SEED = 4000, 20261122


class Kind(StrEnum):
    """Which published curves a person's course comes from."""

    A_C = "a-and-c"
    B_C = "b-and-c"
    E = "e"


KINDS = (Kind.A_C, Kind.A_C, Kind.B_C, Kind.B_C, Kind.E)  # ours: two, two and one in five


@dataclass(frozen=True, slots=True)
class Course:
    """Pain of each day from 0 to 10 before all else; days of recovery and of pain again."""

    kind: Kind
    level: Floats
    recovered_on: float
    again_on: float


def curve_a(days: Floats) -> Floats:
    """Mean pain A, 0-100."""
    weeks = days / DAYS_PER_WEEK
    mean: Floats = 28 * np.exp(-weeks / 2.5) + 24 * np.exp(-weeks / 37.5)
    return mean


def curve_b(days: Floats) -> Floats:
    """Mean pain B, 0-100; rests on recalled figures."""
    return 21 + 35 * np.exp(-days / DAYS_PER_WEEK / 3.08)


def curve_c(days: Floats) -> Floats:
    """Share not yet free of pain."""
    return C_PLATEAU + (1 - C_PLATEAU) * np.exp(-days / C_DAYS)


def curve_d(days: Floats) -> Floats:
    """Share without pain again, by days since recovery."""
    return D_PLATEAU + (1 - D_PLATEAU) * np.exp(-D_PER_DAY * days)


def curve_e(days: Floats) -> Floats:
    """Share not yet recovered to 0-1 of 10."""
    return E_PLATEAU + (1 - E_PLATEAU) * np.exp(-days / E_DAYS)


def course_of(seed: int, person: int, days: int) -> Course:
    """One person's course."""
    source = generator(seed, person, Stream.COURSE)
    kind = KINDS[int(source.integers(len(KINDS)))]
    raw, recovered, again = _raw(source, kind, 1, days)
    level = np.clip(raw[0] * scale(kind, days), 0, 10)
    return Course(
        kind=kind, level=level, recovered_on=float(recovered[0]), again_on=float(again[0])
    )


def _raw(
    source: np.random.Generator, kind: Kind, people: int, days: int
) -> tuple[Floats, Floats, Floats]:
    """Courses before they are scaled to the published mean, and days of recovery and again."""
    start = 10 * source.beta(*_beta(_mean_start(kind)), size=people)
    recovered = _recovery_days(kind, source.random(people))
    again = recovered + _again_days(source.random(people))
    day = np.arange(days, dtype=np.float64)
    falling = np.clip(1 - (day / recovered[:, None]) ** 2, 0, 1)
    since = day - again[:, None]
    flare = np.where(since >= 0, FLARE_SHARE * np.exp(-np.maximum(since, 0) / FLARE_DAYS), 0)
    left = NEARLY_GONE if kind is Kind.E else 0.0
    return np.maximum(start[:, None] * np.maximum(falling, flare), left), recovered, again


def _mean_start(kind: Kind) -> float:
    return 0.56 if kind is Kind.B_C else 0.52


def _beta(mean: float) -> tuple[float, float]:
    """The two numbers of a beta spread with this mean and the published spread."""
    both = mean * (1 - mean) / BETWEEN_SD**2 - 1
    return mean * both, (1 - mean) * both


def _recovery_days(kind: Kind, chance: Floats) -> Floats:
    """When a share of people has recovered; never for those in the plateau."""
    plateau, tau = (E_PLATEAU, E_DAYS) if kind is Kind.E else (C_PLATEAU, C_DAYS)
    return _days_at(chance, plateau, 1 / tau)


def _again_days(chance: Floats) -> Floats:
    return _days_at(chance, D_PLATEAU, D_PER_DAY)


def _days_at(chance: Floats, plateau: float, rate: float) -> Floats:
    """The day on which the share left has fallen to `chance`; infinite below the plateau."""
    share = np.maximum(chance - plateau, 0) / (1 - plateau)
    with np.errstate(divide="ignore"):
        days: Floats = np.maximum(-np.log(share) / rate, 0.5)
    return days


@lru_cache(maxsize=16)
def _reference(kind: Kind, days: int) -> Floats:
    source = np.random.Generator(np.random.Philox(REFERENCE_SEED))
    raw, _, _ = _raw(source, kind, REFERENCE_PEOPLE, days)
    mean: Floats = raw.mean(axis=0)
    return mean


def scale(kind: Kind, days: int) -> Floats:
    """What brings the mean of many courses to the published mean; nothing for E, which has none."""
    day = np.arange(days, dtype=np.float64)
    match kind:
        case Kind.A_C:
            wanted = curve_a(day)
        case Kind.B_C:
            wanted = curve_b(day)
        case Kind.E:
            return np.ones(days)
    factor: Floats = wanted / 10 / _reference(kind, days)
    return factor
