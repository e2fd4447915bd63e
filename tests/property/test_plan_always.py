"""What holds of every plan, whoever it is for: on the real content, over all conditions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen import plan
from loosen.library.current import load_content
from loosen.vocabulary import (
    NO_ESTIMATES,
    Ability,
    Bias,
    Clearance,
    Content,
    Entry,
    Equipment,
    Item,
    Lapsed,
    LapseReason,
    Permit,
    Person,
    Plan,
    PlanError,
    PlanStage,
    StepKind,
    Urgency,
    canonical_json,
    from_plain,
    to_plain,
)

from ..diary import MIN_PER_DAY, OWNER, Diary, minute
from ..example_person import live_a_day
from ..small_plan import plan_of

CONTENT: Content = load_content()
CONDITIONS = tuple(CONTENT.conditions)
ITEMS: tuple[str, ...] = (
    *CONTENT.exercises,
    *CONTENT.positions,
    *CONTENT.transfers,
    *CONTENT.remedies,
)
MOVING = {StepKind.EXERCISE, StepKind.WALK}
HOUR_MIN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A record after which the gates open a stage, the moment, and the pain told then."""

    entries: tuple[Entry, ...]
    at_min: float
    pain_0_10: int


def reached(stage: PlanStage) -> Reached:
    """How a person gets to a stage."""
    diary = Diary()
    days = {"settle": 0, "move": 0, "range": 2, "strength": 3, "prevent": 15}[stage]
    for day in range(days):
        if stage is PlanStage.PREVENT:
            diary.pain(0, day * MIN_PER_DAY)
        else:
            live_a_day(diary, day, "good", plan_of(), 2)
    pain = {"settle": 9, "prevent": 0}.get(stage, 2)
    at_min = days * MIN_PER_DAY + 10
    diary.pain(pain, at_min - 1)
    return Reached(entries=tuple(diary.entries), at_min=at_min, pain_0_10=pain)


STAGES = {stage: reached(stage) for stage in PlanStage}


def clearance(at_min: float, permits: frozenset[Permit] = frozenset(Permit)) -> Clearance:
    return Clearance(
        decision_id=UUID(int=1),
        owner_id=OWNER,
        urgency=Urgency.U4 if Permit.EXERCISE in permits else Urgency.U2,
        permits=permits,
        limits=(),
        reasons=(),
        opened_by=frozenset(),
        decided_at=minute(at_min - 5),
        expires_at=minute(at_min + 24 * HOUR_MIN),
        content_version=CONTENT.version,
    )


def able(conditions: tuple[str, ...] = (), pain: int | None = 2) -> Person:
    """A person who can do and has everything, with these conditions."""
    return Person(
        age_years=40,
        conditions=tuple(sorted(conditions)),
        abilities=frozenset(Ability),
        at_hand=frozenset(Equipment),
        is_alone=False,
        can_take_heat_off=True,
        bias=Bias.NEUTRAL,
        pain_0_10=pain,
        banned=frozenset(),
        kept_position="",
    )


def built(
    person: Person,
    stage: PlanStage = PlanStage.MOVE,
    *,
    permits: frozenset[Permit] = frozenset(Permit),
    more: tuple[Entry, ...] = (),
    seed: int = 1,
    utc_offset_min: int = 0,
) -> Plan:
    there = STAGES[stage]
    return plan.build(
        CONTENT,
        clearance(there.at_min, permits),
        person,
        (*there.entries, *more),
        NO_ESTIMATES,
        minute(there.at_min),
        utc_offset_min,
        seed,
    )


def offered(today: Plan) -> Iterator[Item]:
    """Every item that a plan offers in any way."""
    ids = [one.item_id for one in (*today.steps, *today.checkpoints)]
    ids += [step.easier for step in today.steps]
    ids += [refusal.instead for refusal in today.refusals]
    for item_id in dict.fromkeys(ids):
        if item_id:
            item = CONTENT.item(item_id)
            assert item is not None
            yield item


def assert_nothing_barred(today: Plan, conditions: tuple[str, ...]) -> None:
    barred = [
        item.id for item in offered(today) if plan.verdict(item, conditions, CONTENT).effect.bars
    ]
    assert barred == []


people = st.builds(
    Person,
    age_years=st.integers(16, 100),
    conditions=st.lists(st.sampled_from(CONDITIONS), unique=True, max_size=6).map(
        lambda ids: tuple(sorted(ids))
    ),
    abilities=st.frozensets(st.sampled_from(Ability)),
    at_hand=st.frozensets(st.sampled_from(Equipment)),
    is_alone=st.booleans(),
    can_take_heat_off=st.booleans(),
    bias=st.sampled_from(Bias),
    pain_0_10=st.none() | st.integers(0, 10),
    banned=st.frozensets(st.sampled_from(ITEMS), max_size=4),
    kept_position=st.sampled_from(["", *CONTENT.positions]),
)
stages = st.sampled_from(PlanStage)


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


