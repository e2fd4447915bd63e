"""Checks that need more than one record: findings fit their questions, nothing is unused."""

from collections.abc import Iterator
from itertools import pairwise

from loosen.vocabulary import (
    Card,
    Finding,
    Mark,
    Problem,
    Provenance,
    Question,
    QuestionKind,
    Stage,
)

from .catalogue import Catalogue, problem
from .parts import Path
from .shelves import Loaded

OWN_SOURCE = "loosen"
NOW_CARDS_MOST = 7


def misfit_findings(all_: Catalogue) -> Iterator[Problem]:
    """A finding names a question that exists and asks of it only what it can answer."""
    questions = all_.by_id("questions")
    for one, path, finding in all_.within(Finding):
        if finding.question in questions:
            yield from _misfits(one, path, finding, questions[finding.question].record)
        elif finding.question not in all_.broken:
            yield problem(
                one, (*path, "question"), "no question of this id exists",
                found=repr(finding.question),
                expected="the id of a question (questions)",
                do="correct the id, or write that question first",
            )  # fmt: skip


def _misfits(one: Loaded, path: Path, finding: Finding, question: Question) -> Iterator[Problem]:
    if finding.onset and not question.asks_onset:
        yield _unfit(one, (*path, "onset"), question, "is not asked since when", "no onset")
    yield from _misfit_option(one, (*path, "form"), finding.form, question, "form")
    yield from _misfit_option(one, (*path, "choice"), finding.choice, question, "choice")
    bounds = [bound for bound in (finding.at_least, finding.below) if bound is not None]
    if bool(bounds) != (question.kind is QuestionKind.NUMBER):
        found = "takes no number" if bounds else "is a number"
        wanted = "no at_least and no below" if bounds else "at_least or below"
        yield _unfit(one, path, question, found, wanted)
    elif not all(_is_within(bound, question) for bound in bounds):
        span = f"runs from {question.low:g} to {question.high:g}"
        yield _unfit(one, path, question, span, "a number in that range")
    if question.kind is QuestionKind.CHOICE and finding.choice is None:
        yield _unfit(one, path, question, "is a choice", "choice = ...")


def _is_within(bound: float, question: Question) -> bool:
    low, high = question.low, question.high
    return low is not None and high is not None and low <= bound <= high


def _misfit_option(
    one: Loaded, path: Path, option: str | None, question: Question, name: str
) -> Iterator[Problem]:
    options = question.forms if name == "form" else question.choices
    known = [each.id for each in options]
    if option is not None and option not in known:
        has = f"has the {name}s {', '.join(known)}" if known else f"has no {name}s"
        yield _unfit(one, path, question, has, f"one of its {name}s" if known else f"no {name}")


def _unfit(one: Loaded, path: Path, question: Question, found: str, expected: str) -> Problem:
    return problem(
        one, path, "this does not fit its question",
        found=f"the question {question.id!r} {found}",
        expected=expected,
        do="correct it here, or change the question",
    )  # fmt: skip


def misfit_cards(all_: Catalogue) -> Iterator[Problem]:
    """Cards and their questions are of one stage; no card is empty; the first screen is short."""
    cards = all_.by_id("cards")
    for one in all_.on("questions"):
        card = cards.get(one.record.card)
        if card is not None and card.record.stage is not one.record.stage:
            yield problem(
                one, ("stage",), "the question and its card are of different stages",
                found=f"{one.record.stage} on a card of stage {card.record.stage}",
                expected="the same stage",
                do="move the question to another card, or change its stage",
            )  # fmt: skip
    asked = {one.record.card for one in all_.on("questions")}
    for one in cards.values():
        if one.id not in asked and not all_.broken:
            yield problem(
                one, (), "nothing is asked on this card",
                found="no question", expected="at least one question", do="remove the card",
            )  # fmt: skip
    yield from _too_many_cards(list(cards.values()))


def _too_many_cards(cards: list[Loaded]) -> Iterator[Problem]:
    now = [one for one in cards if isinstance(one.record, Card) and one.record.stage is Stage.NOW]
    for one in sorted(now, key=lambda one: one.record.order)[NOW_CARDS_MOST:]:
        yield problem(
            one, ("stage",), "there are too many cards before the first position",
            found=f"{len(now)} cards of stage now",
            expected=f"at most {NOW_CARDS_MOST}",
            do="put its questions on another card",
        )  # fmt: skip


def unheard_signs(all_: Catalogue) -> Iterator[Problem]:
    """Every danger sign that is asked makes at least one rule fire."""
    heard = {finding.question for _, _, finding in all_.within(Finding, "rules")}
    for one in all_.on("questions"):
        if one.record.is_sign and one.id not in heard and not all_.broken:
            yield problem(
                one, (), "no rule listens to this danger sign",
                found=repr(one.id),
                expected="at least one rule with a finding on it",
                do="write the rule, or take is_sign away if it is no danger sign",
            )  # fmt: skip


def circular_resolving(all_: Catalogue) -> Iterator[Problem]:
    """A "not sure" is settled by another question of the yes-no kind, never by itself."""
    questions = all_.by_id("questions")
    for one in all_.on("questions"):
        settler = questions.get(one.record.resolve_with)
        if settler is None:
            continue
        if settler.id == one.id or settler.record.kind is not QuestionKind.YES_NO:
            yield problem(
                one, ("resolve_with",), "this question cannot settle a not sure",
                found=repr(settler.id),
                expected="another question of kind yes-no",
                do="name a question that a person can answer with yes or no",
            )  # fmt: skip


def unused_sources(all_: Catalogue) -> Iterator[Problem]:
    """A source that nothing rests on is taken out."""
    used = {fact.source for _, _, fact in all_.within(Provenance)} | {OWN_SOURCE}
    for one in all_.on("sources"):
        if one.id not in used and not all_.broken:
            yield problem(
                one, (), "nothing rests on this source",
                found=repr(one.id),
                expected="at least one fact that names it",
                do="name it where it is used, or remove the file",
            )  # fmt: skip


def unexplained_choices(all_: Catalogue) -> Iterator[Problem]:
    """Our own choices say so by their mark, and say what was chosen."""
    for one, path, fact in all_.within(Provenance):
        if fact.source == OWN_SOURCE and fact.mark is not Mark.OURS:
            yield problem(
                one, (*path, "mark"), "our own choice carries the mark of a source",
                found=f'mark = "{fact.mark}" with source = "{OWN_SOURCE}"',
                expected=f'mark = "{Mark.OURS}"',
                do="correct the mark, or name the source",
            )  # fmt: skip


def uneven_doses(all_: Catalogue) -> Iterator[Problem]:
    """The stages of an exercise are written in their order."""
    for one in all_.on("exercises"):
        ranks = [dose.stage.rank for dose in one.record.doses]
        if any(later < earlier for earlier, later in pairwise(ranks)):
            yield problem(
                one, ("doses",), "the stages are out of order",
                found=", ".join(dose.stage for dose in one.record.doses),
                expected="settle, move, range, strength, prevent",
                do="put the doses in the order of the stages",
            )  # fmt: skip


CHECKS = (
    misfit_findings,
    misfit_cards,
    unheard_signs,
    circular_resolving,
    unused_sources,
    unexplained_choices,
    uneven_doses,
)
