"""A heat wrap that is worn for hours: begun by its label alone, with a clock of its own."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loosen import ledger
from loosen.vocabulary import HeatSetting, Remedy, RemedyKind
from loosen.web.records.store import Draft
from loosen.web.site.visit import Visit, VisitRequest
from loosen.web.start.pages import Link

from .choosing import is_changed
from .forms import WrapForm
from .helped import before
from .pages import WrapPage
from .skin import asked_first
from .thermal import begun, remedy_of, running
from .thermal_pages import wait_page
from .thermal_views import closed

UNREADABLE = 422
SHORT_HEAT = Link(title="Use heat for a short time", url="/heat/", icon="heat")
HOUR_S = 3600


@require_http_methods(["GET", "POST"])
def wrap(request: VisitRequest) -> HttpResponse:
    """What heat asks, and the label; where a rule wants heat short, a wrap is not offered."""
    visit = request.visit
    found = remedy_of(RemedyKind.HEAT, visit)
    if found is None or found.wrap is None:
        raise Http404
    if (use := running(found, visit)) is not None:
        return HttpResponseRedirect(f"/heat/on/{use.entry.id}/")
    if (shut := closed(request, found) or _closed_to_wraps(request, found)) is not None:
        return shut
    if (missing := asked_first(visit, found.kind, "?then=wrap")) is not None:
        return HttpResponseRedirect(missing)
    most_h = found.wrap.day_most_s // HOUR_S
    form = WrapForm(request.POST if request.method == "POST" else None, most_h=most_h)
    if form.is_valid():
        return _begin(visit, found, form)
    status = UNREADABLE if form.is_bound else 200
    return render(request, "ease/wrap.html", {"page": _page(found, visit, form)}, status=status)


def _closed_to_wraps(request: VisitRequest, found: Remedy) -> HttpResponse | None:
    """Hours of heat are not short; and a day holds no more than the trials gave."""
    visit = request.visit
    gate = ledger.wrap_gate(found, visit.entries, visit.now, visit.content)
    if is_changed(found, visit):
        gate = ledger.only_short_heat(visit.content)
    if gate.allowed:
        return None
    page = wait_page("A heat wrap", gate, visit, (SHORT_HEAT,))
    return render(request, "ease/wait.html", {"page": page}, status=403)


def _begin(visit: Visit, found: Remedy, form: WrapForm) -> HttpResponse:
    room_s = ledger.wrap_room_s(found, visit.entries, visit.now)
    use = begun(
        found,
        visit.now,
        min(form.cleaned_data["hours"] * HOUR_S, room_s),
        place=form.place(),
        setting=HeatSetting.BY_LABEL,
        long_wear=True,
        label_for_sleep=form.is_for_sleep(),
    )
    drafts = [Draft(payload=use, id=form.once)]
    if form.cleaned_data["pain"] is not None:
        drafts.append(before(form.once, form.cleaned_data["pain"]))
    visit.record(*drafts)
    return HttpResponseRedirect(f"/heat/on/{form.once}/")


def _page(found: Remedy, visit: Visit, form: WrapForm) -> WrapPage:
    assert found.wrap is not None
    hours = ledger.wrap_room_s(found, visit.entries, visit.now) // HOUR_S
    return WrapPage(
        remedy=found,
        wrap=found.wrap,
        form=form,
        room=f"{hours} {'hour' if hours == 1 else 'hours'}",
        aloud=" ".join(step.text for step in found.wrap.before),
    )
