"""The application as the server calls it."""

import asyncio
import tempfile
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.db.backends.signals import connection_created

from loosen.web.site import asgi, clock, failures

IN_TURN = 3


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """In which thread each page was worked out; afterwards that thread lets its database go."""
    seen: list[int] = []
    moment = clock.moment

    def noted() -> clock.Moment:
        seen.append(threading.get_ident())
        return moment()

    monkeypatch.setattr(clock, "moment", noted)
    monkeypatch.setattr("loosen.web.site.door.is_known", lambda _: True)
    yield seen
    asgi.application.close()


async def status_of(path: str, *parts: bytes) -> int:
    """Asks for a page as the server does, or sends these parts; the status of the answer."""
    sent: list[dict[str, Any]] = []
    bodies = parts or (b"",)
    waiting = [
        {"type": "http.request", "body": body, "more_body": left > 0}
        for left, body in enumerate(reversed(bodies))
    ]
    over = asyncio.Event()

    async def receive() -> dict[str, Any]:
        if not waiting:
            await over.wait()
            return {"type": "http.disconnect"}
        return waiting.pop()

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST" if parts else "GET",
        "path": path,
        "headers": [
            (b"host", b"127.0.0.1:8020"),
            (b"content-length", str(sum(map(len, parts))).encode()),
        ],
        "query_string": b"",
        "server": ("127.0.0.1", 8020),
    }
    await asgi.application(scope, receive, send)
    return int(sent[0]["status"])


@pytest.fixture
def openings() -> Iterator[list[int]]:
    """In which threads the database was opened."""
    seen: list[int] = []

    def note(**_: object) -> None:
        seen.append(threading.get_ident())

    connection_created.connect(note)
    yield seen
    connection_created.disconnect(note)


@pytest.mark.django_db(transaction=True)
def test_all_pages_are_worked_out_in_one_thread_that_keeps_its_database(threads, openings) -> None:
    """Pages of an error too: Django's own handler writes those in a thread of their own."""

    async def several() -> list[int]:
        return list(await asyncio.gather(*(status_of("/no-such-page/") for _ in range(IN_TURN))))

    assert asyncio.run(several()) == [404] * IN_TURN
    assert len(threads) == IN_TURN
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()
    assert openings == [threads[0]]


@pytest.mark.parametrize("path", ["/knock/", "/data/import/"])
@pytest.mark.django_db(transaction=True)
def test_who_sends_without_end_fills_no_disk(path, threads, monkeypatch) -> None:
    """Before the door is asked a body lies on the disk; no more of it than anybody may send."""
    written: list[int] = []

    class Counted(tempfile.SpooledTemporaryFile):
        def write(self, body):
            written.append(len(body))
            return super().write(body)

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", Counted)
    most = failures.most_bytes(path)
    parts = [bytes(most // 4)] * 9
    assert asyncio.run(status_of(path, *parts)) == 413
    assert sum(written) == most


def test_only_pages_are_served(threads) -> None:
    with pytest.raises(ValueError, match="only http"):
        asyncio.run(asgi.application({"type": "websocket"}, None, None))
    assert threads == []
