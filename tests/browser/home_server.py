"""`loosen serve --lan` in a process of its own, where this computer stands in for a home.

The loopback address takes the place of a home's, so that no network is needed; that the real
listener keeps to private addresses is the second host's test. The phone's browser is told to
take the certificate: how a person trusts it cannot be played by a script.
"""

import socket
import sys
from typing import IO

from .own_server import OwnServer

SERVE = """
import sys
from pathlib import Path
from loosen.web import serve
serve.start_django(Path(sys.argv[1]))
from loosen.web.lan import listening
listening.addresses_to_open = lambda chosen: ("127.0.0.1",)
listening.local_name = lambda: ""
lan = serve.Lan(port=int(sys.argv[3]))
serve.run(port=int(sys.argv[2]), data=Path(sys.argv[1]), open_browser=False, lan=lan)
"""


def free_port() -> int:
    """A port that is free now, so that two workers do not meet."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class HomeServer(OwnServer):
    """The same server with a second way in, for phones; `home` is its address."""

    home = ""

    def starts(self, port: int | None = None) -> None:
        """Returns once both ways in are open; a second time on the very same ports."""
        home_port = self.home.rpartition(":")[2] if self.home else str(free_port())
        command = [sys.executable, "-c", SERVE, str(self.folder), str(port or free_port())]
        self.begins([*command, home_port])
        self.home = _home_in(self.said)

    @property
    def said(self) -> IO[str]:
        """What it prints."""
        assert self._process is not None
        assert self._process.stdout is not None
        return self._process.stdout

    def is_back(self) -> None:
        """Started anew where it was."""
        self.starts(self.port)


def _home_in(said: IO[str]) -> str:
    for line in said:
        if "Phones at home open" in line:
            return line.split()[4].rstrip("/")
    raise AssertionError("the server ended before it was open at home")
