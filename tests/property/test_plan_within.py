"""No plan without leave, and none beyond it: conditions, permits, heat and cold, bans."""

from dataclasses import replace
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen import plan
from loosen.vocabulary import (
    NO_ESTIMATES,
    Lapsed,
    LapseReason,
    Permit,
    Person,
    PlanError,
    PlanStage,
    StepKind,
)

from ..built_plans import (
    CONDITIONS,
    CONTENT,
    MOVING,
    STAGES,
    able,
    assert_nothing_barred,
    built,
    clearance,
    offered,
    people,
    stages,
)
from ..diary import Diary, minute

# --- no plan without a clearance ---------------------------------------------------------------


@pytest.mark.parametrize("reason", LapseReason)
def test_without_a_clearance_there_is_no_plan(reason: LapseReason) -> None:
    lapsed = Lapsed(reason=reason, permits=frozenset(Permit))
    with pytest.raises(PlanError, match="no valid clearance"):
        plan.build(CONTENT, lapsed, able(), (), NO_ESTIMATES, minute(0), 0, 1)


def test_an_expired_or_foreign_clearance_gives_no_plan_and_says_all_that_is_wrong() -> None:
    old = replace(clearance(0), content_version="another")
    with pytest.raises(PlanError) as caught:
        plan.build(CONTENT, old, able(), (), NO_ESTIMATES, old.expires_at, 0, 1)
    assert [problem.what for problem in caught.value.problems] == [
        "the clearance has expired",
        "the clearance was given under other content",
    ]


def test_a_clearance_from_the_future_gives_no_plan() -> None:
    with pytest.raises(PlanError, match="clock went back"):
        plan.build(CONTENT, clearance(60), able(), (), NO_ESTIMATES, minute(0), 0, 1)


def test_a_clearance_is_of_no_use_with_another_persons_record() -> None:
    diary = Diary()
    diary.pain(2, -1)
    theirs = replace(diary.entries[0], owner_id=UUID(int=66))
    with pytest.raises(PlanError, match="another person"):
        plan.build(CONTENT, clearance(0), able(), [theirs], NO_ESTIMATES, minute(0), 0, 1)


# --- never a blocked load ----------------------------------------------------------------------


@pytest.mark.parametrize("stage", PlanStage)
def test_no_condition_ever_meets_an_item_that_it_bars(stage: PlanStage) -> None:
    for condition in CONDITIONS:
        today = built(able((condition,), STAGES[stage].pain_0_10), stage)
        assert today.stage is stage
        assert_nothing_barred(today, (condition,))


def test_no_two_conditions_ever_meet_an_item_that_one_of_them_bars() -> None:
    for number, pair in enumerate(combinations(CONDITIONS, 2)):
        stage = list(PlanStage)[number % len(PlanStage)]
        today = built(able(pair, STAGES[stage].pain_0_10), stage)
        assert_nothing_barred(today, pair)


@given(people, stages)
def test_nobody_meets_an_item_that_their_conditions_bar(person: Person, stage: PlanStage) -> None:
    assert_nothing_barred(built(person, stage), person.conditions)


@given(people, stages)
def test_nobody_is_asked_for_what_they_cannot_do_or_do_not_have(
    person: Person, stage: PlanStage
) -> None:
    for step in built(person, stage).steps:
        item = CONTENT.item(step.item_id)
        if item is not None:
            assert set(getattr(item, "needs", ())) <= person.abilities
            assert set(getattr(item, "equipment", ())) <= person.at_hand


# --- within what is permitted ------------------------------------------------------------------


@given(people, stages, st.frozensets(st.sampled_from(Permit)))
def test_no_step_goes_beyond_what_is_permitted(
    person: Person, stage: PlanStage, permits: frozenset[Permit]
) -> None:
    today = built(person, stage, permits=permits)
    assert {step.kind.permit for step in today.steps} <= permits
    assert today.permits <= permits


def test_until_a_clinician_was_spoken_to_there_are_positions_breath_and_transfers_only() -> None:
    resting = frozenset({Permit.POSITION, Permit.BREATHING, Permit.TRANSFER, Permit.READING})
    today = built(able(), permits=resting)
    assert {step.kind for step in today.steps} == {
        StepKind.TRANSFER,
        StepKind.POSITION,
        StepKind.BREATHING,
        StepKind.CHECK_IN,
    }
    assert today.nothing_safe
    assert today.load == 0


# --- heat, cold, bans --------------------------------------------------------------------------


@given(people, stages)
def test_heat_is_only_for_who_can_take_it_off_and_never_beside_cold(
    person: Person, stage: PlanStage
) -> None:
    kinds = [step.kind for step in built(person, stage).steps]
    assert StepKind.HEAT not in kinds or person.can_take_heat_off
    assert not {StepKind.HEAT, StepKind.COLD} <= set(kinds)


@given(people, stages)
def test_nothing_is_exercised_after_cold_in_the_same_hour(person: Person, stage: PlanStage) -> None:
    kinds = [step.kind for step in built(person, stage).steps]
    if StepKind.COLD in kinds:
        assert MOVING.isdisjoint(kinds[kinds.index(StepKind.COLD) :])


@given(people, stages)
def test_nothing_is_exercised_while_the_feeling_is_not_back_after_cold(
    person: Person, stage: PlanStage
) -> None:
    diary = Diary()
    diary.remedy("cold", STAGES[stage].at_min - 30, feeling_back=False)
    cold = replace(diary.entries[0], id=UUID(int=9), seq=9000)
    today = built(person, stage, more=(cold,))
    assert MOVING.isdisjoint(step.kind for step in today.steps)
    assert {StepKind.HEAT, StepKind.COLD}.isdisjoint(step.kind for step in today.steps)


@given(people, stages)
def test_a_banned_item_appears_nowhere_in_the_plan(person: Person, stage: PlanStage) -> None:
    today = built(person, stage)
    assert person.banned.isdisjoint(item.id for item in offered(today))
    assert person.banned.isdisjoint(refusal.item_id for refusal in today.refusals)


@pytest.mark.parametrize("stage", [one for one in PlanStage if one is not PlanStage.PREVENT])
def test_the_seated_twist_is_never_offered_before_the_last_stage(stage: PlanStage) -> None:
    for seed in range(20):
        today = built(able(pain=STAGES[stage].pain_0_10), stage, seed=seed)
        assert "seated-twist" not in {item.id for item in offered(today)}
        assert "seated-twist" in {refusal.item_id for refusal in today.refusals}
