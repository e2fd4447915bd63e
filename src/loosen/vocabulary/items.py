"""The things a person can be led through: exercises, positions, transfers, breathing, remedies."""

from dataclasses import dataclass
from enum import StrEnum

from .checks import require, require_id, require_range, require_text, require_unique
from .decisions import Permit
from .loads import Load
from .provenance import Certainty, Provenance


class Ability(StrEnum):
    """What the person can do now; an item names what it needs."""

    LIE = "lie"
    ROLL = "roll"
    SIT = "sit"
    STAND = "stand"
    WALK = "walk"
    ALL_FOURS = "all-fours"
    FLOOR = "floor"


class Equipment(StrEnum):
    """What is to hand."""

    HEAT = "heat"
    COLD = "cold"
    MAT = "mat"
    CHAIR = "chair"
    BED = "bed"
    PILLOW = "pillow"
    BALL = "ball"


class Posture(StrEnum):
    """The posture an item is done in; decides how to come out of it."""

    ON_BACK = "on-back"
    ON_SIDE = "on-side"
    ON_FRONT = "on-front"
    ALL_FOURS = "all-fours"
    SITTING = "sitting"
    STANDING = "standing"


class PlanStage(StrEnum):
    """The stages of the evidence file, 5.2."""

    SETTLE = "settle"
    MOVE = "move"
    RANGE = "range"
    STRENGTH = "strength"
    PREVENT = "prevent"

    @property
    def rank(self) -> int:
        """0 for settle to 4 for prevent."""
        return list(PlanStage).index(self)


class Bias(StrEnum):
    """The direction an exercise favours; matched with what eases the person (5.2 stage 2)."""

    NEUTRAL = "neutral"
    FLEXION = "flexion"
    EXTENSION = "extension"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """One written and spoken instruction; `pause_s` is how long to stay before the next."""

    text: str
    pause_s: int = 0

    def __post_init__(self) -> None:
        require_text("text", self.text)
        require_range("pause_s", self.pause_s, 0, 3600)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageDose:
    """How much, in one stage. `reps` are per side when the exercise is done by sides.

    `minutes` instead of reps for what is measured in time (walking). `rest_s` may be 0.
    """

    stage: PlanStage
    reps: int
    reps_most: int
    hold_s: int
    hold_most_s: int
    sets: int
    sets_most: int
    times_per_day: int
    rest_s: int
    provenance: Provenance
    minutes: int = 0
    minutes_most: int = 0

    def __post_init__(self) -> None:
        require((self.reps > 0) != (self.minutes > 0), "a dose has reps or minutes, not both")
        require(self.reps_most >= self.reps, "reps_most must not be below reps")
        require(self.hold_most_s >= self.hold_s >= 0, "hold_most_s must not be below hold_s")
        require(self.sets_most >= self.sets >= 1, "sets_most must not be below sets, sets from 1")
        require(self.minutes_most >= self.minutes >= 0, "minutes_most must not be below minutes")
        require_range("times_per_day", self.times_per_day, 1, 16)
        require_range("rest_s", self.rest_s, 0, 300)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """Seconds there and back, and the words for the breath (5.4)."""

    up_s: int
    down_s: int
    breath: str
    provenance: Provenance

    def __post_init__(self) -> None:
        require_range("up_s", self.up_s, 0, 30)
        require_range("down_s", self.down_s, 0, 30)
        require_text("breath", self.breath)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A common fault and the cue that mends it (5.5)."""

    fault: str
    cue: str

    def __post_init__(self) -> None:
        require_text("fault", self.fault)
        require_text("cue", self.cue)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """An easier or harder version; `item` is its id when it has a file of its own."""

    text: str
    item: str = ""

    def __post_init__(self) -> None:
        require_text("text", self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise (`content/exercises/<id>.toml`); adding one touches that file alone.

    `by_sides`: left and right are real halves with a switch pause. `into`, `moves`, `out` are
    the way in, the movement, and the way out of the position. `stop_signs`: at least one.
    `code`: its column in the evidence file's matrix 3.4, if it has one.
    """

    id: str
    title: str
    purpose: str
    posture: Posture
    by_sides: bool
    bias: Bias
    needs: tuple[Ability, ...]
    equipment: tuple[Equipment, ...]
    loads: tuple[Load, ...]
    into: tuple[Instruction, ...]
    moves: tuple[Instruction, ...]
    out: tuple[Instruction, ...]
    doses: tuple[StageDose, ...]
    tempo: Tempo
    form_points: tuple[str, ...]
    faults: tuple[Fault, ...]
    stop_signs: tuple[str, ...]
    easier: tuple[Variant, ...]
    harder: tuple[Variant, ...]
    who_not: str
    certainty: Certainty
    provenance: Provenance
    more_sources: tuple[Provenance, ...] = ()
    code: str = ""

    def __post_init__(self) -> None:
        require_id("id", self.id)
        for name in ("title", "purpose", "who_not"):
            require_text(name, getattr(self, name))
        for name in ("into", "moves", "out", "doses", "form_points", "faults", "stop_signs"):
            require(bool(getattr(self, name)), f"{name} must not be empty")
        require_unique("loads", self.loads)
        require_unique("doses", [dose.stage for dose in self.doses])


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A position of ease (`content/positions/<id>.toml`): how to get in *and* out of it.

    `suits`: ids of conditions it was chosen for (pregnancy). `order`: which to try first.
    `for_night`: may be offered for tonight's sleep.
    """

    id: str
    title: str
    text: str
    order: int
    posture: Posture
    places: tuple[Equipment, ...]
    on_floor: bool
    needs: tuple[Ability, ...]
    loads: tuple[Load, ...]
    into: tuple[Instruction, ...]
    out: tuple[Instruction, ...]
    stay_s: int
    pillows: str
    provenance: Provenance
    suits: tuple[str, ...] = ()
    for_night: bool = False

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_text("title", self.title)
        require(bool(self.into) and bool(self.out), "a position needs the way in and the way out")
        require(bool(self.places) or self.on_floor, "a position needs a place: floor, bed or chair")
        require_range("stay_s", self.stay_s, 10, 1200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A safe change of place (`content/transfers/<id>.toml`), spoken step by step."""

    id: str
    title: str
    text: str
    order: int
    needs: tuple[Ability, ...]
    equipment: tuple[Equipment, ...]
    loads: tuple[Load, ...]
    steps: tuple[Instruction, ...]
    stop_signs: tuple[str, ...]
    provenance: Provenance

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require(bool(self.steps), "a transfer needs steps")


