"""Pain just after heat, cold, massage or breathing, and a while later; skipped is fine."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loosen.vocabulary import PainFelt, PainWhen, RemedyKind
from loosen.web.site.visit import Visit, VisitRequest

from .forms import PainAfterForm
from .helped import told
from .pages import LaterPage
from .thermal import Use, use_of

UNREADABLE = 422
SKIP = "skip"


def tell_after(request: VisitRequest, use: Use, first_id: UUID) -> HttpResponse:
    """The score just after; back to the page that asked, and no further."""
    form = PainAfterForm(request.POST)
    if form.is_valid():
        pain = form.cleaned_data["pain"]
        request.visit.record(told(first_id, pain, PainWhen.AFTER_REMEDY))
    return HttpResponseRedirect(f"/{use.remedy.kind.value}/after/{first_id}/")


@require_http_methods(["GET", "POST"])
def later(request: VisitRequest, kind: RemedyKind, entry_id: UUID) -> HttpResponse:
    """How it is half an hour to an hour later."""
    use = use_of(entry_id, kind, request.visit)
    if use is None or use.is_on:
        raise Http404
    form = PainAfterForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        is_skipped = request.POST.get("do") == SKIP
        pain = None if is_skipped else form.cleaned_data["pain"]
        request.visit.record(told(entry_id, pain, PainWhen.LATER_REMEDY))
        return HttpResponseRedirect("/today/")
    page = LaterPage(remedy=use.remedy, form=form, before=_before(use, request.visit))
    status = UNREADABLE if form.is_bound else 200
    return render(request, "ease/later.html", {"page": page}, status=status)


def _before(use: Use, visit: Visit) -> str:
    """The score before, as a figure; empty where it was not told."""
    for _, felt in visit.entries.of(PainFelt):
        is_of_this = felt.of_entry and visit.entries.stands_for(felt.of_entry) == use.entry.id
        if is_of_this and felt.occasion is PainWhen.BEFORE_REMEDY and felt.pain_0_10 is not None:
            return str(felt.pain_0_10)
    return ""
