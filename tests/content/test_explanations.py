"""Explanations answer the article whole, and stay closed where what they speak of is."""

import re

import pytest

from loosen.vocabulary import Content, Permit

ARTICLE = {f"S{row}" for row in range(1, 22) if row != 7} | {"S7a", "S7b"}


def test_every_recommendation_of_the_article_is_answered(content: Content) -> None:
    answered = {row for one in content.explanations.values() for row in one.answers}
    assert answered == ARTICLE


def test_medicine_is_two_lines_without_a_dose_and_behind_its_permit(content: Content) -> None:
    medicine = content.explanations["medicine"]
    assert len(medicine.paragraphs) == 2
    assert Permit.MEDICINE in medicine.needs
    dose = re.compile(r"\bmg\b|\btablets?\b|\bpills? (?:a|per) day\b|\bhours?\b", re.I)
    assert not [text for text in medicine.paragraphs if dose.search(text)]


def test_no_explanation_is_open_where_only_the_emergency_card_is(content: Content) -> None:
    for one in content.explanations.values():
        assert Permit.READING in one.needs, one.id


@pytest.mark.parametrize(
    ("explanation", "permits"),
    [
        ("alternating-heat-and-cold", {Permit.HEAT, Permit.COLD}),
        ("massage", {Permit.MASSAGE}),
    ],
)
def test_an_explanation_opens_only_with_what_it_speaks_of(
    content: Content, explanation: str, permits: set[Permit]
) -> None:
    assert permits <= set(content.explanations[explanation].needs)
