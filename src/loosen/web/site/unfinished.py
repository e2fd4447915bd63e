"""A card on which "Yes" or "Not sure" was tapped: until it is said which, other pages lead back.

The tap is an entry, and its questions are open again, so that all is locked on every device. This
only spares a person the locked page: it leads to where it is said which.
"""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from loosen.vocabulary import Urgency

from .visit import Visit

ASKS_URL = "/screen/"
# Never in the way of help, of a session's stop, of what is on the skin, of the record and its
# settings, nor of the questions themselves.
FREE = re.compile(
    r"/(emergency|urgent|help|data|settings|open|static|away|keep|knock|trust)/|/worker\.js"
    r"|/(heat|cold|massage)/(on|after)/|/session/[0-9a-f-]{36}/(stop/)?(\?|$)"
    r"|/session/start/\?which=|/about/.|/screen/(?!result/|changed/)"
)


class UnfinishedMiddleware:
    """Leads to the card of which something is still to be said."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Leads to the card, or lets the request through."""
        is_look = request.method in {"GET", "HEAD"}
        if is_look and not FREE.match(request.get_full_path()) and is_to_say(request):
            return HttpResponseRedirect(ASKS_URL)
        return self.get_response(request)


def is_to_say(request: HttpRequest) -> bool:
    """Whether something is still to be said; where help is urgent all is locked, and that is first.

    The back button lets one tap a card of the past again; that must not bar the way to what says
    why all is locked.
    """
    visit: Visit = request.visit  # type: ignore[attr-defined]  # set by the visit
    if not visit.still_to_say.by_question:
        return False
    return visit.decision is None or visit.decision.urgency not in {Urgency.U0, Urgency.U1}
