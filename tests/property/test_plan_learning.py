"""Learning changes the order of what is open: nothing opens by it, and nothing grows."""

from datetime import datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loosen.vocabulary import (
    ComparisonBegun,
    Entry,
    Estimate,
    Estimates,
    OrderWished,
    Person,
    PlanStage,
    Position,
    StepKind,
    Strength,
)

from ..built_plans import (
    CONTENT,
    ITEMS,
    STAGES,
    able,
    assert_nothing_barred,
    built,
    people,
    stages,
)
from ..diary import START, Diary

FEW = settings(max_examples=60)


def estimate(mean: float, n: int, strength: Strength, at: datetime = START) -> Estimate:
    return Estimate(
        mean=mean, sd=1, n=n, as_of=at, low_90=mean - 1.6, high_90=mean + 1.6, strength=strength
    )


def helping(*item_ids: str, mean: float = -2, n: int = 8) -> Estimates:
    return Estimates(by_kind=dict.fromkeys(item_ids, estimate(mean, n, Strength.HELPS)))


learned = st.dictionaries(
    st.sampled_from(ITEMS),
    st.builds(estimate, st.floats(-4, 4), st.integers(0, 30), st.sampled_from(Strength)),
    min_size=1,
    max_size=40,
).map(lambda by_kind: Estimates(by_kind=by_kind))
seeds = st.integers(0, 10**9)


@FEW
@given(people, stages, learned, seeds)
def test_nothing_opens_or_closes_and_nothing_grows(
    person: Person, stage: PlanStage, told: Estimates, seed: int
) -> None:
    without = built(person, stage, seed=seed)
    with_ = built(person, stage, seed=seed, estimates=told)
    assert with_.refusals == without.refusals
    assert with_.permits == without.permits
    assert with_.stage == without.stage
    assert with_.load <= without.load
    assert_nothing_barred(with_, person.conditions)
    refused = {one.item_id for one in with_.refusals} | person.banned
    assert refused.isdisjoint(step.item_id for step in with_.steps)


@FEW
@given(people, stages, learned, seeds)
def test_what_is_offered_keeps_its_dose(
    person: Person, stage: PlanStage, told: Estimates, seed: int
) -> None:
    """The same thing is never asked for in another amount because it helped."""
    without = {step.item_id: step.dose for step in built(person, stage, seed=seed).steps}
    with_ = built(person, stage, seed=seed, estimates=told)
    both = [step for step in with_.steps if step.item_id in without]
    assert [step.dose for step in both] == [without[step.item_id] for step in both]


@FEW
@given(people, stages, learned, seeds)
def test_the_wish_for_the_usual_order_brings_the_plan_as_it_was(
    person: Person, stage: PlanStage, told: Estimates, seed: int
) -> None:
    diary = Diary()
    diary.entries.extend(STAGES[stage].entries)
    wish = diary.add(OrderWished(by_own_record=False), STAGES[stage].at_min - 1)
    without = built(person, stage, seed=seed, more=(wish,))
    assert built(person, stage, seed=seed, more=(wish,), estimates=told) == without
    assert without.steps == built(person, stage, seed=seed).steps


@FEW
@given(stages, learned, seeds, st.sampled_from(list(CONTENT.positions)))
def test_the_kept_position_stays_first(
    stage: PlanStage, told: Estimates, seed: int, kept: str
) -> None:
    person = Person(**{**_fields(able()), "kept_position": kept})
    positions = [
        step.item_id
        for step in built(person, stage, seed=seed, estimates=told).steps
        if isinstance(CONTENT.item(step.item_id), Position)
    ]
    without = [
        step.item_id
        for step in built(person, stage, seed=seed).steps
        if isinstance(CONTENT.item(step.item_id), Position)
    ]
    assert positions == without


def _fields(person: Person) -> dict[str, object]:
    return {name: getattr(person, name) for name in person.__slots__}


def comparing(turn: str, other: str, stage: PlanStage) -> Entry:
    """A comparison begun just now, in which `turn` comes first."""
    diary = Diary()
    diary.entries.extend(STAGES[stage].entries)
    begun = ComparisonBegun(
        comparison_id=UUID(int=77), one=turn, other=other, order=(turn, other)
    )  # fmt: skip
    return diary.add(begun, STAGES[stage].at_min - 1)


