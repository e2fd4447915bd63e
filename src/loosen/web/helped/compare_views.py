"""A fair comparison of two kinds of help: begun, followed turn by turn, ended."""

from uuid import uuid5

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from loosen import plan
from loosen.vocabulary import ComparisonBegun, ComparisonEnded, Permit
from loosen.web.records.store import Draft
from loosen.web.site.guards import needs
from loosen.web.site.visit import VisitRequest

from .compare_pages import compare_page, comparing_page, offered_pairs, running
from .forms import EndForm, PairForm

COMPARE_URL = "/compare/"
UNREADABLE = 422


@needs(Permit.POSITION)
@require_http_methods(["GET", "POST"])
def compare(request: VisitRequest) -> HttpResponse:
    """The comparison that runs; where none does, what may be compared."""
    now = running(request.visit)
    if now is not None:
        page = comparing_page(request.visit, now)
        return render(request, "helped/comparing.html", {"page": page, "tab": "progress"})
    form = PairForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _begin(request, form):
        return HttpResponseRedirect(COMPARE_URL)
    status = UNREADABLE if request.method == "POST" else 200
    shown = {"page": compare_page(request.visit, form), "tab": "progress"}
    return render(request, "helped/compare.html", shown, status=status)


def _begin(request: VisitRequest, form: PairForm) -> bool:
    """Records the drawn order, if the two may be compared now."""
    visit = request.visit
    pairs = {f"{a.id} {b.id}": (a.id, b.id) for a, b in offered_pairs(visit)}
    pair = pairs.get(form.cleaned_data["pair"])
    if pair is None:
        return False
    id_ = uuid5(form.once, "comparison")
    turns = int(visit.content.threshold("comparison-pairs"))
    order = plan.turns_drawn(*pair, turns, id_.int)
    begun = ComparisonBegun(comparison_id=id_, one=pair[0], other=pair[1], order=order)
    visit.record(Draft(payload=begun, form_id=form.once))
    return True


@needs(Permit.EMERGENCY_CARD)
@require_POST
def end(request: VisitRequest) -> HttpResponse:
    """It is over: because every turn was taken, or because the person has had enough."""
    form, now = EndForm(request.POST), running(request.visit)
    if now is not None and form.is_valid():
        why = "enough" if now.next_up else "done"
        ended = ComparisonEnded(comparison_id=now.comparison_id, why=why)
        request.visit.record(Draft(payload=ended, form_id=form.once))
    return HttpResponseRedirect("/progress/helped/")
