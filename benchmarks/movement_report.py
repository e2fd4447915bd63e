"""All that docs/reference/accuracy-movement.md is made from, measured anew: ./run accuracy.

Each part is a command of its own, `python -m benchmarks.accuracy_... --write`; here they run two
at a time, and the page is written at the end.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
# Longest first, so that none is left to run alone at the end.
FIRST = "accuracy_movement"


def parts() -> list[str]:
    """Every part's module."""
    names = sorted(file.stem for file in HERE.glob("accuracy_*.py"))
    return sorted(names, key=lambda name: name != FIRST)


def main() -> int:
    """Measures and writes; 1 where a part could not be measured, whose figures stay."""
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as running:
        codes = list(running.map(_measure, parts()))
    page = subprocess.run([sys.executable, str(ROOT / "docs" / "generate.py")], check=False)
    return int(any([*codes, page.returncode]))


def _measure(name: str) -> int:
    began = perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{name}", "--write"],
        check=False, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    told = "\n".join(_last(done.stderr)) if done.returncode else ""
    sys.stderr.write(f"{name}: {perf_counter() - began:.0f} s, exit code {done.returncode}{told}\n")
    return done.returncode


def _last(text: str) -> Iterator[str]:
    """What it said at its end, where it failed."""
    yield ""
    yield from text.splitlines()[-5:]


if __name__ == "__main__":
    raise SystemExit(main())
