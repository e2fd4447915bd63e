"""Two tabs, a browser that dies, and the button that goes back: nothing twice, nothing lost."""

import pytest

from loosen.vocabulary import PainFelt, SessionStarted, StepEnded

from . import people
from .conftest import OpenPhone
from .phone import Phone
from .someone import Someone


@pytest.fixture
def at_today(someone: Someone) -> Someone:
    """Someone at today's plan, past the gate."""
    someone.given(people.screened)
    someone.given(people.awake)
    someone.comes_in()
    someone.phone.go("/today/")
    return someone


def second_tab(someone: Someone) -> Phone:
    """The same browser's other tab, at the same page."""
    other = someone.phone.other_tab()
    other.page.goto(someone.phone.page.url)
    return other


def test_a_session_begun_in_two_tabs_is_one_session_and_one_end_of_each_step(
    at_today: Someone,
) -> None:
    at_today.starts_a_session(4)
    other = second_tab(at_today)
    at_today.player.presses("skip")
    other.follow(other.page.locator('button[value="skip"]'))
    assert other.page.url == at_today.phone.page.url

    ended = at_today.recorded(StepEnded)
    assert [one.step_index for one in ended] == [0]
    assert len(at_today.recorded(SessionStarted)) == 1


def test_the_same_form_sent_from_two_tabs_is_recorded_once(at_today: Someone) -> None:
    at_today.starts_a_session(4)
    while not at_today.player.asks_pain:
        at_today.player.presses("skip")
    other = second_tab(at_today)
    for phone in (at_today.phone, other):
        phone.tap(phone.page.locator('label:has(input[name="pain"][value="6"])'))
    before = len(at_today.recorded(PainFelt))
    at_today.player.presses("done")
    other.follow(other.page.locator('button[value="done"]').first)
    assert len(at_today.recorded(PainFelt)) == before + 1


def test_two_taps_on_the_same_button_record_once(at_today: Someone) -> None:
    at_today.phone.go("/today/pain/")
    at_today.player.tells_pain(5)
    save = at_today.phone.page.locator("form.screen .actions button")
    with at_today.phone.page.expect_navigation():
        save.dblclick(no_wait_after=True)
    assert [one.pain_0_10 for one in at_today.recorded(PainFelt)] == [5]


def test_a_browser_that_died_goes_on_at_its_step(at_today: Someone, open_phone: OpenPhone) -> None:
    at_today.starts_a_session(4)
    at_today.player.does_one_step(4)
    place = at_today.player.place
    cookies = at_today.phone.context.cookies()
    at_today.phone.page.close()

    again = open_phone()
    again.context.add_cookies(
        [{"name": one["name"], "value": one["value"], "url": again.watch.origin} for one in cookies]
    )
    again.go("/")
    again.follow("Go on with your session")
    assert again.page.locator(".progress-dots").get_attribute("aria-label") == place
