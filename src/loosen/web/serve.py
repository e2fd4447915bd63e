"""`loosen serve`: the pages on this computer alone, in this process, until Ctrl-C.

With `--lan` they are open to approved devices at home as well, over TLS (see `lan`).
"""

import asyncio
import os
import socket
import sys
import threading
import webbrowser
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from loosen.vocabulary import ContentError, Problem, SettingsError

if TYPE_CHECKING:  # at home alone nothing of the network is loaded
    from .lan.listening import HomeListener

HOST = "127.0.0.1"
PORTS_TRIED = 20
FAREWELL_S = 3
TEXT_BROWSERS = frozenset({"www-browser", "links", "elinks", "lynx", "w3m"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lan:
    """The wish to be open at home: at one `address` or, where it is empty, at all of them."""

    address: str = ""
    port: int | None = None


def run(
    *,
    port: int | None = None,
    data: Path | None = None,
    open_browser: bool = True,
    lan: Lan | None = None,
) -> int:
    """Serves until it is stopped; the exit code. Raises `SettingsError` for a wrong setting."""
    start_django(data)
    from django.conf import settings

    draw_figures()
    home = open_home(settings.DATA, lan) if lan else None
    listening = open_port(settings.PORT if port is None else port)
    server = Server(listening, open_browser=open_browser, home=home)
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        say("Loosen has stopped. Your record is kept.")
    finally:
        server.close()
    return 0


def say(line: str) -> None:
    """One line for the person who started it, at once even where the output is a file."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def draw_figures() -> None:
    """Bakes what changed in a checkout, before the first page waits for it.

    Faulty content is told by the pages; and a folder that may not be written was baked before.
    """
    from loosen.library.current import load_content
    from loosen.web.figures.baking import bake_changed

    with suppress(ContentError, OSError):
        bake_changed(load_content(), say=say)


def start_django(data: Path | None) -> None:
    """Prepares the folder, sets Django up and brings the tables up to date."""
    if data is not None:
        os.environ["LOOSEN_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loosen.web.site.settings")
    import django
    from django.conf import settings

    from loosen.web.site import first_run

    is_file = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    first_run.prepare(settings.DATA, settings.SQLITE_FILE if is_file else None)
    settings.SECRET_KEY = settings.SECRET_FILE.read_text(encoding="ascii").strip()
    django.setup()
    first_run.bring_tables_up_to_date()


def open_home(data: Path, lan: Lan) -> "HomeListener":
    """The listener on the home network, bound but not yet listening."""
    from .lan.listening import HomeListener

    return HomeListener(data, port=lan.port, chosen=lan.address, say=say)


def open_port(wanted: int) -> socket.socket:
    """A listening socket on the port wanted or, where it is taken, on one of the next."""
    for port in range(wanted, wanted + PORTS_TRIED):
        # asyncio switches Nagle's delay off only where the socket says that it is TCP.
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if os.name == "posix":  # elsewhere it would let another program take the port over
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
            listening.listen(128)
        except OSError:
            listening.close()
            say(f"Port {port} is taken; trying {port + 1}.")
            continue
        return listening
    raise SettingsError(
        Problem(
            what="no port is free",
            where="LOOSEN_PORT or --port",
            found=f"{wanted} to {wanted + PORTS_TRIED - 1} are taken",
            expected="a free port among them",
            do="name another port",
        )
    )


class Server(uvicorn.Server):
    """uvicorn that says its address once it listens."""

    def __init__(
        self,
        listening: socket.socket,
        *,
        open_browser: bool,
        home: "HomeListener | None" = None,
    ) -> None:
        from loosen.web.site.asgi import application
        from loosen.web.site.door import keys

        super().__init__(
            uvicorn.Config(
                application,
                access_log=False,
                log_config=None,
                lifespan="off",
                ws="none",
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=FAREWELL_S,
            )
        )
        self.close = application.close
        self.keys = keys
        self.origin = "http://{}:{}".format(*listening.getsockname())
        self.open_browser = open_browser
        self.home = home
        keys.ask_for_new = self.say_address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listens, then says so."""
        await super().startup(sockets)
        address = self.say_address()
        if self.home is not None:
            await self.home.open(self.protocol)
            say_home_address(self.origin)
        if self.open_browser:
            threading.Thread(target=open_in_browser, args=(address,), daemon=True).start()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Takes no more calls, here and at home."""
        if self.home is not None:
            self.home.close()
        await super().shutdown(sockets)

    def protocol(self) -> asyncio.Protocol:
        """One connection, as uvicorn makes it for its own sockets."""
        made: asyncio.Protocol = self.config.http_protocol_class(  # type: ignore[call-arg]  # as there
            config=self.config, server_state=self.server_state, app_state=self.lifespan.state
        )
        return made

    def new_address(self) -> str:
        """An address that lets one browser in."""
        return f"{self.origin}/open/{self.keys.make()}"

    def say_address(self) -> str:
        """Prints an address that opens once; a new one whenever the last was used up."""
        address = self.new_address()
        say(f"Loosen is open at {address}")
        return address


def say_home_address(origin: str) -> None:
    """The address for phones, drawn as well where the window can show it."""
    from .lan.network import here
    from .lan.qr import in_terminal

    if here.network is None:
        return
    first, *others = here.network.urls
    say(f"Phones at home open {first}" + "".join(f" or {url}" for url in others))
    if sys.stdout.isatty() and "utf" in sys.stdout.encoding.lower():
        say(in_terminal(first))
    say(f"Approve each new device here: {origin}/settings/devices/")


def open_in_browser(address: str) -> None:
    """Opens the address where there is a browser; where there is none, the printed line serves."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return
    # A browser of text would take over the very window that shows the address.
    if Path(getattr(browser, "name", "")).name not in TEXT_BROWSERS:
        browser.open(address)
