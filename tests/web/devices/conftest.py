"""A home network that stands open, a phone that knocks, and the computer beside it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from loosen.web.devices import host_views, knock_views
from loosen.web.devices.knocks import Knocks
from loosen.web.lan.network import OpenNetwork, here

HOST = "192.168.1.5"


class Phone(Client):
    """A browser at home: everything it asks comes over TLS, by the address of the computer."""

    def __init__(self, address: str = "192.168.1.20") -> None:
        super().__init__(headers={"host": f"{HOST}:8443"}, REMOTE_ADDR=address, SERVER_PORT="8443")

    def generic(self, method: str, path: str, *given: Any, **named: Any) -> Any:
        return super().generic(method, path, *given, **{**named, "secure": True})


@pytest.fixture
def network() -> Iterator[OpenNetwork]:
    """What `--lan` opens."""
    opened = OpenNetwork(
        addresses=(HOST,), name="desk.local", port=8443, authority=b"DER", fingerprint="AB:CD"
    )
    here.becomes(opened)
    yield opened
    here.becomes(None)


@pytest.fixture(autouse=True)
def knocks(monkeypatch: pytest.MonkeyPatch) -> Knocks:
    """Nobody has knocked yet."""
    fresh = Knocks()
    monkeypatch.setattr(host_views, "knocks", fresh)
    monkeypatch.setattr(knock_views, "knocks", fresh)
    return fresh


@pytest.fixture
def phone(db: None, hands: object, network: OpenNetwork) -> Phone:
    """A phone that nobody knows."""
    return Phone()
