"""What changed between two sets of answers: new danger signs, and facts about the person."""

import hashlib
from collections.abc import Iterable
from datetime import date

from loosen.vocabulary import (
    NO_ANSWERS,
    Answer,
    Answers,
    AnswerValue,
    ClinicianNote,
    Content,
    GentleMovement,
    Onset,
    Question,
    Stage,
    canonical_json,
)

from .findings import forms_of, is_yes, onset_of

DIGEST_DIGITS = 16
_OLDER_LAST = (Onset.NEW, Onset.WEEKS, Onset.LONG)


def about_digest(answers: Answers, content: Content) -> str:
    """A short fingerprint of everything answered that is not a danger sign.

    Who gave an answer does not change it. Same facts, same digest, in whatever order. What is
    asked for medicines alone is left out: no clearance rests on it.
    """
    facts = {
        question.id: _as_fact(answer)
        for question in content.questions.values()
        if not question.is_sign
        and question.stage is not Stage.MEDICINES
        and (answer := answers.get(question.id)) is not None
    }
    return hashlib.sha256(canonical_json(facts).encode()).hexdigest()[:DIGEST_DIGITS]


def _as_fact(answer: Answer) -> tuple[object, ...]:
    return (answer.value, answer.number, answer.choice, answer.onset, tuple(sorted(answer.forms)))


def new_signs(
    before: Answers, after: Answers, content: Content, *, worse: Answers = NO_ANSWERS
) -> frozenset[str]:
    """The danger signs that count as yes after, and did not before or are newer or wider now.

    `worse`: what was said just now to "new or worse since then?"; only a plain no is a no.
    """
    return frozenset(
        question.id
        for question in content.questions.values()
        if question.is_sign
        and is_yes(question, after, content)
        and (
            not is_yes(question, before, content)
            or _is_worse(question, before, after)
            or _is_said_worse(worse.get(question.id))
        )
    )


def signs_under_word(
    answers: Answers, notes: Iterable[ClinicianNote], content: Content, on: date
) -> frozenset[str]:
    """The signs that are there and that a clinician's word, running on that day, is about.

    A yes to one of them again is asked "new or worse since then?". Left out are those that are
    asked since when: there a new onset says it.
    """
    spoken = {
        rule_id
        for note in notes
        if note.gentle_movement_ok is GentleMovement.YES and on <= note.until
        for rule_id in note.rule_ids
    }
    behind = _questions_of(spoken, content)
    return frozenset(
        question.id
        for question in content.questions.values()
        if question.id in behind
        and question.is_sign
        and not question.asks_onset
        and is_yes(question, answers, content)
    )


def _questions_of(rule_ids: Iterable[str], content: Content) -> frozenset[str]:
    rules = [content.rules[rule_id] for rule_id in rule_ids if rule_id in content.rules]
    return frozenset(
        finding.question for rule in rules for term in rule.when for finding in term.of
    )


def _is_said_worse(answer: Answer | None) -> bool:
    return answer is not None and answer.value is not AnswerValue.NO


def _is_worse(question: Question, before: Answers, after: Answers) -> bool:
    earlier, later = before.get(question.id), after.get(question.id)
    assert earlier is not None  # both count as yes
    assert later is not None
    is_wider = not forms_of(question, later) <= forms_of(question, earlier)
    return is_wider or _age(later) < _age(earlier)


def _age(answer: Answer) -> int:
    return _OLDER_LAST.index(onset_of(answer))
