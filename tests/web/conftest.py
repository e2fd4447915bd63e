"""A visitor who came in by the door, a clock that stands still, and the real content."""

# ruff: noqa: E402 - Django has to be set up before its models can be imported

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import django
import pytest
from django.conf import settings
from django.core.signing import Signer
from django.test import Client

django.setup()  # before the models are imported; a second time does nothing

from loosen.library.current import load_content
from loosen.vocabulary import Content
from loosen.web.records import store
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


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> None:
    """A file as at home: SQLite in memory knows no waiting, so two tabs would fail there."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("record") / "tests.sqlite3")
    request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")


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
