"""Medicine: how fast "next allowed" is over a long record, and agreement on 100,000 histories."""

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from uuid import UUID

from loosen import ledger
from loosen.library.current import load_content
from loosen.vocabulary import (
    Amount,
    AnswerValue,
    DoseAsk,
    DoseTaken,
    Entry,
    EntryKind,
    Got,
    IntakeTold,
    MedicineScreen,
    Payload,
)

from .table import Row, median_ms

HISTORIES, AT_ONCE, PROCESSES = 100_000, 1000, 2
ENTRIES = 100_000
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SOMEBODY = UUID(int=1)
IBUPROFEN = (Amount(ingredient_id="ibuprofen", ug=200_000),)
PARACETAMOL = (Amount(ingredient_id="paracetamol", ug=500_000),)


def rows() -> Iterator[Row]:
    """The answer over 100,000 doses once the record is sorted, that first time, the agreement."""
    log = ledger.standing(_entries())
    began = perf_counter()
    _ask(log)
    first_ms = (perf_counter() - began) * 1000
    yield Row(
        what='"next allowed" over 100,000 doses',
        figure=median_ms(lambda: _ask(log), runs=100),
        unit="ms",
        budget=5,
        how="`ledger.dose_verdict`, median of 100, the record's lines made before",
    )
    yield Row(
        what="the first such answer of a record",
        figure=first_ms,
        unit="ms",
        budget=2000,
        how="the lines by ingredient are made; once for each new entry",
    )
    yield _agreement()


def _ask(log: ledger.Standing) -> object:
    ask = DoseAsk(name="Ibuprofen", product_id="uk-ibuprofen-200", amounts=IBUPROFEN, units=1)
    fits = MedicineScreen(
        cautions=(), is_complete=True, asked_on=NOW.date(), age_years=40, weight_kg=80
    )
    return ledger.dose_verdict(
        ask, fits, log, NOW, region_id="uk", utc_offset_min=0, content=load_content()
    )


def _entries() -> tuple[Entry, ...]:
    """Eight doses a day of two medicines, for thirty-four years, and today's answer."""
    taken = [
        DoseTaken(name="Ibuprofen", product_id="uk-ibuprofen-200", amounts=IBUPROFEN, units=1),
        DoseTaken(
            name="Paracetamol", product_id="uk-paracetamol-500", amounts=PARACETAMOL, units=1
        ),
    ]
    hours = [timedelta(hours=3 * (ENTRIES - count)) for count in range(ENTRIES)]
    doses = [_entry(count, taken[count % 2], NOW - ago) for count, ago in enumerate(hours)]
    return (*doses, _entry(ENTRIES, IntakeTold(taken=AnswerValue.NO), NOW))


def _entry(seq: int, payload: Payload, at: datetime) -> Entry:
    return Entry(
        id=UUID(int=10 + seq),
        device_id=SOMEBODY,
        seq=seq,
        owner_id=SOMEBODY,
        kind=EntryKind.DOSE if isinstance(payload, DoseTaken) else EntryKind.INTAKE,
        happened_at=at,
        recorded_at=at,
        utc_offset_min=0,
        zone="UTC",
        source=Got.SELF_REPORT,
        payload=payload,
        content_version="bench",
    )


def _agreement() -> Row:
    began = perf_counter()
    firsts = range(0, HISTORIES, AT_ONCE)
    with ProcessPoolExecutor(PROCESSES) as pool:
        differ = sum(pool.map(_differences, firsts))
    took_s = perf_counter() - began
    return Row(
        what="ledger and reference disagree",
        figure=differ,
        unit="histories",
        budget=0,
        how=f"of {HISTORIES:,} random ones by the minute, {PROCESSES} processes, {took_s:.0f} s",
    )


def _differences(first: int) -> int:
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from tests.property.dose_histories import disagreements

    found = list(disagreements(first, AT_ONCE))
    for seed, mine, theirs in found:
        print(f"seed {seed}: the ledger says {mine}, the reference {theirs}", file=sys.stderr)
    return len(found)
