"""`triage`: answers in, the decision out."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loosen.library.current import load_content
from loosen.vocabulary import (
    Answers,
    AnswersError,
    Content,
    Decision,
    Problem,
    Region,
    Rule,
    Stage,
    Urgency,
    canonical_json,
    to_plain,
)

from .answers_file import Asked, read_answers, with_all_others

EVERYWHERE = "other"  # the region that shows the numbers of most places
HELP_NOW = frozenset({Urgency.U0, Urgency.U1})
NOTHING_URGENT = "nothing-urgent"  # the phrase for a screen on which no rule fired


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision with all that it rests on."""

    asked: Asked
    answers: Answers
    content: Content
    decision: Decision


def decided(arguments: argparse.Namespace) -> Decided:
    """Read the answers and decide. Raises `AnswersError` with every problem."""
    from loosen import triage as room

    content = content_for(arguments.content)
    asked = read_answers(arguments.answers, arguments.at, content, room.check_answers)

    def open_now(answers: Answers) -> tuple[str, ...]:
        return tuple(
            question.id
            for stage in Stage
            for question in room.open_questions(answers, content, stage)
        )

    answers = with_all_others(asked, open_now, content)
    decision = room.decide(answers, content, asked.at)
    return Decided(asked=asked, answers=answers, content=content, decision=decision)


def content_for(folder: Path | None) -> Content:
    """The built-in content, or that of a folder."""
    if folder is None:
        return load_content()
    from loosen.library.compile import compile_content

    return compile_content(folder)


def triage(arguments: argparse.Namespace) -> int:
    """Print the decision, what to do about it, and what is still to ask."""
    result = decided(arguments)
    region = region_of(arguments.region, result.content)
    if arguments.text:
        print("\n".join(_sentences(result, region)))
    else:
        print(canonical_json(_as_plain(result, region)))
    return 0


def region_of(name: str, content: Content) -> Region:
    """The region of that id. Raises `AnswersError` where there is none."""
    if name in content.regions:
        return content.regions[name]
    raise AnswersError(
        Problem(
            what="this region is not known",
            where="--region",
            found=name,
            expected="one of " + ", ".join(sorted(content.regions)),
            do="name one of them; other shows the numbers that work in most places",
        )
    )


def _as_plain(result: Decided, region: Region) -> dict[str, Any]:
    decision, content = result.decision, result.content
    return {
        "decision": to_plain(decision),
        "to_do": [_advice(content.rules[fired.rule_id], region) for fired in decision.fired],
        "to_ask": [{"id": id_, "text": content.questions[id_].text} for id_ in decision.to_ask],
    }


def _advice(rule: Rule, region: Region) -> dict[str, Any]:
    whom = region.whom(rule.call)
    return {
        "rule": rule.id,
        "urgency": rule.urgency.value,
        "because": rule.because,
        "do": rule.do,
        "say": rule.say,
        "wait": rule.wait,
        "call": rule.call.value,
        "whom": whom.name,
        "lines": [{"name": line.name, "number": line.number} for line in whom.lines],
    }


def _sentences(result: Decided, region: Region) -> Iterator[str]:
    decision, content = result.decision, result.content
    nothing = content.phrases.get(NOTHING_URGENT)
    yield f"Urgency {decision.urgency}"
    if not decision.fired and decision.is_complete and nothing is not None:
        yield nothing.text
    for fired in decision.fired:
        yield from _rule_sentences(content.rules[fired.rule_id], region)
    yield "\nAllowed now: " + ", ".join(sorted(permit.value for permit in decision.permits))
    if decision.to_ask:
        yield f"\nStill to ask ({len(decision.to_ask)}):"
        yield from (f"  {id_}: {content.questions[id_].text}" for id_ in decision.to_ask)


def urgent_sentences(result: Decided) -> Iterator[str]:
    """What has to be done before any plan: the words of every rule that sends for help now."""
    region = region_of(EVERYWHERE, result.content)
    for fired in result.decision.fired:
        if fired.urgency in HELP_NOW:
            yield from _rule_sentences(result.content.rules[fired.rule_id], region)
            yield ""


def _rule_sentences(rule: Rule, region: Region) -> Iterator[str]:
    whom = region.whom(rule.call)
    yield f"\n[{rule.urgency}] {rule.because}"
    yield f"  Do:   {rule.do}"
    if whom.name:
        yield f"  Who:  {whom.name}"
    for line in whom.lines:
        yield f"  Call: {line.number} ({line.name})" if line.number else f"  Call: {line.name}"
    yield f"  Say:  {rule.say}"
    yield f"  Wait: {rule.wait}"
