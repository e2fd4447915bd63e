"""Noting one thing: the form of its kind, or for pain first the body and then the numbers."""

from urllib.parse import urlencode

from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loosen.vocabulary import BodyPlace, Permit
from loosen.web.site.forms import is_uuid
from loosen.web.site.guards import locked, needs
from loosen.web.site.visit import VisitRequest

from .body_map import body_drawn, spots
from .forms import NoteForm, PainForm
from .kinds import TITLES, NoteKind, form_of, last_of, permit_of
from .pages import NotePage, WherePage
from .putting_right import OF, draft_of, filled_in, is_gone, note_of, places_of
from .views import LINE_URL, keep, kind_of

UNREADABLE = 422
SCORES_URL = "/diary/note/pain/scores/"
LEADS: dict[NoteKind, str] = {
    NoteKind.LEGS: "If it moves up, that is good. If it moves down or is new, we check again.",
    NoteKind.WALK: "Inside counts as well.",
    NoteKind.SITTING: "At one go, or over the whole day.",
    NoteKind.SLEEP: "The last night. A guess is fine.",
}


@needs(Permit.EMERGENCY_CARD)
@require_http_methods(["GET", "POST"])
def note(request: VisitRequest, note_kind: str) -> HttpResponse:
    """One kind on one page."""
    kind = kind_of(note_kind)
    if is_gone(request):
        return gone(request)
    if kind is NoteKind.PAIN:
        return _where(request)
    wrong = note_of(request)
    if wrong is None and permit_of(kind) not in request.visit.permits:
        return locked(request)
    form = form_of(kind, request.POST if request.method == "POST" else None, request.visit)
    filled_in(form, wrong)
    if form.is_bound and form.is_valid():
        return keep(request, draft_of(form, wrong), form.once)
    return show(request, "diary/note.html", _page(request, kind, form), form)


def _page(request: VisitRequest, kind: NoteKind, form: NoteForm) -> NotePage:
    lead = LEADS.get(kind, "")
    if kind is NoteKind.TRIGGER:
        lead = request.visit.content.phrases["diary-trigger-no-cause"].text
    return NotePage(title=TITLES[kind], lead=lead, form=form, numbers=())


def gone(request: VisitRequest) -> HttpResponse:
    """What was to be put right was put right or taken back already: its page says so."""
    told = request.GET[OF]
    return HttpResponseRedirect(f"/data/entry/{told}/" if is_uuid(told) else LINE_URL)


def show(request: VisitRequest, template: str, page: object, form: Form) -> HttpResponse:
    """The page of a form; 422 where what was sent could not be taken."""
    status = UNREADABLE if form.is_bound else 200
    return render(request, template, {"page": page, "tab": "progress"}, status=status)


def _where(request: VisitRequest) -> HttpResponse:
    """The drawn body; the places of the last time are tapped already."""
    wrong = note_of(request)
    if request.method == "POST":
        told = [("place", one) for one in _places(request.POST.getlist("place"))]
        told += [(OF, str(wrong.id))] if wrong else []
        return HttpResponseRedirect(f"{SCORES_URL}?{urlencode(told)}")
    before = places_of(wrong or last_of(NoteKind.PAIN, request.visit))
    page = WherePage(spots=spots(before), body=body_drawn())
    return render(request, "diary/where.html", {"page": page, "tab": "progress"})


def _places(told: list[str]) -> tuple[str, ...]:
    """The known ones, each once, from the top down."""
    return tuple(place.value for place in BodyPlace if place.value in told)


@needs(Permit.EMERGENCY_CARD)
@require_http_methods(["GET", "POST"])
def scores(request: VisitRequest) -> HttpResponse:
    """Now, at each place, at its worst and on average."""
    if is_gone(request):
        return gone(request)
    places, wrong = _places(request.GET.getlist("place")), note_of(request)
    data = request.POST if request.method == "POST" else None
    form = PainForm(data, visit=request.visit, places=places)
    filled_in(form, wrong)
    if form.is_bound and form.is_valid():
        return keep(request, draft_of(form, wrong), form.once)
    page = NotePage(title="How bad is it?", lead="", form=form, numbers=places)
    return show(request, "diary/scores.html", page, form)