@FEW
@given(people, stages, st.permutations(ITEMS), seeds)
def test_a_comparison_opens_nothing_and_the_hour_asks_no_more(
    person: Person, stage: PlanStage, items: list[str], seed: int
) -> None:
    begun = comparing(items[0], items[1], stage)
    without = built(person, stage, seed=seed)
    with_ = built(person, stage, seed=seed, more=(begun,))
    assert with_.refusals == without.refusals
    assert with_.permits == without.permits
    assert with_.load <= without.load
    assert_nothing_barred(with_, person.conditions)


# --- what it does change -----------------------------------------------------------------------


def moves(person: Person, told: Estimates, seed: int = 1) -> list[str]:
    steps = built(person, PlanStage.RANGE, seed=seed, estimates=told).steps
    return [step.item_id for step in steps if step.kind is StepKind.EXERCISE]


def test_what_helped_is_taken_that_was_left_out_before() -> None:
    without = [step.item_id for step in built(able(), PlanStage.RANGE).steps]
    left_out = [
        item_id
        for item_id in CONTENT.exercises
        if item_id not in without and item_id in moves(able(), helping(item_id))
    ]
    assert left_out


@pytest.mark.parametrize("stage", [PlanStage.MOVE, PlanStage.RANGE, PlanStage.STRENGTH])
def test_no_one_thing_that_helped_makes_the_hour_ask_more(stage: PlanStage) -> None:
    without = built(able(), stage).load
    loads = {id_: built(able(), stage, estimates=helping(id_)).load for id_ in CONTENT.exercises}
    assert {id_: load for id_, load in loads.items() if load > without} == {}


def test_a_favourite_stands_above_what_helped() -> None:
    without = moves(able(), helping())
    other = next(id_ for id_ in CONTENT.exercises if moves(able(), helping(id_)) != without)
    favoured = Person(**{**_fields(able()), "favourites": frozenset(without)})
    assert set(without) <= set(moves(favoured, helping(other)))


def test_the_step_says_that_it_seemed_to_help_and_how_often() -> None:
    steps = built(able(), PlanStage.RANGE, estimates=helping("heat")).steps
    heat = next(step for step in steps if step.item_id == "heat")
    assert "This helps you: tried 8 times so far." in [reason.text for reason in heat.because]


def test_now_and_then_something_tried_less_goes_first_and_says_so() -> None:
    """Cold seldom tried: on some days it is proposed in place of heat, on most it is not."""
    days = 60
    proposed = 0
    for seed in range(days):
        steps = built(able(), PlanStage.MOVE, seed=seed, estimates=helping("heat")).steps
        cold = [step for step in steps if step.item_id == "cold"]
        proposed += bool(cold)
        assert all("own-record-to-find-out" in [one.id for one in step.because] for step in cold)
    every = CONTENT.threshold("explore-every")
    assert days / every / 3 < proposed < days / every * 3


def test_nothing_is_tried_out_while_the_pain_is_at_its_worst() -> None:
    for seed in range(40):
        today = built(able(pain=9), PlanStage.SETTLE, seed=seed, estimates=helping("heat"))
        told = {reason.id for step in today.steps for reason in step.because}
        assert "own-record-to-find-out" not in told


def test_one_thing_kept_as_usual_leaves_the_rest_to_the_record() -> None:
    wish = Diary()
    wish.entries.extend(STAGES[PlanStage.RANGE].entries)
    at_min = STAGES[PlanStage.RANGE].at_min
    entry = wish.add(OrderWished(by_own_record=False, item_id="cold"), at_min - 1)
    told = helping("cold")
    ordered = built(able(), PlanStage.RANGE, estimates=told, seed=2)
    usual = built(able(), PlanStage.RANGE, estimates=told, more=(entry,), seed=2)
    assert "cold" in [step.item_id for step in ordered.steps]
    assert "cold" not in [step.item_id for step in usual.steps]


@pytest.mark.parametrize(
    ("turn", "other"), [("knee-rolls", "pelvic-tilt"), ("pelvic-tilt", "knee-rolls")]
)
def test_the_movement_whose_turn_it_is_comes_first_and_says_so(turn: str, other: str) -> None:
    begun = comparing(turn, other, PlanStage.RANGE)
    steps = built(able(), PlanStage.RANGE, more=(begun,)).steps
    first = next(step for step in steps if step.kind is StepKind.EXERCISE)
    assert first.item_id == turn
    assert "comparison-its-turn" in [reason.id for reason in first.because]


def test_cold_takes_the_place_of_heat_when_it_is_its_turn() -> None:
    begun = comparing("cold", "heat", PlanStage.MOVE)
    items = [step.item_id for step in built(able(), PlanStage.MOVE, more=(begun,)).steps]
    assert "cold" in items
    assert "heat" not in items
