"""A fair comparison: begun between what is open, followed by turns, ended."""

import re
from collections import Counter

from loosen.vocabulary import (
    ComparisonBegun,
    ComparisonEnded,
    PainFelt,
    PainWhen,
    PositionTried,
    RemedyUsed,
)
from loosen.web.records.store import Draft
from loosen.web.site import clock
from loosen.web.site.visit import Visit

OPTION = re.compile(r'<option value="([^"]+)"')
PAIR = re.compile(r'name="pair" value="([^"]+)"')


def now() -> Visit:
    return Visit(clock.moment())


def begun() -> list[ComparisonBegun]:
    return [told for _, told in now().entries.of(ComparisonBegun)]


def begins(person) -> tuple[str, str]:
    """The first pair of positions that is offered."""
    person.go("/compare/")
    pair = next(one for one in PAIR.findall(person.text) if not one.startswith("heat"))
    person.tap("/compare/", pair=pair)
    one, other = pair.split()
    return one, other


def says(pain: int) -> None:
    now().record(Draft(payload=PainFelt(pain_0_10=pain, occasion=PainWhen.DIARY)))


def lies(hands, position_id: str, *, fall: int = 2) -> None:
    """One turn: a score, the position, a score."""
    says(6)
    hands.go_on(minutes=5)
    now().record(Draft(payload=PositionTried(position_id=position_id, helped=None, kept=False)))
    hands.go_on(minutes=10)
    says(6 - fall)


def test_it_is_locked_before_the_danger_signs(person) -> None:
    person.go("/compare/")
    assert person.status == 403


def test_heat_or_cold_is_offered_where_both_are_open(person) -> None:
    person.all_cards(**{"have-heat": "yes", "have-cold": "yes"})
    person.go("/compare/")
    assert "heat cold" in PAIR.findall(person.text)


def test_heat_is_not_compared_where_only_rest_is_open(person) -> None:
    person.first_cards()
    person.go("/compare/")
    assert person.status == 200
    assert not any("heat" in one for one in PAIR.findall(person.text))


def test_an_order_is_drawn_and_the_next_turn_is_shown(person, hands, content) -> None:
    person.all_cards()
    pair = begins(person)
    (told,) = begun()
    turns = int(content.threshold("comparison-pairs"))
    assert sorted(told.order) == sorted(pair * turns)
    assert f"<h2>{content.positions[told.order[0]].title}</h2>" in person.text
    hands.go_on(minutes=5)
    lies(hands, told.order[0])
    person.go("/compare/")
    assert f"<h2>{content.positions[told.order[1]].title}</h2>" in person.text
    assert "22 November" in person.text


def test_sent_twice_it_is_one_comparison(person) -> None:
    person.all_cards()
    person.go("/compare/")
    form, pair = person.text, PAIR.findall(person.text)[0]
    person.tap("/compare/", pair=pair)
    person.text = form
    person.tap("/compare/", pair=pair)
    assert len(begun()) == 1


def test_what_is_not_offered_cannot_be_begun(person) -> None:
    person.first_cards()
    person.go("/compare/")
    for pair in ("heat cold", "knee-rolls bridge", "calves-on-chair calves-on-chair", "nothing"):
        person.tap("/compare/", pair=pair)
        assert person.status == 422
    assert begun() == []


def test_it_can_be_ended_early_and_another_begun(person, hands) -> None:
    person.all_cards()
    begins(person)
    person.tap("/compare/end/")
    assert person.url == "/compare/"
    assert [told.why for _, told in now().entries.of(ComparisonEnded)] == ["enough"]
    hands.go_on(minutes=1)
    begins(person)
    assert len(begun()) == 2


def test_when_every_turn_was_taken_it_says_so_and_ends_as_done(person, hands) -> None:
    person.all_cards()
    one, _ = begins(person)
    had = Counter[str]()
    for kind in begun()[0].order:  # drawn anew each time: the falls must not hang on it
        hands.go_on(hours=3)
        lies(hands, kind, fall=1 + (had[kind] + (kind == one)) % 2)
        had[kind] += 1
    person.all_cards()
    person.go("/compare/")
    assert "No clear difference between the two" in person.text
    person.tap("/compare/end/")
    assert [told.why for _, told in now().entries.of(ComparisonEnded)] == ["done"]
    assert "The last one" in person.text


def test_it_stops_as_soon_as_it_is_clear(person, hands, content) -> None:
    person.all_cards()
    one, _ = begins(person)
    taken = 0
    for kind in begun()[0].order:
        hands.go_on(minutes=90)
        lies(hands, kind, fall=4 if kind == one else 0)
        taken += 1
        person.go("/compare/")
        if "eased you more than" in person.text:
            break
    assert 8 <= taken < len(begun()[0].order)
    assert f"{content.positions[one].title} eased you more than" in person.text
    assert "Next turn" not in person.text
    person.tap("/compare/end/")
    assert [told.why for _, told in now().entries.of(ComparisonEnded)] == ["clear"]
    assert "eased you more than" in person.text


def test_a_time_that_did_not_count_is_shown_with_the_reason(person, hands, content) -> None:
    person.all_cards()
    pair = begins(person)
    hands.go_on(hours=3)
    second = next(one for one in pair if one != begun()[0].order[0])
    lies(hands, second)
    person.go("/compare/")
    assert "What did not count, and why" in person.text
    assert content.phrases["turn-out-of-turn"].text in person.text


def test_before_a_turn_without_a_fresh_score_it_leads_to_the_score(person, hands) -> None:
    person.all_cards()
    begins(person)
    hands.go_on(hours=2)
    person.go("/compare/")
    assert "Say your pain first" in person.text
    says(6)
    person.go("/compare/")
    assert "Say your pain first" not in person.text


def test_any_two_that_are_open_may_be_chosen(person) -> None:
    person.all_cards()
    person.go("/compare/")
    person.tap("/compare/", one="slow-breathing", other="calves-on-chair")
    assert [(told.one, told.other) for told in begun()] == [("slow-breathing", "calves-on-chair")]


def test_ending_what_does_not_run_records_nothing(person) -> None:
    person.go("/progress/helped/")
    person.tap("/compare/end/")
    assert list(now().entries.of(ComparisonEnded)) == []
    assert list(now().entries.of(RemedyUsed)) == []
