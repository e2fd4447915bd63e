"""A danger sign in the diary closes everything and asks at once."""

import pytest

from loosen.vocabulary import Lapsed, LegsNoted

from .told import note, now, told


def test_a_danger_sign_closes_everything_and_asks_at_once(person, hands) -> None:
    person.all_cards()
    hands.go_on(hours=1)
    person.go("/diary/signs/")
    person.tap(signs="saddle-numbness")
    assert person.url == "/screen/saddle/?which=yes"
    assert isinstance(now().standing, Lapsed)
    for closed in ("/today/", "/session/start/", "/heat/", "/library/bridge/"):
        person.go(closed)
        assert person.url == "/screen/saddle/?which=yes", closed


def test_a_danger_sign_that_is_confirmed_leads_to_urgent_help(person) -> None:
    person.all_cards()
    person.go("/diary/signs/")
    person.tap(signs="saddle-numbness")
    person.tap(rest="no", **{"saddle-numbness": "yes", "saddle-numbness.onset": "not-known"})
    assert person.url == "/urgent/"


def test_something_else_that_is_new_asks_the_short_set_and_then_what_changed(person) -> None:
    person.all_cards()
    person.go("/diary/signs/")
    person.tap(signs="else")
    assert person.url.startswith("/screen/again/")
    assert isinstance(now().standing, Lapsed)
    person.tap(say="none")
    assert person.url == "/screen/changed/"


@pytest.mark.parametrize("change", ["new", "moving-down"])
def test_new_leg_signs_close_the_plan_before_anything_else_is_asked(person, hands, change) -> None:
    person.all_cards()
    hands.go_on(hours=1)
    note(person, "legs", change=change)
    assert person.url.startswith("/screen/again/")
    assert len(told(LegsNoted)) == 1
    person.go("/today/")
    assert person.status == 403 or person.url.startswith("/screen/")


def test_legs_that_are_quiet_lead_back_to_the_line(person) -> None:
    person.all_cards()
    note(person, "legs", change="moving-up")
    assert person.url.startswith("/diary/?noted=")
    person.go("/today/")
    assert person.status == 200


def test_a_danger_sign_needs_no_answers_before_it(person) -> None:
    person.go("/diary/signs/")
    person.tap(signs="saddle-numbness")
    assert person.status == 200
    assert person.url.startswith("/screen/")
