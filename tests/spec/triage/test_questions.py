"""What the questions and the table promise as a whole, whatever their words."""

import re

import pytest

from loosen.triage import cards, short_set
from loosen.vocabulary import Call, Content, NotSure, QuestionKind, Stage, Urgency

ROWS = [
    *(f"{group}{number}" for group, most in zip("ABCDEF", (8, 7, 7, 7, 5, 8), strict=True)
      for number in range(1, most + 1)),
    *("G1", "G2"),
    *(f"H{number}" for number in range(1, 12)),
    *(f"K{number}" for number in range(1, 18)),
]  # fmt: skip
NOT_RULES = {
    "K16",  # weak flags alone change nothing: said by `weak`, shown by the rows of D7 and H3
}
MOST_TAPS = 12


def rows_named(*texts: str) -> set[str]:
    return {found for text in texts for found in re.findall(r"\b[A-HK]\d{1,2}\b", text)}


@pytest.mark.parametrize("row", [row for row in ROWS if row not in NOT_RULES])
def test_every_row_of_the_evidence_has_a_rule(row: str, content: Content) -> None:
    spans = {"A1-A7": "A1 A2 A3 A4 A5 A6 A7", "H1-H3": "H1 H2 H3"}
    written = [rule.evidence_row for rule in content.rules.values()]
    for span, members in spans.items():
        written = [text.replace(span, members) for text in written]
    assert row in rows_named(*written)


def test_weak_rules_are_those_of_k16_and_night_pain_on_turning(content: Content) -> None:
    weak = {rule.id for rule in content.rules.values() if rule.weak}
    assert weak == {"d4-positional-night-pain", "d7-first-episode-at-50", "h3-new-pain-at-65"}
    assert all(content.rules[id_].urgency is Urgency.U4 for id_ in weak)


def test_the_first_position_is_at_most_twelve_taps_away(content: Content) -> None:
    first_choice, two_digits_and_next = 1, 3
    none_of_these = len(cards(content, Stage.NOW)) - 1
    assert first_choice + two_digits_and_next + none_of_these <= MOST_TAPS


def test_not_sure_counts_as_yes_for_nerve_and_vessel_signs_and_for_minute_one(
    content: Content,
) -> None:
    urgent = [
        question
        for question in content.questions.values()
        if question.kind is QuestionKind.YES_NO
        and (question.group in {"A", "B"} or question.stage is Stage.NOW)
    ]
    assert [one.id for one in urgent if one.not_sure is not NotSure.YES] == []


def test_a_question_that_settles_a_doubt_is_heard_by_no_rule_and_no_condition(
    content: Content,
) -> None:
    settling = {one.resolve_with for one in content.questions.values()} - {""}
    terms = [
        term
        for owner in (*content.rules.values(), *content.conditions.values())
        for term in owner.when
    ]
    heard = {finding.question for term in terms for finding in term.of}
    assert settling
    assert settling & heard == set()


def test_a_doubt_is_settled_on_the_same_card_by_a_question_that_comes_later(
    content: Content,
) -> None:
    for question in content.questions.values():
        if question.not_sure is NotSure.ASK:
            settler = content.questions[question.resolve_with]
            assert settler.card == question.card
            assert settler.order > question.order
            assert settler.not_sure is NotSure.YES


def test_every_danger_sign_stands_in_groups_a_to_h_and_no_fact_does(content: Content) -> None:
    signs = {one.group for one in content.questions.values() if one.is_sign}
    assert signs == set("ABCDEFGH")
    facts = [one.id for one in content.questions.values() if one.group == "about" and one.is_sign]
    assert facts == []


def test_the_short_set_stands_in_minute_one_too(content: Content) -> None:
    assert all(one.is_sign and one.stage is Stage.NOW for one in short_set(content))


def test_the_milder_form_of_a_danger_sign_is_never_the_only_one(content: Content) -> None:
    assert [one.id for one in content.questions.values() if len(one.forms) == 1] == []


@pytest.mark.parametrize(
    ("urgency", "calls"),
    [
        (Urgency.U0, {Call.EMERGENCY}),
        (
            Urgency.U1,
            {Call.EMERGENCY_DEPARTMENT, Call.MIDWIFE, Call.POISON_LINE, Call.CRISIS_LINE},
        ),
        (Urgency.U2, {Call.URGENT_LINE, Call.CLINICIAN}),
        (Urgency.U3, {Call.CLINICIAN, Call.MIDWIFE}),
        (Urgency.U4, {Call.NOBODY}),
    ],
)
def test_each_level_calls_whom_it_should(
    content: Content, urgency: Urgency, calls: set[Call]
) -> None:
    assert {rule.call for rule in content.rules.values() if rule.urgency is urgency} == calls


def test_keeping_still_goes_with_emergencies_and_forbids_being_moved(content: Content) -> None:
    still = [rule for rule in content.rules.values() if rule.keep_still]
    assert still
    assert all(rule.urgency in {Urgency.U0, Urgency.U1} for rule in still)
    assert all("Let nobody pull you up or turn you" in rule.wait for rule in still)


def test_what_to_do_at_u0_is_to_call_the_emergency_number(content: Content) -> None:
    urgent = [rule for rule in content.rules.values() if rule.urgency is Urgency.U0]
    assert [rule.id for rule in urgent if "Call the emergency number now" not in rule.do] == []


def test_every_region_can_answer_every_call(content: Content) -> None:
    assert content.regions.keys() == {"uk", "us", "other"}
    for region in content.regions.values():
        lines = (region.urgent, region.poison, *region.crisis, *region.emergency)
        assert all(line.number or line.text for line in lines)
    assert [line.number for line in content.regions["other"].emergency] == ["112", "999", "911"]
