"""The ASGI application, for `serve` and for a clinic's own server."""

from collections.abc import Awaitable, Callable
from typing import Any

import django
from asgiref.sync import SyncToAsync, sync_to_async
from django.core.handlers.asgi import ASGIHandler
from django.db import connections
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from .failures import most_bytes

Receive = Callable[[], Awaitable[dict[str, Any]]]


class OneThreadHandler(ASGIHandler):
    """Works out all pages in one thread, which keeps its connection to the database open.

    Django's own handler starts a thread and opens the database anew for each request, half of
    the time of a page. Here one person asks, and Python works in one thread at a time anyway.
    """

    def load_middleware(self, is_async: bool = False) -> None:
        """The chain as a plain function: run by the event loop, it would ask another thread to
        write the page of an error, and that thread would open the database once more."""
        super().load_middleware(is_async=False)

    async def get_response_async(self, request: HttpRequest) -> HttpResponseBase:
        """The whole answer, errors included, from the one thread."""
        return await sync_to_async(self.get_response, thread_sensitive=True)(request)

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        """One request."""
        if scope["type"] != "http":
            raise ValueError(f"only http is served here, not {scope['type']}")
        await self.handle(scope, at_most(most_bytes(scope["path"]), receive), send)

    def close(self) -> None:
        """Closes the database in that thread, so that SQLite folds its journal into the file."""
        SyncToAsync.single_thread_executor.submit(connections.close_all).result()


def at_most(most_bytes: int, receive: Receive) -> Receive:
    """What comes in, without what goes beyond so many bytes.

    Django writes a body down whole before the door is asked, so whoever is in the same network
    could fill the disk; the page that refuses what is too long needs none of it.
    """
    left = most_bytes

    async def received() -> dict[str, Any]:
        nonlocal left
        message = await receive()
        body = message.get("body", b"")[:left]
        left -= len(body)
        return message | {"body": body}

    return received


django.setup(set_prefix=False)
application = OneThreadHandler()
