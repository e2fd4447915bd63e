"""For the device's worker: itself, the list of what to keep, and the page without the computer."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.http import require_safe

from loosen.vocabulary import to_plain
from loosen.web.site import clock
from loosen.web.site.assets import asset_url
from loosen.web.site.visit import VisitRequest

from .keeping import FORMAT, keep_list
from .pages import away_page


@require_safe
def worker(_request: HttpRequest) -> HttpResponse:
    """The script that stands between the pages and the network. It is the same for everybody."""
    built = asset_url("worker.ts").removeprefix(settings.STATIC_URL)
    body = (settings.STATIC_FOLDER / built).read_bytes()
    return HttpResponse(body, content_type="text/javascript")


def is_told(request: VisitRequest) -> bool:
    """Whether no tapped yes waits for which of them it is."""
    return not request.visit.still_to_say.by_question


@require_safe
def keep(request: VisitRequest) -> HttpResponse:
    """What may be kept now. `now_ms` is the clock that counts; `csrf` goes with what waits."""
    listed = keep_list(request.visit, is_told=is_told(request))
    plain = {
        "format": FORMAT,
        "now_ms": round(clock.now().timestamp() * 1000),
        "csrf": get_token(request),
        **to_plain(listed),
    }
    return JsonResponse(plain)


@require_safe
def away(request: VisitRequest) -> HttpResponse:
    """Kept for the time without the computer; with it, it is only looked at."""
    page = away_page(request.visit, is_told=is_told(request))
    return render(request, "offline/away.html", {"page": page})