class RemedyKind(StrEnum):
    """What a remedy is; decides its permit and its clock."""

    BREATHING = "breathing"
    HEAT = "heat"
    COLD = "cold"
    MASSAGE = "massage"

    @property
    def permit(self) -> Permit:
        """The permit that the remedy needs."""
        return Permit(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """Breathing, heat, cold or self-massage (`content/remedies/<id>.toml`).

    Times in seconds. `checks_s`: when in the session the skin is looked at. `gap_s`: least
    time from the end of one session to the start of the next. `daily_cap`: most sessions in
    24 hours (0: none). `breath_in_s`/`breath_out_s`: for breathing only.
    """

    id: str
    kind: RemedyKind
    title: str
    text: str
    equipment: tuple[Equipment, ...]
    loads: tuple[Load, ...]
    before: tuple[Instruction, ...]
    steps: tuple[Instruction, ...]
    after: tuple[Instruction, ...]
    stop_signs: tuple[str, ...]
    duration_s: int
    duration_most_s: int
    checks_s: tuple[int, ...]
    gap_s: int
    daily_cap: int
    certainty: Certainty
    provenance: Provenance
    more_sources: tuple[Provenance, ...] = ()
    breath_in_s: int = 0
    breath_out_s: int = 0

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require(bool(self.steps), "a remedy needs steps")
        require_range("duration_s", self.duration_s, 30, self.duration_most_s)
        require_range("duration_most_s", self.duration_most_s, 30, 1800)
        require(
            all(0 < check <= self.duration_most_s for check in self.checks_s),
            "checks_s must lie within the session",
        )

    @property
    def permit(self) -> Permit:
        """The permit that starting it needs."""
        return self.kind.permit


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A short sourced text (`content/explanations/<id>.toml`).

    `answers`: rows S1-S21 of the article that it answers. `needs`: permits without which it
    stays closed. `paragraphs`: each at most a few sentences.
    """

    id: str
    title: str
    order: int
    answers: tuple[str, ...]
    needs: tuple[Permit, ...]
    paragraphs: tuple[str, ...]
    certainty: Certainty
    provenance: Provenance
    more_sources: tuple[Provenance, ...] = ()

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_text("title", self.title)
        require(bool(self.paragraphs), "an explanation needs paragraphs")
