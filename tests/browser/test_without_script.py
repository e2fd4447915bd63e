"""Script switched off: the whole way from seized to the end of a session, in plain pages."""

import pytest

from loosen.vocabulary import SessionEnd, SessionEnded

from . import people
from .conftest import OpenPhone
from .server import Hands, Server
from .someone import Someone


@pytest.fixture
def plain(open_phone: OpenPhone, home: Server, hands: Hands) -> Someone:
    """Someone whose browser runs no script."""
    return Someone(open_phone(java_script_enabled=False), home, hands)


def test_from_seized_to_the_end_of_a_session_without_any_script(plain: Someone) -> None:
    plain.comes_in()
    plain.has_just_seized()
    plain.answers_first_cards()
    plain.says_of_the_position("no")
    plain.says_of_the_position("keep")
    plain.phone.follow(plain.phone.link("/screen/"))
    plain.answers_the_rest({"have-chair": "yes"})
    plain.phone.follow(plain.phone.link("/today/"))

    plain.starts_a_session(5)
    assert not plain.player.is_led
    titles = plain.player.goes_to_the_end(5, 5, 4)
    assert len(titles) > 5
    plain.player.tells_pain(4)
    plain.phone.follow("Finish")

    assert plain.phone.page.locator(".before-after__number").all_inner_texts() == ["5", "4"]
    assert [one.how for one in plain.recorded(SessionEnded)] == [SessionEnd.COMPLETED]


def test_a_step_without_script_shows_every_word_and_the_way_to_stop(plain: Someone) -> None:
    plain.given(people.screened)
    plain.comes_in()
    plain.phone.go("/today/")
    plain.starts_a_session(4)
    shown = plain.phone.page.locator("main")
    assert shown.get_by_role("heading", name="Get ready").is_visible()
    assert plain.phone.page.get_by_role("button", name="Stop, it hurts").is_visible()
    plain.player.presses("stop")
    plain.phone.sees("How to come out of it")
