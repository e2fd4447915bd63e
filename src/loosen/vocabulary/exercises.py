"""Exercises: what they are, for whom, how much, how, and when to stop."""

from dataclasses import dataclass

from .checks import require, require_id, require_range, require_text, require_unique
from .figures import Figure
from .items import Ability, Bias, Equipment, Instruction, PlanStage, Posture
from .loads import Load
from .measures import Measuring
from .provenance import Certainty, Provenance


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
    `code`: its column in the evidence file's matrix 3.4, if it has one. `figure`: how it is
    drawn; by sides, it shows the left side, and the right one is its mirror image. `after`: the
    ids of exercises of which one must have gone well before this is offered; none: it stands alone.
    `measuring`: what counts it, and what that cannot judge.
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
    measuring: Measuring
    more_sources: tuple[Provenance, ...] = ()
    code: str = ""
    figure: Figure | None = None
    after: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_id("id", self.id)
        for name in ("title", "purpose", "who_not"):
            require_text(name, getattr(self, name))
        for name in ("into", "moves", "out", "doses", "form_points", "faults", "stop_signs"):
            require(bool(getattr(self, name)), f"{name} must not be empty")
        require_unique("loads", self.loads)
        require_unique("doses", [dose.stage for dose in self.doses])
