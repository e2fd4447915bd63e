"""Independent batches of people: the unit of work, for two workers here or many machines elsewhere.

A batch is four whole numbers. It needs nothing but them and the content, gives rows and sums, and
shares nothing with another batch: whoever runs batches may run them anywhere and in any order, as
long as what they give is put together in the order of `first`.
"""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import get_context

from loosen.library.current import load_content
from loosen.vocabulary import Content

from .arms import Arm
from .living import Day, live
from .people import somebody
from .tally import Difference, Tally

BATCH_PEOPLE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """People `first` to `first + people - 1` of a seed, for so many days."""

    seed: int
    first: int
    people: int
    days: int


@dataclass(frozen=True, slots=True)
class Lived:
    """What came of a batch: a row for each person, arm and day, and the sums."""

    batch: Batch
    rows: tuple[Day, ...]
    tally: Tally


def batches(people: int, days: int, seed: int) -> Iterator[Batch]:
    """The batches of a run, in order; always cut alike, so that their sums are too."""
    for first in range(0, people, BATCH_PEOPLE):
        count = min(BATCH_PEOPLE, people - first)
        yield Batch(seed=seed, first=first, people=count, days=days)


def live_batch(batch: Batch, content: Content) -> Lived:
    """Lives through a batch in all four arms."""
    tally = Tally()
    rows: list[Day] = []
    for number in range(batch.first, batch.first + batch.people):
        who = somebody(batch.seed, number, batch.days, content)
        lives = [live(who, arm, content, batch.days) for arm in Arm]
        tally.take_person(who, batch.days)
        tally.take_arms(lives)
        rows.extend(day for _, days in lives for day in days)
    return Lived(batch=batch, rows=tuple(rows), tally=tally)


def truth_against_plain(people: int, days: int, seed: int, content: Content) -> tuple[float, float]:
    """Pain-hours of a plan that is told the truth less those of the plan without learning: the
    mean over people, and half of the interval that holds nine in ten."""
    difference = Difference()
    for number in range(people):
        who = somebody(seed, number, days, content)
        told, plain = (
            sum(day.pain_hours for day in live(who, Arm.PLAIN, content, days, told=truth)[1])
            for truth in (True, False)
        )
        difference.take(told - plain)
    return difference.mean_and_half_90()


def _live_here(batch: Batch) -> Lived:
    lived = live_batch(batch, load_content())
    gc.collect()
    return lived


def _get_ready() -> None:
    """The content never goes away, so that looking through it for garbage is time lost.

    What a batch leaves behind is looked for once, when it is over (`_live_here`).
    """
    load_content()
    gc.freeze()
    gc.disable()


def live_all(people: int, days: int, seed: int, workers: int) -> Iterator[Lived]:
    """Every batch in order, whatever the number of workers; few are in memory at a time."""
    wanted = batches(people, days, seed)
    if workers == 1:
        yield from map(_live_here, wanted)
        return
    with get_context("spawn").Pool(workers, initializer=_get_ready) as pool:
        yield from pool.imap(_live_here, wanted)
