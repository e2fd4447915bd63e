"""Where help is: numbers and names of services by region."""

from dataclasses import dataclass
from typing import assert_never

from .checks import require, require_id, require_text
from .provenance import Provenance
from .rules import Call


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A service one can reach: its name, its number as dialled, and what it is for."""

    name: str
    number: str
    text: str
    provenance: Provenance

    def __post_init__(self) -> None:
        require_text("name", self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """Whom a rule sends to in a region. `name` is empty where the lines say it all."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One region (`content/regions/<id>.toml`); `other` shows 112, 999 and 911.

    `emergency`: one line or, where the region is not known, several. `urgent`, `poison` may
    have an empty number: then the text says whom to ask. `paracetamol`: the name used there.
    """

    id: str
    title: str
    zones: tuple[str, ...]
    emergency: tuple[Line, ...]
    emergency_department: str
    urgent: Line
    clinician: str
    midwife: str
    poison: Line
    crisis: tuple[Line, ...]
    paracetamol: str

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require(
            bool(self.emergency) and all(line.number for line in self.emergency),
            "a region needs an emergency number",
        )
        require(bool(self.crisis), "a region needs somebody to call in a crisis")

    def whom(self, call: Call) -> Whom:
        """Whom to turn to here, with the lines to call where there are any."""
        match call:
            case Call.EMERGENCY:
                return Whom(name="", lines=self.emergency)
            case Call.EMERGENCY_DEPARTMENT:
                return Whom(name=self.emergency_department, lines=self.emergency)
            case Call.URGENT_LINE:
                return Whom(name=self.urgent.name, lines=(self.urgent,))
            case Call.POISON_LINE:
                return Whom(name=self.poison.name, lines=(self.poison,))
            case Call.CRISIS_LINE:
                return Whom(name="", lines=self.crisis)
            case Call.CLINICIAN:
                return Whom(name=self.clinician, lines=())
            case Call.MIDWIFE:
                return Whom(name=self.midwife, lines=())
            case Call.NOBODY:
                return Whom(name="", lines=())
            case _:
                assert_never(call)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A clinical sentence that several places share (`content/phrases/en.toml`)."""

    id: str
    text: str
    provenance: Provenance

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_text("text", self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A number a clinical room compares with (`content/rules/{triage,ledger,plan}.toml`)."""

    id: str
    value: float
    unit: str
    text: str
    provenance: Provenance

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_text("unit", self.unit)
        require_text("text", self.text)
