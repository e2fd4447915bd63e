"""What stands in the way of a step: the session is elsewhere, too old, closed, or the skin is cold.

Every page that leads through a step asks all of it, so that none of them is a way round.
"""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from loosen import ledger
from loosen.vocabulary import Permit, Step
from loosen.web.site.visit import VisitRequest

from .place import Place, place_of
from .step_page import url_of
from .way_out import closed, closed_page


def found(request: VisitRequest, session_id: UUID) -> Place:
    """The session of this address, or no page."""
    place = place_of(request.visit, session_id)
    if place is None:
        raise Http404
    return place


def elsewhere_of(place: Place) -> str:
    """A stopped session asks what kind of pain it was; one that is over shows how it went."""
    if place.is_stopping:
        return f"{url_of(place)}stop/"
    return f"{url_of(place)}after/" if place.is_over else ""


def not_led_on(request: VisitRequest, place: Place) -> HttpResponse | None:
    """Why no step of this session is led through now, whichever it is; None where one may be."""
    if Permit.POSITION not in request.visit.permits:
        return closed(request, place)
    return None if place.may_resume else too_old(request, place)


def too_old(request: VisitRequest, place: Place) -> HttpResponse:
    """A session that was left for too long, or of which more is known by now."""
    content = request.visit.content
    why = content.thresholds["session-resume-min"].text
    if place.is_outdated:
        why = content.phrases["lapsed-about-you-changed"].text
    context = {"why": why, "page": closed_page(request.visit, place, request.GET.get("step"))}
    return render(request, "session/too_old.html", context)


def barred_now(request: VisitRequest, place: Place, shown: Step) -> HttpResponse | None:
    """Why this step is not led through now: what is permitted, or skin that is still cold."""
    visit = request.visit
    if shown.kind.permit not in visit.permits:
        return closed(request, place)
    cold = ledger.movement_gate(visit.entries, visit.content).waiting_for
    if cold is not None and shown.dose is not None:
        return HttpResponseRedirect(f"/cold/after/{cold}/")
    return None
