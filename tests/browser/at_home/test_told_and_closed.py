"""What was told that the list does not know of closes what rests on a decision."""

import pytest
from playwright.sync_api import expect

from loosen.vocabulary import StopKind

from ..home_server import HomeServer
from ..phone import Phone
from ..someone import Someone
from .kept import (
    figures_kept,
    forgets_what_the_browser_itself_keeps,
    in_a_session,
    is_up_to_date,
    keeps_figures,
    knows,
)

IS_KNOWN = True  # the phone was let in, and every card is answered

OPENS = "Opens until"
COMES = "(url) => fetch(url).then((answer) => answer.ok, () => false)"


def hears_no_more(phone: Phone) -> None:
    """From now on no list comes through, as when the computer goes at that very moment."""
    phone.context.route("**/keep/", lambda route: route.abort())


def is_closed(phone: Phone, url: str) -> None:
    phone.go(url)
    phone.is_at("/away/")
    assert phone.page.locator("main").get_by_text(OPENS).locator("visible=true").count() == 0


def test_what_was_told_just_before_the_computer_went_closes_the_positions(
    someone: Someone, computer: HomeServer
) -> None:
    phone = someone.phone
    session = in_a_session(someone)
    phone.go("/screen/again/")
    is_up_to_date(phone)
    keeps_figures(phone)
    drawings = [*figures_kept(phone)]
    assert drawings
    forgets_what_the_browser_itself_keeps(phone)
    hears_no_more(phone)
    someone.says_none()
    computer.is_killed()
    for url in ("/positions/", "/transfers/", session):
        is_closed(phone, url)
        phone.sees("This waits for the computer")
    assert [url for url in drawings if phone.page.evaluate(COMES, url)] == []
    phone.context.unroute("**/keep/")
    computer.is_back()
    phone.go("/positions/")
    phone.is_at("/positions/")


def test_a_drawing_opens_with_its_page_and_lapses_with_it(
    someone: Someone, computer: HomeServer
) -> None:
    phone = someone.phone
    in_a_session(someone)
    is_up_to_date(phone)
    keeps_figures(phone)
    drawings = [*figures_kept(phone)]
    forgets_what_the_browser_itself_keeps(phone)
    computer.is_killed()
    assert [url for url in drawings if not phone.page.evaluate(COMES, url)] == []
    knows(phone, "for (const page of known.list.pages) if (page.until) page.until = '2020-01-01';")
    assert [url for url in drawings if phone.page.evaluate(COMES, url)] == []


@pytest.mark.parametrize("is_there", [True, False])
def test_a_tapped_yes_closes_the_positions_until_the_card_is_answered(
    is_there: bool, someone: Someone, computer: HomeServer
) -> None:
    phone = someone.phone
    in_a_session(someone)
    phone.go("/screen/again/")
    is_up_to_date(phone)
    hears_no_more(phone)
    if not is_there:
        computer.is_killed()
    phone.follow("Yes")
    if is_there:
        computer.is_killed()
    is_closed(phone, "/positions/")
    phone.sees("Call for help now" if not is_there else "This waits for the computer")
    phone.go("/away/")
    assert phone.page.get_by_text(OPENS).locator("visible=true").count() == 0
    computer.is_back()
    phone.context.unroute("**/keep/")
    phone.go("/screen/again/")
    someone.says_none()
    is_up_to_date(phone)
    computer.is_killed()
    phone.go("/positions/")
    phone.is_at("/positions/")


@pytest.mark.parametrize("kind", [StopKind.LEG, StopKind.SHARP])
def test_a_stop_into_the_leg_closes_the_positions_another_kind_does_not(
    kind: StopKind, someone: Someone, computer: HomeServer
) -> None:
    session = in_a_session(someone)
    phone = someone.phone
    is_up_to_date(phone)
    computer.is_killed()
    someone.player.presses("stop")
    someone.chooses("kind", kind.value)
    phone.follow("Go on")
    if kind is StopKind.LEG:
        phone.sees("Your answers wait here")
        is_closed(phone, "/positions/")
    else:
        phone.sees("The session does not go on.")
        assert phone.page.get_by_role("link", name="Your session").count() == 0
        phone.go("/positions/")
        phone.is_at("/positions/")
    phone.go(session)
    phone.is_at("/away/")
    computer.is_back()
    phone.go("/today/")
    expect(phone.page.get_by_text("Entered without the computer")).to_contain_text("2")


def test_answers_that_the_computer_would_not_take_keep_it_closed_until_that_was_seen(
    someone: Someone, computer: HomeServer
) -> None:
    phone = someone.phone
    in_a_session(someone)
    phone.go("/screen/again/")
    is_up_to_date(phone)
    computer.is_killed()
    phone.page.evaluate("() => { document.querySelector('[name=say]').value = 'of-no-kind'; }")
    phone.follow("None of these")
    phone.sees("Your answers wait here")
    computer.is_back()
    phone.go("/emergency/")
    refused = phone.page.get_by_text("The computer could not take this")
    expect(refused).to_be_visible()
    computer.is_killed()
    is_closed(phone, "/positions/")
    phone.tap(phone.named("All right"))
    expect(refused).to_be_hidden()
    phone.go("/positions/")
    phone.is_at("/positions/")
    phone.watch.faults = [one for one in phone.watch.faults if not one.startswith("status 422")]
