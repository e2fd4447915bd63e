"""The server is killed in the middle of a session and goes on at its step when it is back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .own_server import OwnServer
from .phone import Phone
from .player import Player
from .server import Hands
from .someone import Someone


@pytest.fixture
def own(tmp_path: Path) -> Iterator[OwnServer]:
    server = OwnServer(tmp_path / "data")
    server.starts()
    yield server
    server.ends()


@pytest.fixture
def phone(own: OwnServer, browser: Browser) -> Iterator[Phone]:
    phone = Phone(browser, own.origin)
    yield phone
    assert [fault for fault in phone.watch.faults if "ERR_CONNECTION" not in fault] == []
    phone.close()


def test_a_killed_server_comes_back_at_the_step_where_it_was(own: OwnServer, phone: Phone) -> None:
    someone = Someone(phone, own, Hands())  # type: ignore[arg-type]  # it only has to be open
    phone.go(f"/open/{own.token}")
    someone.has_just_seized()
    someone.answers_first_cards()
    phone.follow(phone.link("/screen/"))
    someone.answers_the_rest()
    phone.follow(phone.link("/today/"))
    someone.starts_a_session(5)
    someone.player.presses("skip")
    someone.player.presses("skip")
    place, session = someone.player.place, phone.path
    assert place.startswith("Step 3 of")

    own.is_killed()
    own.starts(port=own.port)

    phone.go("/")
    phone.follow("Go on with your session")
    assert phone.path == session
    assert Player(phone, Hands()).place == place
    someone.player.presses("end")
    phone.sees("That is fine.") if "after" not in phone.path else phone.follow("Finish")
