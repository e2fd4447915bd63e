"""Does a finding hold? The only place where an answer is weighed.

Every finding is satisfied by having something, so that one more "yes" never undoes one.
"""

from collections.abc import Iterable, Mapping

from loosen.vocabulary import (
    Answer,
    Answers,
    AnswerValue,
    Content,
    Finding,
    NotSure,
    Onset,
    Question,
    QuestionKind,
    Term,
)
from loosen.vocabulary.wire import FLOAT_DECIMALS


def counts_as_yes(question: Question, answer: Answer) -> bool:
    """True for yes, and for "not sure" as far as this one answer can tell; never for a no.

    A "not sure" that another question settles counts as yes until it is settled: `is_yes`.
    """
    match answer.value:
        case AnswerValue.YES:
            return True
        case AnswerValue.NOT_SURE:
            return question.not_sure in {NotSure.YES, NotSure.ASK}
        case AnswerValue.NO | AnswerValue.DOES_NOT_APPLY | None:
            return False


def is_yes(question: Question, answers: Answers, content: Content) -> bool:
    """True when the question counts as yes in the light of all answers; unanswered is not."""
    answer = answers.get(question.id)
    if answer is None:
        return False
    if answer.value is AnswerValue.NOT_SURE and question.not_sure is NotSure.ASK:
        settled = answers.get(question.resolve_with)
        if settled is not None:
            return counts_as_yes(content.questions[question.resolve_with], settled)
    return counts_as_yes(question, answer)


def forms_of(question: Question, answer: Answer) -> frozenset[str]:
    """The forms an answer shows; one that names none shows every form."""
    return frozenset(answer.forms or (form.id for form in question.forms))


def onset_of(answer: Answer) -> Onset:
    """When the sign began; not said or not known counts as new (evidence file, 2.6 A1-A7)."""
    match answer.onset:
        case None | Onset.UNKNOWN:
            return Onset.NEW
        case known:
            return known


def shown_by(questions: Iterable[str], answers: Answers, content: Content) -> dict[str, Answer]:
    """Of these questions, the answers that show something: a number, a choice, or a yes."""
    given = answers.by_question
    return {
        question_id: answer
        for question_id in questions
        if (answer := given.get(question_id)) is not None
        and answer.value is not AnswerValue.NO  # most are, and a no shows nothing, to any question
        and _shows(content.questions[question_id], answer, answers, content)
    }


def _shows(question: Question, answer: Answer, answers: Answers, content: Content) -> bool:
    match question.kind:
        case QuestionKind.YES_NO:
            return is_yes(question, answers, content)
        case QuestionKind.NUMBER:
            return answer.number is not None
        case QuestionKind.CHOICE:
            return answer.choice is not None


def holds(terms: Iterable[Term], answers: Answers, content: Content) -> bool:
    """True when every term holds; no term at all holds too."""
    wanted = tuple(terms)
    asked = [finding.question for term in wanted for finding in term.of]
    shown = shown_by(asked, answers, content)
    return all(len(found_in(term, shown, content)) >= term.at_least for term in wanted)


def found_in(term: Term, shown: Mapping[str, Answer], content: Content) -> tuple[str, ...]:
    """The questions of the term's findings that hold in what is shown, in the term's order."""
    return tuple(
        [
            finding.question
            for finding in term.of
            if (answer := shown.get(finding.question)) is not None
            and _is_found(finding, content.questions[finding.question], answer)
        ]
    )


def _is_found(finding: Finding, question: Question, answer: Answer) -> bool:
    """Whether an answer that shows something shows this."""
    match question.kind:
        case QuestionKind.NUMBER:
            return answer.number is not None and _in_bounds(finding, answer.number)
        case QuestionKind.CHOICE:
            return answer.choice == finding.choice
        case QuestionKind.YES_NO:
            return _has_form(finding, question, answer) and _has_onset(finding, answer)


def _in_bounds(finding: Finding, number: float) -> bool:
    # Compared as it is written, so that every machine decides alike.
    written = round(number, FLOAT_DECIMALS)
    reaches = finding.at_least is None or written >= finding.at_least
    return reaches and (finding.below is None or written < finding.below)


def _has_form(finding: Finding, question: Question, answer: Answer) -> bool:
    return finding.form is None or finding.form in forms_of(question, answer)


def _has_onset(finding: Finding, answer: Answer) -> bool:
    return not finding.onset or onset_of(answer) in finding.onset
