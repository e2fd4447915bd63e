"""When something fails, a kind page: what happened, what is kept, what to do.

It never shows an exception's text.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

log = logging.getLogger("loosen.web")


@dataclass(frozen=True, slots=True, kw_only=True)
class FailurePage:
    """`what` happened, whether something was `kept`, what to `do`."""

    title: str
    what: str
    do: str


BAD_REQUEST = FailurePage(
    title="We could not read that",
    what="What reached us was not complete. Nothing was saved.",
    do="Go back, load the page again and send it once more.",
)
FORGED = FailurePage(
    title="This page was too old",
    what="The form you sent was not one of ours, or it was open for too long. Nothing was saved.",
    do="Go back, load the page again and send it once more.",
)
NOT_FOUND = FailurePage(
    title="There is no page here",
    what="The address may be old, or a letter may be wrong.",
    do="Go to the first page and start from there.",
)
TOO_LARGE = FailurePage(
    title="That was too much at once",
    what="What you sent is larger than we take. Nothing was saved.",
    do="Go back, make it shorter and send it again.",
)
BROKEN = FailurePage(
    title="Something went wrong on our side",
    what="This is our fault, not yours. What you saved before is kept.",
    do="Go back and try once more. If it fails again, stop Loosen and start it again.",
)
STORE_BUSY = FailurePage(
    title="Your record is busy",
    what="Something else is writing to it right now. This step was not saved.",
    do="Wait a moment, then go back and send it again.",
)
STORE_FULL = FailurePage(
    title="The disk is full",
    what="There is no room left to save this. What you saved before is kept.",
    do="Make some room on this computer, then go back and send it again.",
)
STORE_READ_ONLY = FailurePage(
    title="We may not write to your record",
    what="The file of your record can be read but not changed. This step was not saved.",
    do="Check that its folder may be written to, then start Loosen again.",
)
STORE_LOST = FailurePage(
    title="We cannot reach your record",
    what="The file or the database that holds it does not answer. This step was not saved.",
    do="Check that the disk is there, then start Loosen again.",
)
BY_CODE = {
    "SQLITE_BUSY": STORE_BUSY,
    "SQLITE_LOCKED": STORE_BUSY,
    "SQLITE_FULL": STORE_FULL,
    "SQLITE_IOERR": STORE_LOST,
    "SQLITE_READONLY": STORE_READ_ONLY,
    # PostgreSQL's own codes (its manual, appendix A).
    "40001": STORE_BUSY,
    "40P01": STORE_BUSY,
    "55P03": STORE_BUSY,
    "53100": STORE_FULL,
    "25006": STORE_READ_ONLY,
}


class FailuresMiddleware:
    """Turns a store that does not answer and a form that is too large into kind pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refuses by the announced length before anything is read."""
        if "Transfer-Encoding" in request.headers and not request.META.get("CONTENT_LENGTH"):
            return show(request, BAD_REQUEST, 411)
        if _announced_bytes(request) > most_bytes(request.path):
            return show(request, TOO_LARGE, 413)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Only what a person can do something about; the rest is a fault of ours."""
        match error:
            case DatabaseError() | InterfaceError():
                log.error("the store failed", exc_info=error)
                return show(request, store_failure(error), 503)
            case RequestDataTooBig() | TooManyFieldsSent() | TooManyFilesSent():
                return show(request, TOO_LARGE, 413)
        return None


def _announced_bytes(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isascii() and length.isdigit() else 0


def most_bytes(path: str) -> int:
    """How much may be sent to this path."""
    is_import = path == "/data/import/"
    return settings.MOST_IMPORT_BYTES if is_import else settings.MOST_FORM_BYTES


def store_failure(error: Exception) -> FailurePage:
    """Which kind of failure of the store it is."""
    cause = error.__cause__
    code = getattr(cause, "sqlite_errorname", "") or getattr(cause, "sqlstate", "") or ""
    primary = "_".join(code.split("_")[:2])
    return BY_CODE.get(primary, STORE_LOST)


def show(request: HttpRequest, page: FailurePage, status: int) -> HttpResponse:
    """The page; a failure of ours does not look at the record, for it may be what fails."""
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        request.__dict__.pop("visit", None)
    return render(request, "site/failure.html", {"page": page, "status": status}, status=status)


# --- Django's own handlers -------------------------------------------------------------------


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 where the form was too large to be read at all."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return show(request, TOO_LARGE, 413)
    return show(request, BAD_REQUEST, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return show(request, FORGED, 403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token is missing or wrong."""
    return show(request, FORGED, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return show(request, NOT_FOUND, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500."""
    return show(request, BROKEN, 500)
