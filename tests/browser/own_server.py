"""A server in a process of its own, for stories in which it is killed."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

ADDRESS = re.compile(r"Loosen is open at (http://\S+)/open/(\S+)")
SERVE = (sys.executable, "-m", "loosen", "serve", "--no-browser", "--data")


class OwnServer:
    """`loosen serve` on a folder of its own; `origin` and `token` are those it printed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.origin = self.token = ""
        self._process: subprocess.Popen[str] | None = None

    def starts(self, port: int | None = None) -> None:
        """Returns once it has printed its address."""
        self.begins([*SERVE, str(self.folder), *(["--port", str(port)] if port else [])])

    def begins(self, command: list[str]) -> None:
        """Starts this command and waits for its address."""
        # Its own folder and settings, not those of the tests' process.
        clean = {key: one for key, one in os.environ.items() if not key.startswith("LOOSEN_")}
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=clean
        )
        self._process = process
        assert process.stdout is not None
        self.origin, self.token = _address_in(process.stdout)

    @property
    def port(self) -> int:
        """The port it opened."""
        return int(self.origin.rpartition(":")[2])

    def is_killed(self) -> None:
        """kill -9: no farewell, nothing flushed."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._process = None

    def ends(self) -> None:
        """Whatever still runs is gone."""
        if self._process is not None:
            self.is_killed()


def _address_in(said: IO[str]) -> tuple[str, str]:
    lines: list[str] = []
    for line in said:
        if found := ADDRESS.search(line):
            return found[1], found[2]
        lines.append(line)
    raise AssertionError("the server ended before it was open: " + "".join(lines))
