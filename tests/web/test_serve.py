"""`loosen serve` as a person starts it: a process of its own, a real port, a real file."""

import http.client
import os
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

PATIENCE_S = 60
POSIX_ONLY = pytest.mark.skipif(os.name != "posix", reason="about signals and file modes")


@dataclass
class Served:
    """A running server, what it has printed so far, and one browser."""

    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)
    cookies: dict[str, str] = field(default_factory=dict)
    has_line: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        self.listener = threading.Thread(target=self.listen, daemon=True)
        self.listener.start()

    def listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self.has_line:
                self.lines.append(line.rstrip("\n"))
                self.has_line.notify_all()

    def line_with(self, part: str, after: int = 0) -> str:
        def found() -> list[str]:
            return [line for line in self.lines[after:] if part in line]

        with self.has_line:
            assert self.has_line.wait_for(found, PATIENCE_S), self.lines
        return found()[0]

    @property
    def address(self) -> str:
        return self.line_with("Loosen is open at").split()[-1]

    def ask(
        self, method: str, path: str, form: dict[str, str] | None = None, **headers: str
    ) -> tuple[int, str]:
        """One request with the cookies so far; the status and the body."""
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port or 0, timeout=60)
        sent = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), **headers}
        if form is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        with closing(connection):
            connection.request(method, path, urlencode(form) if form is not None else None, sent)
            answer = connection.getresponse()
            for cookie in answer.headers.get_all("Set-Cookie", []):
                self.cookies.update({key: one.value for key, one in SimpleCookie(cookie).items()})
            return answer.status, answer.read().decode(errors="replace")

    def enter(self) -> None:
        status, _ = self.ask("GET", urlsplit(self.address).path)
        assert status == 302

    def send(self, path: str, **form: str) -> tuple[int, str]:
        """Fills in the form of a page as a browser would."""
        _, page = self.ask("GET", path)
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', page))
        return self.ask("POST", path, {**hidden, **form})

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(how)
        status = self.process.wait(PATIENCE_S)
        self.stop_listening()
        return status

    def stop_listening(self) -> None:
        self.listener.join(PATIENCE_S)
        assert self.process.stdout is not None
        self.process.stdout.close()


