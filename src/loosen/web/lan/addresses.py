"""The addresses of this computer at home: private ones, of its real network cards alone."""

import ipaddress
import socket
from collections.abc import Iterator

import ifaddr

from loosen.vocabulary import Problem, SettingsError

PRIVATE = tuple(
    ipaddress.IPv4Network(one) for one in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")
)
# Private too, but not the home: containers, virtual machines, tunnels to an office.
NOT_AT_HOME = (
    *("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vethernet", "lxc", "cni", "podman"),
    *("tun", "tap", "utun", "wg", "ppp", "tailscale", "zt", "ipsec"),
)


def is_private(address: str) -> bool:
    """Whether it is an IPv4 address that no one outside a home or office can reach."""
    try:
        one = ipaddress.IPv4Address(address)
    except ValueError:
        return False
    return any(one in network for network in PRIVATE)


def home_addresses() -> tuple[str, ...]:
    """The private addresses of the network cards, without those of containers and tunnels."""
    return tuple(sorted({address for name, address in _own() if not _is_elsewhere(name)}))


def addresses_to_open(chosen: str) -> tuple[str, ...]:
    """The addresses to listen on: all those at home, or the one that was named.

    Raises `SettingsError` where there is none, or where the one named is not ours or not private.
    """
    own = {address for _, address in _own()}
    if chosen and chosen not in own:
        raise _not_ours(chosen, own)
    found = (chosen,) if chosen else home_addresses()
    if not found:
        raise _none_at_home()
    return found


def local_name() -> str:
    """The name that phones at home may know this computer by (multicast DNS)."""
    label = socket.gethostname().partition(".")[0].lower()
    is_plain = label.isascii() and label.replace("-", "").isalnum()
    return f"{label}.local" if is_plain and label != "localhost" else ""


def _own() -> Iterator[tuple[str, str]]:
    """Name of the card and address, for each private address of this computer."""
    for card in ifaddr.get_adapters():
        for one in card.ips:
            if isinstance(one.ip, str) and is_private(one.ip):
                yield card.nice_name, one.ip


def _is_elsewhere(card: str) -> bool:
    return card.lower().startswith(NOT_AT_HOME)


def _not_ours(chosen: str, own: set[str]) -> SettingsError:
    return SettingsError(
        Problem(
            what="Loosen does not open at this address",
            where="--lan",
            found=chosen,
            expected=f"a private address of this computer ({', '.join(sorted(own)) or 'none now'})",
            do="name one of those, or leave the address out",
        )
    )


def _none_at_home() -> SettingsError:
    return SettingsError(
        Problem(
            what="this computer is not in a home network",
            where="--lan",
            found="no private address on any network card",
            expected="an address that begins with 192.168., 10. or 172.16. to 172.31.",
            do="join the network at home, or start without --lan",
        )
    )
