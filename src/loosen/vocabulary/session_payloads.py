"""What an entry of a session holds: its start, each step's end, a stop, its end."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from .plans import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStarted:
    """A session began on this plan; the plan is kept whole, so that it resumes anywhere."""

    session_id: UUID
    plan: Plan
    pain_0_10: int | None


class StepOutcome(StrEnum):
    """How a step ended."""

    DONE = "done"
    SKIPPED = "skipped"
    EASED = "eased"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEnded:
    """One step's end; `reps_done`/`held_s` where they were counted."""

    session_id: UUID
    step_index: int
    outcome: StepOutcome
    reps_done: int | None = None
    held_s: int | None = None


class StopKind(StrEnum):
    """What kind of pain stopped the session."""

    SHARP = "sharp-or-catching"
    WORSE = "more-of-the-same"
    NEW = "new"
    LEG = "into-the-leg"
    OTHER = "something-else"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStopped:
    """Stop, it hurts: never resumes by itself."""

    session_id: UUID
    step_index: int
    pain_0_10: int | None
    kind: StopKind


class SessionEnd(StrEnum):
    """How a session ended."""

    COMPLETED = "completed"
    EARLY = "early"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEnded:
    """A session ended."""

    session_id: UUID
    how: SessionEnd
