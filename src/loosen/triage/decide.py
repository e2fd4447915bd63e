"""One screen's outcome: every rule is tried, the most urgent one leads."""

from collections.abc import Mapping
from datetime import datetime

from loosen.vocabulary import (
    Answer,
    Answers,
    Content,
    Decision,
    FiredRule,
    Reason,
    Rule,
    Stage,
    Urgency,
)

from .check import check_answers
from .findings import found_in, shown_by
from .permits import while_asking, within_level
from .screen import all_open

Firing = tuple[Rule, tuple[str, ...]]


def decide(answers: Answers, content: Content, at: datetime) -> Decision:
    """Decide on all answers so far, at `at` (UTC). U4 when nothing fired.

    The answers are checked first: raises `AnswersError` with all problems. While questions are
    open the decision is incomplete and permits less; a yes to a sign is enough for U0 and U1.
    """
    check_answers(answers, content)
    firing = _firing(answers, content)
    rules = [rule for rule, _ in firing]
    urgency = min((rule.urgency for rule in rules), key=_rank, default=Urgency.U4)
    routes = frozenset(rule.route for rule in rules)
    keep_still = any(rule.keep_still for rule in rules)
    still_open = all_open(answers, content)
    now_open = [question for question in still_open if question.stage is Stage.NOW]
    full_open = [question for question in still_open if question.stage is Stage.FULL]
    permits = within_level(urgency, routes, keep_still=keep_still)
    return Decision(
        decided_at=at,
        urgency=urgency,
        permits=while_asking(permits, now_is_open=bool(now_open), full_is_open=bool(full_open)),
        fired=tuple(_fired(rule, questions) for rule, questions in firing),
        routes=routes,
        keep_still=keep_still,
        limits=tuple(sorted({limit for rule in rules for limit in rule.limits})),
        to_ask=tuple(question.id for question in (*now_open, *full_open)),
        content_version=content.version,
    )


def _rank(urgency: Urgency) -> int:
    return urgency.rank


def _firing(answers: Answers, content: Content) -> list[Firing]:
    """The rules that fire, each with the questions behind it; by urgency, then id."""
    shown = shown_by(answers.by_question, answers, content)
    firing = [
        (rule, questions)
        for rule in content.rules.values()
        if (questions := _questions_behind(rule, shown, content))
    ]
    return sorted(firing, key=lambda pair: (pair[0].urgency.rank, pair[0].id))


def _questions_behind(rule: Rule, shown: Mapping[str, Answer], content: Content) -> tuple[str, ...]:
    """The questions whose answers make the rule fire; empty when it does not."""
    behind: list[str] = []
    for term in rule.when:
        found = found_in(term, shown, content)
        if len(found) < term.at_least:
            return ()
        behind.extend(found)
    return tuple(dict.fromkeys(behind))


def _fired(rule: Rule, questions: tuple[str, ...]) -> FiredRule:
    reason = Reason(id=rule.id, text=rule.because, provenance=rule.provenance)
    return FiredRule(rule_id=rule.id, urgency=rule.urgency, questions=questions, reason=reason)
