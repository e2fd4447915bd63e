"""The pages of rules and of thresholds: what makes which urgency, and the numbers compared with."""

from collections.abc import Iterator

from loosen.library.words import terms_in_words
from loosen.vocabulary import Content, Rule, Threshold, Urgency

from .markdown import code, codes, source_link, table
from .writing import finished

URGENCY_WORDS = {
    Urgency.U0: "U0: call the emergency number now",
    Urgency.U1: "U1: emergency department now",
    Urgency.U2: "U2: speak to a clinician the same day",
    Urgency.U3: "U3: see a clinician soon",
    Urgency.U4: "U4: notes for the record",
}


def page(content: Content) -> str:
    """Every rule by urgency, with its words."""
    lead = (
        "Every rule of the danger-sign table. A rule fires when all its terms hold; the most "
        "urgent rule that fires leads. Terms are satisfied by *having* something only, so one "
        "more yes can never lower the urgency. The version for print and review is the [decision "
        "table](../explanation/clinical-review.md#decision-table)."
    )
    blocks = [block for urgency in Urgency for block in _level(urgency, content)]
    return finished("Rules", lead, *blocks)


def _level(urgency: Urgency, content: Content) -> Iterator[str]:
    rules = [rule for rule in content.rules.values() if rule.urgency is urgency]
    if rules:
        yield f"## {URGENCY_WORDS[urgency]}"
        for rule in rules:
            yield f"### `{rule.id}`"
            yield _rule(rule, content)


def _rule(rule: Rule, content: Content) -> str:
    rows = [
        ("Fires when", terms_in_words(rule.when, content)),
        ("What may be behind it", rule.suspect),
        ("Because", rule.because),
        ("Do", rule.do),
        ("Whom to call", rule.call.value),
        ("Say", rule.say),
        ("Wait", rule.wait),
        ("Also", "; ".join(_also(rule))),
        ("From", source_link(rule.provenance)),
        ("Note", rule.provenance.note),
    ]
    return table(("", ""), [row for row in rows if row[1]])


def _also(rule: Rule) -> Iterator[str]:
    if rule.keep_still:
        yield "no change of position is suggested"
    if rule.limits:
        yield f"switches on {codes(rule.limits)}"
    if rule.weak:
        yield "a weak sign: alone it changes nothing"
    if rule.route.value != "ordinary":
        yield f"leads to its own page ({rule.route})"
    if rule.urgency is Urgency.U2 and not rule.clinician_may_open:
        yield "a clinician's word does not open it"


def thresholds(content: Content) -> str:
    """Every number that a room compares with."""
    lead = "Every number that triage, ledger and plan compare with. None stands in code."
    rows = [_threshold(one) for one in content.thresholds.values()]
    return finished("Thresholds", lead, table(("Id", "Value", "What it is", "From", "Note"), rows))


def _threshold(one: Threshold) -> tuple[str, ...]:
    return (
        code(one.id),
        f"{one.value:g} {one.unit}",
        one.text,
        source_link(one.provenance),
        one.provenance.note,
    )
