"""A plan made by hand: lie, breathe, two exercises, a walk, a check-in."""

from datetime import datetime

from loosen.vocabulary import (
    Checkpoint,
    CheckpointKind,
    Dose,
    PainLimits,
    Permit,
    Plan,
    PlanStage,
    Posture,
    Reason,
    Step,
    StepKind,
)

from .diary import START
from .small_content import SAID

WHY = (Reason(id="a-reason", text="It may help.", provenance=SAID),)
LIMITS = PainLimits(
    green_most=3, red_above=5, amber_rise=2, red_rise=3, amber_cut=0.3, provenance=SAID
)


def dose(
    *, reps: int = 0, hold_s: int = 0, minutes: int = 0, sets: int = 1, by_sides: bool = False
) -> Dose:
    """A dose with two seconds each way and a rest of ten."""
    moving = 0 if minutes else 2
    return Dose(
        reps=reps,
        hold_s=hold_s,
        sets=sets,
        rest_s=10,
        up_s=moving,
        down_s=moving,
        by_sides=by_sides,
        minutes=minutes,
    )


def load(one: Dose) -> int:
    """Seconds of movement and hold, counted again here so that two countings hold each other."""
    if one.minutes:
        return 60 * one.minutes * one.sets
    sides = 2 if one.by_sides else 1
    return sum(one.up_s + one.hold_s + one.down_s for _ in range(one.sets * sides * one.reps))


def step(
    index: int,
    kind: StepKind,
    item_id: str,
    amount: Dose | None = None,
    *,
    easier: str = "",
    easier_dose: Dose | None = None,
) -> Step:
    """One step with its filler."""
    return Step(
        index=index,
        kind=kind,
        item_id=item_id,
        title=item_id or "How is it?",
        at_min=index,
        seconds=300,
        posture=Posture.ON_BACK,
        dose=amount,
        how=(),
        easier=easier,
        easier_dose=easier_dose,
        because=WHY,
        easier_title=easier,
        easier_posture=Posture.SITTING if easier else None,
    )


def usual_steps() -> tuple[Step, ...]:
    """The steps of the usual plan."""
    return (
        step(0, StepKind.POSITION, "on-side"),
        step(1, StepKind.BREATHING, "breath"),
        step(2, StepKind.EXERCISE, "tilt", dose(reps=5, hold_s=2), easier_dose=dose(reps=3)),
        step(
            3,
            StepKind.EXERCISE,
            "rolls",
            dose(reps=10),
            easier="chair-rolls",
            easier_dose=dose(reps=4),
        ),
        step(4, StepKind.WALK, "walking", dose(minutes=3), easier_dose=dose(minutes=2)),
        step(5, StepKind.CHECK_IN, ""),
    )


def plan_of(
    steps: tuple[Step, ...] | None = None,
    *,
    stage: PlanStage = PlanStage.MOVE,
    built_at: datetime = START,
) -> Plan:
    """A plan of these steps with a next session among what comes later."""
    chosen = usual_steps() if steps is None else steps
    later = [
        Checkpoint(
            id=f"later-{kind}", kind=kind, due_at=built_at, title="Later", item_id="", because=WHY
        )
        for kind in (CheckpointKind.SESSION, CheckpointKind.WALK, CheckpointKind.MORNING)
    ]
    return Plan(
        stage=stage,
        built_at=built_at,
        steps=chosen,
        checkpoints=tuple(later),
        refusals=(),
        because=WHY,
        permits=frozenset(Permit),
        nothing_safe=False,
        load=sum(load(one.dose) for one in chosen if one.dose),
        pain_limits=LIMITS,
        content_version="test",
    )
