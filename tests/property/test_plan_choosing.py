"""Whoever it is and however much is on the shelf: a session stays small, varied and in order."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.plan import within_reach
from loosen.plan.offers import is_strength
from loosen.plan.ranking import are_versions
from loosen.vocabulary import Bias, Exercise, Person, Plan, PlanStage

from ..built_plans import CONDITIONS, CONTENT, STAGES, able, built, people, stages

OPPOSED = {Bias.FLEXION, Bias.EXTENSION}
FEWEST_LOOKED_AT = 100


def taken(today: Plan) -> list[Exercise]:
    """The exercises of a plan, walks left out."""
    ids = [step.item_id for step in today.steps if step.dose and not step.dose.minutes]
    return [CONTENT.exercises[id_] for id_ in ids]


@given(people, stages, st.integers(0, 99))
def test_a_session_is_small_and_holds_no_exercise_twice(
    person: Person, stage: PlanStage, seed: int
) -> None:
    exercises = taken(built(person, stage, seed=seed))
    assert len(exercises) <= CONTENT.threshold("exercises-most")
    most = CONTENT.threshold("strength-exercises-most")
    assert sum(map(is_strength, exercises)) <= most
    for one, other in combinations(exercises, 2):
        assert not are_versions(one, other, CONTENT)
        assert {one.bias, other.bias} != OPPOSED


@given(people, stages, st.integers(0, 99))
def test_nobody_is_led_through_what_is_out_of_their_reach(
    person: Person, stage: PlanStage, seed: int
) -> None:
    assert all(within_reach(one, person) for one in taken(built(person, stage, seed=seed)))


@given(people, stages)
def test_a_favourite_opens_nothing(person: Person, stage: PlanStage) -> None:
    plain = built(replace(person, favourites=frozenset()), stage)
    with_them = built(person, stage)
    assert with_them.refusals == plain.refusals
    assert with_them.stage is plain.stage


@pytest.mark.parametrize("stage", PlanStage)
def test_with_any_one_condition_what_waits_for_an_easier_one_is_never_taken_before_it(
    stage: PlanStage,
) -> None:
    """No record here holds the easier one, so that it may only be left out where it cannot be."""
    looked_at = 0
    for condition in CONDITIONS:
        person = able((condition,), STAGES[stage].pain_0_10)
        today = built(person, stage)
        refused = {refusal.item_id for refusal in today.refusals}
        for exercise in taken(today):
            looked_at += 1
            for earlier in exercise.after:
                assert earlier in refused, (condition, exercise.id, earlier)
    assert looked_at >= FEWEST_LOOKED_AT or stage is PlanStage.SETTLE


@pytest.mark.parametrize("condition", CONDITIONS)
def test_two_conditions_more_than_a_chair_leave_something_or_say_why(condition: str) -> None:
    """Whoever cannot reach the floor has something to do at every stage, unless all is barred."""
    person = able(tuple({condition, "cannot-get-to-floor"}), 2)
    for stage in (PlanStage.MOVE, PlanStage.RANGE, PlanStage.STRENGTH):
        today = built(person, stage)
        barred = {refusal.item_id for refusal in today.refusals}
        assert taken(today) or set(CONTENT.exercises) - {"walking"} <= barred
