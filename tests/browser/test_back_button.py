"""After a danger sign the way back leads nowhere: not by the button, not by a restored tab."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from . import people
from .conftest import OpenPhone
from .phone import FLAGS, Phone
from .server import Hands, Server
from .someone import Someone

MOST_BACK = 12
NEW = "new-or-worse-within-14-days"


@pytest.fixture(scope="module")
def remembering_browser(playwright: Playwright, chromium_path: Path) -> Iterator[Browser]:
    """A browser that keeps whole pages for its back button, as people's browsers do."""
    browser = playwright.chromium.launch(
        executable_path=chromium_path,
        args=FLAGS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield browser
    browser.close()


@pytest.fixture
def someone_at_home(
    remembering_browser: Browser, open_phone: OpenPhone, home: Server, hands: Hands
) -> Someone:
    """Someone with such a browser."""
    phone = open_phone(remembering_browser)
    someone = Someone(phone, home, hands)
    someone.given(people.screened)
    someone.given(people.awake)
    someone.comes_in()
    return someone


def has_a_danger_sign(someone: Someone) -> None:
    someone.phone.go("/screen/saddle/")
    someone.says_yes_on_the_card("saddle-numbness", onset=NEW)
    someone.phone.is_at("/urgent/")


def goes_back_to(path: str, phone: Phone) -> None:
    """By the back button, as often as anybody would."""
    for _ in range(MOST_BACK):
        if phone.path == path:
            return
        phone.page.go_back()
    raise AssertionError(f"the way back ended at {phone.path}")


def shows_the_lock(phone: Phone) -> None:
    phone.page.locator(".locked").wait_for()
    assert phone.page.locator(".player, .timeline, [data-module=countdown]").count() == 0


@pytest.mark.parametrize("path", ["/today/", "/positions/", "/heat/skin/"])
def test_the_back_button_shows_the_lock(someone_at_home: Someone, path: str) -> None:
    phone = someone_at_home.phone
    assert phone.go(path) == 200
    has_a_danger_sign(someone_at_home)
    goes_back_to(path, phone)
    shows_the_lock(phone)


def test_the_back_button_shows_no_step_of_a_running_session(someone_at_home: Someone) -> None:
    phone = someone_at_home.phone
    phone.go("/today/")
    someone_at_home.starts_a_session(4)
    session = phone.path
    has_a_danger_sign(someone_at_home)
    goes_back_to(session, phone)
    shows_the_lock(phone)


def test_a_page_that_the_browser_kept_is_asked_for_anew(someone_at_home: Someone) -> None:
    """The sign was told in another tab; this one comes back from its cache."""
    phone = someone_at_home.phone
    phone.go("/today/")
    phone.go("/library/")
    elsewhere = phone.other_tab()
    has_a_danger_sign(Someone(elsewhere, someone_at_home.home, someone_at_home.hands))
    phone.page.bring_to_front()
    phone.page.go_back()
    assert phone.path == "/today/"
    shows_the_lock(phone)


def test_a_restored_tab_shows_the_lock(someone_at_home: Someone, open_phone: OpenPhone) -> None:
    phone = someone_at_home.phone
    phone.go("/today/")
    restored, state = phone.page.url, phone.context.storage_state()
    has_a_danger_sign(someone_at_home)
    phone.page.close()
    again = open_phone(storage_state=state)
    again.page.goto(restored)
    shows_the_lock(again)
