"""The page for the clinician who reviews: everything recalled, ours or opened in part."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from loosen.library.compare import KINDS_OF
from loosen.library.parts import Path, parts
from loosen.library.words import terms_in_words
from loosen.vocabulary import Content, Mark, Provenance, Rule, Urgency

from .markdown import source_link, table
from .rules import URGENCY_WORDS
from .writing import finished

REFERENCE = "../reference/"
_MARK_WORDS = {
    Mark.RECALLED: "Recalled: written from memory, the source not opened",
    Mark.OPENED_IN_PART: "Opened in part: something of the row was not found in the source",
    Mark.OURS: "Ours: a product's choice, or a stricter reading than the source's",
}
_READ_WITH_A_CHOICE = "Read in the source, with something chosen or added by us"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """One fact that a clinician is to look at."""

    shelf: str
    place: str
    what: str
    fact: Provenance


def page(content: Content) -> str:
    """What waits for a signature, by mark and kind, and the decision table."""
    unsigned = [one for one in _facts(content) if not one.fact.reviewed_by]
    waiting = [one for one in unsigned if one.fact.mark.needs_clinician]
    blocks = [_summary(content, waiting), *_decision_table(content)]
    for mark, words in _MARK_WORDS.items():
        blocks.extend(_listed(words, [one for one in waiting if one.fact.mark is mark]))
    read = [one for one in unsigned if not one.fact.mark.needs_clinician and one.fact.note]
    blocks.extend(_listed(_READ_WITH_A_CHOICE, read))
    return finished("Clinical review", _LEAD, *blocks)


_LEAD = (
    "**No clinician has reviewed Loosen yet.** This page lists everything that a reviewer has to "
    "judge: what was recalled, what the sources did not say, and what we chose. A fact is signed "
    "by writing the reviewer's name into its `reviewed_by`; it then leaves this page. For all "
    "rules alike: a negation in a source's row was dropped or asked as a positive question; of a "
    "range the more urgent end was taken; a milder form of a finding is an option of its "
    "question, never an exception to a rule; what the evidence file left open was read the "
    "stricter way. The note beside a fact says what was chosen there."
)


def _facts(content: Content) -> Iterator[_Open]:
    for shelf, kind in KINDS_OF.items():
        for id_, record in getattr(content, shelf).items():
            yield from _in_record(shelf, kind, id_, record)


def _in_record(shelf: str, kind: str, id_: str, record: Any) -> Iterator[_Open]:
    for path, fact in parts(record):
        if isinstance(fact, Provenance):
            yield _Open(shelf=shelf, place=f"{kind} `{id_}`", what=_what(record, path), fact=fact)


def _what(record: Any, path: Path) -> str:
    """The words of the thing that the fact stands beside."""
    thing = record
    for part in path[:-1]:
        thing = thing[part] if isinstance(part, int) else getattr(thing, part)
    if hasattr(thing, "load") or hasattr(thing, "item"):
        return f"{getattr(thing, 'load', '') or thing.item}: {thing.effect}. {thing.how}"
    if hasattr(thing, "reps"):
        amount = f"{thing.minutes} min" if thing.minutes else f"{thing.reps} to {thing.reps_most}"
        return f"dose at {thing.stage}: {amount}"
    if hasattr(thing, "value"):
        return f"{thing.value:g} {thing.unit}: {thing.text}"
    names = ("text", "because", "short", "title", "breath", "name")
    return next((getattr(thing, name) for name in names if getattr(thing, name, "")), "")


def _summary(content: Content, waiting: list[_Open]) -> str:
    counted: dict[str, dict[Mark, int]] = defaultdict(lambda: defaultdict(int))
    for one in waiting:
        counted[one.shelf][one.fact.mark] += 1
    rows = [
        (shelf, str(len(getattr(content, shelf))), *(str(counts[mark]) for mark in _MARK_WORDS))
        for shelf, counts in counted.items()
    ]
    total = str(len(waiting))
    return f"## What waits: {total} facts\n\n" + table(
        ("Kind", "Records", "Recalled", "Opened in part", "Ours"), rows
    )


def _decision_table(content: Content) -> Iterator[str]:
    yield '<a id="decision-table"></a>\n\n## Decision table'
    yield (
        "One row for each rule, for print. A rule fires when its terms hold; the most urgent one "
        "leads; all that fire are shown. Columns for the reviewer: agree, or what to change."
    )
    for urgency in Urgency:
        rules = [rule for rule in content.rules.values() if rule.urgency is urgency]
        if rules:
            yield f"### {URGENCY_WORDS[urgency]}"
            heads = ("Row", "Fires when", "May be", "Call", "Mark", "Agree?")
            yield table(heads, [_rule_row(rule, content) for rule in rules])


def _rule_row(rule: Rule, content: Content) -> tuple[str, ...]:
    return (
        rule.evidence_row,
        terms_in_words(rule.when, content),
        rule.suspect,
        rule.call.value,
        rule.provenance.mark.value,
        "☐",
    )


def _listed(words: str, facts: list[_Open]) -> Iterator[str]:
    if facts:
        yield f"## {words}"
    for shelf in KINDS_OF:
        rows = [_fact_row(one) for one in facts if one.shelf == shelf]
        if rows:
            yield f"### {shelf.capitalize()} ({len(rows)})"
            yield table(("Where", "What", "From", "What was chosen"), rows)


def _fact_row(one: _Open) -> tuple[str, ...]:
    return (one.place, one.what, source_link(one.fact, REFERENCE), one.fact.note)
