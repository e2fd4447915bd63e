"""Recognition, and public recordings: python -m benchmarks.accuracy_recognition --write.

Writes the figures that docs/reference/accuracy-movement.md shows of them. The public data lies in
the folder of --data (default: shared/data beside this checkout's folder); where it is absent, that
is said, and what was measured of it before stays.
"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import mex, recognition_figure, ui_prmd

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs" / "making" / "accuracy-recognition.json"
SEED, BODIES = "afresh", 4
PARTS = ("figure", "ui_prmd", "mex")


def main() -> int:
    """Prints the figures, and writes them when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write them for the documents")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--only", choices=PARTS, help="measure one part; the others stay")
    asked = parser.parse_args()
    found: dict[str, Any] = json.loads(OUT.read_text("utf-8")) if OUT.is_file() else {}
    for part in PARTS if asked.only is None else (asked.only,):
        measured = _measured(part, asked.data)
        if measured is not None:
            found[part] = measured
    text = json.dumps(found, indent=1) + "\n"
    if asked.write:
        OUT.write_text(text, "utf-8")
    sys.stdout.write(text)
    return 0


def _measured(part: str, data: Path) -> dict[str, Any] | None:
    """The figures of one part; None, said aloud, where its data is absent."""
    if part == "figure":
        return recognition_figure.figures(SEED, BODIES)
    public: dict[str, tuple[str, Callable[[Path], dict[str, Any]]]] = {
        "ui_prmd": (ui_prmd.ARCHIVE, ui_prmd.figures),
        "mex": (mex.ARCHIVE, mex.figures),
    }
    archive, figures = public[part]
    if not (data / archive).is_file():
        sys.stderr.write(f"{part} is skipped: there is no {archive} in the folder of --data\n")
        return None
    return figures(data)


if __name__ == "__main__":
    raise SystemExit(main())
