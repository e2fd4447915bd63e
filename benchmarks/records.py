"""Pages over long records: as they stand, and the first one after something was noted.

    python -m benchmarks.records ENTRIES     the figures of one record, as JSON

In the server's own process, without the way over the wire. A note makes everything that is worked
out of the record old, so the page after it costs more than the page after that.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from loosen.library.current import load_content
from loosen.vocabulary import (
    Amount,
    DoseTaken,
    PainFelt,
    PainWhen,
    Payload,
    PlacePain,
    RemedyUsed,
    Sat,
    Skin,
    Slept,
    Walked,
)
from loosen.web import serve

from . import person
from .table import Row

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1_000, 10_000)
PAGES = ("/today/", "/diary/", "/diary/charts/", "/progress/")
RUNS = 15
BUDGET_MS = {1_000: 15, 10_000: 30}
AFTER_NOTE_MS = {1_000: 50, 10_000: 200}


def rows() -> Iterator[Row]:
    """Each page at each size, twice."""
    for size in SIZES:
        told = subprocess.run(
            [sys.executable, "-m", "benchmarks.records", str(size)],
            check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        for page, (standing_ms, after_ms) in json.loads(told.stdout).items():
            how = f"{size} entries, own time of the process, median of {RUNS}"
            yield Row(
                what=f"page `{page}` again", figure=standing_ms, unit="ms",
                budget=BUDGET_MS[size], how=how,
            )  # fmt: skip
            yield Row(
                what=f"page `{page}` after a note", figure=after_ms, unit="ms",
                budget=AFTER_NOTE_MS[size], how=how,
            )  # fmt: skip


def main(size: int) -> None:
    """Fills a record and prints what each page takes, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        serve.start_django(Path(folder))
        fill(size)
        figures = {page: measure(page) for page in PAGES}
    sys.stdout.write(json.dumps(figures))


def fill(size: int) -> None:
    """A month of sessions, the rest a diary; screened just now."""
    from loosen.web.records import store
    from loosen.web.records.store import Draft, Stamp

    content, now = load_content(), datetime.now(UTC)
    owner = store.owner_here(now)
    stamp = Stamp(at=now, utc_offset_min=0, zone="UTC", content_version=content.version)
    acts = person.month(content, now)
    acts += islice(diary(now), max(0, size - len(acts)))
    acts += [(now - timedelta(minutes=1), act) for act in person.screen(content, now)]
    drafts = [Draft(payload=payload, happened_at=at) for at, payload in acts]
    store.record(owner, stamp, *drafts)


def diary(until: datetime) -> Iterator[tuple[datetime, Payload]]:
    """Some twenty things a day, day by day back in time."""
    for day in range(1, 5000):
        at = until - timedelta(days=day)
        for place, payload in enumerate(a_day(at, pain_0_10=day % 8)):
            yield at + timedelta(minutes=17 * place), payload


def a_day(at: datetime, pain_0_10: int) -> Iterator[Payload]:
    """Sleep, pain at two places, doses, heat, sitting, walks."""
    places = tuple(
        PlacePain(place_id=place, pain_0_10=pain_0_10) for place in ("low-back-left", "thigh-left")
    )
    yield Slept(hours=7, woken=1)
    felt = PainFelt(
        pain_0_10=pain_0_10, occasion=PainWhen.DIARY, places=places,
        worst_24h_0_10=pain_0_10 + 2, average_24h_0_10=pain_0_10,
    )  # fmt: skip
    dose = DoseTaken(name="Pills", amounts=(Amount(ingredient_id="ibuprofen", ug=200_000),))
    heat = RemedyUsed(
        remedy_id="heat", started_at=at, ended_at=at + timedelta(minutes=15),
        skin=Skin.NORMAL, felt_better=True, feeling_back=True,
    )  # fmt: skip
    yield from islice(cycle((felt, dose, Sat(minutes=45), heat, Walked(minutes=10))), 19)


def measure(page: str) -> tuple[float, float]:
    """The page when nothing changed, and right after a note: medians in milliseconds."""
    client = browser()
    again: list[float] = []
    after: list[float] = []
    for minutes in range(1, RUNS + 1):
        note(minutes)
        after.append(_ms(client, page))
        again.append(_ms(client, page))
    return round(median(again), 2), round(median(after), 2)


def browser() -> Any:
    """A browser that the door lets in."""
    from django.core.signing import Signer
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    client.cookies["loosen-key"] = Signer(salt="loosen.door").sign("benchmark")
    return client


def note(minutes: int) -> None:
    """One more thing in the diary."""
    from loosen.web.records.store import Draft
    from loosen.web.site.clock import moment
    from loosen.web.site.visit import Visit

    Visit(moment()).record(Draft(payload=Sat(minutes=minutes)))


def _ms(client: Any, page: str) -> float:
    began = process_time()
    answer = client.get(page)
    if answer.status_code != 200:
        raise RuntimeError(f"{page} answered {answer.status_code}, so its speed means nothing")
    return (process_time() - began) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]))
