"""A card of danger signs within a session: shown, answered, and what is urgent before all else."""

from django.http import HttpResponse, HttpResponseRedirect

from loosen.web.site.visit import VisitRequest
from loosen.web.start.card_pages import Asked
from loosen.web.start.card_views import record_card, show_card
from loosen.web.start.ways import Path, urgent_url


def ask_card(request: VisitRequest, asked: Asked, next_url: str) -> HttpResponse:
    """Shows the card or records it; then what is urgent comes before all else."""
    if request.method != "POST":
        return show_card(request, asked, Path.ON)
    if (unread := record_card(request, asked, Path.ON)) is not None:
        return unread
    urgent = urgent_url(request.visit.decision, request.visit.content)
    return HttpResponseRedirect(urgent or next_url)
