"""Which of the open exercises come first, and which are but versions of each other."""

from functools import lru_cache
from itertools import combinations

from loosen.vocabulary import Certainty, Content, Effect, Exercise, PlanStage, Posture

from .learning import Place, place
from .offers import Choices, Offer
from .situation import Situation, shuffled
from .steps import EARLY

# What a change of place costs in the first stages: people lie in the position that eases them.
EFFORT = {
    Posture.ON_BACK: 0,
    Posture.ON_SIDE: 0,
    Posture.SITTING: 1,
    Posture.STANDING: 1,
    Posture.ALL_FOURS: 2,
    Posture.ON_FRONT: 2,
}
Rank = tuple[bool, bool, bool, bool, Place, int, int, bool, int, str]


def ranked(choices: Choices, now: Situation) -> list[Offer]:
    """The open exercises, first those to be taken first; walks have their own place.

    Favourites come first. One that is only the easier version of another open one waits behind
    it. What has some evidence goes before what has none; then what eases the person, what helped
    them so far, the newest stage, what has to be changed least for this body, and what was done
    lately, so that it can grow. Equals go by the seed.
    """
    offers = [one for one in choices.of(Exercise) if one.given and not one.given.minutes]
    waiting = _waiting(offers, choices)

    def rank(offer: Offer) -> Rank:
        exercise = exercise_of(offer)
        return (
            exercise.id not in now.person.favourites,
            exercise.id in waiting,
            _is_unbacked(offer),
            exercise.bias is not now.person.bias,
            place(exercise.id, now),
            -max(exercise.doses[0].stage.rank, PlanStage.MOVE.rank),
            _changes(offer),
            exercise.id not in now.uses,
            EFFORT[exercise.posture] if now.stage in EARLY else 0,
            shuffled(exercise.id, now.seed),
        )

    return sorted(offers, key=rank)


def exercise_of(offer: Offer) -> Exercise:
    """The exercise of an offer that is one."""
    assert isinstance(offer.item, Exercise)
    return offer.item


def are_versions(one: Exercise, other: Exercise, content: Content) -> bool:
    """Whether one is an easier version of the other, or both are of a third."""
    return frozenset({one.id, other.id}) in _versions(content)


def _waiting(offers: list[Offer], choices: Choices) -> set[str]:
    """The easier versions of open exercises that fit this body, and are backed, no worse.

    What conditions put in the place of something they bar stands in its own right.
    """
    cost = {offer.item.id: (_is_unbacked(offer), _changes(offer)) for offer in offers}
    easier = ((offer.item.id, one.item) for offer in offers for one in exercise_of(offer).easier)
    waiting = {
        item
        for id_, item in easier
        if item in cost and all(a <= b for a, b in zip(cost[id_], cost[item], strict=True))
    }
    return waiting - {refusal.instead for refusal in choices.refusals.values()}


def _is_unbacked(offer: Offer) -> bool:
    """Whether nothing at all is known of what it does."""
    return exercise_of(offer).certainty is Certainty.NONE


def _changes(offer: Offer) -> int:
    """How many of the person's conditions change the way it is done."""
    return len(offer.verdict.reasons) if offer.verdict.effect is Effect.MODIFY else 0


@lru_cache(maxsize=4)
def _versions(content: Content) -> frozenset[frozenset[str]]:
    easier = {
        id_: tuple(variant.item for variant in exercise.easier if variant.item)
        for id_, exercise in content.exercises.items()
    }
    pairs = {frozenset({id_, other}) for id_ in easier for other in _all_easier(id_, easier)}
    for exercise in content.exercises.values():
        pairs |= {frozenset({exercise.id, one.item}) for one in exercise.harder if one.item}
        pairs |= {frozenset(pair) for pair in combinations(easier[exercise.id], 2)}
    return frozenset(pairs)


def _all_easier(id_: str, easier: dict[str, tuple[str, ...]]) -> set[str]:
    """Every version below one, down to the easiest; the chains of `easier` come to an end."""
    below = set(easier.get(id_, ()))
    return below.union(*(_all_easier(one, easier) for one in below))
