"""The drawn figure: it leads, it turns, it holds still where that is wished; a card stands in."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from . import people
from .conftest import OpenPhone
from .server import Hands, Server
from .someone import Someone

MOVE = "/library/cat-cow/"
SEEN = "document.querySelector('.figure__canvas').toDataURL()"
Reader = Callable[..., Someone]


@pytest.fixture
def reader(open_phone: OpenPhone, home: Server, hands: Hands) -> Reader:
    """Someone with everything open who looks at a move, with wishes of their own."""

    def opened(**wishes: Any) -> Someone:
        someone = Someone(open_phone(**wishes), home, hands)
        someone.given(people.screened)
        someone.given(people.awake)
        someone.comes_in()
        someone.phone.go(MOVE)
        return someone

    return opened


def moves(someone: Someone, ms: int = 900) -> bool:
    """Whether the picture is another one after so long."""
    page = someone.phone.page
    page.clock.run_for(200)
    before = page.evaluate(SEEN)
    page.clock.run_for(ms)
    return bool(page.evaluate(SEEN) != before)


def do(someone: Someone, name: str) -> None:
    someone.phone.tap(someone.phone.page.locator(f"[data-do={name}]"))


def test_it_plays_in_the_library_and_can_be_held_and_turned(reader: Reader) -> None:
    someone = reader()
    expect(someone.phone.page.locator(".figure__canvas")).to_be_visible()
    assert moves(someone)
    do(someone, "pause")
    assert not moves(someone)
    before = someone.phone.page.evaluate(SEEN)
    do(someone, "turn")
    assert someone.phone.page.evaluate(SEEN) != before


def test_without_motion_it_shows_key_poses_with_their_words(reader: Reader) -> None:
    someone = reader(reduced_motion="reduce")
    page = someone.phone.page
    expect(page.locator("[data-do=pose]")).to_be_visible()
    expect(page.locator("[data-do=pause]")).to_be_hidden()
    page.clock.run_for(200)
    expect(page.locator(".figure__label")).not_to_be_empty()
    assert not moves(someone)
    before = page.evaluate(SEEN)
    do(someone, "pose")
    page.clock.run_for(200)
    assert page.evaluate(SEEN) != before


def test_without_script_the_card_stands_there(reader: Reader) -> None:
    page = reader(java_script_enabled=False).phone.page
    expect(page.locator(".figure__card")).to_be_visible()
    expect(page.locator(".figure__controls")).to_be_hidden()


def test_where_the_track_cannot_be_had_the_card_stays(reader: Reader) -> None:
    someone = reader()
    page = someone.phone.page
    page.route("**/figures/track/**", lambda route: route.fulfill(status=200, body="no"))
    page.reload()
    page.clock.run_for(500)
    expect(page.locator(".figure__card")).to_be_visible()
    assert page.locator(".figure__canvas").count() == 0


def test_it_leads_the_step_and_stands_still_while_paused(someone: Someone) -> None:
    someone.given(people.screened)
    someone.given(people.awake)
    someone.comes_in()
    someone.phone.go("/session/start/")
    someone.player.tells_pain(4)
    someone.phone.follow("Start the session")
    page = someone.phone.page
    while page.locator("[data-figure] [data-track]").count() == 0:
        someone.player.presses("skip")
    expect(page.locator(".figure__canvas")).to_be_visible()
    someone.player.toggles()
    page.clock.run_for(6000)
    assert moves(someone)
    box = page.locator(".figure__box").bounding_box()
    assert box is not None
    assert box["width"] >= 320
    assert box["height"] >= 250
    someone.player.toggles()
    assert not moves(someone)
