"""Cards and tracks from the own origin, closed with the thing that they show."""

import gzip
from functools import lru_cache
from pathlib import Path

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from loosen.vocabulary import Item
from loosen.web.ease.choosing import verdict_on
from loosen.web.shelf.library_pages import permit_of
from loosen.web.site.guards import locked
from loosen.web.site.visit import VisitRequest

from .baking import BODIES, EXPECTING, FOLDER, POSES
from .drawn import body_of, figures_of_item, file_of, versions

SVG, JSON = "image/svg+xml", "application/json"
# The address names what the drawing was made from, so the same address is the same drawing.
FOR_GOOD = "private, max-age=31536000, immutable"
ASK_AGAIN = "private, no-cache"


@require_GET
def card(request: VisitRequest, item_id: str) -> HttpResponse:
    """A still: start, end and the way between, in the colours of the page."""
    return _figure(request, item_id, ".svg", SVG)


@require_GET
def poses(request: VisitRequest, item_id: str) -> HttpResponse:
    """The key poses side by side, for paper."""
    return _figure(request, item_id, f"{POSES}.svg", SVG)


@require_GET
def track(request: VisitRequest, item_id: str) -> HttpResponse:
    """The movement for the page's script."""
    return _figure(request, item_id, ".json", JSON)


@require_GET
def body(request: VisitRequest) -> HttpResponse:
    """What all movements of one body share; it teaches nothing, so it is never closed."""
    name = request.GET.get("body", BODIES[0])
    versions(request.visit.content.version)
    if name.removesuffix(EXPECTING) not in BODIES:
        raise Http404
    return _answer(request, FOLDER / f"{name}.json", JSON, request.GET.get("v", ""))


def _figure(request: VisitRequest, item_id: str, suffix: str, kind: str) -> HttpResponse:
    visit = request.visit
    item = visit.content.item(item_id)
    if item is None:
        raise Http404
    if permit_of(item) not in visit.permits or verdict_on(item, visit).bars:
        return locked(request)
    version = versions(visit.content.version).get(item_id)
    file = _asked_file(request, item, suffix)
    if version is None or file is None:
        raise Http404
    return _answer(request, file, kind, version)


def _asked_file(request: VisitRequest, item: Item, suffix: str) -> Path | None:
    """The file of the body and step in the address; where it names none, of those shown first."""
    figures = figures_of_item(item)
    first = figures[0].step if figures else 0
    step = request.GET.get("step", str(first))
    chosen = body_of(item.id, request.visit.preferences.figure)
    body = request.GET.get("body", chosen)
    return file_of(item, body, int(step), suffix) if step.isdecimal() else None


def _answer(request: VisitRequest, file: Path, kind: str, version: str) -> HttpResponse:
    """The file, packed where the browser can unpack it."""
    try:
        plain, packed = _read(file, version)
    except FileNotFoundError as error:
        raise Http404 from error
    can_unpack = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(packed if can_unpack else plain, content_type=kind)
    if can_unpack:
        response["Content-Encoding"] = "gzip"
    response["Vary"] = "Accept-Encoding"
    is_this = version and request.GET.get("v") == version
    response["Cache-Control"] = FOR_GOOD if is_this else ASK_AGAIN
    return response


@lru_cache(maxsize=256)
def _read(file: Path, version: str) -> tuple[bytes, bytes]:
    """The file plain and packed; kept by what it was made from."""
    del version
    plain = file.read_bytes()
    return plain, gzip.compress(plain, 6, mtime=0)
