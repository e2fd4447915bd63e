"""Which card comes next, and which of its questions are asked of this person.

Which questions are open is triage's to say; this file only walks through its answer.
"""

from loosen import triage
from loosen.vocabulary import Answers, Card, Content, Question, QuestionKind, Stage


def without(answers: Answers, question_ids: frozenset[str]) -> Answers:
    """These answers as if the named questions had not been answered yet."""
    kept = {key: one for key, one in answers.by_question.items() if key not in question_ids}
    return Answers(by_question=kept)


def questions_on(card_id: str, answers: Answers, content: Content) -> tuple[Question, ...]:
    """The card's questions that are asked of this person, whether answered already or not."""
    of_card = [question for question in content.questions.values() if question.card == card_id]
    if not of_card:
        return ()
    settlers = {question.resolve_with for question in content.questions.values()}
    dependent = {one.id for one in of_card if one.asked_when or one.id in settlers}
    asked = {
        *_open_without({one.id for one in of_card} - dependent, answers, content, of_card[0].stage),
        *_open_without(dependent, answers, content, of_card[0].stage),
    }
    return tuple(question for question in of_card if question.id in asked)


def _open_without(
    question_ids: set[str], answers: Answers, content: Content, stage: Stage
) -> tuple[str, ...]:
    """What would be open if these had not been answered; all other answers stay in force."""
    others = without(answers, frozenset(question_ids))
    return tuple(question.id for question in triage.open_questions(others, content, stage))


def next_card(answers: Answers, content: Content, stage: Stage) -> str | None:
    """The card of the first question that is still open in this stage, if any."""
    still_open = triage.open_questions(answers, content, stage)
    return still_open[0].card if still_open else None


def cards_of(content: Content, stage: Stage) -> tuple[Card, ...]:
    """The cards of one stage, in the order in which they are asked."""
    of_stage = [card for card in content.cards.values() if card.stage is stage]
    return tuple(sorted(of_stage, key=lambda card: card.order))


def is_plain(questions: tuple[Question, ...]) -> bool:
    """True where one tap on "None of these" answers the whole card."""
    return bool(questions) and all(one.kind is QuestionKind.YES_NO for one in questions)
