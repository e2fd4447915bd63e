"""Positions of ease, transfers, remedies and explanations."""

from dataclasses import dataclass
from enum import StrEnum

from .checks import require, require_id, require_range, require_text
from .decisions import Permit
from .figures import Figure
from .items import Ability, Equipment, Instruction, Posture
from .loads import Load
from .provenance import Certainty, Provenance


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
    figure: Figure | None = None

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
    figures: tuple[Figure, ...] = ()

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
class Wrap:
    """Heat that is worn for hours: only a bought wrap, and only as its label says.

    `day_most_s`: most in 24 hours, whatever a label says; `least_s`: with less room than this
    none is begun; `check_every_s`: the next look at the skin after the first, which is the
    remedy's own.
    """

    text: str
    before: tuple[Instruction, ...]
    day_most_s: int
    least_s: int
    check_every_s: int
    provenance: Provenance
    more_sources: tuple[Provenance, ...] = ()

    def __post_init__(self) -> None:
        require_text("text", self.text)
        require(bool(self.before), "a wrap needs what to do before")
        require_range("day_most_s", self.day_most_s, 1800, 24 * 3600)
        require_range("least_s", self.least_s, 1800, self.day_most_s)
        require_range("check_every_s", self.check_every_s, 300, self.day_most_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """Breathing, heat, cold or self-massage (`content/remedies/<id>.toml`).

    Times in seconds. `checks_s`: when in the session the skin is looked at. `gap_s`: least
    time from the end of one session to the start of the next. `daily_cap`: most sessions in
    24 hours (0: none). `breath_in_s`/`breath_out_s`: for breathing only. `wrap`: for heat only.
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
    wrap: Wrap | None = None

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require(bool(self.steps), "a remedy needs steps")
        require_range("duration_s", self.duration_s, 30, self.duration_most_s)
        require_range("duration_most_s", self.duration_most_s, 30, 1800)
        require(
            all(0 < check <= self.duration_most_s for check in self.checks_s),
            "checks_s must lie within the session",
        )
        require(self.wrap is None or self.kind is RemedyKind.HEAT, "only heat has a wrap")

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
