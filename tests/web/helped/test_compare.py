"""A fair comparison: begun between what is open, followed by turns, ended."""

import re

from loosen import plan
from loosen.vocabulary import ComparisonBegun, ComparisonEnded, PositionTried, RemedyUsed
from loosen.web.records.store import Draft
from loosen.web.site import clock
from loosen.web.site.visit import Visit

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


def lies(position_id: str) -> None:
    now().record(Draft(payload=PositionTried(position_id=position_id, helped=None, kept=False)))


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
    lies(told.order[0])
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
    assert person.url == "/progress/helped/"
    assert [told.why for _, told in now().entries.of(ComparisonEnded)] == ["enough"]
    hands.go_on(minutes=1)
    begins(person)
    assert len(begun()) == 2


def test_when_every_turn_was_taken_it_says_so_and_ends_as_done(person, hands) -> None:
    person.all_cards()
    begins(person)
    for kind in begun()[0].order:
        hands.go_on(hours=1)
        lies(kind)
    person.go("/compare/")
    assert "Every turn was taken" in person.text
    person.tap("/compare/end/")
    last = plan.comparison_now(now().entries)
    assert last is not None
    assert last.ended == "done"


def test_ending_what_does_not_run_records_nothing(person) -> None:
    person.go("/progress/helped/")
    person.tap("/compare/end/")
    assert list(now().entries.of(ComparisonEnded)) == []
    assert list(now().entries.of(RemedyUsed)) == []
