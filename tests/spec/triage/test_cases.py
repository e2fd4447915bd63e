"""Example people, row by row: answers -> urgency, what is permitted, which rules fire.

The rows stand in `cases/*.toml`; how to read them is in `cases/README.md`. The manual is made
from the same files.
"""

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from loosen import triage
from loosen.vocabulary import (
    Answer,
    Answers,
    AnswerValue,
    Content,
    Onset,
    Permit,
    Question,
    QuestionKind,
)

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
CASES = Path(__file__).parent / "cases"
FEWEST_CASES = 70
ONSETS = {
    "new": Onset.NEW,
    "weeks": Onset.WEEKS,
    "long": Onset.LONG,
    "unknown": Onset.UNKNOWN,
}
NAMED_PERMITS = {
    "emergency": {"emergency-card"},
    "resting": {"emergency-card", "position", "breathing", "transfer", "reading"},
    "everything": {permit.value for permit in Permit},
}
CLEAR_PERSON: dict[str, str | int] = {
    "age-years": 40,
    "weight-kg": 75,
    "sex": "male",
    "company": "alone",
    "can-do-now": "walk",
    "what-eases": "neither",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One row of a section."""

    name: str
    says: dict[str, str | int]
    urgency: str
    permits: str
    fires: tuple[str, ...]
    asks: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    keep_still: bool = False


def _case(row: dict[str, object]) -> Case:
    tupled = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return Case(**tupled)


def _sections() -> dict[str, list[Case]]:
    read = {
        path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(CASES.glob("*.toml"))
    }
    return {stem: [_case(row) for row in section["case"]] for stem, section in read.items()}


SECTIONS = _sections()
EVERY_CASE = [
    pytest.param(case, id=f"{stem}: {case.name}")
    for stem, cases in SECTIONS.items()
    for case in cases
]


def answers_of(says: dict[str, str | int], content: Content) -> Answers:
    """A clear screen with what the row says laid over it."""
    said = {
        question.id: _answer(question, {**CLEAR_PERSON, **says}.get(question.id, "no"))
        for question in content.questions.values()
        if question.id in says or not _is_settler(question, content)
    }
    assert says.keys() <= said.keys(), "a row names a question that does not exist"
    return Answers(by_question={key: answer for key, answer in said.items() if answer is not None})


def _is_settler(question: Question, content: Content) -> bool:
    return question.id in {other.resolve_with for other in content.questions.values()}


def _answer(question: Question, said: str | int) -> Answer | None:
    if said == "unanswered":
        return None
    if question.kind is QuestionKind.NUMBER:
        return Answer(number=float(said))
    if question.kind is QuestionKind.CHOICE:
        return Answer(choice=str(said))
    if said in {"no", "not sure"}:
        return Answer(value=AnswerValue(str(said).replace(" ", "-")))
    word, *details = str(said).split()
    assert word == "yes"
    onset = next((ONSETS[detail] for detail in details if detail in ONSETS), None)
    forms = tuple(detail for detail in details if detail not in ONSETS)
    return Answer(value=AnswerValue.YES, onset=onset, forms=forms)


@pytest.mark.parametrize("case", EVERY_CASE)
def test_the_row_comes_out_as_written(case: Case, content: Content) -> None:
    decision = triage.decide(answers_of(case.says, content), content, AT)

    assert decision.urgency.value == case.urgency
    assert {permit.value for permit in decision.permits} == NAMED_PERMITS[case.permits]
    assert sorted(decision.rule_ids()) == sorted(case.fires)
    assert decision.to_ask == case.asks
    assert decision.limits == case.limits
    assert decision.keep_still is case.keep_still
    assert {route.value for route in decision.routes} - {"ordinary"} == set(case.routes)


def test_every_rule_of_the_table_is_shown_by_a_row(content: Content) -> None:
    shown = {rule for cases in SECTIONS.values() for case in cases for rule in case.fires}
    assert shown == content.rules.keys()


def test_there_are_at_least_seventy_rows_and_no_two_share_a_name() -> None:
    names = [case.name for cases in SECTIONS.values() for case in cases]
    assert len(names) >= FEWEST_CASES
    assert len(set(names)) == len(names)
