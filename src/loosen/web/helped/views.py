"""What helps this person, what helped last time, and whether it may order the plan."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from loosen.vocabulary import OrderWished, Permit
from loosen.web.records.store import Draft
from loosen.web.site.guards import needs
from loosen.web.site.visit import VisitRequest

from .again_page import last_time_page
from .forms import HELPED_URL, OrderForm
from .helped_page import helped_page
from .triggers_page import triggers_page

UNREADABLE = 422


@needs(Permit.EMERGENCY_CARD)
@require_GET
def helped(request: VisitRequest) -> HttpResponse:
    """The person's own record in words; it advises nothing, so it stays open."""
    page = helped_page(request.visit)
    return render(request, "helped/helped.html", {"page": page, "tab": "progress"})


@needs(Permit.EMERGENCY_CARD)
@require_GET
def triggers(request: VisitRequest) -> HttpResponse:
    """What was noted before bad days; it advises nothing, so it stays open."""
    page = triggers_page(request.visit)
    return render(request, "helped/triggers.html", {"page": page, "tab": "progress"})


@needs(Permit.EMERGENCY_CARD)
@require_POST
def order(request: VisitRequest) -> HttpResponse:
    """The wish for the order, of one thing or of all; the last one counts."""
    form = OrderForm(request.POST)
    if not form.is_valid():
        page = helped_page(request.visit)
        shown = {"page": page, "tab": "progress"}
        return render(request, "helped/helped.html", shown, status=UNREADABLE)
    wished = OrderWished(
        by_own_record=form.cleaned_data["by_own_record"] == "yes",
        item_id=form.cleaned_data["item_id"],
    )
    request.visit.record(Draft(payload=wished, form_id=form.once))
    return HttpResponseRedirect(form.cleaned_data["then"] or HELPED_URL)


@needs(Permit.POSITION)
@require_GET
def last_time(request: VisitRequest) -> HttpResponse:
    """What helped last time; where nothing did, the positions."""
    page = last_time_page(request.visit, is_first="first" in request.GET)
    if not page.cards:
        return HttpResponseRedirect("/positions/?first=1" if page.opening else "/positions/")
    return render(request, "helped/last_time.html", {"page": page})
