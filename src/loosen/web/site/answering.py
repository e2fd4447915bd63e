"""Which answers still count, so that a decision never rests on yesterday's "no".

A yes or a not sure stays until it is taken back. A no to a danger sign wears out: on the first
screen after a day, once a screen was completed after half an hour. So a later decision is whole
only when the person has been asked again: the short set, and "has any of this changed?".
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from loosen import ledger, triage
from loosen.vocabulary import (
    NO_ANSWERS,
    Answer,
    Answers,
    AnswersError,
    AnswersGiven,
    AnswerValue,
    Clearance,
    Content,
    Entry,
    Got,
    Lapsed,
)

WORN_OUT = frozenset({AnswerValue.NO, AnswerValue.DOES_NOT_APPLY})


def answers_understood(answers: Answers, content: Content) -> Answers:
    """The answers that the questions of this content still allow; older ones are asked again.

    After an update a question may be gone or its choices others; that must lock nobody out.
    """
    if _fits(answers, content):
        return answers
    kept = {
        question_id: answer
        for question_id, answer in answers.by_question.items()
        if _fits(Answers(by_question={question_id: answer}), content)
    }
    return Answers(by_question=kept)


def _fits(answers: Answers, content: Content) -> bool:
    try:
        triage.check_answers(answers, content)
    except AnswersError:
        return False
    return True


def answers_that_count(
    entries: Sequence[Entry], answers: Answers, content: Content, at: datetime
) -> Answers:
    """The answers without those to danger signs that are worn out at this instant (UTC).

    Nor does a no count to which a yes was tapped since, while it is still to be said to which.
    """
    window = _window(entries, content)
    said_at = _said_at(entries)
    tapped = ledger.still_to_say(entries).by_question
    kept = {
        question_id: answer
        for question_id, answer in answers.by_question.items()
        if (
            not _is_worn_out(question_id, answer, content)
            or at - window <= said_at.get(question_id, at - 2 * window) <= at
        )
        and not (question_id in tapped and answer.value in WORN_OUT)
    }
    return Answers(by_question=kept)


def _is_worn_out(question_id: str, answer: Answer, content: Content) -> bool:
    """True for what wears out at all: a plain no to a danger sign."""
    question = content.questions.get(question_id)
    return question is not None and question.is_sign and answer.value in WORN_OUT


def _window(entries: Sequence[Entry], content: Content) -> timedelta:
    decisions = [dated for dated in ledger.dated_decisions(entries) if not dated.imported]
    if any(dated.decision.is_complete for dated in decisions):
        return timedelta(minutes=content.threshold(ASKED_WITHIN_MIN))
    return triage.CLEARANCE_LASTS


def _said_at(entries: Sequence[Entry]) -> dict[str, datetime]:
    """When each question was last answered here (UTC); an imported answer never counts as asked."""
    said: dict[str, datetime] = {}
    for entry in ledger.standing(entries):
        if isinstance(entry.payload, AnswersGiven) and entry.source is not Got.IMPORT:
            said.update(dict.fromkeys(entry.payload.answers.by_question, entry.happened_at))
    return said


def is_decision_due(
    before: Answers,
    given: Mapping[str, Answer],
    new_signs: frozenset[str],
    standing: Clearance | Lapsed,
) -> bool:
    """Whether these answers call for a decision: they bring news, or none holds now.

    The short set before a session, all as before, leaves the clearance and its end alone.
    """
    is_changed = any(before.get(question_id) != answer for question_id, answer in given.items())
    return is_changed or bool(new_signs) or isinstance(standing, Lapsed)


ASKED_WITHIN_MIN = "session-gate-min"


# --- folded once for each record -----------------------------------------------------------------


def all_understood(log: ledger.Standing, content: Content) -> Answers:
    """All answers so far that this content's questions still allow."""
    return answers_understood(ledger.answers_so_far(log), content)


def still_to_say(log: ledger.Standing, content: Content) -> Answers:
    """Questions asked of this person of which one was tapped, and it was not said which."""
    tapped = ledger.still_to_say(log).by_question
    if not tapped:
        return NO_ANSWERS
    asked = triage.asked_anew(tapped, log.once(all_understood, content), content)
    return Answers(by_question={key: one for key, one in tapped.items() if key in asked})


def about_digest(log: ledger.Standing, content: Content) -> str:
    """The fingerprint of what was told in About you."""
    return triage.about_digest(log.once(all_understood, content), content)
