"""Noting one thing: the form of its kind, or for pain first the body and then the numbers."""

from urllib.parse import urlencode

from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loosen.vocabulary import BodyPlace, Permit
from loosen.web.records.store import Draft
from loosen.web.site.guards import locked, needs
from loosen.web.site.visit import VisitRequest

from .body_map import body_drawn, spots
from .forms import NoteForm, PainForm
from .kinds import TITLES, NoteKind, form_of, last_of, permit_of
from .pages import NotePage, WherePage
from .views import keep, kind_of

UNREADABLE = 422
SCORES_URL = "/diary/note/pain/scores/"
LEADS: dict[NoteKind, str] = {
    NoteKind.LEGS: "If it moves up, that is good. If it moves down or is new, we check again.",
    NoteKind.WALK: "Inside counts as well.",
    NoteKind.SITTING: "At one go, or over the whole day.",
    NoteKind.SLEEP: "The last night. A guess is fine.",
}
UNITS = {"minutes": "minutes", "hours": "hours", "woken": "times"}


@needs(Permit.EMERGENCY_CARD)
@require_http_methods(["GET", "POST"])
def note(request: VisitRequest, note_kind: str) -> HttpResponse:
    """One kind on one page."""
    kind = kind_of(note_kind)
    if kind is NoteKind.PAIN:
        return _where(request)
    if permit_of(kind) not in request.visit.permits:
        return locked(request)
    form = form_of(kind, request.POST if request.method == "POST" else None, request.visit)
    if form.is_bound and form.is_valid():
        return _keep(request, form)
    lead = LEADS.get(kind, "")
    if kind is NoteKind.TRIGGER:
        lead = request.visit.content.phrases["diary-trigger-no-cause"].text
    page = NotePage(
        title=TITLES[kind], lead=lead, form=form, numbers=("minutes", "hours", "woken"), units=UNITS
    )
    return show(request, "diary/note.html", page, form)


def _keep(request: VisitRequest, form: NoteForm) -> HttpResponse:
    draft = Draft(payload=form.payload, form_id=form.once, happened_at=form.happened_at)
    return keep(request, draft, form.once)


def show(request: VisitRequest, template: str, page: object, form: Form) -> HttpResponse:
    """The page of a form; 422 where what was sent could not be taken."""
    status = UNREADABLE if form.is_bound else 200
    return render(request, template, {"page": page, "tab": "progress"}, status=status)


def _where(request: VisitRequest) -> HttpResponse:
    """The drawn body; the places of the last time are tapped already."""
    if request.method == "POST":
        told = _places(request.POST.getlist("place"))
        return HttpResponseRedirect(f"{SCORES_URL}?{urlencode([('place', one) for one in told])}")
    last = last_of(NoteKind.PAIN, request.visit)
    before = {one.place_id for one in getattr(last.payload, "places", ())} if last else set()
    page = WherePage(spots=spots(before), body=body_drawn())
    return render(request, "diary/where.html", {"page": page, "tab": "progress"})


def _places(told: list[str]) -> tuple[str, ...]:
    """The known ones, each once, from the top down."""
    return tuple(place.value for place in BodyPlace if place.value in told)


@needs(Permit.EMERGENCY_CARD)
@require_http_methods(["GET", "POST"])
def scores(request: VisitRequest) -> HttpResponse:
    """Now, at each place, at its worst and on average."""
    places = _places(request.GET.getlist("place"))
    data = request.POST if request.method == "POST" else None
    form = PainForm(data, visit=request.visit, places=places)
    if form.is_bound and form.is_valid():
        return _keep(request, form)
    page = NotePage(title="How bad is it?", lead="", form=form, numbers=places, units={})
    return show(request, "diary/scores.html", page, form)
