"""Heat, cold and self-massage: asked first, begun, watched, ended, and what comes after."""

from contextlib import suppress
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from loosen.vocabulary import FeelingBack, LedgerError, Remedy, RemedyKind, Skin
from loosen.web.records.store import Draft
from loosen.web.session.place import unasked_stop
from loosen.web.site.forms import OnceForm
from loosen.web.site.guards import locked
from loosen.web.site.visit import VisitRequest

from .barred import show_barred
from .choosing import is_changed, verdict_on
from .forms import (
    EndForm,
    FeelingForm,
    OffForm,
    SkinEndForm,
    SkinForm,
    StartForm,
)
from .helped import before
from .helped_views import tell_after
from .skin import asked_first, skin_of, skin_wait_page
from .thermal import (
    SKIN_KINDS,
    WRONG_SKIN,
    Use,
    begun,
    ended,
    gate_of,
    other_side,
    remedy_of,
    running,
    use_of,
)
from .thermal_pages import after_page, begin_form, ready_page, running_page, wait_page

UNREADABLE = 422
LONGEST_DIGITS = 7


@require_GET
def remedy(request: VisitRequest, kind: RemedyKind) -> HttpResponse:
    """The door to one remedy: on already, closed and why, asked first, or ready."""
    found = _found(request, kind)
    if (use := running(found, request.visit)) is not None:
        return HttpResponseRedirect(f"/{kind.value}/on/{use.entry.id}/")
    if (shut := closed(request, found)) is not None:
        return shut
    if (missing := asked_first(request.visit, kind)) is not None:
        return HttpResponseRedirect(missing)
    return render(request, "ease/ready.html", {"page": ready_page(found, request.visit, None)})


def _found(request: VisitRequest, kind: RemedyKind) -> Remedy:
    found = remedy_of(kind, request.visit)
    if found is None:
        raise Http404
    return found


def closed(request: VisitRequest, found: Remedy) -> HttpResponse | None:
    """Why it cannot begin now: the answers, a stop, the conditions, the skin or the clock."""
    if found.permit not in request.visit.permits:
        return locked(request)
    if (stopped := unasked_stop(request.visit)) is not None:
        return HttpResponseRedirect(f"/session/{stopped.session_id}/stop/")
    if verdict_on(found, request.visit).bars:
        return show_barred(request, found, "/library/")
    gate = gate_of(found, request.visit)
    if not gate.allowed:
        page = wait_page(found.title, gate, request.visit)
        return render(request, "ease/wait.html", {"page": page}, status=403)
    return _closed_by_the_other(request, found)


def _closed_by_the_other(request: VisitRequest, found: Remedy) -> HttpResponse | None:
    """Heat and cold in turn need both lists clear; skin that was told of keeps both closed."""
    other = other_side(found, request.visit)
    if other is not None and verdict_on(other, request.visit).bars:
        return show_barred(request, other, "/library/")
    if found.kind in SKIN_KINDS and (skin := skin_of(request.visit)).reasons:
        page = skin_wait_page(found, skin, request.visit)
        return render(request, "ease/wait.html", {"page": page}, status=403)
    return None


@require_POST
def start(request: VisitRequest, kind: RemedyKind) -> HttpResponse:
    """Begin; everything is checked once more, because a page can be old."""
    found = _found(request, kind)
    if (use := running(found, request.visit)) is not None:
        return HttpResponseRedirect(f"/{kind.value}/on/{use.entry.id}/")
    if (shut := closed(request, found)) is not None:
        return shut
    if asked_first(request.visit, kind) is not None:
        return HttpResponseRedirect(f"/{kind.value}/")
    form = begin_form(found, request.visit, request.POST)
    if not form.is_valid():
        page = ready_page(found, request.visit, form)
        return render(request, "ease/ready.html", {"page": page}, status=UNREADABLE)
    return _begin(request, found, form)


def _begin(request: VisitRequest, found: Remedy, form: StartForm) -> HttpResponse:
    """The use and the pain before it, together; a changed way has no longest time."""
    visit = request.visit
    is_longest = form.is_longest and not is_changed(found, visit)
    agreed_s = found.duration_most_s if is_longest else found.duration_s
    use = begun(found, visit.now, agreed_s, **form.set_up())
    drafts = [Draft(payload=use, id=form.once)]
    if form.cleaned_data["pain"] is not None:
        drafts.append(before(form.once, form.cleaned_data["pain"]))
    visit.record(*drafts)
    return HttpResponseRedirect(f"/{found.kind.value}/on/{form.once}/")


