"""A fair comparison: between what is open, in a drawn order, one turn after the other."""

from dataclasses import replace
from uuid import UUID

from loosen import plan
from loosen.ledger import standing
from loosen.vocabulary import ComparisonBegun, ComparisonEnded, Permit, PositionTried

from ...built_plans import CONTENT, able
from ...diary import Diary, minute

PAIR = ("calves-on-chair", "half-sitting")
ORDER = (PAIR[0], PAIR[1], PAIR[1], PAIR[0])
ID = UUID(int=7)


def begun() -> Diary:
    diary = Diary()
    diary.add(ComparisonBegun(comparison_id=ID, one=PAIR[0], other=PAIR[1], order=ORDER), 0)
    return diary


def lay(diary: Diary, position_id: str, at: float) -> None:
    diary.add(PositionTried(position_id=position_id, helped=None, kept=False), at)


def pairs(**changes: object) -> list[tuple[str, str]]:
    permits = changes.pop("permits", frozenset(Permit))
    person = replace(able(), **changes)  # type: ignore[arg-type]  # - a test names its fields
    return [(a.id, b.id) for a, b in plan.comparable(permits, person, CONTENT)]  # type: ignore[arg-type]  # - as above


def test_heat_and_cold_may_be_compared_where_both_are_open() -> None:
    assert ("heat", "cold") in pairs()
    assert ("heat", "cold") not in pairs(permits=frozenset({Permit.HEAT, Permit.POSITION}))
    assert ("heat", "cold") not in pairs(can_take_heat_off=False)
    assert ("heat", "cold") not in pairs(banned=frozenset({"cold"}))
    assert ("heat", "cold") not in pairs(conditions=("raynaud",))


def test_nothing_may_be_compared_that_is_not_permitted() -> None:
    assert pairs(permits=frozenset({Permit.EMERGENCY_CARD})) == []


def test_turns_are_drawn_in_pairs_and_the_seed_decides_who_begins() -> None:
    drawn = [plan.turns_drawn("heat", "cold", 4, seed) for seed in range(40)]
    assert all(
        set(order[at : at + 2]) == {"heat", "cold"} for order in drawn for at in (0, 2, 4, 6)
    )
    assert len(set(drawn)) > 10
    assert plan.turns_drawn("heat", "cold", 4, 3) == drawn[3]
    assert 10 < sum(order[0] == "heat" for order in drawn) < 30


def test_turns_are_taken_in_their_order_and_what_is_out_of_turn_is_no_turn() -> None:
    diary = begun()
    now = plan.comparison_now(standing(diary.entries))
    assert now is not None
    assert now.next_up == PAIR[0]
    lay(diary, PAIR[1], 10)
    lay(diary, PAIR[0], 20)
    now = plan.comparison_now(standing(diary.entries))
    assert now is not None
    assert (now.taken, now.next_up) == ((minute(20),), PAIR[1])


def test_what_was_done_before_it_began_is_no_turn() -> None:
    diary = begun()
    lay(diary, PAIR[0], -5)
    now = plan.comparison_now(standing(diary.entries))
    assert now is not None
    assert now.taken == ()


def test_ended_early_nothing_is_next() -> None:
    diary = begun()
    diary.add(ComparisonEnded(comparison_id=ID, why="enough"), 30)
    now = plan.comparison_now(standing(diary.entries))
    assert now is not None
    assert (now.next_up, now.ended) == ("", "enough")


def test_without_one_there_is_none() -> None:
    assert plan.comparison_now(standing(())) is None
