"""A fact nobody has looked at for eighteen months is named, wherever it stands."""

from datetime import date
from pathlib import Path

import pytest

from loosen.library.compile import compile_content
from loosen.library.freshness import stale_facts
from loosen.vocabulary import Content

SOUND = Path(__file__).resolve().parents[2] / "content" / "sound"


@pytest.fixture(scope="module")
def content() -> Content:
    return compile_content(SOUND)


def test_nothing_is_stale_on_the_day_it_was_checked(content: Content) -> None:
    assert stale_facts(content, date(2026, 11, 22)) == ()


def test_a_fact_stands_for_eighteen_months_and_not_a_day_longer(content: Content) -> None:
    assert stale_facts(content, date(2028, 5, 23)) == ()
    assert stale_facts(content, date(2028, 5, 24)) != ()


def test_every_stale_fact_is_named_with_its_place(content: Content) -> None:
    places = {warning.where for warning in stale_facts(content, date(2029, 1, 1))}
    assert "evidence: example-2026" in places
    assert "conditions: thin-bones.on_load.0.provenance" in places
    assert "exercises: bridge.tempo.provenance" in places


def test_a_day_that_has_not_come_is_named_too(content: Content) -> None:
    warnings = stale_facts(content, date(2026, 11, 21))
    assert {warning.what for warning in warnings} == {"this was checked in the future"}
