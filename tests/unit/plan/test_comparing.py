"""A fair comparison: between what is open, in a drawn order, one turn after the other."""

from dataclasses import replace
from uuid import UUID

from loosen import plan
from loosen.ledger import standing
from loosen.plan import Comparison, LeftOut
from loosen.vocabulary import ComparisonBegun, ComparisonEnded, Permit, PositionTried, Walked

from ...built_plans import CONTENT, able
from ...diary import Diary, minute

PAIR = ("calves-on-chair", "half-sitting")
ORDER = (PAIR[0], PAIR[1], PAIR[1], PAIR[0])
ID = UUID(int=7)


def begun() -> Diary:
    diary = Diary()
    diary.add(ComparisonBegun(comparison_id=ID, one=PAIR[0], other=PAIR[1], order=ORDER), 0)
    return diary


def lay(diary: Diary, position_id: str, at: float, *, before: int = 6, after: int = 4) -> None:
    diary.pain(before, at)
    diary.add(PositionTried(position_id=position_id, helped=None, kept=False), at + 10)
    diary.pain(after, at + 15)


def now_of(diary: Diary) -> Comparison:
    found = plan.comparison_now(standing(diary.entries), CONTENT)
    assert found is not None
    return found


def items(planned: frozenset[str] = frozenset(), **changes: object) -> set[str]:
    permits = changes.pop("permits", frozenset(Permit))
    person = replace(able(), **changes)  # type: ignore[arg-type]  # - a test names its fields
    found = plan.comparable(permits, person, CONTENT, planned)  # type: ignore[arg-type]  # - as above
    return {one.id for one in found}


def test_heat_and_cold_may_be_compared_where_both_are_open() -> None:
    both = {"heat", "cold"}
    assert both <= items()
    assert not both <= items(permits=frozenset({Permit.HEAT, Permit.POSITION}))
    assert not both <= items(can_take_heat_off=False)
    assert not both <= items(banned=frozenset({"cold"}))
    assert not both <= items(conditions=("raynaud",))


def test_movements_may_be_compared_that_stand_in_todays_plan_and_no_other() -> None:
    planned = frozenset({"knee-rolls", "pelvic-tilt", "short-walk"})
    assert items(planned) & set(CONTENT.exercises) == {"knee-rolls", "pelvic-tilt"}
    assert "knee-rolls" not in items(planned, banned=frozenset({"knee-rolls"}))
    assert "knee-rolls" not in items(planned, permits=frozenset({Permit.POSITION}))
    assert not items() & set(CONTENT.exercises)


def test_pairs_that_are_suggested_are_like_each_other() -> None:
    open_ = plan.comparable(
        frozenset(Permit), able(), CONTENT, frozenset({"knee-rolls", "pelvic-tilt"})
    )
    pairs = [(a.id, b.id) for a, b in plan.pairs_of(open_)]
    assert pairs[0] == ("heat", "cold")
    assert ("knee-rolls", "pelvic-tilt") in pairs
    assert all(type(CONTENT.item(a)) is type(CONTENT.item(b)) for a, b in pairs)


def test_nothing_may_be_compared_that_is_not_permitted() -> None:
    assert items(permits=frozenset({Permit.EMERGENCY_CARD})) == set()


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
    assert now_of(diary).next_up == PAIR[0]
    lay(diary, PAIR[1], 10)
    lay(diary, PAIR[0], 200)
    now = now_of(diary)
    assert [(turn.kind, turn.at) for turn in now.turns] == [(PAIR[0], minute(200))]
    assert now.next_up == PAIR[1]
    assert [(one.kind, one.why) for one in now.missed] == [(PAIR[1], LeftOut.OUT_OF_TURN)]


def test_a_time_without_scores_within_the_hour_is_no_turn() -> None:
    diary = begun()
    diary.add(PositionTried(position_id=PAIR[0], helped=True, kept=False), 10)
    assert [(one.kind, one.why) for one in now_of(diary).missed] == [(PAIR[0], LeftOut.NO_SCORES)]
    assert now_of(diary).turns == ()


def test_a_turn_with_something_else_in_it_does_not_count() -> None:
    diary = begun()
    diary.pain(6, 10)
    diary.add(Walked(minutes=5), 15)
    diary.add(PositionTried(position_id=PAIR[0], helped=None, kept=False), 20)
    diary.pain(4, 25)
    assert [one.why for one in now_of(diary).missed] == [LeftOut.WITH_OTHERS]


def test_a_turn_with_hardly_any_pain_does_not_count() -> None:
    diary = begun()
    lay(diary, PAIR[0], 10, before=2, after=1)
    assert [one.why for one in now_of(diary).missed] == [LeftOut.LITTLE_PAIN]


def test_a_turn_within_the_hour_of_the_last_does_not_count() -> None:
    diary = begun()
    lay(diary, PAIR[0], 0)
    lay(diary, PAIR[1], 40)
    lay(diary, PAIR[1], 111)
    now = now_of(diary)
    assert [turn.at for turn in now.turns] == [minute(0), minute(111)]
    assert [one.why for one in now.missed] == [LeftOut.TOO_SOON]


def test_what_was_done_before_it_began_is_no_turn() -> None:
    diary = begun()
    lay(diary, PAIR[0], -500)
    assert (now_of(diary).turns, now_of(diary).missed) == ((), ())


def test_ended_early_nothing_is_next_and_nothing_more_counts() -> None:
    diary = begun()
    lay(diary, PAIR[0], 0)
    diary.add(ComparisonEnded(comparison_id=ID, why="enough"), 30)
    lay(diary, PAIR[1], 200)
    now = now_of(diary)
    assert (now.next_up, now.ended, len(now.turns), now.missed) == ("", "enough", 1, ())


def test_without_one_there_is_none() -> None:
    assert plan.comparison_now(standing(()), CONTENT) is None