# --- reasons, time, bytes ----------------------------------------------------------------------


@given(people, stages, st.frozensets(st.sampled_from(Permit)))
def test_everything_says_why_with_a_source_that_exists(
    person: Person, stage: PlanStage, permits: frozenset[Permit]
) -> None:
    today = built(person, stage, permits=permits)
    for one in (today, *today.steps, *today.checkpoints, *today.refusals):
        assert one.because
        for reason in one.because:
            assert reason.text
            assert reason.provenance.source in CONTENT.sources
    assert all(refusal.opens for refusal in today.refusals)


@given(people, stages)
def test_when_nothing_is_safe_the_plan_says_so_and_whom_to_call(
    person: Person, stage: PlanStage
) -> None:
    today = built(person, stage)
    helps = {*MOVING, StepKind.HEAT, StepKind.COLD}
    assert today.nothing_safe == helps.isdisjoint(step.kind for step in today.steps)
    said = {reason.id for reason in today.because}
    assert ("nothing-safe" in said) == today.nothing_safe
    assert ("nothing-safe-call" in said) == today.nothing_safe


def test_what_only_has_to_wait_is_not_sent_to_a_doctor() -> None:
    diary = Diary()
    diary.remedy("cold", STAGES[PlanStage.MOVE].at_min - 30, feeling_back=False)
    cold = replace(diary.entries[0], id=UUID(int=9), seq=9000)
    said = [reason.id for reason in built(able(), more=(cold,)).because]
    assert said[-3:] == ["nothing-safe-allowed", "feeling-not-back", "nothing-safe-wait"]
    assert "nothing-safe-call" not in said


def test_in_an_emergency_the_plan_holds_nothing_but_why() -> None:
    card = frozenset({Permit.EMERGENCY_CARD})
    urgent = replace(clearance(STAGES[PlanStage.MOVE].at_min, card), urgency=Urgency.U1)
    at = minute(STAGES[PlanStage.MOVE].at_min)
    today = plan.build(CONTENT, urgent, able(), (), NO_ESTIMATES, at, 0, 1)
    assert today.steps == today.checkpoints == today.refusals == ()
    assert "locked-emergency" in {reason.id for reason in today.because}


@given(people, stages)
def test_the_steps_follow_each_other_within_the_hour(person: Person, stage: PlanStage) -> None:
    today = built(person, stage)
    starts = [step.at_min for step in today.steps]
    assert starts == sorted(starts)
    assert sum(step.seconds for step in today.steps) <= HOUR_MIN * 60


@given(people, stages, st.integers(-14 * 60, 14 * 60))
def test_nothing_is_due_in_the_past_or_in_the_persons_night(
    person: Person, stage: PlanStage, utc_offset_min: int
) -> None:
    today = built(person, stage, utc_offset_min=utc_offset_min)
    for one in today.checkpoints:
        assert one.due_at >= today.built_at
        local = one.due_at + timedelta(minutes=utc_offset_min)
        is_day = 7 <= local.hour < 22 or one.due_at == today.built_at
        assert is_day or one.id == "night"


@given(people, stages, st.integers(0, 1000))
def test_the_same_inputs_give_the_same_bytes(person: Person, stage: PlanStage, seed: int) -> None:
    one, other = built(person, stage, seed=seed), built(person, stage, seed=seed)
    assert canonical_json(one) == canonical_json(other)


@given(people, stages, st.randoms(use_true_random=False))
def test_the_order_in_which_entries_arrive_changes_nothing(
    person: Person, stage: PlanStage, chance: st.DataObject
) -> None:
    there = STAGES[stage]
    mixed = list(there.entries)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # - hypothesis hands in a Random
    today = plan.build(
        CONTENT, clearance(there.at_min), person, mixed, NO_ESTIMATES, minute(there.at_min), 0, 1
    )
    assert canonical_json(today) == canonical_json(built(person, stage))


@given(people, stages, st.integers(0, 1000))
def test_the_seed_changes_neither_stage_nor_refusals_nor_what_comes_later(
    person: Person, stage: PlanStage, seed: int
) -> None:
    one, other = built(person, stage), built(person, stage, seed=seed)
    for name in ("stage", "refusals", "checkpoints", "permits", "nothing_safe", "because"):
        assert getattr(one, name) == getattr(other, name)


@given(people, stages)
def test_a_plan_survives_the_way_through_its_wire_form(person: Person, stage: PlanStage) -> None:
    today = built(person, stage)
    assert from_plain(Plan, to_plain(today), where="plan", error=PlanError) == today
