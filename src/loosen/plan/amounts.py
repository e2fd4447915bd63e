"""How much of an exercise today: the last dose, judged by the 24-hour rule (5.2, 5.6)."""

from datetime import datetime, timedelta

from loosen.vocabulary import Dose, Exercise, StageDose

from .adapting import Zone
from .doses import first_dose, fits, load_of, raised, reduced, stage_dose
from .judging import Use, dose_in
from .situation import Situation


def dose_today(exercise: Exercise, given: StageDose, now: Situation) -> Dose:
    """The dose for today within what the stage gives; never more than a held session had."""
    uses = now.uses.get(exercise.id, [])
    first = first_dose(exercise, given)
    dose = first if _starts_anew(uses, exercise, given, now) else _next(uses, given, now)
    if uses and uses[-1].judged.plan.stage.rank > now.stage.rank:
        dose = smaller(dose, uses[-1].came_to)
    return smaller(dose, dose_in(now.held.plan, exercise.id) if now.held else None)


def _starts_anew(uses: list[Use], exercise: Exercise, given: StageDose, now: Situation) -> bool:
    """Whether today begins with the stage's first dose.

    A new stage brings its own dose, but walks go on from where they are (5.7), and so does an
    exercise that was cut below the first dose of the stage it comes from.
    """
    if not uses or not fits(uses[-1].begun, given, exercise):
        return True
    last = uses[-1]
    if _is_timed(given) or last.judged.plan.stage is now.stage:
        return False
    earlier = stage_dose(exercise, last.judged.plan.stage)
    was_cut = earlier is not None and load_of(last.came_to) < load_of(first_dose(exercise, earlier))
    return not was_cut


def _is_timed(given: StageDose) -> bool:
    """Walks are measured in minutes and not in repetitions."""
    return given.minutes > 0


def smaller(dose: Dose, other: Dose | None) -> Dose:
    """Whichever of two doses asks less."""
    return other if other is not None and load_of(other) < load_of(dose) else dose


def _next(uses: list[Use], given: StageDose, now: Situation) -> Dose:
    last = uses[-1]
    cut = now.content.threshold("amber-cut")
    match _zone_since(last, now):
        case Zone.RED | Zone.AMBER:
            return smaller(last.came_to, reduced(last.begun, cut))
        case Zone.UNKNOWN:
            return last.came_to
        case Zone.GREEN:
            grows = _may_grow(uses, given, now)
            return raised(last.came_to, given, now.content) if grows else last.came_to


def _zone_since(last: Use, now: Situation) -> Zone:
    """The zone of the last use; red when any session since then was too much."""
    began_at = last.judged.state.started_at
    since = [one.zone for one in now.history.judged if one.state.started_at >= began_at]
    return Zone.RED if Zone.RED in since else last.judged.zone


def _may_grow(uses: list[Use], given: StageDose, now: Situation) -> bool:
    """After a good night with low pain, when it was done and the dose is old enough."""
    last = uses[-1]
    went_well = last.judged.is_over and last.was_done() and not last.judged.was_high
    if now.must_be_seen or not went_well:
        return False
    name = "walk-progress-days" if _is_timed(given) else "progress-days"
    return now.at - _since_when(uses) >= timedelta(days=now.content.threshold(name))


def _since_when(uses: list[Use]) -> datetime:
    """When the present dose was first begun without a break."""
    since = uses[-1].judged.state.started_at
    for use in reversed(uses):
        if use.begun != uses[-1].begun:
            break
        since = use.judged.state.started_at
    return since
