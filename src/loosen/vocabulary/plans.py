"""A person as the plan sees them, and the plan itself."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .checks import require, require_id, require_range, require_utc
from .decisions import Permit, Reason
from .items import Ability, Bias, Equipment, PlanStage, Posture
from .loads import Effect
from .provenance import Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What the plan needs to know of a person; derived from answers, never stored.

    `conditions`: ids of `content/conditions` that hold, sorted. `pain_0_10` None is unknown.
    `can_take_heat_off`: heat is offered only to a person who can take it off alone.
    """

    age_years: int
    conditions: tuple[str, ...]
    abilities: frozenset[Ability]
    at_hand: frozenset[Equipment]
    is_alone: bool
    can_take_heat_off: bool
    bias: Bias
    pain_0_10: int | None
    banned: frozenset[str]
    kept_position: str
    favourites: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        require_range("age_years", self.age_years, 0, 120)
        require(list(self.conditions) == sorted(set(self.conditions)), "conditions must be sorted")
        if self.pain_0_10 is not None:
            require_range("pain_0_10", self.pain_0_10, 0, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How much of one step; `reps` per side when `by_sides`. Either reps or minutes, not both."""

    reps: int
    hold_s: int
    sets: int
    rest_s: int
    up_s: int
    down_s: int
    by_sides: bool
    minutes: int

    def __post_init__(self) -> None:
        require((self.reps > 0) != (self.minutes > 0), "a dose has reps or minutes, not both")
        for name in ("hold_s", "rest_s", "up_s", "down_s"):
            require_range(name, getattr(self, name), 0, 300)
        require_range("sets", self.sets, 1, 5)


class StepKind(StrEnum):
    """What kind of thing a step leads through."""

    TRANSFER = "transfer"
    POSITION = "position"
    BREATHING = "breathing"
    HEAT = "heat"
    COLD = "cold"
    EXERCISE = "exercise"
    WALK = "walk"
    CHECK_IN = "check-in"

    @property
    def permit(self) -> Permit:
        """The permit a step of this kind needs."""
        match self:
            case StepKind.TRANSFER:
                return Permit.TRANSFER
            case StepKind.POSITION | StepKind.CHECK_IN:
                return Permit.POSITION
            case StepKind.BREATHING:
                return Permit.BREATHING
            case StepKind.HEAT:
                return Permit.HEAT
            case StepKind.COLD:
                return Permit.COLD
            case StepKind.EXERCISE | StepKind.WALK:
                return Permit.EXERCISE


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the first hour.

    `at_min`: minutes after the start of the hour. `item_id`: what is led through (empty for a
    check-in). `how`: the changed ways that conditions ask for. `easier`: id of the item to
    swap to, empty when there is none. `seconds`: how long it takes as planned. `easier_dose`:
    the dose of that easier item, or the same item's smaller dose. `easier_title`, `_posture`
    and `_how` are those of the easier item, so that a plan adapts by itself. `because`: at
    least one.
    """

    index: int
    kind: StepKind
    item_id: str
    title: str
    at_min: int
    seconds: int
    posture: Posture
    dose: Dose | None
    how: tuple[str, ...]
    easier: str
    easier_dose: Dose | None
    because: tuple[Reason, ...]
    easier_title: str = ""
    easier_posture: Posture | None = None
    easier_how: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require(bool(self.because), "every step says why")
        require(self.index >= 0, "index must not be negative")
        require_range("at_min", self.at_min, 0, 24 * 60)
        needs_dose = self.kind in {StepKind.EXERCISE, StepKind.WALK}
        require(
            needs_dose == (self.dose is not None), "exercises and walks have a dose, others not"
        )
        require(
            (self.kind is StepKind.CHECK_IN) == (self.item_id == ""), "only a check-in has no item"
        )


class CheckpointKind(StrEnum):
    """What comes after the first hour."""

    WALK = "walk"
    SESSION = "session"
    NIGHT = "night"
    MORNING = "morning"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """Something due later: when (UTC), what, and why. `blocks_progress`: until it was seen."""

    id: str
    kind: CheckpointKind
    due_at: datetime
    title: str
    item_id: str
    because: tuple[Reason, ...]
    blocks_progress: bool = False

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_utc("due_at", self.due_at)
        require(bool(self.because), "every checkpoint says why")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Something that is not offered, and why; `opens` says what would open it."""

    item_id: str
    title: str
    effect: Effect
    because: tuple[Reason, ...]
    opens: str
    instead: str = ""

    def __post_init__(self) -> None:
        require(bool(self.because), "every refusal says why")


@dataclass(frozen=True, slots=True, kw_only=True)
class PainLimits:
    """The pain-monitoring numbers a plan was built with (5.6), so that it adapts by itself.

    Pain in points of 0-10; `*_rise` against the score before the session.
    """

    green_most: int
    red_above: int
    amber_rise: int
    red_rise: int
    amber_cut: float
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Today: the first hour in order, what comes after, what is not offered and why.

    `nothing_safe`: no exercise, walk, heat or cold may be offered; `because` then says so, and
    `permits` what is allowed. `load` is the plan's whole effort in seconds of movement and
    hold, for comparing one plan with the next.
    """

    stage: PlanStage
    built_at: datetime
    steps: tuple[Step, ...]
    checkpoints: tuple[Checkpoint, ...]
    refusals: tuple[Refusal, ...]
    because: tuple[Reason, ...]
    permits: frozenset[Permit]
    nothing_safe: bool
    load: int
    pain_limits: PainLimits
    content_version: str

    def __post_init__(self) -> None:
        require_utc("built_at", self.built_at)
        require(bool(self.because), "a plan says why")
        require(
            [step.index for step in self.steps] == list(range(len(self.steps))),
            "steps are numbered from 0 in order",
        )
        require(
            all(step.kind.permit in self.permits for step in self.steps),
            "no step may go beyond what is permitted",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class StepResult:
    """What came of a step in a running session, for `after_step`.

    `pain_0_10` None is unknown. `baseline_0_10` is the pain before the session. `stopped` is
    a stop sign or the stop button. `asked_easier`: the person chose the easier version.
    """

    index: int
    pain_0_10: int | None
    baseline_0_10: int | None
    stopped: bool
    asked_easier: bool
    sharp_or_new: bool
    legs_moved_down: bool

    def __post_init__(self) -> None:
        for value in (self.pain_0_10, self.baseline_0_10):
            if value is not None:
                require_range("pain_0_10", value, 0, 10)
