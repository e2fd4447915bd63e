"""The exercises and the walk of the hour: a few that fit the time, each other and what is held."""

from collections.abc import Callable, Iterable, Sequence

from loosen.vocabulary import Bias, Dose, Exercise, Posture

from .amounts import dose_today
from .doses import at_most, load_of, reduced
from .offers import Choices, Offer, is_walk
from .situation import Situation, shuffled
from .steps import Draft, Easier, exercise_draft

SECONDS_PER_MIN = 60
Hour = Callable[[Sequence[Draft]], Sequence[Draft]]


def walk_that_fits(choices: Choices, now: Situation) -> list[Draft]:
    """The walk, in a list of one; none where it is not open or more than is held."""
    for offer in choices.of(Exercise):
        if is_walk(_exercise(offer)):
            draft = _draft(offer, choices, now)
            return [draft] if _load_left([draft], now) >= 0 else []
    return []


def exercises_that_fit(choices: Choices, hour: Hour, now: Situation) -> list[Draft]:
    """The first few by rank that the hour has room for, ordered by posture.

    `hour` lays the whole hour around some of them, with all that has to stand between.
    """
    most = now.content.threshold("exercises-most")
    taken: list[tuple[Exercise, Draft]] = []
    swapped_in = _substitutes(choices)
    for offer in _ranked(choices, swapped_in, now):
        exercise = _exercise(offer)
        others = [other for other, _ in taken]
        if len(taken) >= most or _is_one_too_many(exercise, others, swapped_in):
            continue
        tried = [*taken, (exercise, _draft(offer, choices, now))]
        tried.sort(key=lambda pair: list(Posture).index(pair[0].posture))
        if _has_room(hour([draft for _, draft in tried]), now):
            taken = tried
    return [draft for _, draft in taken]


def _has_room(steps: Sequence[Draft], now: Situation) -> bool:
    """Whether they fit the time, and the load where a session holds it."""
    longest_s = now.content.threshold("first-hour-min") * SECONDS_PER_MIN
    return sum(step.seconds for step in steps) <= longest_s and _load_left(steps, now) >= 0


def _exercise(offer: Offer) -> Exercise:
    assert isinstance(offer.item, Exercise)
    return offer.item


def _load_left(used: Iterable[Draft], now: Situation) -> float:
    """How much load today may still take; endless unless a session holds it."""
    if now.held is None:
        return float("inf")
    return now.held.plan.load - sum(draft.load for draft in used)


def _substitutes(choices: Choices) -> frozenset[str]:
    """What conditions put in the place of something they bar; it stands in its own right."""
    return frozenset(refusal.instead for refusal in choices.refusals.values())


def _ranked(choices: Choices, swapped_in: frozenset[str], now: Situation) -> list[Offer]:
    """Exercises by what eases the person, the newest stage first, equals by the seed.

    One that is only the easier version of another open one waits behind it.
    """
    offers = [one for one in choices.of(Exercise) if one.given and not one.given.minutes]
    easier = {variant.item for one in offers for variant in _exercise(one).easier} - swapped_in

    def rank(offer: Offer) -> tuple[bool, bool, int, str]:
        exercise = _exercise(offer)
        begins = exercise.doses[0].stage.rank
        eases = exercise.bias is now.person.bias
        return (exercise.id in easier, not eases, -begins, shuffled(exercise.id, now.seed))

    return sorted(offers, key=rank)


def _is_one_too_many(one: Exercise, others: Iterable[Exercise], swapped_in: frozenset[str]) -> bool:
    """Whether it is but another version of one taken, or bends the opposite way."""
    return any(
        {one.bias, other.bias} == {Bias.FLEXION, Bias.EXTENSION}
        or (_are_versions(one, other) and swapped_in.isdisjoint({one.id, other.id}))
        for other in others
    )


def _are_versions(one: Exercise, other: Exercise) -> bool:
    return any(
        variant.item == that.id
        for this, that in ((one, other), (other, one))
        for variant in (*this.easier, *this.harder)
    )


def _draft(offer: Offer, choices: Choices, now: Situation) -> Draft:
    assert offer.given is not None
    dose = dose_today(_exercise(offer), offer.given, now)
    return exercise_draft(offer, dose, _easier(_exercise(offer), dose, choices, now), now)


def _easier(exercise: Exercise, dose: Dose, choices: Choices, now: Situation) -> Easier:
    """The first easier version that is open today, at no more load; else less of the same."""
    for variant in exercise.easier:
        offer = choices.offers.get(variant.item)
        if offer is not None and offer.given is not None:
            own = dose_today(_exercise(offer), offer.given, now)
            less = at_most(own, load_of(dose))
            if less is not None:
                return Easier(item=_exercise(offer), how=offer.verdict.hows, dose=less)
    return Easier(item=None, how=(), dose=reduced(dose, now.content.threshold("amber-cut")))
