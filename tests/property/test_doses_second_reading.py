"""The ledger against the evidence file as a second reader read it: random people, every verdict.

What the second reading found when it was first held against the ledger, each a row of
tests/spec/ledger/doses-more.toml now: more than two of the US combination at once; a pack from
elsewhere that lost its own region's limits; a clinician's limit where no pack or region says
how much at once.
"""

from collections import Counter

import pytest

from loosen.vocabulary import DoseAnswer

from . import second_reading
from .dose_lives import by_ledger, by_reading, disagreements
from .second_tables import Line

LIVES = 1000  # 20,000 in benchmarks


def test_the_ledger_says_what_a_second_reader_of_the_evidence_says() -> None:
    assert list(disagreements(0, LIVES)) == []


def test_the_people_reach_every_answer() -> None:
    answers = Counter(by_reading(seed)[0] for seed in range(300))
    assert all(answers[answer.value] >= 10 for answer in DoseAnswer)


@pytest.mark.parametrize(
    ("name", "value"),
    [("WAIT_MIN", 12 * 60), ("EXTRA_MG", 10_000), ("LIGHT_KG", 40), ("NSAIDS", frozenset())],
)
def test_a_rule_that_was_read_otherwise_would_be_found(
    monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    monkeypatch.setattr(second_reading, name, value)
    assert any(by_ledger(seed) != by_reading(seed) for seed in range(400))


def test_a_number_that_was_read_otherwise_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    read = second_reading.lines_of

    def looser(pack: str, ingredient: str, region: str) -> list[Line]:
        lines = read(pack, ingredient, region)
        return [Line(**{**_fields(one), "gap_h": one.gap_h - 1}) for one in lines]

    monkeypatch.setattr(second_reading, "lines_of", looser)
    assert any(by_ledger(seed) != by_reading(seed) for seed in range(400))


def _fields(line: Line) -> dict[str, object]:
    return {name: getattr(line, name) for name in Line.__slots__}
