"""What an entry can hold: answers, decisions, pain, legs, walks, wishes, and all the others."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from .answers import NO_ANSWERS, Answers, AnswerValue
from .checks import require, require_range, require_unique
from .decisions import ClinicianNote, Decision
from .diary_payloads import (
    ComparisonBegun,
    ComparisonEnded,
    FunctionTold,
    OrderWished,
    PlacePain,
    Sat,
    SkinAsked,
    Slept,
    TriggerMet,
)
from .medicine_payloads import DoseTaken, IntakeTold, MedicineWord
from .remedy_payloads import FeelingBack, RemedyUsed
from .session_payloads import SessionEnded, SessionStarted, SessionStopped, StepEnded
from .set_payloads import SetMeasured


class Got(StrEnum):
    """How a value was got; stored with every entry."""

    SELF_REPORT = "self-report"
    TIMER = "timer"
    CAMERA = "camera"
    PHONE_SENSOR = "phone-sensor"
    CLINICIAN = "clinician"
    IMPORT = "import"


class AnswersFor(StrEnum):
    """Why answers were asked."""

    SCREEN = "screen"
    ABOUT_YOU = "about-you"
    RESCREEN = "rescreen"
    BEFORE_SESSION = "before-session"
    AFTER_STOP = "after-stop"
    LEG_NOTE = "leg-note"
    MEDICINES = "medicines"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersGiven:
    """Answers as they were given, only those of this occasion.

    `worse`: of danger signs that a clinician spoke about and that were there before, whether
    they are new or worse since then. It tells of this occasion and is no lasting answer.
    `one_of`: questions to which "yes" or "not sure" was tapped together; which of them it is
    was not said yet. Until each is answered again it is still to ask, and never a no.
    """

    occasion: AnswersFor
    answers: Answers
    worse: Answers = NO_ANSWERS
    one_of: Answers = NO_ANSWERS


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMade:
    """A decision on all answers so far; `new_signs` as in `DatedDecision`."""

    decision: Decision
    about_digest: str
    new_signs: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteTaken:
    """A clinician's word, as the person told it."""

    note: ClinicianNote


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentAsked:
    """The moment's state before a session or heat: anything but a plain no counts as yes."""

    drowsy: AnswerValue
    drinking: AnswerValue
    sedating_medicine: AnswerValue
    faint: AnswerValue
    unwell: AnswerValue

    @property
    def is_clear(self) -> bool:
        """True when every one of them was answered with a plain no."""
        parts = (self.drowsy, self.drinking, self.sedating_medicine, self.faint, self.unwell)
        return all(part is AnswerValue.NO for part in parts)


class PainWhen(StrEnum):
    """The occasion of a pain score."""

    BEFORE_SESSION = "before-session"
    BETWEEN_STEPS = "between-steps"
    REPEATED = "after-a-repeated-step"
    AFTER_SESSION = "after-session"
    LATER = "30-to-60-minutes-after"
    MORNING = "next-morning"
    CHECK_IN = "check-in"
    AFTER_STOP = "after-stop"
    AFTER_POSITION = "after-position"
    BEFORE_REMEDY = "before-remedy"
    AFTER_REMEDY = "after-remedy"
    LATER_REMEDY = "30-to-60-minutes-after-remedy"
    DIARY = "diary"


@dataclass(frozen=True, slots=True, kw_only=True)
class PainFelt:
    """Pain from 0 to 10; None is skipped, thus unknown, and never raises load.

    `woke_at_night`: for the morning. `session_id`, `step_index`: where in a session; of a
    repeated step it is that step, while the score tells of the steps that are still to come.
    `of_entry`: the heat, cold, massage or dose that it is asked for. `places`: each place of the
    body map that hurts. `worst_24h_0_10`, `average_24h_0_10`: of the last day, where asked.
    """

    pain_0_10: int | None
    occasion: PainWhen
    session_id: UUID | None = None
    step_index: int | None = None
    woke_at_night: bool = False
    of_entry: UUID | None = None
    places: tuple[PlacePain, ...] = ()
    worst_24h_0_10: int | None = None
    average_24h_0_10: int | None = None

    def __post_init__(self) -> None:
        for name in ("pain_0_10", "worst_24h_0_10", "average_24h_0_10"):
            if (score := getattr(self, name)) is not None:
                require_range(name, score, 0, 10)
        require_unique("places", [place.place_id for place in self.places])


class LegChange(StrEnum):
    """How leg symptoms moved (5.6): up toward the back is good, down is a stop sign."""

    NONE = "none"
    MOVING_UP = "moving-up"
    SAME = "same"
    MOVING_DOWN = "moving-down"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegsNoted:
    """Leg symptoms as noted; anything but none or up calls for the short set again."""

    change: LegChange
    session_id: UUID | None = None

    @property
    def asks_short_set(self) -> bool:
        """True for anything but none or up."""
        return self.change not in {LegChange.NONE, LegChange.MOVING_UP}


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionTried:
    """A position of ease was tried; `kept` is the one the person wants offered first."""

    position_id: str
    helped: bool | None
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """A walk, in whole minutes."""

    minutes: int

    def __post_init__(self) -> None:
        require_range("minutes", self.minutes, 1, 600)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """How the person wants one thing: never shown again, among the favourites, or neither."""

    item_id: str
    banned: bool
    favourite: bool = False

    def __post_init__(self) -> None:
        require(not (self.banned and self.favourite), "what is put away is no favourite")


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseTold:
    """How it went since: first day of this episode, and the direction."""

    began_on: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSeen:
    """A review gate (day 7, 14, ...) was answered: was a clinician seen, is it settling."""

    review_id: str
    saw_clinician: bool
    settling: AnswerValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """The superseded entry is taken back whole."""

    why: str = ""


Payload = (
    AnswersGiven
    | DecisionMade
    | NoteTaken
    | MomentAsked
    | PainFelt
    | LegsNoted
    | SessionStarted
    | StepEnded
    | SetMeasured
    | SessionStopped
    | SessionEnded
    | RemedyUsed
    | FeelingBack
    | PositionTried
    | Walked
    | Preference
    | CourseTold
    | ReviewSeen
    | SkinAsked
    | DoseTaken
    | IntakeTold
    | MedicineWord
    | Slept
    | Sat
    | TriggerMet
    | FunctionTold
    | ComparisonBegun
    | ComparisonEnded
    | OrderWished
    | Withdrawn
)
