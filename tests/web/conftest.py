"""A visitor who came in by the door, a clock that stands still, and the real content."""

# ruff: noqa: E402 - Django has to be set up before its models can be imported

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

import django
import pytest
from django.conf import settings
from django.core.signing import Signer
from django.test import Client

django.setup()  # before the models are imported; a second time does nothing

from loosen.library.current import load_content
from loosen.vocabulary import Content
from loosen.web.records import store, wire
from loosen.web.records.models import OwnerRecord
from loosen.web.site import clock, door

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that a test sets and moves."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def go_on(self, **span: float) -> None:
        self.at += timedelta(**span)


# What is about SQLite's own file has nothing to say where the tests run on PostgreSQL.
IS_A_FILE = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
collect_ignore = [] if IS_A_FILE else ["site/test_sqlite_file.py"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> None:
    """A file as at home: SQLite in memory knows no waiting, so two tabs would fail there."""
    if IS_A_FILE:
        settings.DATABASES["default"]["TEST"]["NAME"] = str(
            tmp_path_factory.mktemp("record") / "tests.sqlite3"
        )
    request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")


@pytest.fixture(scope="session", autouse=True)
def each_payload_is_read_once() -> Iterator[None]:
    """The store keeps what is committed in memory; here nothing ever is, so each look would read
    every row anew. A payload is frozen and follows from its text, so a text may be read once."""
    with pytest.MonkeyPatch.context() as patch:
        read = lru_cache(maxsize=8192)(wire.payload_from_text)
        patch.setattr("loosen.web.records.models.payload_from_text", read)
        yield


@pytest.fixture
def hands() -> Iterator[Clock]:
    """The clock of the pages; it stands at noon (UTC) until the test moves it."""
    set_to = Clock(NOON)
    with clock.clock_set(set_to):
        yield set_to


@pytest.fixture
def stranger(db: None, hands: Clock) -> Client:
    """A browser that never came through the door."""
    return Client(headers={"host": "127.0.0.1"})


@pytest.fixture
def visitor(stranger: Client) -> Client:
    """A browser that opened the printed address. Forms need no token; see `strict_visitor`."""
    return let_in(stranger)


@pytest.fixture
def strict_visitor(db: None, hands: Clock) -> Client:
    """The same, with the forms' tokens checked."""
    return let_in(Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"}))


def let_in(client: Client) -> Client:
    client.cookies[door.COOKIE] = Signer(salt="loosen.door").sign("a test")
    return client


@pytest.fixture
def content() -> Content:
    """The content of this checkout."""
    return load_content()


@pytest.fixture
def owner(db: None, hands: Clock) -> OwnerRecord:
    """The person of this computer, with an empty record."""
    return store.owner_here(hands.at)


@pytest.fixture
def stamp(hands: Clock) -> store.Stamp:
    """Noon, in UTC, under some content."""
    return store.Stamp(at=hands.at, utc_offset_min=0, zone="UTC", content_version="test")


# --- a person who taps through the pages -----------------------------------------------------

HIDDEN = re.compile(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"')
FIRST_CARDS = ("saddle", "legs", "chest-and-tummy", "injury", "very-ill", "crisis")


class Person:
    """Sees one page at a time and taps on it; redirects are followed as a browser does."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.url = ""
        self.text = ""
        self.status = 0

    def go(self, url: str) -> str:
        return self._see(self.client.get(url, follow=True), url)

    def tap(self, url: str = "", **fields: object) -> str:
        """Sends the page's form: its hidden fields, and what was tapped."""
        given = dict(HIDDEN.findall(self.text)) | fields
        return self._see(self.client.post(url or self.url, given, follow=True), url or self.url)

    def _see(self, response: Any, url: str) -> str:
        self.url = response.redirect_chain[-1][0] if response.redirect_chain else url
        self.text = html.unescape(response.content.decode())
        self.status = response.status_code
        return self.text

    def first_cards(self, age: int = 40, path: str = "seized", **yes: dict[str, object]) -> str:
        """The cards of minute one; `yes` names by card what is answered other than no."""
        self.go(f"/screen/?path={path}")
        self.tap(**{"age-years": age})
        for card in FIRST_CARDS:
            if f"/screen/{card}/" in self.url:
                self.card(**yes.get(card.replace("-", "_"), {}))
        return self.text

    def card(self, **said: object) -> str:
        """One card: "None of these", or the named answers and a no to the rest."""
        if said:
            return self.tap(
                rest="no", **{name.replace("_", "-"): one for name, one in said.items()}
            )
        return self.tap(say="none")

    def one_card(self, **facts: object) -> str:
        """The card on the screen, with a usual answer to all of it."""
        is_plain = 'name="say"' in self.text
        return self.tap(say="none") if is_plain else self.tap(rest="no", **(USUAL_FACTS | facts))

    def all_cards(self, age: int = 40, path: str = "settled", **facts: object) -> str:
        """The whole screen: minute one, then every card of the second stage."""
        self.first_cards(age, path)
        if path == "seized":
            self.go("/screen/")
        while self.url.startswith(("/screen/", "/about/")) and "/result/" not in self.url:
            before = self.url
            self.one_card(**facts)
            assert self.url != before, self.text
        return self.text


USUAL_FACTS = {
    "sex": "female",
    "company": "alone",
    "weight-kg": "70",
    "can-do-now": "walk",
    "what-eases": "neither",
}


@pytest.fixture
def person(visitor: Client) -> Person:
    """Somebody who has just opened the printed address."""
    return Person(visitor)
