"""The finder of a position of ease: try one, say how it was, keep the best."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loosen import ledger
from loosen.vocabulary import Clearance, Equipment, Permit, Position, PositionTried
from loosen.web.figures.drawn import drawn_for
from loosen.web.records.store import Draft
from loosen.web.site.guards import needs
from loosen.web.site.visit import Visit, VisitRequest
from loosen.web.start.opening import BREATHING, TRANSFERS
from loosen.web.start.pages import Link
from loosen.web.start.ways import calm_words

from .barred import show_barred
from .choosing import FLOOR, in_order, next_position, tried_lately, verdict_on
from .forms import TriedForm
from .pages import NothingPage, PositionPage

QUESTIONS = Link(
    title="Go on with the questions",
    url="/screen/",
    text="They open today's plan.",
    icon="check",
)
PLACES = {
    "": "Anywhere",
    FLOOR: "On the floor",
    Equipment.BED.value: "In bed",
    Equipment.CHAIR.value: "At a chair",
}
TODAY = Link(title="See today's plan", url="/today/", text="What fits you today.", icon="today")


@needs(Permit.POSITION)
@require_http_methods(["GET"])
def finder(request: VisitRequest) -> HttpResponse:
    """The first position to try now."""
    position = next_position(request.visit, place_of(request))
    if position is None:
        return render(
            request, "ease/nothing.html", {"page": NothingPage(ways=_ways(request.visit))}
        )
    return _show(request, position, TriedForm())


@needs(Permit.POSITION)
@require_http_methods(["GET", "POST"])
def one(request: VisitRequest, position_id: str) -> HttpResponse:
    """One position: tried, and then kept, or on to the next."""
    position = request.visit.content.positions.get(position_id)
    if position is None:
        raise Http404
    if verdict_on(position, request.visit).bars:
        return show_barred(request, position, "/positions/")
    form = TriedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _tried(request, position, form)
    return _show(request, position, form)


def _tried(request: VisitRequest, position: Position, form: TriedForm) -> HttpResponse:
    did = form.cleaned_data["did"]
    tried = PositionTried(position_id=position.id, helped=did != "no", kept=did == TriedForm.KEEP)
    request.visit.record(Draft(payload=tried, form_id=form.once))
    if tried.kept:
        return HttpResponseRedirect(f"/positions/{position.id}/?kept=1")
    url = _next_url(request.visit, position, place_of(request))
    return HttpResponseRedirect(url or f"/positions/{position.id}/")


def place_of(request: VisitRequest) -> str:
    """Where the person is, as it travels in the address; empty is anywhere."""
    said = request.GET.get("place", "")
    return said if said in PLACES else ""


def _show(request: VisitRequest, position: Position, form: TriedForm) -> HttpResponse:
    verdict = verdict_on(position, request.visit)
    before = request.visit.content.positions.get(request.GET.get("from", ""))
    page = PositionPage(
        position=position,
        figure=next(iter(drawn_for(position, request.visit)), None),
        form=form,
        hows=verdict.hows,
        reasons=verdict.reasons,
        come_out_of=before if before is not position else None,
        opening=_opening(request),
        is_kept="kept" in request.GET
        and ledger.kept_position(request.visit.entries) == position.id,
        place=place_of(request),
        places=_places(),
        next_url=_next_url(request.visit, position, place_of(request)),
        ways=_ways(request.visit),
        others=_others(request.visit, position),
        aloud=" ".join(step.text for step in position.into),
    )
    return render(request, "ease/position.html", {"page": page}, status=422 if form.errors else 200)


def _opening(request: VisitRequest) -> str:
    """Said once, on the way from the questions to the first position."""
    return calm_words(request.visit) if "first" in request.GET else ""


def _next_url(visit: Visit, position: Position, place: str) -> str:
    following = next_position(visit, place, after=position.id)
    if following is None:
        return ""
    where = f"&place={place}" if place else ""
    return f"/positions/{following.id}/?from={position.id}{where}"


def _places() -> tuple[Link, ...]:
    return tuple(
        Link(title=title, url=f"/positions/?place={place}" if place else "/positions/")
        for place, title in PLACES.items()
    )


def _ways(visit: Visit) -> tuple[Link, ...]:
    """Where to go once one lies well."""
    first = (
        TODAY
        if isinstance(visit.standing, Clearance) and Permit.EXERCISE in visit.permits
        else QUESTIONS
    )
    if isinstance(visit.standing, Clearance) and Permit.EXERCISE not in visit.permits:
        first = Link(title="What your answers mean", url="/screen/result/", icon="info")
    rest = ((Permit.BREATHING, BREATHING), (Permit.TRANSFER, TRANSFERS))
    return (first, *(link for permit, link in rest if permit in visit.permits))


def _others(visit: Visit, shown: Position) -> tuple[Link, ...]:
    """All positions, with what is known of them."""
    kept, tried = ledger.kept_position(visit.entries), tried_lately(visit)
    rows = []
    for position in in_order(visit.content.positions.values()):
        if position.id == shown.id:
            continue
        note = "Kept" if position.id == kept else "Tried" if position.id in tried else ""
        note = "Not for you now" if verdict_on(position, visit).bars else note
        rows.append(Link(title=position.title, url=f"/positions/{position.id}/", text=note))
    return tuple(rows)
