"""A tapped "Yes" does not get lost: until it is said which, other pages lead back to its card."""

import pytest

from loosen.web.site import unfinished


def taps_yes(person, card: str = "/screen/legs/", which: str = "yes") -> str:
    """From the card at a glance to its second page, as a browser goes; the second page."""
    headers = {"referer": f"http://127.0.0.1{card}"}
    second = f"{card}?which={which}"
    assert person.client.get(second, headers=headers).status_code == 200
    return second


@pytest.mark.parametrize("which", ["yes", "not-sure"])
@pytest.mark.parametrize("url", ["/", "/today/", "/heat/", "/positions/", "/library/"])
def test_every_page_leads_back_to_the_card_on_which_something_was_tapped(
    person, url, which
) -> None:
    person.all_cards()
    second = taps_yes(person, which=which)
    person.go(url)
    assert person.url == second
    assert "Which" in person.text


def test_the_card_lets_go_once_it_is_answered(person) -> None:
    person.all_cards()
    second = taps_yes(person)
    person.go(second)
    person.tap(say="none")
    person.go("/library/")
    assert person.url == "/library/"


def test_a_tap_by_mistake_is_taken_back_on_the_card_itself(person) -> None:
    person.all_cards()
    taps_yes(person)
    person.go("/screen/legs/")
    assert person.url == "/screen/legs/"
    person.tap(say="none")
    person.go("/library/")
    assert person.url == "/library/"


@pytest.mark.parametrize("url", ["/emergency/", "/settings/", "/data/"])
def test_help_and_the_own_record_stay_within_reach(person, url) -> None:
    person.all_cards()
    taps_yes(person)
    person.go(url)
    assert person.url == url


def test_a_card_that_is_not_asked_any_more_holds_nobody(person, hands) -> None:
    person.all_cards()
    person.go("/session/start/moment/")
    person.tap(say="none")
    hands.go_on(minutes=31)
    person.go("/session/start/moment/")
    person.tap(say="none")
    taps_yes(person, "/session/start/")
    hands.go_on(hours=25)
    person.go("/library/")
    assert person.status == 403
    person.go("/library/")
    assert person.url == "/library/"


def test_a_forged_card_leads_nowhere(person) -> None:
    person.all_cards()
    person.client.cookies[unfinished.COOKIE] = "https://elsewhere.invalid/"
    person.go("/library/")
    assert person.url == "/library/"


def test_an_address_that_was_typed_holds_nobody(person) -> None:
    person.all_cards()
    person.go("/screen/legs/?which=yes")
    person.go("/library/")
    assert person.url == "/library/"


def test_after_an_answer_that_sends_for_help_no_page_leads_back_to_a_card(person) -> None:
    person.all_cards()
    second = taps_yes(person, "/screen/saddle/")
    person.go(second)
    person.tap(rest="no", **{"saddle-numbness": "yes", "saddle-numbness.onset": "not-known"})
    taps_yes(person, "/screen/saddle/")  # as the back button asks for it once more
    person.go("/heat/")
    assert (person.url, person.status) == ("/heat/", 403)
