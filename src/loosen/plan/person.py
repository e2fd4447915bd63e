"""The person as the plan sees them, derived anew from answers and record each time."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from loosen.ledger import banned_items, favourite_items, kept_position, latest_pain
from loosen.triage import holds, is_yes
from loosen.vocabulary import (
    Ability,
    Answers,
    AnswerValue,
    Bias,
    Content,
    Entry,
    Equipment,
    Person,
    PlanError,
    Problem,
)

SEVERE_SPASM = "severe-spasm"
# What each answer to "the most you can do now" says. Rolling over is part of lying: without it
# nobody who lies on their back could be offered a side. Not answered is the least.
ABILITIES = {
    "lie-only": (Ability.LIE, Ability.ROLL),
    "sit": (Ability.LIE, Ability.ROLL, Ability.SIT),
    "stand": (Ability.LIE, Ability.ROLL, Ability.SIT, Ability.STAND),
    "walk": (Ability.LIE, Ability.ROLL, Ability.SIT, Ability.STAND, Ability.WALK),
}
BIASES = {"bending-forward": Bias.FLEXION, "arching-back": Bias.EXTENSION}


def person_from(
    answers: Answers,
    content: Content,
    limits: tuple[str, ...],
    log: Sequence[Entry],
    at: datetime,
) -> Person:
    """The person at `at` (UTC). `limits`: conditions that fired rules switched on.

    What was not answered is never taken as able, as to hand or as harmless. Raises `PlanError`
    when the age is not known: without it nothing may be planned.
    """
    pain = latest_pain(log, at, content.threshold("pain-valid-min"))
    return Person(
        age_years=_age(answers),
        conditions=_conditions(answers, content, limits, pain),
        abilities=_abilities(answers, content),
        at_hand=_at_hand(answers),
        is_alone=_choice(answers, "company") != "someone-here",
        can_take_heat_off=_is_told_no("cannot-take-heat-off", answers, content),
        bias=BIASES.get(_choice(answers, "what-eases"), Bias.NEUTRAL),
        pain_0_10=pain,
        banned=banned_items(log),
        kept_position=kept_position(log),
        favourites=favourite_items(log),
    )


def conditions_from(answers: Answers, content: Content) -> tuple[str, ...]:
    """Ids of the conditions that the answers show, sorted."""
    shown = (
        condition.id
        for condition in content.conditions.values()
        if condition.when and holds(condition.when, answers, content)
    )
    return tuple(sorted(shown))


def _conditions(
    answers: Answers, content: Content, limits: Iterable[str], pain: int | None
) -> tuple[str, ...]:
    found = {*conditions_from(answers, content), *limits}
    if pain is not None and pain >= content.threshold("severe-spasm-pain"):
        found.add(SEVERE_SPASM)
    return tuple(sorted(found))


def _age(answers: Answers) -> int:
    answer = answers.get("age-years")
    if answer is None or answer.number is None:
        raise PlanError(
            Problem(
                what="the age is not known",
                where="answers: age-years",
                found="no number",
                expected="the age in whole years",
                do="answer the question about the age first",
            )
        )
    return int(answer.number)


def _abilities(answers: Answers, content: Content) -> frozenset[Ability]:
    """What the person can do now; hard things are asked as difficulties, and count as hard
    until they were plainly denied. The floor and all fours need more than lying."""
    able = set(ABILITIES.get(_choice(answers, "can-do-now"), ABILITIES["lie-only"]))
    if Ability.SIT in able and _is_told_no("cannot-all-fours", answers, content):
        able.add(Ability.ALL_FOURS)
    if Ability.STAND in able and _is_told_no("cannot-get-to-floor", answers, content):
        able.add(Ability.FLOOR)
    return frozenset(able)


def _at_hand(answers: Answers) -> frozenset[Equipment]:
    """Only what the person plainly said they have."""
    return frozenset(
        thing
        for thing in Equipment
        if (answer := answers.get(f"have-{thing}")) and answer.value is AnswerValue.YES
    )


def _is_told_no(question_id: str, answers: Answers, content: Content) -> bool:
    """True when a difficulty was asked and plainly denied; not asked is not a no."""
    answer = answers.get(question_id)
    question = content.questions[question_id]
    return answer is not None and not is_yes(question, answers, content)


def _choice(answers: Answers, question_id: str) -> str:
    answer = answers.get(question_id)
    return (answer.choice if answer else None) or ""
