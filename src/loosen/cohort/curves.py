"""Courses as they were lived, held to the published ones, with how far off they may be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from .chance import Floats
from .courses import Kind, curve_a, curve_b, curve_c, curve_d, curve_e
from .tally import AGAIN_DAYS, CURVE_DAYS, Tally

# Ours: so far off, of 100, a course may be beyond what the number of people explains (9 in 10).
TOLERANCE = 3.0
Z_90 = 1.645
MEANS = ((Kind.A_C, "A", curve_a), (Kind.B_C, "B", curve_b))
SHARES = (((Kind.A_C, Kind.B_C), "C", curve_c), ((Kind.E,), "E", curve_e))
UNITS = {
    "A": "mean pain, 0-100",
    "B": "mean pain, 0-100",
    "C": "% not yet free of pain",
    "D": "% without pain again, by days since recovery",
    "E": "% not yet recovered to 0-1 of 10",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One curve at some days, all of 100: published, lived with nothing done, its 90 % error."""

    name: str
    people: int
    days: tuple[int, ...]
    published: Floats
    lived: Floats
    error: Floats
    with_loosen: Floats | None = None

    def furthest(self) -> tuple[int, float, float]:
        """The day that is furthest off for what is allowed, by how much, and what is allowed."""
        gaps, allowed = np.abs(self.lived - self.published), TOLERANCE + self.error
        place = int(np.argmax(gaps - allowed))
        return self.days[place], float(gaps[place]), float(allowed[place])

    @property
    def holds(self) -> bool:
        """Whether every day is within what is allowed."""
        _, gap, allowed = self.furthest()
        return gap <= allowed


def compared(tally: Tally, days: int) -> Iterator[Compared]:
    """Curves A to E, as far as the days of the run and the people in them reach."""
    shown = [place for place, day in enumerate(CURVE_DAYS) if day < days]
    at = tuple(CURVE_DAYS[place] for place in shown)
    for kind, name, curve in MEANS:
        of = tally.kinds[kind]
        if of.people:
            mean, square = of.pain / of.people, of.squares / of.people
            error = Z_90 * np.sqrt(np.maximum(square - mean**2, 0) / of.people)
            yield Compared(
                name=name,
                people=of.people,
                days=at,
                published=curve(np.array(at, dtype=np.float64)),
                lived=10 * mean[shown],
                error=10 * error[shown],
                with_loosen=10 * of.with_loosen[shown] / of.people,
            )
    for kinds, name, curve in SHARES:
        people = sum(tally.kinds[kind].people for kind in kinds)
        left = sum((tally.kinds[kind].unrecovered for kind in kinds), np.zeros(len(CURVE_DAYS)))
        if people:
            seen = np.full(len(shown), people)
            published = 100 * curve(np.array(at, dtype=np.float64))
            yield _share(name, at, published, left[shown], seen)
    yield from _again(tally)


def _again(tally: Tally) -> Iterator[Compared]:
    at = tuple(day for day in AGAIN_DAYS if tally.seen_again[day])
    if at:
        without, seen = (
            np.array([counts[day] for day in at], dtype=np.float64)
            for counts in (tally.without_again, tally.seen_again)
        )
        yield _share("D", at, 100 * curve_d(np.array(at, dtype=np.float64)), without, seen)


def _share(
    name: str, days: tuple[int, ...], published: Floats, counted: Floats, seen: Floats
) -> Compared:
    """A share of people with the error of so many; by the published share, which is never 0."""
    expected = published / 100
    return Compared(
        name=name,
        people=int(seen.max()),
        days=days,
        published=published,
        lived=100 * counted / seen,
        error=100 * Z_90 * np.sqrt(expected * (1 - expected) / seen),
    )


def all_days(curves: Sequence[Compared]) -> list[int]:
    """Every day that some curve is shown at."""
    return sorted({day for one in curves for day in one.days})
