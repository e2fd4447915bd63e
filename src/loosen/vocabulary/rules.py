"""The closed grammar of the rule table: positive findings only, one level of nesting.

Because every term is satisfied by *having* something, one more "yes" can only make more
rules fire; it can never lower the urgency nor widen what is permitted.
"""

from dataclasses import dataclass
from enum import StrEnum

from .answers import Onset
from .checks import require, require_id, require_text, require_unique
from .decisions import Route, Urgency
from .provenance import Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that an answer must show.

    A yes-no question is found when it counts as yes; `form` and `onset` narrow that (an answer
    without forms has every form, one without onset is new). A number is found when it is
    `at_least` or `below`; a choice when it equals `choice`.
    """

    question: str
    form: str | None = None
    onset: tuple[Onset, ...] = ()
    at_least: float | None = None
    below: float | None = None
    choice: str | None = None

    def __post_init__(self) -> None:
        require_id("question", self.question)
        numeric = self.at_least is not None or self.below is not None
        yes_no = self.form is not None or bool(self.onset)
        require(
            sum((numeric, yes_no, self.choice is not None)) <= 1,
            "a finding narrows a yes-no, a number or a choice, not several of them",
        )
        require_unique("onset", self.onset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """At least `at_least` of the findings in `of` (1 by default: any of them)."""

    of: tuple[Finding, ...]
    at_least: int = 1

    def __post_init__(self) -> None:
        require(bool(self.of), "a term needs at least one finding")
        require(1 <= self.at_least <= len(self.of), "at_least must be 1 to the number of findings")


class Call(StrEnum):
    """Whom to call; the region gives the number."""

    EMERGENCY = "emergency-number"
    EMERGENCY_DEPARTMENT = "emergency-department"
    URGENT_LINE = "urgent-line"
    CLINICIAN = "clinician"
    MIDWIFE = "midwife"
    POISON_LINE = "poison-line"
    CRISIS_LINE = "crisis-line"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the table: fires when *every* term holds.

    `because` names the reason for the person, `do` what to do, `say` the words for the call,
    `wait` how to wait. `keep_still`: a fracture is possible, so no change of position is
    suggested. `limits`: ids of conditions (`content/conditions`) that the firing switches on.
    `weak`: a note for the record that alone changes nothing (K16).
    """

    id: str
    evidence_row: str
    urgency: Urgency
    when: tuple[Term, ...]
    suspect: str
    because: str
    do: str
    say: str
    wait: str
    call: Call
    provenance: Provenance
    route: Route = Route.ORDINARY
    keep_still: bool = False
    limits: tuple[str, ...] = ()
    weak: bool = False
    # A clinician's word can settle U2 signs only; the rule says whether it may (2.6, design).
    clinician_may_open: bool = True

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require(bool(self.when), "a rule needs at least one term")
        for name in ("evidence_row", "suspect", "because", "do", "say", "wait"):
            require_text(name, getattr(self, name))
