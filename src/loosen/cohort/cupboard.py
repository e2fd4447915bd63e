"""What was swallowed and what was said of it, as the watch reckons: by its own numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from loosen.vocabulary import Answer, AnswerValue

from .cautions import speaks_against
from .clocks import MIN_PER_DAY

# 4.1: most mg in 24 hours, least minutes between, most doses (0: none given), and from which day
# in a row somebody should be seen (4.8). The US acetaminophen pack here is the 500 mg brand.
DOSE_LIMITS = {
    ("uk", "ibuprofen"): (1200, 240, 0, 11),
    ("us", "ibuprofen"): (1200, 240, 0, 11),
    ("uk", "paracetamol"): (4000, 240, 4, 4),
    ("us", "paracetamol"): (3000, 360, 0, 11),
}
LEAST_KG = 50  # 4.2: under it paracetamol waits for a pharmacist
SAYS_NO = frozenset({AnswerValue.NO, AnswerValue.NOT_SURE})


@dataclass(frozen=True, slots=True)
class Dose:
    """A dose as it was taken, by true minutes and the person's own day."""

    region_id: str
    ingredient_id: str
    mg: int
    minute: int
    local_day: int


@dataclass(frozen=True, slots=True)
class Word:
    """A clinician's or pharmacist's word on one medicine, by the person's own days."""

    may_take: AnswerValue
    from_day: int
    until_day: int


@dataclass(slots=True)
class Cupboard:
    """The doses in the order of minutes, and the last word on each medicine."""

    doses: list[Dose] = field(default_factory=list)
    words: dict[str, Word] = field(default_factory=dict)

    def say(self, ingredient_id: str, word: Word) -> None:
        """What was said of a medicine; the last word counts, also once it has run out."""
        self.words[ingredient_id] = word

    def take(self, dose: Dose) -> None:
        """It was swallowed."""
        self.doses = sorted([*self.doses, dose], key=lambda one: one.minute)

    def suits(self, dose: Dose, told: Mapping[str, Answer]) -> bool:
        """Whether no caution and no word speaks against it."""
        said = self._said(dose)
        is_opened = said is AnswerValue.YES
        is_against = speaks_against(told, dose.ingredient_id, is_opened=is_opened)
        return not is_against and said not in SAYS_NO

    def may_take(self, dose: Dose, told: Mapping[str, Answer]) -> bool:
        """Whether it stays within the pack's limits."""
        most_mg, gap_min, most_doses, seen_from = DOSE_LIMITS[dose.region_id, dose.ingredient_id]
        same = [one for one in self.doses if one.ingredient_id == dose.ingredient_id]
        window = [one for one in same if one.minute > dose.minute - MIN_PER_DAY]
        weight = told["weight-kg"].number or 0
        may_go_on = self._said(dose) is AnswerValue.YES
        return (
            sum(one.mg for one in window) + dose.mg <= most_mg
            and all(dose.minute - one.minute >= gap_min for one in window)
            and (not most_doses or len(window) < most_doses)
            and (may_go_on or _run_of_days(same, dose.local_day) < seen_from)
            and (dose.ingredient_id != "paracetamol" or weight >= LEAST_KG)
        )

    def _said(self, dose: Dose) -> AnswerValue | None:
        word = self.words.get(dose.ingredient_id)
        is_running = word is not None and word.from_day <= dose.local_day <= word.until_day
        return word.may_take if word is not None and is_running else None


def _run_of_days(doses: list[Dose], today: int) -> int:
    """Which day in a row today would be."""
    days = {one.local_day for one in doses}
    run = 1
    while today - run in days:
        run += 1
    return run
