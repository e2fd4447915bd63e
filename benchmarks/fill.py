"""Fills a data folder with the benchmark's person: python -m benchmarks.fill FOLDER."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from loosen.library.current import load_content
from loosen.web import serve

from . import person


def fill(folder: Path) -> int:
    """Writes a month of record and a screen of just now; returns the number of entries."""
    serve.start_django(folder)
    from loosen.web.records import store
    from loosen.web.records.store import Draft, Stamp

    content = load_content()
    now = datetime.now(UTC)
    owner = store.owner_here(now)
    acts = [*person.month(content, now)]
    acts += [(now - timedelta(minutes=1), act) for act in person.screen(content, now)]
    for at, payload in acts:
        stamp = Stamp(at=at, utc_offset_min=0, zone="UTC", content_version=content.version)
        store.record(owner, stamp, Draft(payload=payload))
    return len(acts)


if __name__ == "__main__":
    sys.stdout.write(f"{fill(Path(sys.argv[1]))} entries\n")
