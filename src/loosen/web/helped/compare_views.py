"""A fair comparison of two kinds of help: begun, followed turn by turn, ended."""

from uuid import uuid5

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from loosen import plan
from loosen.plan import Comparison
from loosen.vocabulary import Compared, ComparisonBegun, ComparisonEnded, Item, Lead, Permit
from loosen.web.records.store import Draft
from loosen.web.site.guards import needs
from loosen.web.site.visit import VisitRequest

from .compare_pages import compare_page, comparing_page, open_items, running, standing_of
from .forms import EndForm, PairForm

COMPARE_URL = "/compare/"
UNREADABLE = 422


@needs(Permit.POSITION)
@require_http_methods(["GET", "POST"])
def compare(request: VisitRequest) -> HttpResponse:
    """The comparison that runs; where none does, what may be compared."""
    now = running(request.visit)
    if now is not None:
        running_page = comparing_page(request.visit, now)
        return render(request, "helped/comparing.html", {"page": running_page, "tab": "progress"})
    items = open_items(request.visit)
    form = PairForm(request.POST or None, items=[(item.id, item.title) for item in items])
    is_asked = request.method == "POST"
    if is_asked and form.is_valid() and _begin(request, form, items):
        return HttpResponseRedirect(COMPARE_URL)
    page = compare_page(request.visit, form, items, is_refused=is_asked)
    status = UNREADABLE if is_asked else 200
    return render(request, "helped/compare.html", {"page": page, "tab": "progress"}, status=status)


def _begin(request: VisitRequest, form: PairForm, items: tuple[Item, ...]) -> bool:
    """Records the drawn order, if the two may be compared now."""
    visit, pair = request.visit, form.chosen
    if pair[0] == pair[1] or not {item.id for item in items}.issuperset(pair):
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
    """It is over: clear, every turn taken, or the person has had enough."""
    form, now = EndForm(request.POST), running(request.visit)
    if now is not None and form.is_valid():
        why = _why(now, standing_of(now, request.visit))
        ended = ComparisonEnded(comparison_id=now.comparison_id, why=why)
        request.visit.record(Draft(payload=ended, form_id=form.once))
    return HttpResponseRedirect(COMPARE_URL)


def _why(now: Comparison, found: Compared) -> str:
    if found.lead in {Lead.ONE, Lead.OTHER}:
        return "clear"
    return "done" if found.is_over or not now.next_up else "enough"
