"""The rule table agrees with the independent reading on every combination of up to three signs.

The screen is otherwise clear. Every form and every onset of a sign counts as a way to answer
it positively. Questions that neither reading mentions cannot change anything, and a test says so.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import pytest

from loosen.library.current import load_content
from loosen.triage import decide
from loosen.vocabulary import (
    Answer,
    Answers,
    AnswerValue,
    Content,
    Onset,
    Permit,
    Question,
    QuestionKind,
    Stage,
)

from . import reference_screen, reference_told

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
NO = Answer(value=AnswerValue.NO)
EVERYTHING = frozenset(Permit)
CARD_ONLY = frozenset({Permit.EMERGENCY_CARD})
UNTIL_SPOKEN_TO = CARD_ONLY | {
    Permit.POSITION,
    Permit.BREATHING,
    Permit.TRANSFER,
    Permit.READING,
}


@dataclass(frozen=True)
class Positive:
    """One way to answer one question positively."""

    question: str
    answer: Answer


def a_screen(content: Content, *, age: float, sex: str) -> dict[str, Answer]:
    """Every question answered, nothing found."""
    clear = {
        question.id: NO
        for question in content.questions.values()
        if question.kind is QuestionKind.YES_NO
    }
    choices = {
        question.id: Answer(choice=question.choices[-1].id)
        for question in content.questions.values()
        if question.kind is QuestionKind.CHOICE
    }
    numbers = {"age-years": Answer(number=age), "weight-kg": Answer(number=75.0)}
    return {**clear, **choices, **numbers, "sex": Answer(choice=sex)}


def words_of_the_reference() -> frozenset[str]:
    """Every question id that the independent reading mentions."""
    return frozenset(
        node.value
        for module in (reference_screen, reference_told)
        for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def words_of_the_rules(content: Content) -> frozenset[str]:
    """Every question id that the rule table mentions."""
    return frozenset(
        finding.question
        for rule in content.rules.values()
        for term in rule.when
        for finding in term.of
    )


def ways_to_say_yes(question: Question) -> Iterator[Positive]:
    """Each form alone, and each onset; a plain yes where there is neither."""
    forms = [(form.id,) for form in question.forms] or [()]
    onsets = list(Onset) if question.asks_onset else [None]
    for form in forms:
        for onset in onsets:
            answer = Answer(value=AnswerValue.YES, forms=form, onset=onset)
            yield Positive(question=question.id, answer=answer)


def positives(content: Content) -> list[Positive]:
    """Every positive answer that either reading could care about."""
    matter = words_of_the_reference() | words_of_the_rules(content)
    return [
        positive
        for question in content.questions.values()
        if question.kind is QuestionKind.YES_NO and question.id in matter
        for positive in ways_to_say_yes(question)
    ]


def expected_permits(rank: int, age: float) -> frozenset[Permit]:
    """The table of the design, under "What a decision permits"."""
    if rank <= 1 or age < 16:
        return CARD_ONLY
    return UNTIL_SPOKEN_TO if rank == 2 else EVERYTHING


def disagreements(
    content: Content, *, age: float, sex: str, size: int, part: slice = slice(None)
) -> Iterator[str]:
    """A line for each combination on which the two readings differ."""
    screen = a_screen(content, age=age, sex=sex)
    every = positives(content)
    for first in range(len(every))[part]:
        for rest in combinations(every[first + 1 :], size - 1):
            chosen = (every[first], *rest)
            if len({positive.question for positive in chosen}) < size:
                continue
            yield from _judged(content, screen, chosen, age)


def _judged(
    content: Content, screen: dict[str, Answer], chosen: tuple[Positive, ...], age: float
) -> Iterator[str]:
    given = {positive.question: positive.answer for positive in chosen}
    answers = Answers(by_question={**screen, **given})
    decision = decide(answers, content, AT)
    rank = reference_screen.urgency_rank(answers)
    if decision.urgency.rank != rank or decision.permits != expected_permits(rank, age):
        said = [f"{key}={item.forms}{item.onset or ''}" for key, item in given.items()]
        fired = sorted(decision.rule_ids())
        yield f"{said}: table {decision.urgency} {fired}, reading U{rank} " + str(
            reference_screen.hits(answers)
        )


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


def test_stage_one_asks_the_groups_of_the_issue_on_at_most_seven_cards(content: Content) -> None:
    now = [question for question in content.questions.values() if question.stage is Stage.NOW]
    rows = " ".join(question.evidence_row for question in now)
    wanted = [f"A{n}" for n in range(1, 9)] + [f"B{n}" for n in range(1, 8)]
    wanted += ["C1", "C2", "C3", "D2", "E5", "F6", "F7", "H10", "H11"]
    missing = [row for row in wanted if row not in rows and row not in {"H10", "H11"}]
    assert missing == []
    assert {"self-harm-thoughts", "too-much-medicine"} <= {question.id for question in now}
    assert len({question.card for question in now}) <= 7


def test_questions_that_no_reading_mentions_are_facts_and_never_danger_signs(
    content: Content,
) -> None:
    silent = content.questions.keys() - words_of_the_reference() - words_of_the_rules(content)
    assert [name for name in silent if content.questions[name].is_sign] == []


@pytest.mark.parametrize("sex", ["female", "male", "not-said"])
@pytest.mark.parametrize("age", [12, 15, 16, 17, 18, 40, 50, 55, 64, 65, 70, 71, 74, 75, 90])
def test_both_readings_agree_on_a_clear_screen_and_on_every_single_sign(
    content: Content, age: float, sex: str
) -> None:
    screen = Answers(by_question=a_screen(content, age=age, sex=sex))
    assert decide(screen, content, AT).urgency.rank == reference_screen.urgency_rank(screen)
    assert list(disagreements(content, age=age, sex=sex, size=1)) == []


@pytest.mark.parametrize(
    ("age", "sex"),
    [(17, "female"), (40, "female"), (52, "male"), (66, "male"), (76, "female"), (70, "not-said")],
)
def test_both_readings_agree_on_every_two_signs(content: Content, age: float, sex: str) -> None:
    assert list(disagreements(content, age=age, sex=sex, size=2)) == []


PARTS = 8


@pytest.mark.parametrize("part", range(PARTS))
def test_both_readings_agree_on_every_three_signs(content: Content, part: int) -> None:
    found = disagreements(content, age=40, sex="female", size=3, part=slice(part, None, PARTS))
    assert list(found) == []
