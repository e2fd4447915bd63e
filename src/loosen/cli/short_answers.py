"""Short answers: `"no"`, `44`, `"alone"` spelt out as whole ones, by the kind of the question."""

import difflib
from typing import Any

from loosen.vocabulary import AnsweredBy, Content, Problem, QuestionKind


def spelt_out(
    plain: dict[str, Any], content: Content, where: str, problems: list[Problem]
) -> object:
    """Every short answer as a whole one; what is no answer at all becomes a problem."""
    answers = plain["answers"]
    if not isinstance(answers, dict):
        return answers
    by = plain.get("answered_by", AnsweredBy.SELF.value)
    spelt: dict[str, object] = {}
    for question_id, given in answers.items():
        place = f"{where}.answers.{question_id}"
        if question_id not in content.questions:
            problems.append(_unknown_question(place, question_id, content))
        elif isinstance(given, bool) or not isinstance(given, str | int | float | dict):
            problems.append(_no_answer(place, given))
        else:
            kind = content.questions[question_id].kind
            spelt[question_id] = {"answered_by": by, **_whole(given, kind)}
    return spelt


def _whole(given: str | float | dict[str, Any], kind: QuestionKind) -> dict[str, Any]:
    match given:
        case dict():
            return given
        case str() if kind is QuestionKind.CHOICE:
            return {"choice": given}
        case str():
            return {"value": given}
    return {"number": given}


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
