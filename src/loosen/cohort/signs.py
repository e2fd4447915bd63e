"""Danger signs that may appear midway, and how urgent the evidence file calls each of them.

Typed here from the evidence file (2.3, 2.6) and not read from the rules: the rules are what is
being tested.
"""

from dataclasses import dataclass

import numpy as np

SIGN_SHARE = 0.06  # ours, far above what is real: rare things must be seen to be tested
URGENT = 2  # U2 and graver: somebody must be asked today


@dataclass(frozen=True, slots=True)
class Sign:
    """A question, how grave its yes is at least (0 to 2 for U0 to U2), and its evidence row."""

    question_id: str
    rank_at_most: int
    row: str


SIGNS = (
    Sign("saddle-numbness", 1, "2.3 A1"),
    Sign("bladder-change", 1, "2.3 A2"),
    Sign("bowel-change", 1, "2.3 A3"),
    Sign("both-legs", 1, "2.3 A5"),
    Sign("leg-weakness", 1, "2.3 A6"),
    Sign("one-leg-to-both", 1, "2.3 A7"),
    Sign("cold-leg", 0, "2.6 new: limb"),
    Sign("hot-calf", 1, "2.6 new: limb"),
    Sign("sudden-severe-faint", 0, "2.3 B1"),
    Sign("chest-pain", 0, "2.3 B3"),
    Sign("fever", 2, "2.3 E1"),
    Sign("blood-in-pee", 2, "2.3 F3"),
    Sign("weight-loss", 2, "2.3 D3"),
)


@dataclass(frozen=True, slots=True)
class SignComing:
    """A sign with its first day and the day on which it is gone again."""

    sign: Sign
    first_day: int
    gone_day: int
    worse_day: int

    @property
    def question_id(self) -> str:
        """The question that asks for it."""
        return self.sign.question_id

    def is_there(self, day: int) -> bool:
        """Whether the person has it on that day."""
        return self.first_day <= day < self.gone_day

    def is_worse(self, day: int) -> bool:
        """Whether it is told as new or worse on that day, after it was there before."""
        return self.is_there(day) and day >= self.worse_day


def sign_coming(source: np.random.Generator, days: int) -> SignComing | None:
    """The sign that comes to a person, if one does."""
    comes = source.random() < SIGN_SHARE
    sign = SIGNS[int(source.integers(len(SIGNS)))]
    first = int(source.integers(0, max(days, 1)))
    lasts = int(source.integers(3, 21))
    worse = first + int(source.integers(3, 30))  # for some it is gone by then
    return SignComing(sign, first, first + lasts, worse) if comes else None
