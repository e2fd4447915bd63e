"""A computer at home, the browser on it, and a phone that knocks."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from ..home_server import HomeServer
from ..phone import FLAGS, LAPTOP, Phone
from ..server import Hands
from ..someone import Someone
from .kept import is_let_in

# The browser says so of a computer that is gone, and of a door that is closed.
AWAY = re.compile("ERR_CONNECTION|ERR_FAILED|Failed to load resource|status 403|status 50")


@pytest.fixture(scope="module")
def trusting(playwright: Playwright, chromium_path: Path) -> Iterator[Browser]:
    """A browser that takes our certificate, as one that trusts our authority would."""
    flags = [*FLAGS, "--ignore-certificate-errors"]
    browser = playwright.chromium.launch(executable_path=chromium_path, args=flags)
    yield browser
    browser.close()


@pytest.fixture
def computer(tmp_path: Path) -> Iterator[HomeServer]:
    server = HomeServer(tmp_path / "data")
    server.starts()
    yield server
    server.ends()


@pytest.fixture
def desk(computer: HomeServer, trusting: Browser) -> Iterator[Phone]:
    """The browser on the computer itself."""
    desk = Phone(trusting, computer.origin, viewport=LAPTOP)
    desk.go(f"/open/{computer.token}")
    yield desk
    assert [fault for fault in desk.watch.faults if not AWAY.search(fault)] == []
    desk.close()


@pytest.fixture
def phone(computer: HomeServer, trusting: Browser) -> Iterator[Phone]:
    """A phone that nobody knows yet."""
    phone = Phone(trusting, computer.home, cuts_off=False)
    yield phone
    assert [fault for fault in phone.watch.faults if not AWAY.search(fault)] == []
    phone.close()


@pytest.fixture
def someone(phone: Phone, desk: Phone, computer: HomeServer) -> Someone:
    """A person with a phone that was let in."""
    is_let_in(phone, desk)
    return Someone(phone, computer, Hands())  # type: ignore[arg-type]  # it only has to be open
