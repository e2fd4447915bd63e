"""TLS on the home addresses: opened with the server, made anew when an address changes."""

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Callable
from pathlib import Path

from loosen.vocabulary import Problem, SettingsError
from loosen.web.site import clock

from .addresses import addresses_to_open, local_name
from .authority import Authority, open_authority
from .network import OpenNetwork, here

FIRST_PORT = 8443
PORTS_TRIED = 20
LOOKS_AGAIN_S = 30
HANDSHAKE_S = 10  # whoever only knocks on the port is not waited for
Say = Callable[[str], None]
Protocol = Callable[[], asyncio.Protocol]


class HomeListener:
    """Listens on the home addresses, for as long as they are ours."""

    def __init__(self, data: Path, *, port: int | None, chosen: str, say: Say) -> None:
        """Binds at once, so that a wrong wish is said before anything is served.

        Raises `SettingsError`: no home network, a foreign address, no free port.
        """
        self.data, self.chosen, self.say = data, chosen, say
        self.authority: Authority = open_authority(data, clock.now())
        self.addresses = addresses_to_open(chosen)
        self.port, self._sockets = bind_all(self.addresses, port or FIRST_PORT)
        self._servers: list[asyncio.Server] = []
        self._context = self._fresh_context()
        self._watch: asyncio.Task[None] | None = None

    async def open(self, protocol: Protocol) -> None:
        """Begins to take calls, and to look after its addresses."""
        await self._listen(protocol)
        self._watch = asyncio.create_task(self._look_after(protocol))

    def close(self) -> None:
        """Takes no more calls."""
        if self._watch is not None:
            self._watch.cancel()
        self._hang_up()

    async def look_again(self, protocol: Protocol) -> None:
        """Where the addresses changed, or the certificate is about to end, begins anew."""
        try:
            addresses = addresses_to_open(self.chosen)
        except SettingsError:
            addresses = ()
        if addresses != self.addresses:
            self._hang_up()
            await self._move_to(addresses, protocol)
        elif addresses:
            self._renew()

    # --- inside ------------------------------------------------------------------------------

    async def _look_after(self, protocol: Protocol) -> None:
        while True:
            await asyncio.sleep(LOOKS_AGAIN_S)
            # A card that comes and goes must not end the watch over it.
            with contextlib.suppress(OSError, SettingsError):
                await self.look_again(protocol)

    async def _move_to(self, addresses: tuple[str, ...], protocol: Protocol) -> None:
        self.addresses = addresses
        if not addresses:
            self.say("The home network is gone. Loosen waits for it; on this computer it goes on.")
            return
        self.port, self._sockets = bind_all(addresses, self.port)
        self._context = self._fresh_context()
        await self._listen(protocol)
        self.say(f"The home network has changed. Phones now open {self._network().urls[0]}")

    async def _listen(self, protocol: Protocol) -> None:
        loop = asyncio.get_running_loop()
        for listening in self._sockets:
            server = await loop.create_server(
                protocol,
                sock=listening,
                ssl=self._context,
                ssl_handshake_timeout=HANDSHAKE_S,
            )
            self._servers.append(server)
        here.becomes(self._network())

    def _hang_up(self) -> None:
        here.becomes(None)
        for server in self._servers:
            server.close()
        for listening in self._sockets:
            listening.close()
        self._servers, self._sockets = [], []

    def _network(self) -> OpenNetwork:
        return OpenNetwork(
            addresses=self.addresses,
            name=local_name(),
            port=self.port,
            authority=self.authority.der,
            fingerprint=self.authority.fingerprint,
        )

    def _fresh_context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.load_cert_chain(self._leaf())
        return context

    def _renew(self) -> None:
        """New calls get the certificate as it is now; the same one again costs nothing."""
        self._context.load_cert_chain(self._leaf())

    def _leaf(self) -> Path:
        name = local_name()
        return self.authority.leaf((*self.addresses, *([name] if name else [])), clock.now())


def bind_all(addresses: tuple[str, ...], wanted: int) -> tuple[int, list[socket.socket]]:
    """One port that is free on every address, so that a phone knows one address by heart.

    Raises `SettingsError` where none of the ports tried is.
    """
    for port in range(wanted, wanted + PORTS_TRIED):
        bound: list[socket.socket] = []
        try:
            for address in addresses:
                bound.append(bind(address, port))
        except OSError:
            for one in bound:
                one.close()
            continue
        return port, bound
    raise SettingsError(
        Problem(
            what="no port is free for the home network",
            where="--lan-port",
            found=f"{wanted} to {wanted + PORTS_TRIED - 1} are taken",
            expected="a free port among them",
            do="name another port",
        )
    )


def bind(address: str, port: int) -> socket.socket:
    """A listening socket on this address alone, never on all of them."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows: nobody may take it over
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((address, port))
        listening.listen(128)
    except OSError:
        listening.close()
        raise
    return listening
