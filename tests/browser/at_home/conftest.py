"""A computer at home, the browser on it, and a phone that knocks or was let in long ago."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, StorageState

from ..conftest import let_the_loop_run
from ..home_server import HomeServer
from ..phone import FLAGS, LAPTOP, Phone
from ..server import Hands
from ..someone import Someone
from .kept import answers_everything, is_let_in

# The browser says so of a computer that is gone, and of a door that is closed.
AWAY = re.compile("ERR_CONNECTION|ERR_FAILED|Failed to load resource|status 403|status 50")


@pytest.fixture(scope="session")
def trusting(playwright: Playwright, shell_path: Path) -> Iterator[Browser]:
    """A browser that takes our certificate, as one that trusts our authority would."""
    flags = [*FLAGS, "--ignore-certificate-errors"]
    browser = playwright.chromium.launch(executable_path=shell_path, args=flags)
    yield browser
    let_the_loop_run(True)
    browser.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """A record of a person who was let in and has answered; and what their browser knows of it."""

    folder: Path
    phone: StorageState


@pytest.fixture(scope="session")
def household(trusting: Browser, tmp_path_factory: pytest.TempPathFactory) -> Household:
    """Lived through once; each story about what comes after begins with a copy."""
    folder = tmp_path_factory.mktemp("household") / "data"
    computer = HomeServer(folder)
    computer.starts()
    desk = Phone(trusting, computer.origin, viewport=LAPTOP)
    desk.go(f"/open/{computer.token}")
    phone = Phone(trusting, computer.home)
    is_let_in(phone, desk)
    answers_everything(Someone(phone, computer, Hands()))  # type: ignore[arg-type]  # it only has to be open
    cookies = phone.context.storage_state()
    for one in (phone, desk):
        one.close()
    computer.is_killed()
    return Household(folder=folder, phone=cookies)


@pytest.fixture
def is_known(request: pytest.FixtureRequest) -> bool:
    """Whether the story begins with a phone that was let in and cards that are answered."""
    return getattr(request.module, "IS_KNOWN", False)


@pytest.fixture
def computer(
    is_known: bool, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[HomeServer]:
    folder = tmp_path / "data"
    if is_known:
        shutil.copytree(request.getfixturevalue("household").folder, folder)
    server = HomeServer(folder)
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
def phone(
    is_known: bool, computer: HomeServer, trusting: Browser, request: pytest.FixtureRequest
) -> Iterator[Phone]:
    """A phone that nobody knows yet, or one with the key of its household."""
    known = {"storage_state": request.getfixturevalue("household").phone} if is_known else {}
    phone = Phone(trusting, computer.home, **known)
    yield phone
    assert [fault for fault in phone.watch.faults if not AWAY.search(fault)] == []
    phone.close()


@pytest.fixture
def someone(
    is_known: bool, phone: Phone, computer: HomeServer, request: pytest.FixtureRequest
) -> Someone:
    """A person with a phone that was let in."""
    if not is_known:
        is_let_in(phone, request.getfixturevalue("desk"))
    return Someone(phone, computer, Hands())  # type: ignore[arg-type]  # it only has to be open
