"""When a fair comparison is clear: a rule that is stated beforehand and looked at after each pair.

Nothing is believed at first of which of the two eases more; what else the record or the literature
says of them has no voice here. Looked at again and again, chance would sooner or later speak, so
the rule asks for more than it would for one look (the figures stand in the manual).
"""

from collections.abc import Sequence
from math import erf, sqrt

from loosen.vocabulary import Compared, Content, Lead, Try

Z_90 = 1.6448536269514722
ROUNDS = 6


def compared(
    one: Sequence[Try], other: Sequence[Try], turns_most: int, content: Content
) -> Compared:
    """How two kinds stand after their turns so far; the first of each make a pair, and so on.

    `turns_most`: how many turns of each were drawn; after them it is over, clear or not.
    """
    pairs = zip(one, other, strict=False)  # a turn that has no partner yet waits
    gaps = [_eased(a, b, content) for a, b in pairs]
    mean, sd = _believed(gaps, content)
    return Compared(
        lead=_lead(mean, sd, len(gaps), turns_most, content),
        mean=mean,
        low_90=mean - Z_90 * sd,
        high_90=mean + Z_90 * sd,
        pairs=len(gaps),
    )


def _eased(one: Try, other: Try, content: Content) -> float:
    """How much further the first fell, were both begun from the same score."""
    pull = content.threshold("response-pull-mean")
    falls = [pair.after_0_10 - pair.before_0_10 + pull * pair.before_0_10 for pair in (one, other)]
    return falls[0] - falls[1]


def _believed(gaps: Sequence[float], content: Content) -> tuple[float, float]:
    """Mean and standard deviation of the difference; one odd pair counts little."""
    prior = content.threshold("comparison-prior-sd") ** 2
    first = 2 * content.threshold("response-noise-sd") ** 2
    weight = content.threshold("response-noise-weight")
    heavy = content.threshold("response-tail-df")
    mean, spread, trusts = 0.0, first, [1.0] * len(gaps)
    for _ in range(ROUNDS):
        precision = 1 / prior + sum(trusts) / spread
        mean = (
            sum(trust * gap for trust, gap in zip(trusts, gaps, strict=True)) / spread / precision
        )
        squares = [(gap - mean) ** 2 for gap in gaps]
        left = sum(trust * square for trust, square in zip(trusts, squares, strict=True))
        spread = (weight * first + left) / (weight + len(gaps))
        trusts = [(heavy + 1) / (heavy + square / spread) for square in squares]
    return mean, 1 / sqrt(1 / prior + sum(trusts) / spread)


def _lead(mean: float, sd: float, pairs: int, turns_most: int, content: Content) -> Lead:
    if pairs >= content.threshold("comparison-least-pairs"):
        sure = content.threshold("comparison-sure")
        if _below_0(mean, sd) >= sure:
            return Lead.ONE
        if _below_0(-mean, sd) >= sure:
            return Lead.OTHER
        if _is_alike(mean, sd, content):
            return Lead.NONE_CLEAR
    return Lead.NONE_CLEAR if pairs >= turns_most else Lead.OPEN


def _is_alike(mean: float, sd: float, content: Content) -> bool:
    """Sure that they differ by less than what is worth a choice."""
    worth = content.threshold("response-worth")
    between = _below_0(mean - worth, sd) - _below_0(mean + worth, sd)
    return between >= content.threshold("comparison-alike")


def _below_0(mean: float, sd: float) -> float:
    """How likely the difference is to lie below 0."""
    return 0.5 * (1 + erf(-mean / sd / sqrt(2)))
