"""Questions as data: what is asked, on which card, and what "not sure" counts as."""

from dataclasses import dataclass
from enum import StrEnum

from .checks import require, require_id, require_text, require_unique
from .provenance import Provenance
from .rules import Term


class QuestionKind(StrEnum):
    """What an answer to the question looks like."""

    YES_NO = "yes-no"
    NUMBER = "number"
    CHOICE = "choice"


class Stage(StrEnum):
    """When a question is asked.

    `NOW`: stage 1, the cards of minute one. `FULL`: stage 2, before anything else is opened.
    `MEDICINES`: before the first verdict on a medicine; no clearance waits for it or lapses by it.
    """

    NOW = "now"
    FULL = "full"
    MEDICINES = "medicines"


class NotSure(StrEnum):
    """What "not sure" counts as; never "no"."""

    YES = "yes"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form a finding can take ("only when walking"); a positive option, never an exception."""

    id: str
    text: str

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_text("text", self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question.

    `text` is the whole question; `short` is its line on a card that ends in "None of these".
    `asks_onset`: a yes needs the onset. `forms`: when given, a yes may name one or more; a yes
    that names none counts as every form. `choices`: the allowed values of a `CHOICE`.
    `low`/`high`/`unit` bound a `NUMBER`. `resolve_with` is the question that settles a
    "not sure" when `not_sure` is `ASK`. `short_set`: part of the set asked again before every
    session. `may_not_apply`: "does not apply" (for a number: "I'd rather not say") is an
    allowed answer. `asked_when`: the question is open only where every term holds.
    `told_by`: a question that asks the same of some people; once that is answered, this is not
    asked. `lasts_days`: of a question for medicines, the days until it is asked again where
    that is sooner than for the others (0). `is_sign`: a yes is a danger sign (not a fact about
    the person).
    `aloud`: how the spoken version says it, where `text` would not do.
    """

    id: str
    group: str
    evidence_row: str
    kind: QuestionKind
    stage: Stage
    card: str
    order: int
    text: str
    short: str
    provenance: Provenance
    help: str = ""
    aloud: str = ""
    not_sure: NotSure | None = None
    resolve_with: str = ""
    asks_onset: bool = False
    short_set: bool = False
    may_not_apply: bool = False
    forms: tuple[Form, ...] = ()
    choices: tuple[Form, ...] = ()
    low: float | None = None
    high: float | None = None
    unit: str = ""
    asked_when: tuple[Term, ...] = ()
    told_by: str = ""
    lasts_days: int = 0
    is_sign: bool = False

    def __post_init__(self) -> None:
        for name in ("id", "card"):
            require_id(name, getattr(self, name))
        for name in ("group", "evidence_row", "text", "short"):
            require_text(name, getattr(self, name))
        require_unique("forms", [form.id for form in self.forms])
        require_unique("choices", [choice.id for choice in self.choices])
        require(
            self.lasts_days == 0 or self.stage is Stage.MEDICINES,
            "lasts_days is for questions of the stage medicines",
        )
        self._check_kind()

    def _check_kind(self) -> None:
        is_yes_no = self.kind is QuestionKind.YES_NO
        require(
            is_yes_no == (self.not_sure is not None),
            "not_sure must be stated for a yes-no question and for no other kind",
        )
        require(
            (self.not_sure is NotSure.ASK) == bool(self.resolve_with),
            "resolve_with must name the question that settles a not sure that asks",
        )
        require(is_yes_no or not (self.forms or self.asks_onset), "only yes-no has forms or onset")
        is_number = self.kind is QuestionKind.NUMBER
        require(
            is_number == (self.low is not None and self.high is not None and bool(self.unit)),
            "a number needs low, high and unit; no other kind has them",
        )
        require(
            (self.kind is QuestionKind.CHOICE) == bool(self.choices),
            "a choice needs choices; no other kind has them",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One screen of questions (`content/questions/cards.toml`), read aloud as one passage."""

    id: str
    stage: Stage
    order: int
    title: str
    lead: str

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_text("title", self.title)
