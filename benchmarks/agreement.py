"""Random histories of doses: do the ledger and two readings of the evidence say the same?

The reference walks minute by minute; the second reading, by somebody else, counts for more kinds
of people. Seeds are whole numbers from 0 on, so a run that was broken off goes on where it was:
`python -m benchmarks.agreement --first 40000`.
"""

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from pathlib import Path
from time import perf_counter

from .table import Row

HISTORIES, AT_ONCE, PROCESSES = 100_000, 1000, 2
SECOND_HISTORIES = 20_000
REFERENCE, SECOND = "dose_histories", "dose_lives"  # modules of tests/property


def main() -> int:
    """Compares so many histories from a seed on; 1 where any differs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.agreement", description=__doc__)
    parser.add_argument("--first", type=int, default=0, help="the seed to go on from")
    parser.add_argument("--histories", type=int, default=HISTORIES, help="how many in all")
    parser.add_argument("--processes", type=int, default=PROCESSES)
    parser.add_argument("--against", choices=(REFERENCE, SECOND), default=REFERENCE)
    asked = parser.parse_args()
    differ = differing(asked.against, asked.first, asked.histories, asked.processes)
    print(f"{differ} of {asked.histories - asked.first:,} histories differ")
    return 1 if differ else 0


def rows() -> Iterator[Row]:
    """All of them, as figures with their budget."""
    for what, against, count in (
        ("ledger and reference disagree", REFERENCE, HISTORIES),
        ("ledger and second reading disagree", SECOND, SECOND_HISTORIES),
    ):
        began = perf_counter()
        differ = differing(against, 0, count, PROCESSES)
        took_s = perf_counter() - began
        yield Row(
            what=what,
            figure=differ,
            unit="histories",
            budget=0,
            how=f"of {count:,} random ones, {PROCESSES} processes, {took_s:.0f} s",
        )


def differing(against: str, first: int, end: int, processes: int) -> int:
    """On how many of the seeds from `first` up to, not with, `end` the two differ."""
    return sum(_counted(against, first, end, processes))


def _counted(against: str, first: int, end: int, processes: int) -> Iterator[int]:
    """The differences by batch, with a line of progress from which one can go on."""
    firsts = range(first, end, AT_ONCE)
    counts = [min(AT_ONCE, end - start) for start in firsts]
    with ProcessPoolExecutor(processes) as pool:
        found_in = pool.map(_differences, [against] * len(counts), firsts, counts)
        for start, count, found in zip(firsts, counts, found_in, strict=True):
            print(f"\r{start + count:,} of {end:,} histories", end="", file=sys.stderr, flush=True)
            yield found
    print(file=sys.stderr)


def _differences(against: str, first: int, count: int) -> int:
    sys.path.insert(0, str(Path(__file__).parents[1]))
    found = list(import_module(f"tests.property.{against}").disagreements(first, count))
    for seed, mine, theirs in found:
        print(f"\nseed {seed}: the ledger says {mine}, the other {theirs}", file=sys.stderr)
    return len(found)


if __name__ == "__main__":
    sys.exit(main())
