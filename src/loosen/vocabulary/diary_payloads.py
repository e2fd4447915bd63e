"""What an entry of the diary holds: sleep, sitting, triggers, function, comparisons, wishes."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from .answers import AnswerValue
from .checks import require, require_id, require_range, require_text, require_unique


class BodyPlace(StrEnum):
    """The places of the drawn body map, from the top down; left and right are the person's own."""

    UPPER_BACK = "upper-back"
    LOW_BACK_LEFT = "low-back-left"
    LOW_BACK_MIDDLE = "low-back-middle"
    LOW_BACK_RIGHT = "low-back-right"
    BUTTOCK_LEFT = "buttock-left"
    BUTTOCK_RIGHT = "buttock-right"
    GROIN = "groin"
    THIGH_LEFT = "thigh-left"
    THIGH_RIGHT = "thigh-right"
    CALF_LEFT = "calf-left"
    CALF_RIGHT = "calf-right"
    FOOT_LEFT = "foot-left"
    FOOT_RIGHT = "foot-right"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePain:
    """Pain from 0 to 10 at one place of the body map (`BodyPlace`); None is not told."""

    place_id: str
    pain_0_10: int | None

    def __post_init__(self) -> None:
        require_id("place_id", self.place_id)
        if self.pain_0_10 is not None:
            require_range("pain_0_10", self.pain_0_10, 0, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkinAsked:
    """The skin's state, asked each time before heat or cold: anything but a plain no is a yes."""

    broken_or_numb: AnswerValue
    patch_or_rub: AnswerValue

    @property
    def is_clear(self) -> bool:
        """True when both were answered with a plain no."""
        return self.broken_or_numb is AnswerValue.NO and self.patch_or_rub is AnswerValue.NO


@dataclass(frozen=True, slots=True, kw_only=True)
class Slept:
    """A night: hours of sleep, how often the back woke the person (None is not told)."""

    hours: float
    woken: int | None = None

    def __post_init__(self) -> None:
        require_range("hours", self.hours, 0, 24)
        if self.woken is not None:
            require_range("woken", self.woken, 0, 50)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sat:
    """Sitting at a stretch or over a day, in whole minutes."""

    minutes: int

    def __post_init__(self) -> None:
        require_range("minutes", self.minutes, 1, 24 * 60)


class Trigger(StrEnum):
    """What was there before it got worse; never a cause."""

    LIFTING = "lifting"
    BENDING = "bending"
    TWISTING = "twisting"
    LONG_SITTING = "long-sitting"
    LONG_STANDING = "long-standing"
    DRIVING = "driving"
    SPORT = "sport"
    COUGH_OR_SNEEZE = "cough-or-sneeze"
    POOR_SLEEP = "poor-sleep"
    STRESS = "stress"
    COLD_OR_DAMP = "cold-or-damp"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerMet:
    """Something that the person suspects; `note` in their own words."""

    trigger: Trigger
    note: str = ""


class FunctionMeasure(StrEnum):
    """How function is told (evidence file, 6): all free to use, in our own words."""

    PSFS = "psfs"
    PEG = "peg"
    CONFIDENCE = "confidence"
    GLOBAL_CHANGE = "global-change"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One item of a measure and its score: 0-10, for global change 1 (worse) to 7 (better)."""

    item: str
    score: int

    def __post_init__(self) -> None:
        require_text("item", self.item)
        require_range("score", self.score, 0, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionTold:
    """One measure, filled in once; what was skipped is left out, so it is never a zero."""

    measure: FunctionMeasure
    scores: tuple[Scored, ...]

    def __post_init__(self) -> None:
        require(bool(self.scores), "a measure needs at least one score")
        require_unique("scores", [one.item for one in self.scores])
        if self.measure is FunctionMeasure.GLOBAL_CHANGE:
            require(all(1 <= one.score <= 7 for one in self.scores), "global change is 1 to 7")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonBegun:
    """A fair comparison of two kinds of help on this person, in an order drawn beforehand.

    `order`: which of the two is whose turn, one for each time. `comparison_id` joins its end.
    """

    comparison_id: UUID
    one: str
    other: str
    order: tuple[str, ...]

    def __post_init__(self) -> None:
        require(self.one != self.other, "a comparison needs two kinds of help")
        require(
            {self.one, self.other} == set(self.order), "the order holds both kinds and no other"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonEnded:
    """A fair comparison is over, because it was clear, done, or the person had enough."""

    comparison_id: UUID
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderWished:
    """Whether the plan may put first what helped this person so far; the last wish counts.

    `item_id`: the wish is for this one thing alone; empty is for the whole order.
    """

    by_own_record: bool
    item_id: str = ""
