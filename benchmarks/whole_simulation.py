"""The simulation whole, with what it costs: python -m benchmarks.whole_simulation --write.

Writes the figures that docs/reference/simulation.md is made from. Takes some minutes.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from loosen.cohort import Arm, truth_against_plain
from loosen.library.current import load_content

OUT = Path(__file__).resolve().parents[1] / "docs" / "making" / "simulation.json"
PEOPLE, DAYS, SEED, WORKERS = 1000, 90, 1, 2
FEWER_PEOPLE, FEWER_DAYS = (50, 200), 7
TRUTH_PEOPLE = 100
BROKEN = 9  # a limit was broken: the report says which
MEASURED = """
import resource, sys
from loosen.cli import main
code = main(sys.argv[1:])
kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
print(*(resource.getrusage(kind).ru_maxrss // 1024 for kind in kinds), file=sys.stderr)
sys.exit(code)
"""


def main() -> int:
    """Prints the figures, and writes them when asked."""
    figures = dict(_figures())
    text = json.dumps(figures, indent=1) + "\n"
    print(text)
    if "--write" in sys.argv:
        OUT.write_text(text, "utf-8")
    return 0


def _figures() -> Iterator[tuple[str, object]]:
    yield "date", datetime.now(UTC).date().isoformat()
    yield "content_version", load_content().version
    yield "command", f"loosen {' '.join(_asked(PEOPLE, DAYS))}"
    yield "people", PEOPLE
    yield "cores", os.cpu_count()
    yield "load", round(os.getloadavg()[0], 1)
    memory = [_memory(people) for people in FEWER_PEOPLE]
    began = perf_counter()
    report, first_mb, worker_mb = _run(PEOPLE, DAYS)
    took = perf_counter() - began
    yield "seconds", round(took)
    yield "people_days_a_second", round(PEOPLE * DAYS * len(Arm) / took)
    yield "memory", [*memory, [PEOPLE, DAYS, first_mb, worker_mb]]
    yield "truth", truth_against_plain(TRUTH_PEOPLE, DAYS, SEED, load_content())
    yield "truth_people", TRUTH_PEOPLE
    yield "report", report


def _memory(people: int) -> list[int]:
    _, first_mb, worker_mb = _run(people, FEWER_DAYS)
    return [people, FEWER_DAYS, first_mb, worker_mb]


def _run(people: int, days: int) -> tuple[str, int, int]:
    """The report, and the most memory that the first process and a worker took (MB)."""
    with TemporaryDirectory() as folder:
        said = subprocess.run(
            [sys.executable, "-c", MEASURED, *_asked(people, days), "--out", f"{folder}/rows"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    if said.returncode not in {0, BROKEN}:
        raise SystemExit(said.stderr)
    first_mb, worker_mb = said.stderr.split()[-2:]
    return said.stdout, int(first_mb), int(worker_mb)


def _asked(people: int, days: int) -> list[str]:
    asked = f"simulate --people {people} --days {days} --seed {SEED} --workers {WORKERS}"
    return asked.split()


if __name__ == "__main__":
    sys.exit(main())
