"""When a fair comparison is clear, and how seldom chance is taken for a difference."""

import importlib
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen import response
from loosen.library.current import load_content
from loosen.vocabulary import Compared, Lead, Try

ROOT = Path(__file__).resolve().parents[3]
CONTENT = load_content()
START = datetime(2026, 1, 1, 9, tzinfo=UTC)
MOST = 10
SCORES = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), max_size=MOST)


def turns(kind: str, *scores: tuple[int, int]) -> list[Try]:
    return [
        Try(
            kind=kind, at=START + timedelta(days=day), before_0_10=before, after_0_10=after,
            minutes=30, local_hour=9, days_in=day,
        )
        for day, (before, after) in enumerate(scores)
    ]  # fmt: skip


def found(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> Compared:
    return response.compared(turns("heat", *one), turns("cold", *other), MOST, CONTENT)


def test_before_the_first_pair_nothing_is_known() -> None:
    now = found([], [])
    assert (now.lead, now.mean, now.pairs) == (Lead.OPEN, 0, 0)


def test_a_turn_without_its_partner_waits() -> None:
    assert found([(6, 2), (6, 2)], [(6, 6)]).pairs == 1


def test_three_pairs_are_too_few_however_clear() -> None:
    assert found([(9, 1)] * 3, [(9, 9)] * 3).lead is Lead.OPEN


def test_a_large_difference_stops_early_and_either_way_round() -> None:
    fell, stayed = (
        [(7, 4), (6, 2), (7, 3), (6, 3), (8, 4)],
        [(7, 7), (6, 5), (7, 7), (6, 6), (8, 7)],
    )
    assert found(fell, stayed).lead is Lead.ONE
    assert found(stayed, fell).lead is Lead.OTHER
    assert found(fell, stayed).is_over


def test_after_the_last_turn_it_is_over_without_a_clear_difference() -> None:
    one = [(6, 4), (6, 6), (7, 3), (5, 5), (6, 3), (6, 6), (7, 4), (5, 2), (6, 6), (6, 4)]
    other = [(6, 6), (6, 4), (7, 6), (5, 2), (6, 4), (6, 2), (7, 6), (5, 3), (6, 4), (6, 6)]
    assert found(one, other).lead is Lead.NONE_CLEAR


def test_a_start_from_more_pain_is_no_advantage() -> None:
    higher = found([(9, 6)] * 4, [(5, 3)] * 4)
    level = found([(7, 4)] * 4, [(7, 5)] * 4)
    assert higher.mean > level.mean


def test_one_odd_pair_does_not_decide() -> None:
    usual = [(6, 5), (7, 5), (6, 5), (7, 6), (6, 5)]
    assert found([*usual, (10, 0)], [*usual, (6, 10)]).lead is not Lead.ONE


@given(SCORES, SCORES)
def test_turned_round_it_says_the_same(
    one: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    a, b = found(one, other), found(other, one)
    assert a.mean == pytest.approx(-b.mean)
    assert (a.lead, b.lead) in {
        (Lead.OPEN, Lead.OPEN), (Lead.NONE_CLEAR, Lead.NONE_CLEAR),
        (Lead.ONE, Lead.OTHER), (Lead.OTHER, Lead.ONE),
    }  # fmt: skip


def made() -> ModuleType:
    sys.path.insert(0, str(ROOT))
    try:
        return importlib.import_module("benchmarks.turns")
    finally:
        sys.path.remove(str(ROOT))


def test_of_twenty_that_are_alike_at_most_one_is_called_clear() -> None:
    row = made().figures("heavy tails", 0.0, 120, CONTENT)
    assert row["one"] + row["other"] <= 0.05 * 120


def test_a_difference_of_a_point_and_a_half_is_mostly_found_and_never_turned_round() -> None:
    row = made().figures("heavy tails", 1.5, 40, CONTENT)
    assert row["one"] >= 0.7 * 40
    assert row["other"] == 0
