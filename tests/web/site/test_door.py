"""The door: only who opened the printed address comes in."""

from collections.abc import Iterator

import pytest
from django.core.signing import Signer
from django.test import Client

from loosen.web.site import door


@pytest.fixture
def keys() -> Iterator[door.Keys]:
    """The door's keys; none are left over from or for another test."""
    door.keys = door.Keys()
    yield door.keys
    door.keys = door.Keys()


def test_a_stranger_is_told_to_open_the_printed_address(stranger: Client) -> None:
    answer = stranger.get("/settings/")
    assert answer.status_code == 403
    assert "Open the newest address that you see there" in answer.content.decode()


def test_the_printed_address_lets_a_browser_in(stranger: Client, keys: door.Keys) -> None:
    answer = stranger.get(f"/open/{keys.make()}")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    cookie = answer.cookies[door.COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert stranger.get("/settings/").status_code == 200


def test_the_printed_address_opens_once(keys: door.Keys) -> None:
    address = f"/open/{keys.make()}"
    assert Client(headers={"host": "127.0.0.1"}).get(address).status_code == 302
    assert Client(headers={"host": "127.0.0.1"}).get(address).status_code == 403


def test_looking_at_the_address_does_not_use_it_up(stranger: Client, keys: door.Keys) -> None:
    address = f"/open/{keys.make()}"
    assert stranger.head(address).status_code == 403
    assert stranger.get(address).status_code == 302


def test_a_known_browser_may_open_an_old_address(visitor: Client, keys: door.Keys) -> None:
    assert visitor.get("/open/spent").status_code == 302


def test_a_stranger_makes_the_server_show_a_new_address_once_the_last_is_spent(
    stranger: Client, keys: door.Keys
) -> None:
    shown: list[str] = []
    keys.ask_for_new = lambda: shown.append(keys.make())
    stranger.get("/")
    stranger.get("/")
    assert len(shown) == 1, "a new address is unused, so a stranger cannot flood the window"


@pytest.mark.parametrize(
    "cookie",
    ["", "x", "a test:forged", Signer(salt="another").sign("a test"), "\x00:\x00", "a" * 4000],
)
def test_a_forged_cookie_does_not_open(stranger: Client, cookie: str) -> None:
    headers = {"cookie": f"{door.COOKIE}={cookie}"}  # as sent; a cookie jar would refuse some
    assert stranger.get("/settings/", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "host", ["example.org", "127.0.0.1:81", "127.0.0.1.example.org", "[::1]", "0.0.0.0", "", "a b"]
)
def test_a_foreign_host_is_refused(visitor: Client, host: str) -> None:
    answer = visitor.get("/settings/", headers={"host": host})
    assert answer.status_code == 403
    assert "not the address that Loosen shows" in answer.content.decode()


def test_this_computer_by_its_name_is_no_foreign_host(visitor: Client) -> None:
    assert visitor.get("/settings/", headers={"host": "localhost"}).status_code == 200


@pytest.mark.parametrize("origin", ["https://example.org", "null", "http://127.0.0.1:81"])
def test_a_page_of_another_origin_is_refused(visitor: Client, origin: str) -> None:
    answer = visitor.post("/settings/", {"theme": "dark"}, headers={"origin": origin})
    assert answer.status_code == 403


def test_a_form_sent_from_another_site_is_refused(visitor: Client) -> None:
    answer = visitor.post("/settings/", {}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403


def test_our_own_form_is_taken(visitor: Client) -> None:
    answer = visitor.post("/settings/", {}, headers={"origin": "http://127.0.0.1"})
    assert answer.status_code == 422


def test_a_link_from_elsewhere_may_lead_here(visitor: Client) -> None:
    answer = visitor.get("/settings/", headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 200
