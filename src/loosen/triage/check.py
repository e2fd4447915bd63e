"""Are these answers that the questions allow? All problems at once."""

import difflib
from collections.abc import Iterator

from loosen.vocabulary import (
    Answer,
    Answers,
    AnswersError,
    AnswerValue,
    Content,
    Form,
    Problem,
    Question,
    QuestionKind,
)

WHOLE_UNITS = frozenset({"years"})
YES_NO = "yes, no or not-sure"


def check_answers(answers: Answers, content: Content) -> None:
    """Raise `AnswersError` unless every answer fits its question. Missing ones are no problem."""
    problems = [
        problem
        for question_id, answer in answers.by_question.items()
        if not _is_plain_no(content.questions.get(question_id), answer)
        for problem in _problems(question_id, answer, content)
    ]
    if problems:
        raise AnswersError(problems)


def _is_plain_no(question: Question | None, answer: Answer) -> bool:
    """Most answers of a screen are one, and nothing can be wrong with it: only a yes says more."""
    is_asked = question is not None and question.kind is QuestionKind.YES_NO
    return is_asked and answer.value is AnswerValue.NO


def _problems(question_id: str, answer: Answer, content: Content) -> Iterator[Problem]:
    question = content.questions.get(question_id)
    if question is None:
        yield _unknown(question_id, content)
        return
    if answer.value is AnswerValue.DOES_NOT_APPLY:
        if not question.may_not_apply:
            yield _problem(question, "this question applies to everybody", "does-not-apply")
        return
    match question.kind:
        case QuestionKind.YES_NO:
            yield from _yes_no(question, answer)
        case QuestionKind.NUMBER:
            yield from _number(question, answer)
        case QuestionKind.CHOICE:
            yield from _choice(question, answer)


def _yes_no(question: Question, answer: Answer) -> Iterator[Problem]:
    if answer.value is None:
        yield _problem(question, "this answer is of another kind", _shown(answer))
        return
    if answer.onset is not None and not question.asks_onset:
        yield _problem(question, "this question does not ask since when", answer.onset.value)
    known = [form.id for form in question.forms]
    for form in answer.forms:
        if form not in known:
            yield _problem(question, "this form is not known", form, _one_of(question.forms))


def _number(question: Question, answer: Answer) -> Iterator[Problem]:
    number = answer.number
    if number is None:
        yield _problem(question, "this answer is of another kind", _shown(answer))
        return
    assert question.low is not None
    assert question.high is not None
    if not question.low <= number <= question.high:
        yield _problem(question, "this number is out of range", f"{number:g}")
    elif question.unit in WHOLE_UNITS and number != int(number):
        yield _problem(question, "this is not a whole number", f"{number:g}")


def _choice(question: Question, answer: Answer) -> Iterator[Problem]:
    if answer.choice is None:
        yield _problem(question, "this answer is of another kind", _shown(answer))
    elif answer.choice not in {choice.id for choice in question.choices}:
        yield _problem(question, "this choice is not known", answer.choice)


def _unknown(question_id: str, content: Content) -> Problem:
    close = difflib.get_close_matches(question_id, list(content.questions), n=1)
    return Problem(
        what="there is no such question",
        where=f"answers.{question_id}",
        found=question_id,
        expected=f"the id of a question, perhaps {close[0]}" if close else "the id of a question",
        do="correct the id, or leave this answer out",
    )


def _problem(question: Question, what: str, found: str, expected: str = "") -> Problem:
    return Problem(
        what=what,
        where=f"answers.{question.id}",
        found=found,
        expected=expected or _expected(question),
        do="give an answer of that kind, or leave it out: then it is asked again",
    )


def _expected(question: Question) -> str:
    match question.kind:
        case QuestionKind.YES_NO:
            return f"{YES_NO} or does-not-apply" if question.may_not_apply else YES_NO
        case QuestionKind.NUMBER:
            whole = "a whole number" if question.unit in WHOLE_UNITS else "a number"
            return f"{whole} from {question.low:g} to {question.high:g} ({question.unit})"
        case QuestionKind.CHOICE:
            return _one_of(question.choices)


def _one_of(options: tuple[Form, ...]) -> str:
    named = ", ".join(option.id for option in options)
    return f"one of {named}" if named else "no form"


def _shown(answer: Answer) -> str:
    if answer.value is not None:
        return answer.value.value
    return answer.choice if answer.choice is not None else f"{answer.number:g}"
