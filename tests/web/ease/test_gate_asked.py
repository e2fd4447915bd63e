"""The gate of heat and cold: asked once and dated, asked again each day and when something changes;
the moment and the skin are asked each time."""

import pytest

from loosen import plan

from .conftest import begin, now, ready, skin

LOCKED = 403
GATE = ("reduced-feeling-back", "skin-trouble-back", "patch-or-cream", "thin-skin", "blood-thinner")


def is_confirmed(person) -> None:
    """The daily check: the short list, and that nothing else has changed."""
    person.go("/screen/again/")
    person.tap(say="none")
    person.tap()


def test_what_a_verdict_on_heat_rests_on_is_asked_once_and_not_at_the_door(person, content) -> None:
    behind = plan.asked_for(content.remedies["heat"], content)
    assert set(GATE) <= behind
    person.all_cards()
    assert all(now().answers.get(question) is not None for question in GATE)


def test_the_day_of_the_gate_is_said_and_moves_only_when_it_is_asked_again(person, hands) -> None:
    ready(person)
    assert "You told us on 22 November 2026 what this does not go well with." in person.text
    hands.go_on(hours=25)
    person.go("/heat/")
    assert person.status == LOCKED
    is_confirmed(person)
    ready_again(person)
    assert "You told us on 23 November 2026" in person.text


def ready_again(person) -> None:
    person.go("/heat/")
    person.tap(say="none")
    person.go("/heat/")
    skin(person)


def test_a_change_in_about_you_closes_until_it_is_checked_anew(person) -> None:
    ready(person)
    person.go("/about/about-skin/")
    person.tap(rest="no", **{"skin-trouble-back": "yes"})
    person.go("/heat/")
    assert person.status == LOCKED


@pytest.mark.parametrize("kind", ["heat", "cold"])
def test_the_skin_is_asked_anew_before_each_session(person, hands, kind) -> None:
    begin(person, kind)
    hands.go_on(minutes=15)
    person.go(person.url)
    person.tap(skin="normal")
    person.tap(back="yes") if kind == "cold" else None
    hands.go_on(minutes=121)
    person.go(f"/{kind}/")
    assert person.url.startswith("/session/start/moment/")
    person.tap(say="none")
    person.go(f"/{kind}/")
    assert person.url.startswith(f"/{kind}/skin/")
