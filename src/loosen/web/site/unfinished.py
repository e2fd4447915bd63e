"""A card on which "Yes" or "Not sure" was tapped: until it is said which, other pages lead back.

The tap alone names no sign, so nothing can be recorded of it; but it must not get lost either,
while yesterday's "no" still stands. This browser keeps the card's address, signed, for a day.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from loosen.vocabulary import Urgency

from .visit import Visit

COOKIE = "loosen-card"
SALT = "loosen.card"
LASTS = timedelta(days=1)
WHICH = "which"
# Never in the way of help, of a stop, of what is on the skin, or of the record and its settings.
FREE = re.compile(
    r"/(emergency|urgent|help|data|settings|open|static|away|keep|knock|trust)/|/worker\.js"
    r"|/(heat|cold|massage)/(on|after)/|/session/[0-9a-f-]{36}/stop/"
)


class UnfinishedMiddleware:
    """Remembers the card on which something was tapped, and forgets it once it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Leads back to the card, or lets the request through."""
        card = "" if is_emergency(request) else unfinished_card(request)
        is_other = bool(card) and request.path != urlsplit(card).path
        if is_other and request.method in {"GET", "HEAD"} and not FREE.match(request.path):
            return HttpResponseRedirect(card)
        response = self.get_response(request)
        if _is_tapped(request) and response.status_code == 200 and not is_emergency(request):
            _keep(response, request.get_full_path())
        elif card and not is_other and _is_over(request, response):
            response.delete_cookie(COOKIE)
        return response


def is_emergency(request: HttpRequest) -> bool:
    """Whether every page is locked already, so that none needs to lead back to a card.

    After an answer that sends for help the back button asks for the card's second page once more
    as if it had been tapped; it must not bar the way to what says why all is locked.
    """
    if COOKIE not in request.COOKIES and WHICH not in request.GET:
        return False
    visit: Visit = request.visit  # type: ignore[attr-defined]  # set by the visit
    return visit.decision is not None and visit.decision.urgency in {Urgency.U0, Urgency.U1}


def unfinished_card(request: HttpRequest) -> str:
    """The address of the card; empty where none is open or the cookie is not ours."""
    card = request.get_signed_cookie(
        COOKIE, default="", salt=SALT, max_age=int(LASTS.total_seconds())
    )
    return card if isinstance(card, str) else ""


def _is_tapped(request: HttpRequest) -> bool:
    """Whether the card itself led here, at a tap; a typed address says nothing."""
    from_path = urlsplit(request.headers.get("Referer", "")).path
    return request.method == "GET" and WHICH in request.GET and from_path == request.path


def _is_over(request: HttpRequest, response: HttpResponse) -> bool:
    """Answered, or not asked any more."""
    if request.method == "POST":
        return response.status_code in {301, 302, 303}
    return WHICH in request.GET and response.status_code != 200


def _keep(response: HttpResponse, card: str) -> None:
    response.set_signed_cookie(
        COOKIE,
        card,
        salt=SALT,
        max_age=int(LASTS.total_seconds()),
        httponly=True,
        samesite="Strict",
    )
