"""The running server: start, pages one at a time, pages at once against a bare one, memory."""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from time import perf_counter
from urllib.parse import urlsplit

from .load import one_at_a_time_ms, requests_per_s
from .table import Row

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = re.compile(r"open at (http://\S+)")
PAGES = ("/", "/screen/saddle/", "/today/", "/diary/", "/library/", "/progress/")
STARTS = 5
PORT = 8777


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A server that answers, and the cookie that its door gave us."""

    pid: int
    origin: str
    cookie: str
    first_page_s: float


@contextmanager
def running(*command: str) -> Iterator[Running]:
    """Starts the command, waits for its first page, and stops it at the end."""
    start = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        address = _address_of(process)
        cookie = _through_the_door(address)
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(address))
        one_at_a_time_ms(origin, "/", cookie, runs=1, warm=0)
        taken = perf_counter() - start
        yield Running(pid=process.pid, origin=origin, cookie=cookie, first_page_s=taken)
    finally:
        process.terminate()
        process.wait(timeout=10)


def _address_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if found := ADDRESS.search(line):
            return found.group(1)
    raise RuntimeError("the server ended before it said its address")


def _through_the_door(address: str) -> str:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=10)
    connection.request("GET", parts.path)
    answer = connection.getresponse()
    answer.read()
    return (answer.getheader("Set-Cookie") or "").split(";")[0]


def memory_mb(pid: int) -> float:
    """Resident memory of a process in megabytes; Linux only."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found is not None
    return int(found.group(1)) / 1024


def ours(port: int, data: str) -> tuple[str, ...]:
    """The product's own one command."""
    return (str(ROOT / "run"), "serve", "--no-browser", "--port", str(port), "--data", data)


def bare(port: int, data: str) -> tuple[str, ...]:
    """The bare page, on the same interpreter."""
    return (sys.executable, "-m", "benchmarks.bare", str(port), data)


def rows() -> Iterator[Row]:
    """Every figure of the running server, for somebody with a month of record."""
    with tempfile.TemporaryDirectory() as data:
        subprocess.run([sys.executable, "-m", "benchmarks.fill", data], check=True, cwd=ROOT)
        yield _start(data)
        yield from _pages(data)
        yield _against_bare(data)


def _start(data: str) -> Row:
    times = []
    for _ in range(STARTS):
        with running(*ours(PORT, data)) as server:
            times.append(server.first_page_s)
    return Row(
        what="`./run` warm to its first page",
        figure=median(times),
        unit="s",
        budget=1.5,
        how=f"median of {STARTS}, a month of record",
    )


def _pages(data: str) -> Iterator[Row]:
    with running(*ours(PORT, data)) as server:
        for path in PAGES:
            yield Row(
                what=f"page `{path}`",
                figure=one_at_a_time_ms(server.origin, path, server.cookie, runs=200),
                unit="ms",
                budget=10,
                how="one at a time, median of 200, a month of record",
            )
        yield Row(
            what="memory of the server",
            figure=memory_mb(server.pid),
            unit="MB",
            budget=150,
            how="resident, after those pages",
        )


def _against_bare(data: str) -> Row:
    ratios = []
    with running(*ours(PORT, data)) as own, running(*bare(PORT + 50, data)) as plain:
        for _ in range(3):
            own_rate = requests_per_s(own.origin, "/", own.cookie, seconds=4, connections=8)
            bare_rate = requests_per_s(plain.origin, "/", plain.cookie, seconds=4, connections=8)
            ratios.append(own_rate / bare_rate)
    return Row(
        what="first page against a bare Django page",
        figure=median(ratios),
        unit="of its requests/s",
        budget=0.7,
        how="same middleware and queries, 8 connections, in turn, median of 3",
        at_least=True,
    )
