"""The pages of a session before their time. A device keeps them; nobody is led to them."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from loosen.vocabulary import Permit
from loosen.web.site.guards import locked, needs
from loosen.web.site.visit import VisitRequest

from .ahead import is_check_in, place_at, steps_ahead
from .forms import PainForm, StopForm
from .in_the_way import found
from .place import Place
from .step_page import pain_page, step_page, url_of
from .stop_views import stop_page

KEEP_HEADER = "Loosen-Keep"


@needs(Permit.POSITION)
@require_safe
def ahead(request: VisitRequest, session_id: UUID) -> HttpResponse:
    """The page at `?step=N`, as it will be; whoever comes by themselves goes to the session."""
    place = found(request, session_id)
    is_open = place.may_resume and not place.is_over and not place.is_stopping
    if KEEP_HEADER not in request.headers or not is_open:
        return HttpResponseRedirect(url_of(place))
    index = _index(request.GET.get("step", ""))
    if index == len(place.plan.steps):
        context = {"url": f"{url_of(place)}after/", "form": PainForm()}
        return render(request, "session/after_pain.html", context)
    if index not in {step.index for step in steps_ahead(place, request.visit)}:
        return locked(request)
    if "stopped" in request.GET:
        stopped = stop_page(request.visit, place_at(place, index, stopped=True), None)
        return render(request, "session/stop.html", {"page": stopped, "form": StopForm()})
    return _step(request, place_at(place, index))


def _index(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 4 else -1


def _step(request: VisitRequest, place: Place) -> HttpResponse:
    assert place.step is not None  # the index is one of a step
    if is_check_in(place.step):
        asked = pain_page(place, is_check_in=True)
        return render(request, "session/pain.html", {"page": asked, "form": PainForm()})
    page = step_page(place, place.step, request.visit, is_again=False)
    # Back and easier need the computer.
    shown = replace(page, back_url="", easier="")
    context = {"page": shown, "form": PainForm(), "is_ahead": True}
    return render(request, "session/step.html", context)
