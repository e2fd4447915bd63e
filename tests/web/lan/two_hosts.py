"""Two hosts on one machine: a computer at home and a phone, each in a network of its own."""

import ctypes
import http.client
import os
import re
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlencode

T = TypeVar("T")
HOME, PHONE = "192.168.77.1", "192.168.77.2"
HTTP, TLS = 8020, 8443
CLONE_NEWNET = 0x40000000
HIDDEN = re.compile(r'type="hidden" name="(\w+)" value="([^"]*)"')
PATIENCE_S = 60


def ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


def enter(namespace: str) -> None:
    """From here on this thread alone is on that host."""
    handle = os.open(f"/run/netns/{namespace}", os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).setns(handle, CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), "setns")
    finally:
        os.close(handle)


@contextmanager
def hosts() -> Iterator[tuple[str, str]]:
    """Two namespaces joined by a cable: 192.168.77.1 at home, 192.168.77.2 the phone."""
    home, phone = f"lsn-home-{os.getpid()}", f"lsn-phone-{os.getpid()}"
    try:
        ip("netns", "add", home)
        ip("netns", "add", phone)
        cable = ["home0", "netns", home, "type", "veth", "peer", "name", "phone0", "netns", phone]
        ip("link", "add", *cable)
        for namespace, card, address in ((home, "home0", HOME), (phone, "phone0", PHONE)):
            ip("-n", namespace, "addr", "add", f"{address}/24", "dev", card)
            ip("-n", namespace, "link", "set", card, "up")
            ip("-n", namespace, "link", "set", "lo", "up")
        yield home, phone
    finally:
        for namespace in (home, phone):
            subprocess.run(["ip", "netns", "del", namespace], check=False, capture_output=True)


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    text: str


@dataclass
class Browser:
    """A browser on one of the hosts, with cookies of its own."""

    thread: ThreadPoolExecutor
    connect: Callable[[], http.client.HTTPConnection]
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(
        self, method: str, path: str, form: dict[str, str] | None = None, **headers: str
    ) -> Answer:
        """One request, from that host."""
        return self.thread.submit(self._ask, method, path, form, headers).result(PATIENCE_S)

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, **headers)

    def send(self, path: str, **form: str) -> Answer:
        """Fills in the first form of a page as a browser would, and follows where it leads."""
        page = self.get(path)
        first_form = page.text.partition("</form>")[0]
        answer = self.ask("POST", path, {**dict(HIDDEN.findall(first_form)), **form})
        while answer.status == 302:
            answer = self.get(answer.headers["Location"])
        return answer

    def _ask(
        self, method: str, path: str, form: dict[str, str] | None, headers: dict[str, str]
    ) -> Answer:
        sent = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), **headers}
        connection = self.connect()
        if form is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
            scheme = "https" if isinstance(connection, http.client.HTTPSConnection) else "http"
            sent.setdefault("Origin", f"{scheme}://{connection.host}:{connection.port}")
        with closing(connection):
            connection.request(method, path, None if form is None else urlencode(form), sent)
            answer = connection.getresponse()
            for cookie in answer.headers.get_all("Set-Cookie", []):
                self.cookies.update({key: one.value for key, one in SimpleCookie(cookie).items()})
            return Answer(answer.status, answer.headers, answer.read().decode(errors="replace"))


class TwoHosts:
    """A server on the computer, a browser beside it, and phones."""

    def __init__(self, home: str, phone: str, data: Path) -> None:
        self.home, self.data = home, data
        self.lines: list[str] = []
        self._at_home = ThreadPoolExecutor(1, initializer=enter, initargs=(home,))
        self._at_phone = ThreadPoolExecutor(1, initializer=enter, initargs=(phone,))
        self._process: subprocess.Popen[str] | None = None

    def serves(self, *options: str) -> Browser:
        """Starts Loosen and lets one browser of the computer in."""
        command = [sys.executable, "-m", "loosen", "serve", "--no-browser", "--port", str(HTTP)]
        clean = {key: one for key, one in os.environ.items() if not key.startswith("LOOSEN_")}
        clean.pop("DATABASE_URL", None)
        self._process = subprocess.Popen(
            ["ip", "netns", "exec", self.home, *command, "--data", str(self.data), *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=clean,
        )
        host = Browser(self._at_home, lambda: http.client.HTTPConnection("127.0.0.1", HTTP))
        token = self.line_with("Loosen is open at").rpartition("/open/")[2]
        assert host.get(f"/open/{token}").status == 302
        if "--lan" in options:
            self.line_with("Approve each new device")
        return host

    def line_with(self, words: str) -> str:
        """The next line that it prints with these words."""
        assert self._process is not None
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.lines.append(line.strip())
            if words in line:
                return line.strip()
        raise AssertionError("\n".join(self.lines))

    def phone(self) -> Browser:
        """A browser on the phone that trusts our authority."""
        trusts = ssl.create_default_context(cafile=self.data / "authority" / "authority.crt")
        return Browser(
            self._at_phone, lambda: http.client.HTTPSConnection(HOME, TLS, context=trusts)
        )

    def from_phone(self, act: Callable[[], T]) -> T:
        """Does this on the phone."""
        return self._at_phone.submit(act).result(PATIENCE_S)

    def listening(self) -> set[str]:
        """Every address and port on which the computer takes calls, as the kernel sees it."""
        told = subprocess.run(
            ["ip", "netns", "exec", self.home, "cat", "/proc/net/tcp", "/proc/net/tcp6"],
            check=True,
            capture_output=True,
            text=True,
        )
        rows = [line.split() for line in told.stdout.splitlines()]
        return {_readable(row[1]) for row in rows if len(row) > 3 and row[3] == "0A"}

    def ends(self) -> None:
        """Everything is gone again."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(PATIENCE_S)
            assert self._process.stdout is not None
            self._process.stdout.close()
        self._at_home.shutdown()
        self._at_phone.shutdown()


def _readable(local: str) -> str:
    address, _, port = local.partition(":")
    quads = [str(int(address[at : at + 2], 16)) for at in range(6, -2, -2)]
    return f"{'.'.join(quads) if len(address) == 8 else address}:{int(port, 16)}"