def start(data: Path, port: int) -> Served:
    command = [sys.executable, "-m", "loosen", "serve", "--no-browser"]
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell that runs the tests in the background has them ignore it, and the server inherits.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    return Served(
        subprocess.Popen(
            [*command, "--data", str(data), "--port", str(port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment,
        )
    )


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "record"


@pytest.fixture
def served(data: Path) -> Iterator[Served]:
    running = start(data, free_port())
    yield running
    if running.process.poll() is None:
        running.stop(signal.SIGKILL)


@POSIX_ONLY
def test_it_says_its_address_serves_and_leaves_cleanly(served: Served, data: Path) -> None:
    served.enter()
    status, page = served.ask("GET", "/settings/")
    assert (status, "<h1>Settings</h1>" in page) == (200, True)
    styles = re.findall(r'href="(/static/[^"]+\.css)"', page)
    assert styles
    assert {served.ask("GET", style)[0] for style in styles} == {200}
    assert served.stop() == 0
    served.line_with("Loosen has stopped")  # read by another thread, perhaps after the end
    opened = served.lines.index(served.line_with("Loosen is open at"))
    assert served.lines[opened + 1 :] == ["Loosen has stopped. Your record is kept."]


@POSIX_ONLY
def test_a_clean_stop_leaves_the_record_in_one_file_that_can_be_copied(
    served: Served, data: Path
) -> None:
    served.enter()
    served.send("/settings/", theme="dark", text_size="large", voice="on", units="us", region="")
    served.stop()
    assert {path.name for path in data.iterdir()} == {"loosen.sqlite3", "secret"}
    with closing(sqlite3.connect(data / "loosen.sqlite3")) as record:
        [[chosen]] = record.execute("SELECT preferences FROM records_ownerrecord")
    assert '"theme": "dark"' in chosen


@POSIX_ONLY
def test_nobody_else_on_this_computer_can_read_the_record(served: Served, data: Path) -> None:
    served.enter()
    served.send("/settings/", theme="dark", text_size="large", voice="on", units="us", region="")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [data, *data.iterdir()]}
    assert modes.pop("record") == 0o700
    assert {"secret", "loosen.sqlite3"} <= modes.keys()
    assert set(modes.values()) == {0o600}


@POSIX_ONLY
def test_a_killed_server_keeps_the_record_and_knows_the_browser_again(
    served: Served, data: Path
) -> None:
    served.enter()
    served.send("/settings/", theme="dark", text_size="large", voice="on", units="us", region="")
    assert served.stop(signal.SIGKILL) == -signal.SIGKILL
    again = start(data, free_port())
    again.cookies = served.cookies
    assert 'data-theme="dark"' in again.ask("GET", "/settings/")[1]
    assert again.stop() == 0


@POSIX_ONLY
def test_a_port_that_is_taken_is_named_and_the_next_one_serves(data: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        served = start(data, port)
        assert served.line_with(f"Port {port} is taken")
        served.enter()
        assert urlsplit(served.address).port != port
        assert served.stop() == 0


@POSIX_ONLY
def test_a_spent_address_brings_a_new_one_to_the_window(served: Served) -> None:
    served.enter()
    known, served.cookies = served.cookies, {}
    first = served.address
    assert served.ask("GET", "/settings/")[0] == 403
    second = served.line_with("Loosen is open at", after=1).split()[-1]
    assert second != first
    served.cookies = known
    assert served.stop() == 0


@POSIX_ONLY
def test_a_record_that_is_none_is_named_and_left_alone(data: Path) -> None:
    data.mkdir()
    file = data / "loosen.sqlite3"
    file.write_text("a diary, not a database, and longer than one hundred letters. " * 9)
    before = file.read_bytes()
    served = start(data, free_port())
    assert served.process.wait(PATIENCE_S) == 8
    assert served.line_with("the record cannot be opened")
    served.stop_listening()
    assert not [line for line in served.lines if "Traceback" in line]
    assert file.read_bytes() == before


@POSIX_ONLY
def test_no_log_tells_what_a_person_said(served: Served) -> None:
    """Marked values go through every door they can; none may come out of the window."""
    marked = "geheim-7531"
    served.enter()
    served.send("/settings/", theme=marked)
    served.ask("GET", f"/data/?page={marked}&name={marked}")
    served.ask("GET", f"/{marked}/")
    served.ask("POST", "/settings/", {"theme": marked, "csrfmiddlewaretoken": marked})
    served.ask("GET", "/settings/", Cookie=f"loosen-key={marked}")
    served.ask("GET", "/settings/", Host=f"{marked}.example")
    served.ask("GET", "/settings/", Origin=f"https://{marked}")
    served.ask("PUT", "/data/erase/", {"sure": marked})
    assert served.stop() == 0
    assert marked not in "\n".join(served.lines)


@POSIX_ONLY
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LOOSEN_PORT", "http"),
        ("LOOSEN_PORT", "80"),
        ("DATABASE_URL", "mysql://root:geheim@localhost/x"),
        ("LOOSEN_DATA", __file__),
    ],
)
def test_a_wrong_setting_stops_the_start_and_names_what_is_allowed(
    name: str, value: str, data: Path
) -> None:
    environment = {**os.environ, "LOOSEN_DATA": str(data), "DATABASE_URL": "", name: value}
    done = subprocess.run(
        [sys.executable, "-m", "loosen", "serve", "--no-browser"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 8
    assert name in done.stderr
    assert "expected:" in done.stderr
    assert "Traceback" not in done.stderr
    assert "geheim" not in done.stderr
