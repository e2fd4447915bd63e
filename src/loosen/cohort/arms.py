"""The four ways in which each simulated person lives, and what the plan is told in each."""

import hashlib
from datetime import datetime
from enum import StrEnum

from loosen.vocabulary import Content, Estimate, Estimates, Strength

TIMES = 50


class Arm(StrEnum):
    """What the person goes by."""

    LOOSEN = "loosen"
    ARTICLE = "article"
    RANDOM = "random-safe-order"
    PLAIN = "plan-without-learning"


def shuffled_estimates(content: Content, owner: int, day: int, at: datetime) -> Estimates:
    """Made-up estimates, so that the plan orders what is safe by chance and by nothing else."""
    ids = (*content.remedies, *content.exercises, *content.positions)
    return Estimates(by_kind={id_: _made_up(f"{owner} {day} {id_}", at) for id_ in ids})


def _made_up(text: str, at: datetime) -> Estimate:
    digest = hashlib.blake2b(text.encode(), digest_size=4).digest()
    return certain(-2 * int.from_bytes(digest, "big") / 2**32, at)


def certain(mean: float, at: datetime) -> Estimate:
    """An estimate that a plan goes by, whatever stands behind it."""
    return Estimate(
        mean=mean,
        sd=0.1,
        n=TIMES,
        as_of=at,
        low_90=mean - 0.2,
        high_90=mean + 0.2,
        strength=Strength.HELPS,
    )
