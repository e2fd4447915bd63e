"""The listener moves with its addresses."""

import asyncio
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509

from loosen.vocabulary import Problem, SettingsError
from loosen.web.lan import listening
from loosen.web.lan.authority import names_in
from loosen.web.lan.listening import HomeListener, bind_all
from loosen.web.lan.network import here

ONE, OTHER = "127.0.0.2", "127.0.0.3"  # stand in for two addresses of one card


class Cards:
    """What the computer's cards have now."""

    def __init__(self) -> None:
        self.addresses: tuple[str, ...] = (ONE,)

    def to_open(self, _chosen: str) -> tuple[str, ...]:
        if not self.addresses:
            raise SettingsError(Problem(what="", where="", found="", expected="", do=""))
        return self.addresses


@pytest.fixture
def cards(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cards]:
    cards = Cards()
    monkeypatch.setattr(listening, "addresses_to_open", cards.to_open)
    monkeypatch.setattr(listening, "local_name", lambda: "desk.local")
    yield cards
    here.becomes(None)


def free_port() -> int:
    with socket.socket() as one:
        one.bind((ONE, 0))
        return int(one.getsockname()[1])


async def names_shown(address: str, port: int) -> set[str]:
    """The names in the certificate that is shown there. Its chain is the second host's test:
    here the addresses only stand in for those of a home."""
    looks = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    looks.check_hostname, looks.verify_mode = False, ssl.CERT_NONE
    _, writer = await asyncio.open_connection(address, port, ssl=looks)
    shown = writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
    writer.close()
    return set(names_in(x509.load_der_x509_certificate(shown)))


def test_where_the_address_changes_it_moves_with_a_new_certificate(
    cards: Cards, tmp_path: Path
) -> None:
    said: list[str] = []

    async def story() -> tuple[set[str], set[str]]:
        home = HomeListener(tmp_path, port=free_port(), chosen="", say=said.append)
        await home.open(asyncio.Protocol)
        before = await names_shown(ONE, home.port)
        cards.addresses = (OTHER,)
        await home.look_again(asyncio.Protocol)
        after = await names_shown(OTHER, home.port)
        with pytest.raises(OSError):  # noqa: PT011 - each system words its refusal differently
            await asyncio.open_connection(ONE, home.port)
        home.close()
        return before, after

    before, after = asyncio.run(story())
    assert (before, after) == ({ONE, "desk.local"}, {OTHER, "desk.local"})
    assert any(OTHER in line for line in said)
    assert here.network is None


def test_where_the_network_is_gone_it_waits_and_comes_back(cards: Cards, tmp_path: Path) -> None:
    said: list[str] = []

    async def story() -> list[tuple[str, ...] | None]:
        home = HomeListener(tmp_path, port=free_port(), chosen="", say=said.append)
        await home.open(asyncio.Protocol)
        seen = []
        for addresses in ((), (ONE,)):
            cards.addresses = addresses
            await home.look_again(asyncio.Protocol)
            seen.append(here.network.addresses if here.network else None)
        home.close()
        return seen

    assert asyncio.run(story()) == [None, (ONE,)]
    assert "The home network is gone." in said[0]


def test_a_port_is_taken_that_is_free_on_every_address() -> None:
    port = free_port()
    with socket.create_server((OTHER, port)):
        chosen, bound = bind_all((ONE, OTHER), port)
    assert chosen != port
    assert [one.getsockname() for one in bound] == [(ONE, chosen), (OTHER, chosen)]
    for one in bound:
        one.close()
