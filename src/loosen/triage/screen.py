"""The screen: its cards, what is still open, and the short set asked before every session."""

from collections.abc import Iterable

from loosen.vocabulary import (
    Answers,
    AnswerValue,
    Card,
    Content,
    NotSure,
    Question,
    Stage,
)

from .findings import holds


def cards(content: Content, stage: Stage) -> tuple[Card, ...]:
    """The cards of one stage, in the order in which they are asked."""
    return tuple(card for card in content.cards.values() if card.stage is stage)


def short_set(content: Content) -> tuple[Question, ...]:
    """The nerve signs asked again every day and before every session, as one card."""
    return tuple(question for question in content.questions.values() if question.short_set)


def open_questions(answers: Answers, content: Content, stage: Stage) -> tuple[Question, ...]:
    """The questions of the stage that this person is asked and has not answered, in order."""
    return tuple(one for one in all_open(answers, content) if one.stage is stage)


def all_open(answers: Answers, content: Content) -> tuple[Question, ...]:
    """The open questions of all stages, in the order in which they are asked.

    A question that settles another one's "not sure" is asked only after that "not sure"; what
    another question told is not asked at all.
    """
    unwanted = _settlers_not_wanted(answers, content)
    answered = answers.by_question
    return tuple(
        [
            question
            for question in content.questions.values()
            if question.id not in answered
            and question.id not in unwanted
            and question.told_by not in answered
            and holds(question.asked_when, answers, content)
        ]
    )


def asked_anew(question_ids: Iterable[str], answers: Answers, content: Content) -> frozenset[str]:
    """Of these questions, those that this person would be asked if none were answered."""
    wanted = frozenset(question_ids)
    kept = {key: one for key, one in answers.by_question.items() if key not in wanted}
    still_open = all_open(Answers(by_question=kept), content)
    return wanted & {question.id for question in still_open}


def _settlers_not_wanted(answers: Answers, content: Content) -> set[str]:
    settled_by: set[str] = set()
    wanted: set[str] = set()
    for question in content.questions.values():
        if question.not_sure is NotSure.ASK:
            settled_by.add(question.resolve_with)
            answer = answers.get(question.id)
            if answer is not None and answer.value is AnswerValue.NOT_SURE:
                wanted.add(question.resolve_with)
    return settled_by - wanted
