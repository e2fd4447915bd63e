"""The screen for medicines: what is still to ask, which cautions hold, what is asked again."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from loosen.vocabulary import (
    Answers,
    AnswerTold,
    Caution,
    Content,
    MedicineScreen,
    Question,
    Stage,
    Term,
)

from .findings import holds
from .screen import all_open

AGE, WEIGHT = "age-years", "weight-kg"


def medicine_screen(answers: Answers, content: Content, asked_on: date | None) -> MedicineScreen:
    """What medicines have to heed in this person, by all their answers as they are now.

    `asked_on`: the day on which the screen was last gone through, None where it never was.
    """
    age = _number(AGE, answers)
    return MedicineScreen(
        cautions=tuple(sorted(one.id for one in _that_hold(answers, content))),
        is_complete=not medicine_questions(answers, content),
        asked_on=asked_on,
        age_years=None if age is None else int(age),
        weight_kg=_number(WEIGHT, answers),
    )


def medicine_questions(answers: Answers, content: Content) -> tuple[Question, ...]:
    """What is still to ask before a verdict on a medicine, in the order in which it is asked.

    Its own stage, and what a caution rests on wherever it is asked; nothing answered is among it.
    """
    needed = _needed(content)
    return tuple(one for one in all_open(answers, content) if one.id in needed)


def medicine_asked_again(
    answers: Answers, told: Mapping[str, AnswerTold], content: Content, on: date
) -> frozenset[str]:
    """The questions of the stage whose answers no longer count on that day of the person's own.

    Not told here (a file says it), too long ago, under another content, or on a day that is yet
    to come (the clock went back). Leave their answers out, and they are asked again. The facts
    of About you are not among them: a clearance has those looked at every day.
    """
    lasts = int(content.threshold("medicine-screen-lasts-days"))
    return frozenset(
        question.id
        for question in content.questions.values()
        if question.stage is Stage.MEDICINES
        and answers.get(question.id) is not None
        and not _counts(told.get(question.id), content.version, on, question.lasts_days or lasts)
    )


def _counts(last: AnswerTold | None, version: str, on: date, lasts_days: int) -> bool:
    if last is None:
        return False
    is_fresh = timedelta(0) <= on - last.on < timedelta(days=lasts_days)
    return is_fresh and last.content_version == version


def _that_hold(answers: Answers, content: Content) -> Iterator[Caution]:
    for caution in content.cautions.values():
        is_untold = bool(caution.or_untold) and _number(caution.or_untold, answers) is None
        if is_untold or holds(caution.when, answers, content):
            yield caution


def _needed(content: Content) -> frozenset[str]:
    """The questions of the stage and those behind a caution, with all that opens them."""
    of_stage = {one.id for one in content.questions.values() if one.stage is Stage.MEDICINES}
    waiting = of_stage.union(*(_asked_in(one.when) for one in content.cautions.values()))
    found: set[str] = set()
    while waiting:
        found |= waiting
        opened_by = (_asked_in(content.questions[one].asked_when) for one in waiting)
        waiting = set[str]().union(*opened_by) - found
    return frozenset(found)


def _asked_in(terms: Iterable[Term]) -> frozenset[str]:
    return frozenset(finding.question for term in terms for finding in term.of)


def _number(question_id: str, answers: Answers) -> float | None:
    answer = answers.get(question_id)
    return None if answer is None else answer.number
