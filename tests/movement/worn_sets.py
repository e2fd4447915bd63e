"""Sets of the drawn figure as a phone on its belly or back feels them, for the tests."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
from tests.movement.recorded import motion

from loosen.body import MAN, WOMAN, Physique
from loosen.body.worn import Wearing
from loosen.cohort.wearings import Carrying, Doing, Sensor, Table, Worn, tabled, worn
from loosen.library.current import load_content
from loosen.movement import PhoneCoach, Seen
from loosen.vocabulary.measures import PhoneMeasure, PhonePlace

REAL = Sensor(
    noise_m_s2=0.05, noise_deg_s=0.15, bias_m_s2=0.1, bias_deg_s=0.4, jitter=0.5, breath_deg=1.0
)
BODIES = (WOMAN, MAN)


def measured(id_: str) -> PhoneMeasure:
    phone = load_content().exercises[id_].measuring.phone
    assert phone is not None
    return phone


def by_phone() -> list[str]:
    return [one.id for one in load_content().exercises.values() if one.measuring.phone]


@cache
def table(id_: str, place: PhonePlace, body: Physique = WOMAN) -> Table:
    return tabled(motion(id_), body, place)


def doing(
    id_: str, *, meant: str = "", reps: int = 4, depths: Sequence[float] = (), body: int = 0
) -> Doing:
    """Repetitions of one exercise, with the phone where `meant` has it."""
    held = table(id_, measured(meant or id_).place, BODIES[body])
    return Doing(table=held, depths=tuple(depths) or (1.0,) * reps)


def a_set(
    id_: str,
    *doings: Doing | Carrying,
    sensor: Sensor = REAL,
    wearing: Wearing | None = None,
    seed: int = 1,
) -> Worn:
    """One wearing for this exercise; four whole repetitions where nothing else is said."""
    put_on = replace(wearing or Wearing(), place=measured(id_).place)
    return worn(doings or (doing(id_),), put_on, sensor, seed)


def felt(id_: str, readings: Worn, *, sense: int = 0) -> list[Seen]:
    coach = PhoneCoach(measure=measured(id_), sense=sense)
    return [coach.update(one) for one in readings.motions]


def errors_deg(readings: Worn, found: list[Seen]) -> tuple[float, float]:
    """The worst error of the tilt while it was held, and of all the set."""
    at = np.array([one.t_s for one in found])
    told = np.array([np.nan if one.value is None else one.value for one in found])
    off = np.abs(told - readings.tilt_deg)
    is_held = np.zeros(len(at), dtype=bool)
    for start, end in readings.held:
        is_held |= (at > start + 0.3) & (at < end)
    return float(np.nanmax(off[is_held])), float(np.nanmax(off))
