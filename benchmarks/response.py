"""What helped: learned anew from many pairs, and from one more entry of a long record."""

from collections.abc import Iterator
from datetime import timedelta

from loosen import ledger, response
from loosen.library.current import load_content
from loosen.vocabulary import (
    Content,
    Entry,
    PainFelt,
    PainWhen,
    Payload,
    Try,
    Walked,
)

from .entries import entry
from .one_person import NOISES, START, Person
from .table import Row, median_ms

PAIRS, ENTRIES, MORE, WARM = 1000, 10_000, 30, 3


def rows() -> Iterator[Row]:
    """All pairs taken in and estimated, and one more entry of a long record."""
    content = load_content()
    pairs = Person("bench", NOISES["heavy tails"]).record(PAIRS).pairs
    at = pairs[-1].at
    yield Row(
        what=f"what helped, from {PAIRS} pairs",
        figure=median_ms(lambda: response.learn(pairs, content, at), runs=30),
        unit="ms",
        budget=20,
        how="`response.learn`, five kinds of help, median of 30",
    )
    grown = _grown(pairs, content)
    yield Row(
        what=f"what helped, with one more entry after {ENTRIES:,}",
        figure=median_ms(lambda: next(grown), runs=MORE),
        unit="ms",
        budget=5,
        how="joined, paired, absorbed and estimated, median of 30",
    )


def _grown(pairs: list[Try], content: Content) -> Iterator[response.Learned]:
    """One more entry of a long record at each step, as the pages learn from it."""
    entries = _entries(pairs)
    log = ledger.standing(entries[:ENTRIES])
    pairing = ledger.Pairing(log, content)
    state = response.begin(content)
    for pair in pairing.pairs:
        state = response.absorb(state, pair)
    for newer in entries[ENTRIES:]:
        more = ledger.joined(log, newer)
        assert more is not None
        log = more
        for pair in pairing.more(log) or ():
            state = response.absorb(state, pair)
        response.estimates(state, newer.happened_at, content)
        yield state


def _entries(pairs: list[Try]) -> list[Entry]:
    """Two scores with a walk between, again and again."""
    told: list[Payload] = []
    while len(told) <= ENTRIES + MORE + WARM:
        pair = pairs[len(told) // 3 % len(pairs)]
        told += [_pain(pair.before_0_10), Walked(minutes=5), _pain(pair.after_0_10)]
    return [_entry(number, payload) for number, payload in enumerate(told)]


def _pain(score: int) -> PainFelt:
    return PainFelt(pain_0_10=score, occasion=PainWhen.DIARY)


def _entry(number: int, payload: Payload) -> Entry:
    at = START + timedelta(hours=4 * (number // 3), minutes=15 * (number % 3))
    return entry(number + 1, payload, at)
