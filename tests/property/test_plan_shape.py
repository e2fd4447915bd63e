"""Every plan says why, fits the hour and the day, and is the same for the same inputs."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from loosen import plan
from loosen.vocabulary import (
    NO_ESTIMATES,
    Permit,
    Person,
    Plan,
    PlanError,
    PlanStage,
    Posture,
    StepKind,
    Urgency,
    canonical_json,
    from_plain,
    to_plain,
)

from ..built_plans import (
    CONTENT,
    HOUR_MIN,
    MOVING,
    STAGES,
    able,
    built,
    clearance,
    people,
    stages,
)
from ..diary import Diary, minute


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


@given(people, stages)
def test_every_change_of_place_leads_to_a_step_that_needs_it(
    person: Person, stage: PlanStage
) -> None:
    steps = built(person, stage).steps
    for before, way, after in zip(steps, steps[1:], steps[2:], strict=False):
        if way.kind is StepKind.TRANSFER:
            places = {one.posture.is_lying for one in (before, after)}
            kneels = Posture.ALL_FOURS in {before.posture, after.posture}
            assert kneels or StepKind.TRANSFER in {before.kind, after.kind} or len(places) == 2


@given(people, stages)
def test_the_last_question_is_asked_in_the_posture_of_the_step_before_it(
    person: Person, stage: PlanStage
) -> None:
    steps = built(person, stage).steps
    if len(steps) > 1 and steps[-1].kind is StepKind.CHECK_IN:
        assert steps[-1].posture is steps[-2].posture


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
