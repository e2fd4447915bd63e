"""The screen: its cards, what is still open, and the short set asked before every session."""

from collections.abc import Iterator

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
    """The questions of the stage that this person is asked and has not answered, in order.

    A question that settles another one's "not sure" is asked only after that "not sure".
    """
    settling = set(_settling(content))
    wanted = set(_wanted_settlers(answers, content))
    return tuple(
        question
        for question in content.questions.values()
        if question.stage is stage
        and answers.get(question.id) is None
        and (question.id not in settling or question.id in wanted)
        and holds(question.asked_when, answers, content)
    )


def _settling(content: Content) -> Iterator[str]:
    for question in content.questions.values():
        if question.not_sure is NotSure.ASK:
            yield question.resolve_with


def _wanted_settlers(answers: Answers, content: Content) -> Iterator[str]:
    for question in content.questions.values():
        if question.not_sure is NotSure.ASK:
            answer = answers.get(question.id)
            if answer is not None and answer.value is AnswerValue.NOT_SURE:
                yield question.resolve_with
