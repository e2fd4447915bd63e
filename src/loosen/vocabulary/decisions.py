"""What triage says: urgency, what it permits, why, and what is still to ask."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from .checks import require, require_id, require_unique, require_utc
from .provenance import Provenance


class Urgency(StrEnum):
    """The evidence file's levels (2.2), most urgent first."""

    U0 = "U0"
    U1 = "U1"
    U2 = "U2"
    U3 = "U3"
    U4 = "U4"

    @property
    def rank(self) -> int:
        """0 for U0 to 4 for U4: the smaller, the more urgent."""
        return int(self.value[1])


class Permit(StrEnum):
    """What a decision can permit. Every guarded thing names the permits it needs."""

    EMERGENCY_CARD = "emergency-card"
    POSITION = "position"
    BREATHING = "breathing"
    TRANSFER = "transfer"
    EXERCISE = "exercise"
    HEAT = "heat"
    COLD = "cold"
    MASSAGE = "massage"
    MEDICINE = "medicine"
    READING = "reading"


class Route(StrEnum):
    """Which kind of page a rule leads to."""

    ORDINARY = "ordinary"
    SELF_HARM = "self-harm"
    UNDER_16 = "under-16"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why: the id of a rule, gate or threshold, one plain sentence, and its provenance."""

    id: str
    text: str
    provenance: Provenance

    def __post_init__(self) -> None:
        require_id("id", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiredRule:
    """A rule that fired, with the questions whose answers made it fire."""

    rule_id: str
    urgency: Urgency
    questions: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The outcome of one screen.

    `fired` is ordered by urgency, then rule id. `to_ask` lists ids of questions still open, in
    the order to ask them; while it is not empty the decision is incomplete and `permits` holds
    only what the answered part allows. `limits`: condition ids switched on by rules.
    """

    decided_at: datetime
    urgency: Urgency
    permits: frozenset[Permit]
    fired: tuple[FiredRule, ...]
    routes: frozenset[Route]
    keep_still: bool
    limits: tuple[str, ...]
    to_ask: tuple[str, ...]
    content_version: str

    def __post_init__(self) -> None:
        require_utc("decided_at", self.decided_at)
        require_unique("limits", self.limits)
        require_unique("fired", [rule.rule_id for rule in self.fired])

    @property
    def is_complete(self) -> bool:
        """True when no question is open."""
        return not self.to_ask

    def rule_ids(self) -> frozenset[str]:
        """The ids of every rule that fired."""
        return frozenset(rule.rule_id for rule in self.fired)


class GentleMovement(StrEnum):
    """A clinician's word on gentle movement; only yes opens."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not-sure"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicianNote:
    """What a clinician said about signs that fired; voided by any sign "new or worse".

    `rule_ids` are the fired rules that were spoken about. `recorded_at` is UTC.
    """

    rule_ids: frozenset[str]
    seen_on: date
    gentle_movement_ok: GentleMovement
    until: date
    recorded_at: datetime

    def __post_init__(self) -> None:
        require(bool(self.rule_ids), "a note names the signs that were spoken about")
        require(self.until >= self.seen_on, "until must not be before seen_on")
        require_utc("recorded_at", self.recorded_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedDecision:
    """A decision as it was recorded: by whom, when, on which facts.

    `about_digest` fingerprints the About-you answers the decision rested on, so that a
    change voids it. `imported` decisions are history only and never clear anyone.
    `new_signs` are the danger-sign questions that counted as yes and are new or worse.
    `told_no`: its place among all that was told; a clock set back does not change that.
    """

    id: UUID
    owner_id: UUID
    decision: Decision
    about_digest: str
    new_signs: frozenset[str]
    told_no: int
    imported: bool = False

    @property
    def decided_at(self) -> datetime:
        """When the decision fell (UTC)."""
        return self.decision.decided_at


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedNote:
    """A clinician's word with its place among all that was told, as in `DatedDecision`."""

    note: ClinicianNote
    told_no: int


class LapseReason(StrEnum):
    """Why there is no valid clearance now."""

    NEVER_SCREENED = "never-screened"
    INCOMPLETE = "incomplete"
    TOO_OLD = "too-old"
    CLOCK_WENT_BACK = "clock-went-back"
    ABOUT_YOU_CHANGED = "about-you-changed"
    CONTENT_CHANGED = "content-changed"
    OTHER_OWNER = "other-owner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """A dated leave to go on, within `permits`, until `expires_at` (UTC).

    `opened_by` are the rule ids of U2 signs that a clinician's word opened.
    """

    decision_id: UUID
    owner_id: UUID
    urgency: Urgency
    permits: frozenset[Permit]
    limits: tuple[str, ...]
    reasons: tuple[Reason, ...]
    opened_by: frozenset[str]
    decided_at: datetime
    expires_at: datetime
    content_version: str

    def __post_init__(self) -> None:
        require_utc("decided_at", self.decided_at)
        require_utc("expires_at", self.expires_at)
        require(self.expires_at > self.decided_at, "expires_at must come after decided_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed:
    """No valid clearance: why. `permits` is what stays open all the same.

    The emergency card always stays. After a first screen that is complete (stage 1) and not
    yet old, what its decision permits stays too; everything else waits for the questions.
    """

    reason: LapseReason
    permits: frozenset[Permit]
