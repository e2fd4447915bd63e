"""How much of an exercise today: the last dose, judged by the 24-hour rule (5.2, 5.6)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from loosen.vocabulary import Dose, Exercise, Plan, StageDose, StepOutcome

from .adapting import Zone
from .doses import first_dose, fits, load_of, raised, reduced
from .history import Judged
from .situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """The exercise in one session: its dose at the start, what it came to, if it was done."""

    judged: Judged
    begun: Dose
    came_to: Dose
    was_done: bool


def dose_today(exercise: Exercise, given: StageDose, now: Situation) -> Dose:
    """The dose for today within what the stage gives; never more than a held session had."""
    uses = [use for use in _uses(exercise, now) if fits(use.begun, given, exercise)]
    dose = _next(uses, given, now) if uses else first_dose(exercise, given)
    return smaller(dose, _dose_in(now.held.plan, exercise.id) if now.held else None)


def smaller(dose: Dose, other: Dose | None) -> Dose:
    """Whichever of two doses asks less."""
    return other if other is not None and load_of(other) < load_of(dose) else dose


def _next(uses: list[_Use], given: StageDose, now: Situation) -> Dose:
    last = uses[-1]
    cut = now.content.threshold("amber-cut")
    match last.judged.zone:
        case Zone.RED | Zone.AMBER:
            return smaller(last.came_to, reduced(last.begun, cut))
        case Zone.UNKNOWN:
            return last.came_to
        case Zone.GREEN:
            grows = _may_grow(uses, now)
            return raised(last.came_to, given, now.content) if grows else last.came_to


def _may_grow(uses: list[_Use], now: Situation) -> bool:
    """After a good night with low pain, when it was done and the dose is a few days old."""
    last = uses[-1]
    went_well = last.judged.is_over and last.was_done and not last.judged.was_high
    if not (now.may_progress and went_well):
        return False
    least = timedelta(days=now.content.threshold("progress-days"))
    return now.at - _since_when(uses) >= least


def _since_when(uses: list[_Use]) -> datetime:
    """When the present dose was first begun without a break."""
    since = uses[-1].judged.state.started_at
    for use in reversed(uses):
        if use.begun != uses[-1].begun:
            break
        since = use.judged.state.started_at
    return since


def _uses(exercise: Exercise, now: Situation) -> list[_Use]:
    """The sessions of this stage that led through the exercise, in order."""
    uses = []
    for judged in now.history.judged:
        begun = _dose_in(judged.plan, exercise.id)
        if begun is not None and judged.plan.stage is now.stage:
            uses.append(
                _Use(
                    judged=judged,
                    begun=begun,
                    came_to=_dose_in(judged.running, exercise.id) or begun,
                    was_done=_was_done(judged, exercise.id),
                )
            )
    return uses


def _dose_in(plan: Plan, item_id: str) -> Dose | None:
    return next((step.dose for step in plan.steps if step.item_id == item_id), None)


def _was_done(judged: Judged, item_id: str) -> bool:
    places = {step.index for step in judged.running.steps if step.item_id == item_id}
    return any(
        ended.outcome is StepOutcome.DONE and ended.step_index in places
        for ended in judged.state.outcomes
    )
