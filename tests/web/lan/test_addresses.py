"""Which addresses of this computer are at home."""

from types import SimpleNamespace

import pytest

from loosen.vocabulary import SettingsError
from loosen.web.lan import addresses


def card(name: str, *own: object) -> SimpleNamespace:
    return SimpleNamespace(nice_name=name, ips=[SimpleNamespace(ip=one) for one in own])


@pytest.fixture
def cards(monkeypatch: pytest.MonkeyPatch) -> list[SimpleNamespace]:
    """The network cards of this computer."""
    found = [
        card("lo", "127.0.0.1", ("::1", 0, 0)),
        card("wlan0", "192.168.1.5", ("fe80::1", 0, 2)),
        card("eth0", "203.0.113.7"),
        card("docker0", "172.17.0.1"),
        card("tun0", "10.8.0.2"),
    ]
    monkeypatch.setattr(addresses.ifaddr, "get_adapters", lambda: found)
    return found


@pytest.mark.parametrize("address", ["10.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.0.9"])
def test_addresses_of_homes_are_private(address: str) -> None:
    assert addresses.is_private(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "172.32.0.1", "127.0.0.1", "169.254.1.1", "0.0.0.0", "::1", "home", ""]
)
def test_no_other_address_is(address: str) -> None:
    assert not addresses.is_private(address)


def test_containers_tunnels_and_public_cards_are_left_out(cards: list[SimpleNamespace]) -> None:
    assert addresses.addresses_to_open("") == ("192.168.1.5",)


def test_a_private_address_may_be_named(cards: list[SimpleNamespace]) -> None:
    assert addresses.addresses_to_open("10.8.0.2") == ("10.8.0.2",)


@pytest.mark.parametrize("chosen", ["0.0.0.0", "203.0.113.7", "192.168.1.9", "127.0.0.1", "home"])
def test_no_public_or_foreign_address_may_be_named(
    chosen: str, cards: list[SimpleNamespace]
) -> None:
    with pytest.raises(SettingsError, match="does not open at this address"):
        addresses.addresses_to_open(chosen)


def test_without_a_home_network_it_says_what_to_do(cards: list[SimpleNamespace]) -> None:
    del cards[1]
    with pytest.raises(SettingsError, match="start without --lan"):
        addresses.addresses_to_open("")


@pytest.mark.parametrize(
    ("host", "name"),
    [("Desk", "desk.local"), ("desk.lan", "desk.local"), ("localhost", ""), ("tür", ""), ("", "")],
)
def test_the_name_at_home_is_a_plain_one_or_none(
    host: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses.socket, "gethostname", lambda: host)
    assert addresses.local_name() == name
