"""What an entry of a medicine holds: a dose, what was taken elsewhere, what a clinician set."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .answers import AnswerValue
from .checks import require, require_id, require_range, require_text, require_unique

UG_PER_MG = 1000


class MedicineForm(StrEnum):
    """How a medicine gets into the body."""

    BY_MOUTH = "by-mouth"
    ON_SKIN = "on-skin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much of one active ingredient, in whole micrograms, so that sums are exact.

    0 where it was not measured: a gel counts, and nobody weighs it.
    """

    ingredient_id: str
    ug: int

    def __post_init__(self) -> None:
        require_id("ingredient_id", self.ingredient_id)
        require(self.ug >= 0, "ug must not be negative")

    @property
    def mg(self) -> float:
        """The same in milligrams, for people to read."""
        return self.ug / UG_PER_MG


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseTaken:
    """Medicine that was taken, whatever the rules say of it: recording is never refused.

    `product_id` is empty where the person wrote `name`, ingredient and strength from the pack.
    `amounts` are what this dose held; none where nobody could say (then no verdict is a yes).
    `units` are tablets, sachets or puffs, None where not told. `on_back`: rubbed or stuck on
    the back, where heat would draw it in.
    """

    name: str
    amounts: tuple[Amount, ...]
    product_id: str = ""
    units: float | None = None
    form: MedicineForm = MedicineForm.BY_MOUTH
    on_back: bool = False

    def __post_init__(self) -> None:
        require_text("name", self.name)
        require_unique("amounts", [amount.ingredient_id for amount in self.amounts])
        if self.units is not None:
            require(self.units > 0, "units must be more than none")
        require(
            self.form is MedicineForm.ON_SKIN or all(amount.ug > 0 for amount in self.amounts),
            "what was swallowed has an amount; where nobody knows it, leave the ingredient out",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeTold:
    """Was anything taken in the last 24 hours that is not in this record, from elsewhere too?

    Only a plain no makes the record whole; what was taken follows as doses.
    """

    taken: AnswerValue


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineWord:
    """What a doctor or pharmacist said of one ingredient, as the person told it.

    `may_take`: only yes opens what waits for their word. `most_24h_ug`, `least_gap_s` can only
    make the pack's limits stricter. It holds from the day it was said until `until`.
    """

    ingredient_id: str
    may_take: AnswerValue
    said_on: date
    until: date
    most_24h_ug: int | None = None
    least_gap_s: int | None = None

    def __post_init__(self) -> None:
        require_id("ingredient_id", self.ingredient_id)
        require(self.until >= self.said_on, "until must not be before said_on")
        if self.most_24h_ug is not None:
            require(self.most_24h_ug >= 0, "most_24h_ug must not be negative")
        if self.least_gap_s is not None:
            require_range("least_gap_s", self.least_gap_s, 0, 7 * 24 * 3600)
