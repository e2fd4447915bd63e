"""One browser and one server a worker; for each test a record, a clock and a phone of its own."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from pytest_django import DjangoDbBlocker

from .phone import FLAGS, Phone
from .server import Hands, Records, Server, aside, standing_clock
from .someone import Someone

OpenPhone = Callable[..., Phone]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker("browser")


# --- one browser a worker --------------------------------------------------------------------

# Playwright keeps a loop in this thread that counts as running for as long as the browser lives.
# Outside this folder it must not, or Django refuses to work for whichever test comes next.
LOOPS: list[asyncio.AbstractEventLoop] = []


def let_the_loop_run(runs: bool) -> None:
    """Marks Playwright's loop as running in this thread, or as not."""
    asyncio._set_running_loop(LOOPS[0] if runs and LOOPS else None)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol() -> Iterator[None]:
    let_the_loop_run(True)
    try:
        return (yield)
    finally:
        let_the_loop_run(False)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        LOOPS.append(asyncio.get_running_loop())
        yield running
        let_the_loop_run(True)
    LOOPS.clear()


@pytest.fixture(scope="session")
def browser(playwright: Playwright, shell_path: Path) -> Iterator[Browser]:
    """The browser that all tests of a worker share; each test has pages of its own in it."""
    browser = playwright.chromium.launch(executable_path=shell_path, args=FLAGS)
    yield browser
    let_the_loop_run(True)
    browser.close()


@pytest.fixture(scope="session")
def windowed(playwright: Playwright, chromium_path: Path) -> Iterator[Browser]:
    """One with windows, for what only such a one does: it may show a note, and has sensors."""
    browser = playwright.chromium.launch(executable_path=chromium_path, args=FLAGS)
    yield browser
    let_the_loop_run(True)
    browser.close()


# --- one server a worker, a record for each test ---------------------------------------------


@pytest.fixture(scope="session")
def server(django_db_blocker: DjangoDbBlocker) -> Iterator[Server]:
    with django_db_blocker.unblock():
        server = Server()
        server.start()
        yield server
        server.stop()


@pytest.fixture(scope="session")
def records(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Records:
    with django_db_blocker.unblock():
        return Records(tmp_path_factory.mktemp("tables"))


@pytest.fixture
def hands() -> Hands:
    """The hands of the server's clock: noon, until the story moves them."""
    return Hands()


@pytest.fixture
def home(
    server: Server,
    records: Records,
    hands: Hands,
    tmp_path: Path,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[Server]:
    """The server with an empty record and a clock that stands."""
    with django_db_blocker.unblock(), records.fresh(tmp_path), standing_clock(hands):
        yield server


@pytest.fixture
def open_phone(browser: Browser, home: Server, hands: Hands) -> Iterator[OpenPhone]:
    """Opens browsers with wishes of their own; at the end none may have done what it must not."""
    phones: list[Phone] = []

    def opened(of: Browser = browser, **wishes: Any) -> Phone:
        phones.append(Phone(of, home.origin, **wishes))
        phones[-1].context.clock.install(time=hands.at)
        return phones[-1]

    yield opened
    faults = [fault for phone in phones for fault in phone.watch.faults]
    for phone in phones:
        phone.close()
    assert faults == []


@pytest.fixture
def phone(open_phone: OpenPhone) -> Phone:
    """A phone in an upright hand."""
    return open_phone()


@pytest.fixture
def someone(phone: Phone, home: Server, hands: Hands) -> Someone:
    """A person with a phone who has just found the printed address."""
    return Someone(phone, home, hands)


@pytest.fixture
def in_session(someone: Someone) -> Someone:
    """Someone with nothing found, at the first step that is on the clock."""
    from . import people  # its tables are known once Django stands

    someone.given(people.screened)
    someone.given(people.awake)
    session_id = aside(lambda: people.on_the_clock(5))
    someone.comes_in()
    someone.phone.go(f"/session/{session_id}/")
    assert someone.player.is_led
    assert not someone.player.lead["lines"]
    return someone
