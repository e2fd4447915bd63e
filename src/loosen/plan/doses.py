"""How much: doses from content, one small step up, a third less, and what it all adds up to."""

from collections.abc import Iterable
from dataclasses import replace

from loosen.vocabulary import Content, Dose, Exercise, PlanStage, StageDose, Step

SIDES = 2
SECONDS_PER_MIN = 60


def stage_dose(exercise: Exercise, stage: PlanStage) -> StageDose | None:
    """The dose of an exercise in a stage; None when it is not for that stage."""
    return next((dose for dose in exercise.doses if dose.stage is stage), None)


def first_dose(exercise: Exercise, given: StageDose) -> Dose:
    """The smallest dose of a stage: everyone starts there."""
    return Dose(
        reps=given.reps,
        hold_s=given.hold_s,
        sets=given.sets,
        rest_s=given.rest_s,
        up_s=exercise.tempo.up_s,
        down_s=exercise.tempo.down_s,
        by_sides=exercise.by_sides,
        minutes=given.minutes,
    )


def load_of(dose: Dose) -> int:
    """Seconds of movement and hold, both sides and all sets; rests do not count."""
    if dose.minutes:
        return dose.minutes * SECONDS_PER_MIN * dose.sets
    sides = SIDES if dose.by_sides else 1
    return dose.sets * sides * dose.reps * (dose.up_s + dose.hold_s + dose.down_s)


def seconds_of(dose: Dose) -> int:
    """How long the dose takes with its rests between the sets."""
    return load_of(dose) + (dose.sets - 1) * dose.rest_s


def plan_load(steps: Iterable[Step]) -> int:
    """The whole effort of some steps, in seconds of movement and hold."""
    return sum(load_of(step.dose) for step in steps if step.dose is not None)


def reduced(dose: Dose, share: float) -> Dose | None:
    """The dose with that share of its repetitions (or minutes) taken off, at least one of them.

    None when nothing can be taken off: one repetition, or one minute, is the least there is.
    """
    if dose.minutes:
        fewer = _less(dose.minutes, share)
        return replace(dose, minutes=fewer) if fewer < dose.minutes else None
    fewer = _less(dose.reps, share)
    return replace(dose, reps=fewer) if fewer < dose.reps else None


def _less(count: int, share: float) -> int:
    """The count less the share, rounded down: a cut always cuts, but never below one."""
    return max(1, min(count - 1, int(count * (1 - share)))) if count > 1 else count


def at_most(dose: Dose, load: int) -> Dose | None:
    """The dose with as many repetitions (or minutes) as the load allows; None when not even one."""
    one = replace(dose, minutes=1) if dose.minutes else replace(dose, reps=1)
    count = min(dose.minutes or dose.reps, load // load_of(one))
    if count < 1:
        return None
    return replace(dose, minutes=count) if dose.minutes else replace(dose, reps=count)


def raised(dose: Dose, given: StageDose, content: Content) -> Dose:
    """One variable up, in the order of 5.2: repetitions, then the hold, then the sets."""
    if dose.minutes:
        more = dose.minutes + int(content.threshold("progress-minutes"))
        return replace(dose, minutes=min(more, max(dose.minutes, given.minutes_most)))
    if dose.reps < given.reps_most:
        more = dose.reps + int(content.threshold("progress-reps"))
        return replace(dose, reps=min(more, given.reps_most))
    if dose.hold_s < given.hold_most_s:
        longer = dose.hold_s + int(content.threshold("progress-hold-s"))
        return replace(dose, hold_s=min(longer, given.hold_most_s))
    return replace(dose, sets=min(dose.sets + 1, max(dose.sets, given.sets_most)))


def fits(dose: Dose, given: StageDose, exercise: Exercise) -> bool:
    """Whether an earlier dose still lies within what the stage allows of the exercise."""
    return (
        (dose.minutes > 0) == (given.minutes > 0)
        and dose.by_sides == exercise.by_sides
        and dose.reps <= given.reps_most
        and dose.hold_s <= given.hold_most_s
        and dose.sets <= given.sets_most
        and dose.minutes <= given.minutes_most
    )
