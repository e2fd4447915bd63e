"""Medicines: the first page, a tap that logs a dose, what it means, and taking it back."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from loosen.vocabulary import (
    AnswerValue,
    DoseTaken,
    Entry,
    IntakeTold,
    LedgerError,
    Permit,
    Withdrawn,
)
from loosen.web.records import store
from loosen.web.records.store import Draft
from loosen.web.site.forms import OnceForm
from loosen.web.site.guards import needs
from loosen.web.site.visit import Visit, VisitRequest

from . import judged
from .forms import ElsewhereForm
from .history_page import history_days
from .home_page import carer_page, home_page
from .told import dose_from, taken_entry
from .verdict_page import logged_page, verdict_page
from .word_form import WordForm

HOME_URL = "/medicines/"
ELSEWHERE_URL = "/medicines/elsewhere/"
UNREADABLE = 422


@require_GET
def home(request: VisitRequest) -> HttpResponse:
    """What this person takes. To log a dose is open to everybody, always."""
    page = home_page(request.visit, request.GET.get("done", ""))
    return render(request, "medicines/home.html", {"page": page, "tab": "today"})


@require_POST
def took(request: VisitRequest) -> HttpResponse:
    """One tap: it was taken now."""
    form = OnceForm(request.POST)
    dose = dose_from(request.POST, request.visit)
    if dose is None or not form.is_valid():
        return HttpResponseRedirect(HOME_URL)
    return log_dose(request, dose, form)


def log_dose(
    request: VisitRequest, dose: DoseTaken, form: OnceForm, at: datetime | None = None
) -> HttpResponse:
    """Records it, whatever the rules say of it, and shows what it means."""
    draft = Draft(payload=dose, form_id=form.once, happened_at=at)
    [entry] = request.visit.record(draft)
    while _is_of_before(entry, at, request.visit):
        draft = replace(draft, form_id=uuid5(entry.id, "once more"))
        [entry] = request.visit.record(draft)
    return HttpResponseRedirect(f"/medicines/logged/{entry.id}/")


def _is_of_before(entry: Entry, at: datetime | None, visit: Visit) -> bool:
    """Whether a page that stayed open led to another dose before: two taps are one, two doses not.

    Also one that was taken back: tapped again, it is meant again.
    """
    apart = abs((at or visit.now) - entry.happened_at)
    is_same = apart <= timedelta(minutes=visit.content.threshold("same-dose-min"))
    return not is_same or taken_entry(entry.id, visit) is None


@require_GET
def logged(request: VisitRequest, entry_id: UUID) -> HttpResponse:
    """What the dose means: the last one for now, too much, the same one twice."""
    entry, dose = found_dose(request, entry_id)
    told = judged.after(entry.id, request.visit)
    page = logged_page(entry, dose, told, request.visit)
    return render(request, "medicines/logged.html", {"page": page, "tab": "today"})


def found_dose(request: VisitRequest, entry_id: UUID) -> tuple[Entry, DoseTaken]:
    """The dose that stands for that entry."""
    found = taken_entry(entry_id, request.visit)
    if found is None:
        raise Http404
    return found


@require_POST
def undo(request: VisitRequest, entry_id: UUID) -> HttpResponse:
    """It was not taken; the entry stays in the record, marked. Twice is once."""
    entry, _ = found_dose(request, entry_id)
    draft = Draft(payload=Withdrawn(why=""), id=store.successor_id(entry.id), supersedes=entry.id)
    with suppress(LedgerError):
        request.visit.record(draft)
    return HttpResponseRedirect(f"{HOME_URL}?done=undone")


@needs(Permit.MEDICINE)
@require_GET
def may(request: VisitRequest) -> HttpResponse:
    """May I take it now? What else was taken is asked first, once a day."""
    dose = dose_from(request.GET, request.visit)
    if dose is None:
        return HttpResponseRedirect(HOME_URL)
    verdict = judged.verdict_on(dose, request.visit)
    if judged.waits_for_intake(verdict):
        return HttpResponseRedirect(f"{ELSEWHERE_URL}?{request.GET.urlencode()}")
    page = verdict_page(dose, verdict, request.visit)
    return render(request, "medicines/may.html", {"page": page, "tab": "today"})


@require_http_methods(["GET", "POST"])
def elsewhere(request: VisitRequest) -> HttpResponse:
    """Taken anything that is not in this list? Yes leads to logging it, then it is asked again."""
    form = ElsewhereForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        taken = AnswerValue(form.cleaned_data["taken"])
        request.visit.record(Draft(payload=IntakeTold(taken=taken), form_id=form.once))
        if taken is AnswerValue.YES:
            return HttpResponseRedirect("/medicines/add/")
        dose = dose_from(request.GET, request.visit)
        asked = f"/medicines/may/?{request.GET.urlencode()}"
        return HttpResponseRedirect(asked if dose else f"{HOME_URL}?done=told")
    taken_here = history_days(request.visit)[:2]
    return render(
        request,
        "medicines/elsewhere.html",
        {"form": form, "days": taken_here, "tab": "today"},
        status=UNREADABLE if form.errors else 200,
    )


@require_GET
def history(request: VisitRequest) -> HttpResponse:
    """Everything that was taken, by day."""
    days = history_days(request.visit)
    return render(request, "medicines/history.html", {"days": days, "tab": "today"})


@require_GET
def carer(request: VisitRequest) -> HttpResponse:
    """For somebody who looks after the person: no questions, nothing to tap."""
    page = carer_page(request.visit)
    return render(request, "medicines/carer.html", {"page": page, "tab": "today"})


@require_http_methods(["GET", "POST"])
def word(request: VisitRequest) -> HttpResponse:
    """What a doctor or pharmacist said of one medicine."""
    form = WordForm(request.POST or None, visit=request.visit)
    if request.method == "POST" and form.is_valid():
        request.visit.record(Draft(payload=form.word(), form_id=form.once))
        return HttpResponseRedirect(f"{HOME_URL}?done=told")
    status = UNREADABLE if form.errors else 200
    return render(request, "medicines/word.html", {"form": form, "tab": "today"}, status=status)
