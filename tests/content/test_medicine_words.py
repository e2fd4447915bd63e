"""What no sentence on medicines may say: take it for the back, take turns, do not forget it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from loosen.vocabulary import Content

TEMPLATES = Path(__file__).resolve().parents[2] / "src/loosen/web/medicines/templates"
TAKING_TURNS = re.compile(r"alternat|take turns|in turn with|between doses of|stagger", re.I)
NAGGING = re.compile(
    r"don't forget|do not forget|remember to take|time to take|time for your", re.I
)
PROMISING = re.compile(r"(paracetamol|acetaminophen)[^.]*(helps?|works?|eases?)\b", re.I)


def sentences(content: Content) -> Iterator[tuple[str, str]]:
    """Everything about medicines that a person reads, with where it stands."""
    for shelf in (content.phrases, content.limits, content.cautions, content.thresholds):
        yield from ((id_, one.text) for id_, one in shelf.items())
    yield from ((path.name, path.read_text("utf-8")) for path in TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("never", [TAKING_TURNS, NAGGING, PROMISING], ids=lambda one: one.pattern)
def test_no_sentence_says_it(content: Content, never: re.Pattern[str]) -> None:
    assert [(where, text) for where, text in sentences(content) if never.search(text)] == []


def test_such_sentences_would_be_found() -> None:
    assert TAKING_TURNS.search("You can alternate the two.")
    assert NAGGING.search("It is time to take your tablet.")
    assert PROMISING.search("Paracetamol often helps a sore back.")


def test_no_step_of_any_plan_is_a_medicine(content: Content) -> None:
    """A plan is made of these alone, so that it can propose no tablet."""
    items = {*content.exercises, *content.positions, *content.transfers, *content.remedies}
    assert items.isdisjoint({*content.products, *content.ingredients})
    texts = [str(content.exercises[one]) for one in content.exercises]
    texts += [str(one) for one in content.remedies.values()]
    assert not [one for one in texts if re.search(r"paracetamol|acetaminophen|ibuprofen", one)]
