"""`simulate`: people who do not exist live with Loosen, and what came of it is printed."""

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loosen.cohort import Lived, ParquetFile, Tally

BROKEN = 9
BAR_WIDTH = 30


def simulate(arguments: argparse.Namespace) -> int:
    """Print the report; the rows go to --out. A breach makes it fail."""
    from loosen.cohort import Tally, breaches_of_loosen, live_all, report

    people, days = arguments.people, arguments.days
    tally = Tally()
    began = time.monotonic()
    with _file(arguments) as file:
        lived = live_all(people, days, arguments.seed, arguments.workers)
        for one in _with_bar(lived, people):
            _take(one, tally, file)
    took = time.monotonic() - began
    print(f"# {people} simulated people, {days} days, seed {arguments.seed}\n")
    print(report(tally, days))
    _say_speed(people * days, took, arguments.workers)
    return BROKEN if breaches_of_loosen(tally) else 0


def _file(arguments: argparse.Namespace) -> "AbstractContextManager[ParquetFile | None]":
    from loosen.cohort import ParquetFile

    return nullcontext() if arguments.out is None else ParquetFile(arguments.out)


def _take(lived: "Lived", tally: "Tally", file: "ParquetFile | None") -> None:
    tally.add(lived.tally)
    if file is not None:
        file.write(lived.rows)


def _with_bar(lived: "Iterator[Lived]", people: int) -> "Iterator[Lived]":
    """How far it is, on standard error, where somebody looks at it."""
    is_watched = sys.stderr.isatty()
    for one in lived:
        yield one
        done = one.batch.first + one.batch.people
        if is_watched:
            bar = "#" * (BAR_WIDTH * done // people)
            print(f"\r[{bar:{BAR_WIDTH}}] {done} of {people} people", end="", file=sys.stderr)
    if is_watched:
        print(file=sys.stderr)


def _say_speed(person_days: int, took: float, workers: int) -> None:
    """On standard error: it is another one each time, and the report is not."""
    speed = 4 * person_days / max(took, 1e-9)
    print(
        f"{took:.0f} s with {workers} workers; {speed:.0f} people-days a second, "
        "each of the four arms counted.",
        file=sys.stderr,
    )
