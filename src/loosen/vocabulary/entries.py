"""Entries: what was answered, done and felt. Append-only; a correction supersedes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from .checks import require, require_range, require_utc
from .diary_payloads import (
    ComparisonBegun,
    ComparisonEnded,
    FunctionTold,
    OrderWished,
    Sat,
    SkinAsked,
    Slept,
    TriggerMet,
)
from .medicine_payloads import DoseTaken, IntakeTold, MedicineWord
from .payloads import (
    AnswersGiven,
    CourseTold,
    DecisionMade,
    Got,
    LegsNoted,
    MomentAsked,
    NoteTaken,
    PainFelt,
    Payload,
    PositionTried,
    Preference,
    ReviewSeen,
    Walked,
    Withdrawn,
)
from .remedy_payloads import FeelingBack, RemedyUsed
from .session_payloads import SessionEnded, SessionStarted, SessionStopped, StepEnded
from .set_payloads import SetMeasured


class EntryKind(StrEnum):
    """The kinds of entries, one for each payload."""

    ANSWERS = "answers"
    DECISION = "decision"
    CLINICIAN_NOTE = "clinician-note"
    MOMENT = "moment"
    PAIN = "pain"
    LEGS = "legs"
    SESSION_STARTED = "session-started"
    STEP_ENDED = "step-ended"
    SET_MEASURED = "set-measured"
    SESSION_STOPPED = "session-stopped"
    SESSION_ENDED = "session-ended"
    REMEDY = "remedy"
    FEELING_BACK = "feeling-back"
    POSITION = "position"
    WALK = "walk"
    PREFERENCE = "preference"
    COURSE = "course"
    REVIEW = "review"
    SKIN = "skin"
    DOSE = "dose"
    INTAKE = "intake"
    MEDICINE_WORD = "medicine-word"
    SLEEP = "sleep"
    SITTING = "sitting"
    TRIGGER = "trigger"
    FUNCTION = "function"
    COMPARISON_BEGUN = "comparison-begun"
    COMPARISON_ENDED = "comparison-ended"
    ORDER_WISH = "order-wish"
    WITHDRAWAL = "withdrawal"


PAYLOAD_OF_KIND: dict[EntryKind, type[Payload]] = {
    EntryKind.ANSWERS: AnswersGiven,
    EntryKind.DECISION: DecisionMade,
    EntryKind.CLINICIAN_NOTE: NoteTaken,
    EntryKind.MOMENT: MomentAsked,
    EntryKind.PAIN: PainFelt,
    EntryKind.LEGS: LegsNoted,
    EntryKind.SESSION_STARTED: SessionStarted,
    EntryKind.STEP_ENDED: StepEnded,
    EntryKind.SET_MEASURED: SetMeasured,
    EntryKind.SESSION_STOPPED: SessionStopped,
    EntryKind.SESSION_ENDED: SessionEnded,
    EntryKind.REMEDY: RemedyUsed,
    EntryKind.FEELING_BACK: FeelingBack,
    EntryKind.POSITION: PositionTried,
    EntryKind.WALK: Walked,
    EntryKind.PREFERENCE: Preference,
    EntryKind.COURSE: CourseTold,
    EntryKind.REVIEW: ReviewSeen,
    EntryKind.SKIN: SkinAsked,
    EntryKind.DOSE: DoseTaken,
    EntryKind.INTAKE: IntakeTold,
    EntryKind.MEDICINE_WORD: MedicineWord,
    EntryKind.SLEEP: Slept,
    EntryKind.SITTING: Sat,
    EntryKind.TRIGGER: TriggerMet,
    EntryKind.FUNCTION: FunctionTold,
    EntryKind.COMPARISON_BEGUN: ComparisonBegun,
    EntryKind.COMPARISON_ENDED: ComparisonEnded,
    EntryKind.ORDER_WISH: OrderWished,
    EntryKind.WITHDRAWAL: Withdrawn,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened, recorded once for ever.

    `id` is made by whoever records it; posting the same id twice is once. `seq` counts the
    device's entries. `utc_offset_min` and `zone` keep the wall clock of the moment.
    `confidence` is 0 to 1 where the value was measured. `supersedes` is the entry that this
    one corrects or, for a withdrawal, takes back.
    """

    id: UUID
    device_id: UUID
    seq: int
    owner_id: UUID
    kind: EntryKind
    happened_at: datetime
    recorded_at: datetime
    utc_offset_min: int
    zone: str
    source: Got
    payload: Payload
    content_version: str
    confidence: float | None = None
    supersedes: UUID | None = None

    def __post_init__(self) -> None:
        require_utc("happened_at", self.happened_at)
        require_utc("recorded_at", self.recorded_at)
        require(self.seq >= 0, "seq must not be negative")
        require_range("utc_offset_min", self.utc_offset_min, -14 * 60, 14 * 60)
        require(
            type(self.payload) is PAYLOAD_OF_KIND[self.kind],
            f"an entry of kind {self.kind} has another payload",
        )
        if self.confidence is not None:
            require_range("confidence", self.confidence, 0, 1)
        require(
            self.kind is not EntryKind.WITHDRAWAL or self.supersedes is not None,
            "a withdrawal names the entry that it takes back",
        )
