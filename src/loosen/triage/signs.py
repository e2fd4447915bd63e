"""What changed between two sets of answers: new danger signs, and facts about the person."""

import hashlib

from loosen.vocabulary import Answer, Answers, Content, Onset, Question, canonical_json

from .findings import forms_of, is_yes, onset_of

DIGEST_DIGITS = 16
_OLDER_LAST = (Onset.NEW, Onset.WEEKS, Onset.LONG)


def about_digest(answers: Answers, content: Content) -> str:
    """A short fingerprint of everything answered that is not a danger sign.

    Who gave an answer does not change it. Same facts, same digest, in whatever order.
    """
    facts = {
        question.id: _as_fact(answer)
        for question in content.questions.values()
        if not question.is_sign and (answer := answers.get(question.id)) is not None
    }
    return hashlib.sha256(canonical_json(facts).encode()).hexdigest()[:DIGEST_DIGITS]


def _as_fact(answer: Answer) -> tuple[object, ...]:
    return (answer.value, answer.number, answer.choice, answer.onset, tuple(sorted(answer.forms)))


def new_signs(before: Answers, after: Answers, content: Content) -> frozenset[str]:
    """The danger signs that count as yes after, and did not before or are newer or wider now."""
    return frozenset(
        question.id
        for question in content.questions.values()
        if question.is_sign
        and is_yes(question, after, content)
        and (not is_yes(question, before, content) or _is_worse(question, before, after))
    )


def _is_worse(question: Question, before: Answers, after: Answers) -> bool:
    earlier, later = before.get(question.id), after.get(question.id)
    assert earlier is not None  # both count as yes
    assert later is not None
    is_wider = not forms_of(question, later) <= forms_of(question, earlier)
    return is_wider or _age(later) < _age(earlier)


def _age(answer: Answer) -> int:
    return _OLDER_LAST.index(onset_of(answer))
