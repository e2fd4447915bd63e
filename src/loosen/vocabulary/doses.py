"""A dose that is asked about, who asks, and what is answered."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from .checks import require, require_range, require_text, require_utc
from .decisions import Reason
from .medicine_payloads import Amount, MedicineForm
from .rules import Call


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseAsk:
    """May I take this now? Fields as in `DoseTaken`; no amounts is a product nobody knows."""

    name: str
    amounts: tuple[Amount, ...]
    product_id: str = ""
    units: float | None = None
    form: MedicineForm = MedicineForm.BY_MOUTH

    def __post_init__(self) -> None:
        require_text("name", self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineScreen:
    """What is known of the person, from their answers; made anew each time, never stored.

    `cautions`: ids of `content` that hold. `is_complete`: every question of the screen was
    answered here; else no verdict is a yes. None is not known.
    """

    cautions: tuple[str, ...]
    is_complete: bool
    asked_on: date | None
    age_years: int | None
    weight_kg: float | None

    def __post_init__(self) -> None:
        require(list(self.cautions) == sorted(set(self.cautions)), "cautions must be sorted")
        if self.age_years is not None:
            require_range("age_years", self.age_years, 0, 120)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTold:
    """When a question was last answered here: the person's own day, and by which content."""

    on: date
    content_version: str


class DoseAnswer(StrEnum):
    """The answer to "may I take this now?", from the mildest to the gravest."""

    YES = "yes"
    NOT_YET = "not-yet"
    ASK = "ask"
    NO = "no"
    TOO_MUCH = "too-much"

    @property
    def rank(self) -> int:
        """0 for yes, more for graver; the gravest of several answers stands."""
        return list(DoseAnswer).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class IngredientDay:
    """One ingredient in the rolling 24 hours before a moment.

    `most_24h_ug` is the lowest limit that holds, None where no limit is known. `last_at` is
    the last dose's time (UTC). `days_in_a_row` counts local days with a dose up to today.
    `is_exact`: false where a dose in the window has an amount that nobody knows.
    """

    ingredient_id: str
    taken_24h_ug: int
    most_24h_ug: int | None
    doses_24h: int
    most_doses_24h: int | None
    last_at: datetime | None
    days_in_a_row: int
    is_exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseVerdict:
    """The answer, when it opens where time opens it (UTC), and why.

    `reasons`: at least one; for too much they say what to do now and `calls` whom to call.
    `is_last`: a yes, after which nothing more of it is allowed for now: `next_after` says until
    when, were it taken at once. `days`: every ingredient that was asked about.
    """

    answer: DoseAnswer
    at: datetime
    reasons: tuple[Reason, ...]
    days: tuple[IngredientDay, ...]
    next_allowed_at: datetime | None = None
    is_last: bool = False
    next_after: datetime | None = None
    calls: tuple[Call, ...] = ()

    def __post_init__(self) -> None:
        require_utc("at", self.at)
        require(bool(self.reasons), "a verdict says why")
        require(
            self.answer is not DoseAnswer.YES or self.next_allowed_at is None,
            "what is allowed now has no later time",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterDose:
    """What to say once a dose was logged (times in UTC).

    `is_last`: nothing more of it for now, until `next_allowed_at`, when the same dose is open
    by time again (None: no time opens it). `too_much_at`: when the limit was gone over, this
    dose being part of it; then `reasons` say what to do and `calls` whom to call. `same_as`: an
    equal dose within minutes; both count until the person takes one back.
    """

    entry_id: UUID
    reasons: tuple[Reason, ...]
    is_last: bool
    next_allowed_at: datetime | None
    too_much_at: datetime | None = None
    same_as: UUID | None = None
    calls: tuple[Call, ...] = ()

    def __post_init__(self) -> None:
        require(bool(self.reasons), "there is always something to say")


@dataclass(frozen=True, slots=True, kw_only=True)
class Excess:
    """The entry with which an ingredient went over, when (UTC), and the 24 hours up to it."""

    entry_id: UUID
    ingredient_id: str
    at: datetime
    utc_offset_min: int
    taken_24h_ug: int
    most_24h_ug: int | None
