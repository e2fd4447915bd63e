"""The exercises and the walk of the hour: a few that fit the time, each other and what is held."""

from collections.abc import Callable, Iterable, Sequence

from loosen.vocabulary import Bias, Dose, Exercise, Posture

from .amounts import dose_today
from .doses import at_most, load_of, reduced
from .offers import Choices, Offer, is_strength, is_walk
from .ranking import are_versions, exercise_of, ranked
from .situation import Situation
from .steps import Draft, Easier, exercise_draft

SECONDS_PER_MIN = 60
OPPOSED = {Bias.FLEXION, Bias.EXTENSION}
Hour = Callable[[Sequence[Draft]], Sequence[Draft]]


def walk_that_fits(choices: Choices, now: Situation) -> list[Draft]:
    """The walk, in a list of one; none where it is not open or more than is held."""
    for offer in choices.of(Exercise):
        if is_walk(exercise_of(offer)):
            draft = _draft(offer, choices, now)
            return [draft] if _load_left([draft], now) >= 0 else []
    return []


def exercises_that_fit(choices: Choices, hour: Hour, now: Situation) -> list[Draft]:
    """The first few by rank that the hour has room for, ordered by posture.

    `hour` lays the whole hour around some of them, with all that has to stand between.
    """
    most = now.content.threshold("exercises-most")
    taken: list[tuple[Exercise, Draft]] = []
    for offer in ranked(choices, now):
        exercise = exercise_of(offer)
        others = [other for other, _ in taken]
        if len(taken) >= most:
            break
        if _is_one_too_many(exercise, others, now):
            continue
        tried = [*taken, (exercise, _draft(offer, choices, now))]
        tried.sort(key=lambda pair: list(Posture).index(pair[0].posture))
        if _has_room(hour([draft for _, draft in tried]), now):
            taken = tried
    return [draft for _, draft in taken]


def _has_room(steps: Sequence[Draft], now: Situation) -> bool:
    """Whether they fit the time, and the load where something holds it."""
    longest_s = now.content.threshold("first-hour-min") * SECONDS_PER_MIN
    return sum(step.seconds for step in steps) <= longest_s and _load_left(steps, now) >= 0


def _load_left(used: Iterable[Draft], now: Situation) -> float:
    """How much load today may still take; endless unless a session, or the plan as it would be
    with nothing learned, holds it."""
    limits = [now.held.plan.load] if now.held else []
    limits += [now.load_most] if now.load_most is not None else []
    return min(limits, default=float("inf")) - sum(draft.load for draft in used)


def _is_one_too_many(one: Exercise, others: Sequence[Exercise], now: Situation) -> bool:
    """Whether it is but a version of one taken, bends the opposite way, or is too much strength."""
    for other in others:
        if are_versions(one, other, now.content) or {one.bias, other.bias} == OPPOSED:
            return True
    most = now.content.threshold("strength-exercises-most")
    return is_strength(one) and sum(map(is_strength, others)) >= most


def _draft(offer: Offer, choices: Choices, now: Situation) -> Draft:
    assert offer.given is not None
    dose = dose_today(exercise_of(offer), offer.given, now)
    return exercise_draft(offer, dose, _easier(exercise_of(offer), dose, choices, now), now)


def _easier(exercise: Exercise, dose: Dose, choices: Choices, now: Situation) -> Easier:
    """The first easier version that is open today, at no more load; else less of the same.

    One in the same posture goes first: nobody is sent from bed to a chair in mid-session.
    """
    open_ = [choices.offers[one.item] for one in exercise.easier if one.item in choices.offers]
    for offer in sorted(open_, key=lambda one: exercise_of(one).posture is not exercise.posture):
        if offer.given is not None:
            own = dose_today(exercise_of(offer), offer.given, now)
            less = at_most(own, load_of(dose))
            if less is not None:
                return Easier(item=exercise_of(offer), how=offer.verdict.hows, dose=less)
    return Easier(item=None, how=(), dose=reduced(dose, now.content.threshold("amber-cut")))
