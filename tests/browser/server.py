"""The real server, in a thread of the tests' process: one a worker, with a record for each test.

The process has one clock and one database setting, so a test swaps both whole and puts them back.
"""

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from django.db import connection, connections

from loosen.web import serve
from loosen.web.site import clock, first_run

T = TypeVar("T")
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
START_S = 20


class Hands:
    """The hands of the server's clock; they stand still until a story moves them."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def go_on(self, **span: float) -> None:
        """Moves on by so many `seconds`, `minutes`, `hours` or `days`."""
        self.at += timedelta(**span)


class Server:
    """Serves the pages on a free port until `stop`; `origin` is its address."""

    def __init__(self) -> None:
        listening = socket.create_server((serve.HOST, 0))
        self.uvicorn = serve.Server(listening, open_browser=False)
        self.origin = self.uvicorn.origin
        self._thread = threading.Thread(
            target=self.uvicorn.run, kwargs={"sockets": [listening]}, name="server"
        )

    def start(self) -> None:
        """Draws what changed, as `run` does; returns at once: the socket takes calls already."""
        serve.draw_figures()
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread; a request that hangs is cut off."""
        self.uvicorn.should_exit = self.uvicorn.force_exit = True
        self._thread.join(START_S)

    def new_address(self) -> str:
        """The address that a person would find printed: it opens once."""
        return f"{self.origin}/open/{self.uvicorn.keys.make()}"


class Records:
    """A fresh database file for each test, copied from one that has all the tables."""

    def __init__(self, folder: Path) -> None:
        self._tables = folder / "tables.sqlite3"
        with database(self._tables):
            aside(first_run.bring_tables_up_to_date)

    @contextmanager
    def fresh(self, folder: Path) -> Iterator[Path]:
        """The server writes into a file of its own within `folder` until the block ends."""
        file = folder / "loosen.sqlite3"
        shutil.copyfile(self._tables, file)
        with database(file):
            yield file


@contextmanager
def database(file: Path) -> Iterator[None]:
    """Every connection that opens within the block opens this SQLite file, and is not kept."""
    chosen = connections.settings["default"]
    before = dict(chosen)
    chosen |= {"NAME": str(file), "CONN_MAX_AGE": 0}
    try:
        yield
    finally:
        chosen |= before


@contextmanager
def standing_clock(hands: Hands) -> Iterator[Hands]:
    """The server's clock is this one, in UTC, until the block ends."""
    with clock.clock_set(hands):
        yield hands


def aside(ask: Callable[[], T]) -> T:
    """Asks in a thread of its own: Playwright keeps a loop in this one, where Django refuses."""

    def and_hang_up() -> T:
        try:
            return ask()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(and_hang_up).result()
