"""Where a fact comes from, how far it was verified, and who has signed it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .checks import require, require_id, require_text


class Mark(StrEnum):
    """How far a fact was verified; the marks of the evidence file, section 0.1."""

    OPENED = "opened"
    OPENED_SECOND_HAND = "opened-2nd"
    OPENED_IN_PART = "opened/part"
    RECALLED = "recalled"
    OURS = "ours"

    @property
    def needs_clinician(self) -> bool:
        """Recalled facts and our own choices wait for a clinician's signature."""
        return self in {Mark.RECALLED, Mark.OURS, Mark.OPENED_IN_PART}


class Certainty(StrEnum):
    """How sure the source is; GRADE words where the source graded itself."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very low"
    NONE = "none"
    GUIDELINE = "guideline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One publication, page or label that facts rest on (`content/evidence/<id>.toml`)."""

    id: str
    citation: str
    link: str
    kind: str
    certainty: Certainty
    takes: str
    mark: Mark
    checked_on: date

    def __post_init__(self) -> None:
        require_id("id", self.id)
        for name in ("citation", "kind", "takes"):
            require_text(name, getattr(self, name))
        require(
            self.link == "" or self.link.startswith("https://"),
            "link must be empty or begin with https://",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """The citation every fact must carry: source, row of the evidence file, mark and date.

    `source` is the id of a `Source`; facts that are our own choice name the source
    `loosen` and say in `note` what was chosen and why the stricter reading was taken.
    `reviewed_by` stays empty until a clinician signs.
    """

    source: str
    row: str
    mark: Mark
    checked_on: date
    reviewed_by: str
    note: str = ""

    def __post_init__(self) -> None:
        require_id("source", self.source)
        require_text("row", self.row)
