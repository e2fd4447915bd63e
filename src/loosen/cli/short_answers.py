"""Short answers: `"no"`, `44`, `"alone"` spelt out as whole ones, by the kind of the question."""

import difflib
from typing import Any

from loosen.vocabulary import (
    Answer,
    AnsweredBy,
    AnswersError,
    AnswerValue,
    Content,
    Problem,
    QuestionKind,
    from_plain,
)


def answers_in(
    plain: dict[str, Any], content: Content, where: str, problems: list[Problem]
) -> dict[str, Answer]:
    """The answers that can be read; what is none becomes a problem with its place."""
    given = plain.get("answers", {})
    if not isinstance(given, dict):
        problems.append(_no_answers(where, given))
        return {}
    by = plain.get("answered_by", AnsweredBy.SELF.value)
    read: dict[str, Answer] = {}
    for question_id, one in given.items():
        place = f"{where}.answers.{question_id}"
        question = content.questions.get(question_id)
        if question is None:
            problems.append(_unknown_question(place, question_id, content))
            continue
        try:
            whole = {"answered_by": by, **_whole(one, question.kind, place)}
            read[question_id] = from_plain(Answer, whole, where=place, error=AnswersError)
        except AnswersError as error:
            problems.extend(error.problems)
    return read


def _whole(given: object, kind: QuestionKind, place: str) -> dict[str, object]:
    match given:
        case dict():
            return given
        case AnswerValue.DOES_NOT_APPLY.value:
            return {"value": given}
        case str() if kind is QuestionKind.CHOICE:
            return {"choice": given}
        case str() if kind is QuestionKind.YES_NO:
            return {"value": given}
        case str():
            return {"number": given}  # refused with the rest: a number stands without quotes
        case bool():
            pass
        case int() | float():
            return {"number": given}
    raise AnswersError(_no_answer(place, given))


def _no_answers(where: str, given: object) -> Problem:
    return Problem(
        what="these are no answers",
        where=f"{where}.answers",
        found=repr(given),
        expected='{"age-years": 44, ...}',
        do="put the answers in braces, each after the id of its question",
    )


def _unknown_question(place: str, question_id: str, content: Content) -> Problem:
    close = difflib.get_close_matches(question_id, list(content.questions), n=1)
    return Problem(
        what="there is no such question",
        where=place,
        found=question_id,
        expected="the id of a question; docs/reference/questions.md lists them",
        do=f"did you mean {close[0]}?" if close else "correct the id or remove it",
    )


def _no_answer(place: str, given: object) -> Problem:
    return Problem(
        what="this is no answer",
        where=place,
        found=repr(given),
        expected='"yes", "no", "not-sure", a number, a choice, or {"value": "yes", ...}',
        do="write one of these; leave the question out if it was not answered",
    )
