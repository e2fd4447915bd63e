"""Answers: yes, no, not sure or does not apply; an absent key is incomplete, never "no"."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from .checks import require, require_unique


class AnswerValue(StrEnum):
    """What a person said to a yes-no question."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not-sure"
    DOES_NOT_APPLY = "does-not-apply"


class Onset(StrEnum):
    """When a sign began (evidence file, 2.6, row A1-A7). Not known counts as new."""

    NEW = "new-or-worse-within-14-days"
    WEEKS = "15-days-to-3-months-not-worse"
    LONG = "over-3-months-unchanged"
    UNKNOWN = "not-known"


class AnsweredBy(StrEnum):
    """Who gave the answer."""

    SELF = "self"
    CARER = "carer"
    CLINICIAN = "clinician"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer: exactly one of `value` (yes-no), `number` or `choice`."""

    value: AnswerValue | None = None
    number: float | None = None
    choice: str | None = None
    onset: Onset | None = None
    forms: tuple[str, ...] = ()
    answered_by: AnsweredBy = AnsweredBy.SELF

    def __post_init__(self) -> None:
        given = [part for part in (self.value, self.number, self.choice) if part is not None]
        require(len(given) == 1, "an answer has exactly one of value, number, choice")
        if self.number is not None:  # 70 and 70.0 are one answer, also in a digest
            object.__setattr__(self, "number", float(self.number))
        qualified = self.onset is not None or bool(self.forms)
        require(
            not qualified or self.value is AnswerValue.YES,
            "onset and forms belong to a yes",
        )
        require_unique("forms", self.forms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All answers so far, by question id. Immutable; `with_answers` returns a new one."""

    by_question: Mapping[str, Answer]

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_question", MappingProxyType(dict(self.by_question)))

    def get(self, question_id: str) -> Answer | None:
        """The answer, or None when the question was not answered (incomplete, not "no")."""
        return self.by_question.get(question_id)

    def with_answers(self, later: Mapping[str, Answer]) -> "Answers":
        """These answers with later ones laid over them."""
        return Answers(by_question={**self.by_question, **later})


NO_ANSWERS = Answers(by_question={})
