"""Measures everything and prints one table: ./run bench [--only rooms,figures,...]."""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from .table import Row, as_markdown

MEASURES = (
    *("rooms", "response", "doses", "simulation", "sizes"),
    *("figures", "movement", "coach", "server", "records", "lighthouse", "video"),
)


def main() -> int:
    """Prints the table; 1 when a figure falls short of its budget."""
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("--only", default=",".join(MEASURES), help="which measures, by commas")
    parser.add_argument("--out", type=Path, help="also write the table into this Markdown file")
    asked = parser.parse_args()
    rows = [row for name in asked.only.split(",") for row in _measure(name)]
    text = f"{_machine()}\n\n{as_markdown(rows)}"
    print(text)
    if asked.out:
        asked.out.write_text(f"# How fast it is\n\nMeasured with `./run bench`. {text}", "utf-8")
    return 0 if all(row.holds for row in rows) else 1


def _measure(name: str) -> Iterable[Row]:
    if name not in MEASURES:
        raise SystemExit(f"--only: {name!r} is not one of {', '.join(MEASURES)}")
    rows: Callable[[], Iterable[Row]] = import_module(f"benchmarks.{name}").rows
    return rows()


def _machine() -> str:
    day = datetime.now(UTC).date().isoformat()
    python = platform.python_version()
    return f"{day}, Python {python}, {platform.system()}, {os.cpu_count()} cores."


if __name__ == "__main__":
    sys.exit(main())