@require_http_methods(["GET", "POST"])
def on(request: VisitRequest, kind: RemedyKind, entry_id: UUID) -> HttpResponse:
    """It is on: the time, the look at the skin, and the end. Ending is always possible."""
    use = use_of(entry_id, kind, request.visit)
    if use is None:
        raise Http404
    if not use.is_on:
        return HttpResponseRedirect(f"/{kind.value}/after/{entry_id}/")
    if request.method == "GET":
        return _show_on(request, use, None)
    match request.POST.get("do"):
        case "look":
            return _looked(request, use)
        case "off":
            return _off(request, use)
        case _:
            return _end(request, use)


def _show_on(request: VisitRequest, use: Use, form: OnceForm | None) -> HttpResponse:
    page = running_page(use, request.visit, looked_s=_looked_s(request), form=form)
    return render(request, "ease/on.html", {"page": page}, status=UNREADABLE if form else 200)


def _looked(request: VisitRequest, use: Use) -> HttpResponse:
    """The look at the skin on the way: wrong skin ends it at once."""
    form = SkinForm(request.POST, content=request.visit.content)
    if not form.is_valid():
        return _show_on(request, use, form)
    if (skin := form.seen()) in WRONG_SKIN:
        return _ended(request, use, skin, None, form)
    looked_s = int((request.visit.now - use.used.started_at).total_seconds())
    return HttpResponseRedirect(f"{request.path}?looked={looked_s}")


def _looked_s(request: VisitRequest) -> int:
    """How far it had gone at the last look; an address that lost it asks for the skin anew."""
    said = request.GET.get("looked", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < LONGEST_DIGITS else 0


def _off(request: VisitRequest, use: Use) -> HttpResponse:
    """Off at one tap: what was said of the skin counts, what was not is asked on the next page."""
    form = OffForm(request.POST, content=request.visit.content)
    if not form.is_valid():
        return _show_on(request, use, form)
    return _ended(request, use, form.seen(), form.felt_better(), form)


def _end(request: VisitRequest, use: Use) -> HttpResponse:
    if use.remedy.kind in SKIN_KINDS:
        return _end_with_skin(request, use)
    form = EndForm(request.POST)
    if not form.is_valid():
        return _show_on(request, use, form)
    return _ended(request, use, Skin.NOT_LOOKED, form.felt_better(), form)


def _end_with_skin(request: VisitRequest, use: Use) -> HttpResponse:
    form = SkinEndForm(request.POST, content=request.visit.content)
    if not form.is_valid():
        return _show_on(request, use, form)
    return _ended(request, use, form.seen(), form.felt_better(), form)


def _ended(
    request: VisitRequest,
    use: Use,
    skin: Skin,
    felt_better: bool | None,
    form: OnceForm,
) -> HttpResponse:
    """Records the end over the beginning; two tabs that both end it end it once."""
    over = ended(use, request.visit.now, skin, felt_better)
    with suppress(LedgerError):
        request.visit.record(Draft(payload=over, id=form.once, supersedes=use.entry.id))
    return HttpResponseRedirect(f"/{use.remedy.kind.value}/after/{use.entry.id}/")


@require_http_methods(["GET", "POST"])
def after(request: VisitRequest, kind: RemedyKind, entry_id: UUID) -> HttpResponse:
    """What follows; after cold the feeling has to be back before anything moves."""
    use = use_of(entry_id, kind, request.visit)
    if use is None:
        raise Http404
    if use.is_on:
        return HttpResponseRedirect(f"/{kind.value}/on/{entry_id}/")
    if request.POST.get("do") == "pain":
        return tell_after(request, use, entry_id)
    form = FeelingForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.cleaned_data["back"] == "yes":
        back = FeelingBack(remedy_entry_id=use.entry.id)
        request.visit.record(Draft(payload=back, id=form.once))
    page = after_page(use, request.visit, form)
    return render(
        request, "ease/after.html", {"page": page}, status=UNREADABLE if form.errors else 200
    )
