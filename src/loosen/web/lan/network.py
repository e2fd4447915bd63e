"""What stands open to the home network now. Light: the door reads it with every request."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenNetwork:
    """Where TLS listens. `name` may be empty; `authority` is its certificate (DER)."""

    addresses: tuple[str, ...]
    name: str
    port: int
    authority: bytes
    fingerprint: str

    @property
    def hosts(self) -> frozenset[str]:
        """Every `Host` that a request may name."""
        return frozenset(f"{host}:{self.port}" for host in self.names)

    @property
    def names(self) -> tuple[str, ...]:
        """The addresses, then the name."""
        return (*self.addresses, *([self.name] if self.name else []))

    @property
    def urls(self) -> tuple[str, ...]:
        """What a person may open, the surest first."""
        return tuple(f"https://{host}:{self.port}/" for host in self.names)


class Here:
    """The one network of this process; None where it serves this computer alone."""

    def __init__(self) -> None:
        self._network: OpenNetwork | None = None
        self._own_hosts = tuple(settings.ALLOWED_HOSTS)

    @property
    def network(self) -> OpenNetwork | None:
        """What is open now."""
        return self._network

    def becomes(self, network: OpenNetwork | None) -> None:
        """Django's own list of hosts is kept to what the door lets through."""
        self._network = network
        settings.ALLOWED_HOSTS = [*self._own_hosts, *(network.names if network else ())]


here = Here()
