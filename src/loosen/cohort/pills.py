"""What simulated people have and take that matters to a medicine, from the start or midway."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from loosen.vocabulary import Answer, AnswerValue

YES = Answer(value=AnswerValue.YES)
# Ours, and higher than in life, so that each caution is met.
SHARES = {
    "nsaid-allergy": 0.03, "paracetamol-allergy": 0.01, "asthma-or-allergies": 0.08,
    "ulcer-or-gut-bleed": 0.03, "crohns-or-colitis": 0.02, "organ-failure": 0.01,
    "heart-operation": 0.005, "blood-pressure-or-stroke": 0.03, "kidney-problem": 0.03,
    "liver-problem": 0.02, "lupus": 0.01, "alcohol-3-a-day": 0.04, "alcohol-14-units": 0.06,
    "eats-little-or-long-ill": 0.02, "takes-ginkgo": 0.02, "takes-other-nsaid": 0.02,
    "takes-other-paracetamol": 0.03, "takes-steroids": 0.02, "takes-antidepressant": 0.05,
    "takes-blood-pressure-pill": 0.06, "takes-lithium-or-like": 0.01,
    "takes-epilepsy-or-tb-pill": 0.01,
}  # fmt: skip
WITH_A_THINNER = ("takes-warfarin", "takes-low-dose-aspirin")
OF_WOMEN = {"trying-for-a-baby": 0.04, "breast-feeding": 0.03}
MOST_YEARS = 45
BEGINS_SHARE = 0.20
BEGINNING = (
    "dried-out", "chickenpox-or-shingles", "takes-quinolone", "takes-flucloxacillin",
    "blood-infection", "takes-steroids", "takes-antidepressant", "takes-other-paracetamol",
    "kidney-problem",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Begins:
    """Something that matters to a medicine and begins midway; told from that day on."""

    question_id: str
    first_day: int
    gone_day: int

    def is_there(self, day: int) -> bool:
        """Whether the person has it on that day."""
        return self.first_day <= day < self.gone_day


def medicine_answers(
    source: np.random.Generator, told: Mapping[str, Answer], sex: str, age: float
) -> dict[str, Answer]:
    """A yes to each that the person has; what is asked of some only is had by those only."""
    found = {id_: YES for id_, share in SHARES.items() if source.random() < share}
    thinner = WITH_A_THINNER[int(source.integers(2))]
    if "blood-thinner" in told:
        found[thinner] = YES
    for id_, share in OF_WOMEN.items():
        if source.random() < share and sex == "female" and age <= MOST_YEARS:
            found[id_] = YES
    return found


def begins_midway(source: np.random.Generator, days: int) -> Begins | None:
    """What comes to a person, if something does."""
    comes = source.random() < BEGINS_SHARE
    question = BEGINNING[int(source.integers(len(BEGINNING)))]
    first = int(source.integers(0, max(days, 1)))
    lasts = int(source.integers(2, 30))
    return Begins(question, first, first + lasts) if comes else None
