"""Real people's joints before the camera engine: python -m benchmarks.accuracy_people --write.

UI-PRMD holds the joints of people as a motion capture found them; here a camera is put before
them, from many sides, and the pose model's faults laid over. Joints of a motion capture are no
pictures: nothing is said of what a pose model makes of clothes, light or a chair. The data lies in
the folder of --data (default: shared/data beside this checkout's folder). While mending:
--people 1,2,3, and nothing is written.
"""

import argparse
import json
import sys
from pathlib import Path

from .real_bodies import sets
from .real_others import others, recognised
from .real_sits import sits
from .ui_prmd import ARCHIVE, SET_ON

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs" / "making" / "accuracy-real.json"
PEOPLE = (1, 2, 3, 4, 5)


def main() -> int:
    """Prints the figures, and writes them when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write them for the documents")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--people", default="", help="some of the people, by commas")
    asked = parser.parse_args()
    archive = asked.data / ARCHIVE
    if not archive.is_file():
        sys.stderr.write(f"skipped: there is no {ARCHIVE} in the folder of --data\n")
        return 0
    people = tuple(int(one) for one in asked.people.split(",") if one) or PEOPLE
    held = sets(archive)
    found = {
        "people": len(people),
        "set_on": [one for one in people if one in SET_ON],
        **sits(held, people),
        **others(held, people),
        "recognised": recognised(held, people),
    }
    text = json.dumps(found, indent=1) + "\n"
    if asked.write and people == PEOPLE:
        OUT.write_text(text, "utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
