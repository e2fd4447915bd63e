"""The look at the skin before heat or cold: asked each time, and told as it is now."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loosen.vocabulary import RemedyKind
from loosen.web.records.store import Draft
from loosen.web.site.guards import locked
from loosen.web.site.visit import VisitRequest

from .forms import SkinAskedForm
from .pages import SkinPage
from .skin import rubbed_on

UNREADABLE = 422


@require_http_methods(["GET", "POST"])
def skin(request: VisitRequest, kind: RemedyKind) -> HttpResponse:
    """Asks for the skin; anything but two plain noes keeps heat and cold closed."""
    if kind.permit not in request.visit.permits:
        return locked(request)
    form = SkinAskedForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        request.visit.record(Draft(payload=form.asked(), id=form.once))
        then = "wrap/" if request.GET.get("then") == "wrap" else ""
        return HttpResponseRedirect(f"/{kind.value}/{then}")
    page = SkinPage(form=form, rubbed_on=rubbed_on(request.visit))
    status = UNREADABLE if form.is_bound else 200
    return render(request, "ease/skin.html", {"page": page}, status=status)
