"""From the sums to what is believed of each kind of help, and how much may be said of it."""

from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from math import sqrt

from loosen.vocabulary import NOTHING, Content, Estimate, Estimates, Strength, Try

from .believing import Believed
from .learning import Learned, absorb, begin

Z_90 = 1.6448536269514722
ROUNDING = 1e-9


def learn(tries: Iterable[Try], content: Content, as_of: datetime) -> Estimates:
    """The estimates after all of the tries, in the order in which they are given."""
    return estimates(reduce(absorb, tries, begin(content)), as_of, content)


def estimates(state: Learned, as_of: datetime, content: Content) -> Estimates:
    """What each kind that was tried adds to an hour, as believed at `as_of` (UTC)."""
    if not state.scores:
        return Estimates(by_kind={})
    believed = Believed(state, as_of, content)
    kinds = [kind for kind in state.times if kind != NOTHING]
    return Estimates(by_kind={kind: _estimate(kind, state, believed, content) for kind in kinds})


def _estimate(kind: str, state: Learned, believed: Believed, content: Content) -> Estimate:
    mean, variance = believed.of(kind)
    sd, times = sqrt(variance), state.times[kind]
    return Estimate(
        mean=mean,
        sd=sd,
        n=times,
        as_of=believed.as_of,
        low_90=mean - Z_90 * sd,
        high_90=mean + Z_90 * sd,
        strength=strength(
            mean, sd, int(state.telling[kind] + ROUNDING), believed.own(kind), content
        ),
    )


def strength(mean: float, sd: float, telling: int, own: float, content: Content) -> Strength:
    """How much may be said of a kind of help; nothing below the least number of telling tries.

    It helps: 19 in 20 sure of more than half a point. It seems to: at least half a point, and
    less pain far likelier than more. It does not seem to: as sure that half a point is not met.
    `own` is what the tries alone speak for: where it is not as much, what is believed of people
    in general is no reason to say that it helps this one.
    """
    worth, sure = content.threshold("response-worth"), content.threshold("response-sure")
    seems = content.threshold("response-seems")
    if telling < content.threshold("response-least-n"):
        return Strength.TOO_EARLY
    is_many = telling >= content.threshold("response-helps-n")
    if is_many and own <= -worth and mean + sure * sd <= -worth:
        return Strength.HELPS
    leans = own <= -worth * content.threshold("response-own-share")
    if leans and mean <= -worth and mean + seems * sd <= 0:
        return Strength.SEEMS_TO_HELP
    return Strength.DOES_NOT_SEEM_TO if mean - seems * sd > -worth else Strength.TOO_EARLY
