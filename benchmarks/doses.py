"""Medicine: how fast "next allowed" is over a long record, and agreement on 100,000 histories."""

import gc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from time import perf_counter, thread_time

from loosen import ledger
from loosen.library.current import load_content
from loosen.vocabulary import (
    Amount,
    AnswerValue,
    DoseAsk,
    DoseTaken,
    Entry,
    IntakeTold,
    MedicineScreen,
)

from . import agreement
from .entries import entry
from .table import Row, times_ms

ENTRIES, RUNS = 100_000, 300
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
IBUPROFEN = (Amount(ingredient_id="ibuprofen", ug=200_000),)
PARACETAMOL = (Amount(ingredient_id="paracetamol", ug=500_000),)


def rows() -> Iterator[Row]:
    """The answer over 100,000 doses once the record is sorted, that first time, the agreement."""
    entries = _entries()
    began = perf_counter()
    log = ledger.standing(entries)
    sorted_at = perf_counter()
    _ask(log)
    lines_at = perf_counter()
    gc.collect()  # what it takes to clear up after the record was made is no part of an answer
    took = times_ms(lambda: _ask(log), runs=RUNS, clock=thread_time)
    yield Row(
        what='"next allowed" over 100,000 doses',
        figure=took[-1],
        unit="ms",
        budget=5,
        how=f"`ledger.dose_verdict`, the slowest of {RUNS}; median {took[RUNS // 2]:.2g} ms, "
        f"fastest {took[0]:.2g} ms; the thread's own time, the record in order before",
    )
    yield Row(
        what="the first such answer of a record",
        figure=(lines_at - began) * 1000,
        unit="ms",
        budget=3000,
        how=f"100,000 entries put in order ({sorted_at - began:.2g} s) and on lines by "
        f"ingredient ({lines_at - sorted_at:.2g} s); once for each new entry",
    )
    yield from agreement.rows()


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
    doses = [entry(count + 1, taken[count % 2], NOW - ago) for count, ago in enumerate(hours)]
    return (*doses, entry(ENTRIES + 1, IntakeTold(taken=AnswerValue.NO), NOW))
