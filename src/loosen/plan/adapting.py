"""How a running plan answers to what a step did (evidence file, 5.6): never by more."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from functools import reduce

from loosen.ledger import SessionState
from loosen.vocabulary import (
    Checkpoint,
    CheckpointKind,
    Dose,
    PainLimits,
    Plan,
    Posture,
    Step,
    StepKind,
    StepResult,
)

from .doses import plan_load, reduced, seconds_of


class Zone(StrEnum):
    """The zones of the pain-monitoring rule; unknown never counts as green."""

    GREEN = "green"
    UNKNOWN = "unknown"
    AMBER = "amber"
    RED = "red"

    @property
    def rank(self) -> int:
        """0 for green to 3 for red: the larger, the less comes next."""
        return _RANKS[self]


_RANKS = {zone: rank for rank, zone in enumerate(Zone)}


def worst(zones: list[Zone]) -> Zone:
    """The strictest of some zones; of none it is unknown."""
    return max(zones, key=_RANKS.__getitem__, default=Zone.UNKNOWN)


def zone_of(result: StepResult, limits: PainLimits) -> Zone:
    """The zone a step ended in.

    Stop, sharp, new, or pain moving down the leg is red whatever the score. Where the pain was
    already above the stop score before the session, the rise alone decides.
    """
    if result.stopped or result.sharp_or_new or result.legs_moved_down:
        return Zone.RED
    return pain_zone(result.pain_0_10, result.baseline_0_10, limits)


def pain_zone(pain_0_10: int | None, baseline_0_10: int | None, limits: PainLimits) -> Zone:
    """The zone of a score during or right after movement, against the score before it."""
    if pain_0_10 is None:
        return Zone.UNKNOWN
    rise = 0 if baseline_0_10 is None else pain_0_10 - baseline_0_10
    by_height = baseline_0_10 is None or baseline_0_10 <= limits.red_above
    if rise >= limits.red_rise or (by_height and pain_0_10 > limits.red_above):
        return Zone.RED
    if rise >= limits.amber_rise or (by_height and pain_0_10 > limits.green_most):
        return Zone.AMBER
    return Zone.GREEN


def after_step(plan: Plan, result: StepResult, at: datetime) -> Plan:
    """The plan after a step. Its load never rises; unknown pain changes nothing.

    Red takes out all movement that is still to come with the ways to it, the next session, and
    walks that were due before `at` (UTC); amber with a rise makes it a third less.
    `asked_easier` puts the easier version in the step's own place, to be done next.
    """
    zone = zone_of(result, plan.pain_limits)
    if zone is Zone.RED:
        return _without_movement(plan, result.index, at)
    steps = plan.steps
    if result.asked_easier and result.index < len(steps):
        eased = easier_step(steps[result.index], plan.pain_limits.amber_cut)
        steps = (*steps[: result.index], eased, *steps[result.index + 1 :])
    if zone is Zone.AMBER and _has_risen(result):
        steps = tuple(_less(step, plan.pain_limits, after=result.index) for step in steps)
    if steps == plan.steps:
        return plan
    return replace(plan, steps=steps, load=min(plan.load, plan_load(steps)))


def running_plan(state: SessionState) -> Plan:
    """The plan of a session with all its results laid over it, in order."""
    return reduce(
        lambda plan, result: after_step(plan, result, state.last_at), state.results, state.plan
    )


def easier_step(step: Step, cut: float) -> Step:
    """The step in its easier version: the easier item, or the same one with its smaller dose.

    What is easier still is the same item with that share less of it.
    """
    if step.easier_dose is None:
        return step
    has_item = bool(step.easier)
    return replace(
        _with_dose(step, step.easier_dose),
        item_id=step.easier or step.item_id,
        title=step.easier_title if has_item else step.title,
        posture=step.easier_posture or step.posture,
        how=step.easier_how if has_item else step.how,
        easier="",
        easier_title="",
        easier_posture=None,
        easier_how=(),
        easier_dose=reduced(step.easier_dose, cut),
    )


def _has_risen(result: StepResult) -> bool:
    """Amber without a rise keeps the dose; a rise, or a start that is not known, cuts it."""
    if result.pain_0_10 is None or result.baseline_0_10 is None:
        return True
    return result.pain_0_10 > result.baseline_0_10


def _less(step: Step, limits: PainLimits, *, after: int) -> Step:
    if step.index <= after or step.dose is None:
        return step
    return _with_dose(step, reduced(step.dose, limits.amber_cut) or step.dose)


def _with_dose(step: Step, dose: Dose) -> Step:
    assert step.dose is not None
    saved_s = seconds_of(step.dose) - seconds_of(dose)
    return replace(step, dose=dose, seconds=step.seconds - saved_s)


def _without_movement(plan: Plan, index: int, at: datetime) -> Plan:
    resting = [step for step in plan.steps if step.index <= index or step.dose is None]
    steps = tuple(
        replace(step, index=place) for place, step in enumerate(_on_the_spot(resting, index))
    )
    later = tuple(one for one in plan.checkpoints if _stays_due(one, at))
    return replace(plan, steps=steps, checkpoints=later, load=min(plan.load, plan_load(steps)))


def _on_the_spot(steps: Sequence[Step], after: int) -> list[Step]:
    """The steps without ways from place to place that lead nowhere now; those done stay."""
    kept: list[Step] = []
    ways: list[Step] = []
    for step in steps:
        if step.kind is StepKind.TRANSFER and step.index > after:
            ways.append(step)
            continue
        if kept and ways and _is_elsewhere(step, kept[-1]):
            kept.extend(ways)
        ways = []
        is_check_in = step.kind is StepKind.CHECK_IN and step.index > after and bool(kept)
        kept.append(replace(step, posture=kept[-1].posture) if is_check_in else step)
    return kept


def _is_elsewhere(step: Step, before: Step) -> bool:
    """Whether one has to change place for it; nobody is left on hands and knees to be asked."""
    is_kneeling = before.posture is Posture.ALL_FOURS
    if step.kind is StepKind.CHECK_IN:
        return is_kneeling
    is_as_before = step.posture.is_lying == before.posture.is_lying
    return not is_as_before or is_kneeling != (step.posture is Posture.ALL_FOURS)


def _stays_due(one: Checkpoint, at: datetime) -> bool:
    if one.kind is CheckpointKind.WALK:
        return one.due_at >= at
    return one.kind is not CheckpointKind.SESSION
