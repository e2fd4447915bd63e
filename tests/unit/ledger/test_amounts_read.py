"""Amounts as people write them: one broken example for every mistake."""

from fractions import Fraction

import pytest

from loosen.ledger import read_amount_ug, read_units
from loosen.vocabulary import LedgerError

from ...small_medicines import medicines


@pytest.mark.parametrize(
    ("text", "ug"),
    [("500 mg", 500_000), ("500", 500_000), ("12.5mg", 12_500), (" 0,5 MG ", 500)],
)
def test_an_amount_in_mg_is_read_exactly(text: str, ug: int) -> None:
    assert read_amount_ug(text, where="amount", content=medicines()) == ug


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("-500 mg", "a dose is more than nothing"),
        ("0 mg", "a dose is more than nothing"),
        ("two", "this is no amount"),
        ("", "this is no amount"),
        ("nan", "this is no amount"),
        ("500 mg mg", "this is no amount"),
        ("1 g", "packs of pain medicine count in mg"),
        ("500 mcg", "packs of pain medicine count in mg"),
        ("5 ml", "this unit is not known"),
        ("1,000 mg", "this can be read in two ways"),
        ("50000 mg", "this is more than any pill that we know holds"),
        ("1/0", "a dose is more than nothing"),
        ("0.0001 mg", "this is finer than a microgram"),
    ],
)
def test_each_mistake_is_named_and_nothing_is_guessed(text: str, what: str) -> None:
    with pytest.raises(LedgerError) as caught:
        read_amount_ug(text, where="amount", content=medicines())
    [problem] = caught.value.problems
    assert (problem.what, problem.where, problem.found) == (what, "amount", text)
    assert problem.expected
    assert problem.do


def test_what_was_looked_at_again_is_taken_however_much_it_is() -> None:
    content = medicines()
    assert read_amount_ug("1 g", where="amount", content=content, confirmed=True) == 1_000_000
    assert read_amount_ug("5000 mg", where="amount", content=content, confirmed=True) == 5_000_000
    assert read_units("48", where="units", content=content, confirmed=True) == 48


@pytest.mark.parametrize(
    ("text", "units"), [("2", 2), ("0.5", Fraction(1, 2)), ("½", Fraction(1, 2))]
)
def test_units_may_be_halves(text: str, units: Fraction) -> None:
    assert read_units(text, where="units", content=medicines()) == units


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("-1", "a dose is more than nothing"),
        ("0", "a dose is more than nothing"),
        ("some", "this is no number"),
        ("2 mg", "this is no number"),
        ("48", "this is very many at once"),
    ],
)
def test_each_mistake_of_a_count_is_named(text: str, what: str) -> None:
    with pytest.raises(LedgerError) as caught:
        read_units(text, where="units", content=medicines())
    assert [problem.what for problem in caught.value.problems] == [what]
