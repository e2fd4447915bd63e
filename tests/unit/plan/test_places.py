"""From place to place: nobody is left lying before a walk, or on their feet before the cold."""

from dataclasses import replace

import pytest

from loosen import plan
from loosen.vocabulary import (
    Ability,
    Equipment,
    PainLimits,
    Person,
    Plan,
    PlanStage,
    Posture,
    Step,
    StepKind,
    StepResult,
)

from ...built_plans import able, built

WAYS = {"into-bed", "out-of-bed", "down-to-floor", "off-floor"}
STAGES_OF_A_SPASM = [stage for stage in PlanStage if stage is not PlanStage.PREVENT]


def without(person: Person, *things: Equipment) -> Person:
    return replace(person, at_hand=person.at_hand - set(things))


def with_cold(person: Person) -> Person:
    return without(person, Equipment.HEAT)


def ids(today: Plan) -> list[str]:
    return [step.item_id or step.kind.value for step in today.steps]


def between(today: Plan, one: str, other: str) -> list[str]:
    """What stands between two steps."""
    told = ids(today)
    return told[told.index(one) + 1 : told.index(other)]


@pytest.mark.parametrize("stage", STAGES_OF_A_SPASM)
def test_before_a_walk_one_is_told_the_way_out_of_bed_and_off_the_floor(stage: PlanStage) -> None:
    told = ids(built(able(), stage))
    way_out = "off-floor" if "cat-cow" in told else "out-of-bed"
    assert told.index(way_out) < told.index("walking")
    if "cat-cow" in told:
        assert told[told.index("cat-cow") + 1] == "off-floor"


def test_who_has_no_bed_stays_on_the_floor_until_the_walk() -> None:
    today = built(without(able(), Equipment.BED, Equipment.CHAIR))
    assert ids(today)[0] == "down-to-floor"
    assert between(today, "cat-cow", "walking") == ["off-floor"]
    assert "out-of-bed" not in ids(today)


def test_after_the_walk_the_way_back_to_bed_comes_before_the_cold() -> None:
    assert between(built(with_cold(able())), "walking", "cold") == ["into-bed"]


def test_without_a_bed_the_cold_is_on_the_floor_again() -> None:
    person = without(with_cold(able()), Equipment.BED, Equipment.CHAIR)
    assert between(built(person), "walking", "cold") == ["down-to-floor"]


def test_from_a_position_on_a_chair_one_is_told_the_way_to_bed() -> None:
    today = built(replace(able(), kept_position="sitting-lean-on-table"))
    lying = next(step for step in today.steps if step.kind is StepKind.EXERCISE)
    assert lying.posture.is_lying
    assert today.steps[lying.index - 1].item_id == "into-bed"


def test_who_is_over_it_is_not_told_how_to_get_up() -> None:
    assert WAYS.isdisjoint(ids(built(able(), PlanStage.PREVENT)))


def test_who_cannot_stand_is_never_told_to() -> None:
    person = replace(able(), abilities=frozenset({Ability.LIE, Ability.ROLL, Ability.SIT}))
    assert {"out-of-bed", "off-floor"}.isdisjoint(ids(built(person)))


def test_a_way_that_is_not_open_is_not_told() -> None:
    person = replace(able(), banned=frozenset({"off-floor"}))
    told = ids(built(person))
    assert told[told.index("cat-cow") + 1] == "walking"


def test_the_question_at_the_end_is_asked_as_one_is_by_then() -> None:
    up, down = built(able()).steps, built(with_cold(able())).steps
    assert (up[-2].item_id, up[-1].posture) == ("walking", Posture.STANDING)
    assert (down[-2].item_id, down[-1].posture) == ("cold", down[-2].posture)
    assert down[-1].posture.is_lying


def stopped_at(today: Plan, item_id: str) -> list[str]:
    """What is left of the steps after one that was too much."""
    index = ids(today).index(item_id)
    result = StepResult(
        index=index,
        pain_0_10=None,
        baseline_0_10=None,
        stopped=True,
        asked_easier=False,
        sharp_or_new=False,
        legs_moved_down=False,
    )
    return ids(plan.after_step(today, result, today.built_at))[index + 1 :]


@pytest.mark.parametrize(
    ("item_id", "left"),
    [
        ("knee-rolls", ["cold", "check-in"]),
        ("cat-cow", ["off-floor", "into-bed", "cold", "check-in"]),
        ("walking", ["into-bed", "cold", "check-in"]),
    ],
)
def test_with_the_movement_the_ways_to_it_go_and_the_way_to_rest_stays(
    item_id: str, left: list[str]
) -> None:
    assert stopped_at(built(with_cold(able())), item_id) == left


@pytest.mark.parametrize(
    ("item_id", "left"),
    [("knee-rolls", ["check-in"]), ("cat-cow", ["off-floor", "check-in"])],
)
def test_nobody_is_sent_up_for_a_question_or_left_on_hands_and_knees(
    item_id: str, left: list[str]
) -> None:
    assert stopped_at(built(able()), item_id) == left


def test_the_question_after_a_stop_is_asked_where_one_lies() -> None:
    today = built(able())
    index = ids(today).index("knee-rolls")
    limits: PainLimits = today.pain_limits
    result = StepResult(
        index=index,
        pain_0_10=limits.red_above + 1,
        baseline_0_10=0,
        stopped=False,
        asked_easier=False,
        sharp_or_new=False,
        legs_moved_down=False,
    )
    left: tuple[Step, ...] = plan.after_step(today, result, today.built_at).steps
    assert left[-1].kind is StepKind.CHECK_IN
    assert left[-1].posture.is_lying
