"""Simulated people: how many of their days a second, by one worker and by two."""

from collections.abc import Iterator
from time import perf_counter

from loosen.cohort import Arm, live_all

from .table import Row

PEOPLE, DAYS, SEED = 120, 90, 1
# 1,000 people for 90 days in four arms in five minutes on two cores.
WANTED = 1000 * 90 * 4 / 300


def rows() -> Iterator[Row]:
    """Batches are shared out to processes; what they cost to start counts."""
    for workers in (1, 2):
        began = perf_counter()
        people = sum(one.batch.people for one in live_all(PEOPLE, DAYS, SEED, workers))
        took = perf_counter() - began
        yield Row(
            what=f"simulated people, {workers} worker{'s' * (workers > 1)}",
            figure=people * DAYS * len(Arm) / took,
            unit="people-days a second",
            budget=WANTED * workers / 2,
            how=f"`loosen.cohort.live_all`, {PEOPLE} people, {DAYS} days, each of "
            f"{len(Arm)} arms counted, {took:.3g} s",
            at_least=True,
        )
