"""The rules that fired, as what to do, whom to reach, what to say and how to wait."""

from loosen.vocabulary import (
    Answers,
    AnswerValue,
    Call,
    Content,
    Decision,
    FiredRule,
    Line,
    Region,
    Whom,
)

from .cards import in_words
from .pages import Block, Contact

# What a person at the end of the line wants to know first; read from the answers given.
FACTS = (
    *("age-years", "sex", "pregnant", "blood-thinner", "osteoporosis", "long-term-steroids"),
    *("cancer-history", "weak-immunity", "diabetes", "heart-or-blood-pressure"),
)
TITLES = {Call.EMERGENCY: "Call now", Call.CRISIS_LINE: "Somebody to talk to"}
ONE_LINE = frozenset({Call.URGENT_LINE, Call.POISON_LINE})


def blocks_of(decision: Decision, content: Content, region: Region) -> tuple[Block, ...]:
    """One block a rule, the most urgent first; weak notes are left out."""
    shown = [fired for fired in decision.fired if not content.rules[fired.rule_id].weak]
    return tuple(_block(fired, content, region) for fired in shown)


def _block(fired: FiredRule, content: Content, region: Region) -> Block:
    rule = content.rules[fired.rule_id]
    return Block(
        rule_id=rule.id,
        urgency=rule.urgency,
        do=rule.do,
        say=rule.say,
        wait=rule.wait,
        contact=contact_of(rule.call, region),
        because=(fired.reason,),
        keep_still=rule.keep_still,
    )


def contact_of(call: Call, region: Region) -> Contact:
    """Whom a rule sends to here, in the page's words, with the numbers one can dial."""
    whom = region.whom(call)
    return Contact(
        title=TITLES.get(call, whom.name),
        lines=tuple(line for line in whom.lines if line.number),
        words=_words(call, whom, region),
    )


def _words(call: Call, whom: Whom, region: Region) -> str:
    if call is Call.EMERGENCY_DEPARTMENT:
        return f"If you cannot get there safely, call {numbers(region.emergency)}."
    if call in ONE_LINE:
        return whom.lines[0].text
    return ""


def numbers(lines: tuple[Line, ...]) -> str:
    """Numbers as one reads them out: 112, 999 or 911."""
    *most, last = [line.number for line in lines]
    return f"{', '.join(most)} or {last}" if most else last


def signs_said(
    answers: Answers, content: Content, *, hide: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Every danger sign that was not answered with no, in the order asked."""
    signs = [one.id for one in content.questions.values() if one.is_sign and one.id not in hide]
    return _said(tuple(signs), answers, content)


def facts_said(answers: Answers, content: Content) -> tuple[str, ...]:
    """The facts that whoever answers the call asks for first."""
    return _said(FACTS, answers, content)


def _said(question_ids: tuple[str, ...], answers: Answers, content: Content) -> tuple[str, ...]:
    told = []
    for question_id in question_ids:
        question, answer = content.questions.get(question_id), answers.get(question_id)
        if question is None or answer is None or answer.value in QUIET:
            continue
        told.append(f"{question.short}: {in_words(question, answer)}")
    return tuple(told)


QUIET = frozenset({AnswerValue.NO, AnswerValue.DOES_NOT_APPLY})
