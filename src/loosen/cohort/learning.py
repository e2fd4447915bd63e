"""What a simulated person's record teaches, and how that compares with what is true of them."""

from collections import Counter

from loosen import ledger, response
from loosen.vocabulary import Estimates, Strength

from .arms import certain
from .life import Life

CLAIMED = frozenset({Strength.HELPS})
LEAST_TRUE = 0.5  # a claim is wrong where the true effect is under half a point
LEAST_TRIES = 5


def learned(life: Life, minute: int) -> Estimates:
    """The estimates as they are before today's session; each pair of scores is taken in once.

    Pairs are new where they end after the last visit. What was at work in them began no earlier
    than the visit before that, so that those two visits are all that is looked through.
    """
    state = life.learned or response.begin(life.content)
    before, last = life.visits
    for pair in ledger.tries(life.record.since(before), life.content):
        key = (pair.kind, pair.at, pair.minutes)
        if key not in life.tried:
            life.tried.add(key)
            state = response.absorb(state, pair)
    life.learned, life.visits = state, (last, life.record.seq)
    return response.estimates(state, life.at(minute), life.content)


def true_estimates(life: Life, minute: int) -> Estimates:
    """What is true of this person, as if it had been learned: the most that order can win."""
    effects, at = life.who.effects, life.at(minute)
    true = {"heat": effects.heat, "cold": effects.cold, "self-massage": effects.massage}
    true |= dict.fromkeys(life.content.exercises, effects.exercise)
    ids = (*life.content.remedies, *life.content.exercises, *life.content.positions)
    return Estimates(by_kind={id_: certain(-true.get(id_, 0.0), at) for id_ in ids})


def judged(life: Life, minute: int) -> Counter[str]:
    """At the end of a life: the intervals of heat and cold against the true effects."""
    counts: Counter[str] = Counter()
    effects = life.who.effects
    true = {"heat": effects.heat, "cold": effects.cold, "self-massage": effects.massage}
    for kind, size in true.items():
        estimate = learned(life, minute).by_kind.get(kind)
        if estimate is None or estimate.n < LEAST_TRIES:
            continue
        now = effects.drifted(size, life.feeling.days, life.feeling.days)
        counts["intervals"] += 1
        counts["held"] += estimate.low_90 <= -now <= estimate.high_90
        if estimate.strength in CLAIMED:
            counts["claims"] += 1
            counts["wrong"] += now < LEAST_TRUE
    return counts
