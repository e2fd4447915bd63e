"""Medicines as content has them: ingredients, packs, limits, whom they do not suit.

A limit exists only where the evidence has a row for it; a brand says ingredient and strength.
"""

from dataclasses import dataclass
from enum import StrEnum

from .checks import require, require_id, require_range, require_text, require_unique
from .medicine_payloads import UG_PER_MG, MedicineForm
from .provenance import Provenance
from .rules import Term

LONGEST_GAP_S = 48 * 3600


class Family(StrEnum):
    """Ingredients that count as one where they add up to harm."""

    NSAID = "nsaid"
    PARACETAMOL = "paracetamol"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingredient:
    """An active ingredient (`content/medicines/<id>.toml`, `[[ingredient]]`).

    `also`: other names for it, as in other lands ("acetaminophen"). `in_brands`: names of packs
    that hold it, perhaps with more, in a strength that only the pack says (recalled).
    """

    id: str
    name: str
    family: Family
    provenance: Provenance
    more_sources: tuple[Provenance, ...] = ()
    also: tuple[str, ...] = ()
    in_brands: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_text("name", self.name)
        require_unique("in_brands", self.in_brands)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackStrength:
    """How much of an ingredient one unit holds; 0 for what is rubbed on."""

    ingredient: str
    mg: float

    def __post_init__(self) -> None:
        require_id("ingredient", self.ingredient)
        require_range("mg", self.mg, 0, 5000)
        require(self.mg * UG_PER_MG == self.ug, "mg must be a whole number of micrograms")

    @property
    def ug(self) -> int:
        """The same in whole micrograms."""
        return round(self.mg * UG_PER_MG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A pack as it is sold (`[[product]]`): what one unit of it holds.

    `confirm`: the person is asked to compare it with the pack in hand. `limits`: ids of the
    limits printed on this pack; none: those of the region for its ingredients. The numbers of
    the pack itself (a combination) are 0 where it has none. `counted`: a word for one unit.
    """

    id: str
    name: str
    regions: tuple[str, ...]
    form: MedicineForm
    counted: str
    strengths: tuple[PackStrength, ...]
    provenance: Provenance
    more_sources: tuple[Provenance, ...] = ()
    confirm: bool = True
    limits: tuple[str, ...] = ()
    most_units_24h: int = 0
    most_units_once: int = 0
    least_gap_s: int = 0
    least_age_years: int = 0
    see_from_day: int = 0

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_text("name", self.name)
        require(bool(self.strengths), "a product holds at least one ingredient")
        require_unique("strengths", [one.ingredient for one in self.strengths])
        is_swallowed = self.form is MedicineForm.BY_MOUTH
        require(
            all((one.mg > 0) == is_swallowed for one in self.strengths),
            "what is swallowed has a strength, what is rubbed on has none",
        )
        require_range("least_gap_s", self.least_gap_s, 0, LONGEST_GAP_S)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What a pack or a region allows of one ingredient without a prescription (`[[limit]]`).

    `is_default`: stands in `region` where the pack is not known. `most_doses_24h` 0: none is
    given. `note_day`, `see_from_day`: days in a row with a dose, from which it is noted, and
    from which somebody should be seen. `least_age_years`: 0 is none.
    """

    id: str
    ingredient: str
    region: str
    text: str
    most_24h_mg: float
    least_gap_s: int
    provenance: Provenance
    more_sources: tuple[Provenance, ...] = ()
    is_default: bool = False
    most_dose_mg: float = 0
    most_doses_24h: int = 0
    note_day: int = 0
    see_from_day: int = 0
    least_age_years: int = 0

    def __post_init__(self) -> None:
        for name in ("id", "ingredient", "region"):
            require_id(name, getattr(self, name))
        require_text("text", self.text)
        require_range("most_24h_mg", self.most_24h_mg, 1, 10_000)
        require_range("least_gap_s", self.least_gap_s, 1, LONGEST_GAP_S)

    @property
    def most_24h_ug(self) -> int:
        """The most in a rolling 24 hours, in whole micrograms."""
        return round(self.most_24h_mg * UG_PER_MG)


class CautionEffect(StrEnum):
    """What a caution does to a verdict (evidence file, 4.4, 4.5)."""

    BLOCK = "block"
    ASK = "ask"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """Whom a medicine does not suit (`[[caution]]`); fires when every term holds.

    It speaks of the families and the ingredients that it names. `or_untold`: a question of a
    number; where no number was given, that fires it too. `word_opens`: a doctor's or
    pharmacist's plain yes, dated, lets a person past it; `least_gap_s` stays even then.
    """

    id: str
    title: str
    text: str
    effect: CautionEffect
    when: tuple[Term, ...]
    provenance: Provenance
    more_sources: tuple[Provenance, ...] = ()
    families: tuple[Family, ...] = ()
    ingredients: tuple[str, ...] = ()
    or_untold: str = ""
    word_opens: bool = False
    least_gap_s: int = 0

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_range("least_gap_s", self.least_gap_s, 0, LONGEST_GAP_S)
        for name in ("title", "text"):
            require_text(name, getattr(self, name))
        require(bool(self.when), "a caution says when")
        require(bool(self.families or self.ingredients), "a caution names what it speaks of")
