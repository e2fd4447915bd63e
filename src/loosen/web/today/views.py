"""Today: the plan, and what a person notes down outside a session."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from loosen import triage
from loosen.triage.noted import WORSE
from loosen.vocabulary import (
    AnswersFor,
    AnswerValue,
    CourseTold,
    LegChange,
    LegsNoted,
    PainFelt,
    PainWhen,
    Permit,
    ReviewSeen,
    Walked,
)
from loosen.web.records.store import Draft
from loosen.web.site.guards import locked, needs
from loosen.web.site.visit import VisitRequest
from loosen.web.start.note_form import local_day
from loosen.web.start.ways import RESULT_URL, calm_words, urgent_url

from .forms import LegsForm, PainNowForm, ReviewForm, SinceForm, WalkForm
from .legs import after_legs
from .pages import FormPage, SincePage
from .today_page import is_cleared, reasons_of, today_page

UNREADABLE = 422
TODAY_URL = "/today/"


@needs(Permit.POSITION)
@require_GET
def today(request: VisitRequest) -> HttpResponse:
    """The plan of this moment; without a clearance, what is missing."""
    if not is_cleared(request.visit):
        return locked(request)
    return render(request, "today/today.html", {"page": today_page(request.visit), "tab": "today"})


@needs(Permit.POSITION)
@require_http_methods(["GET", "POST"])
def pain(request: VisitRequest) -> HttpResponse:
    """Pain now."""
    form = PainNowForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        felt = PainFelt(pain_0_10=form.cleaned_data["pain"], occasion=PainWhen.CHECK_IN)
        request.visit.record(Draft(payload=felt, form_id=form.once))
        return HttpResponseRedirect(TODAY_URL)
    lead = "It decides how gentle today's plan is."
    return _ask(request, FormPage(title="Pain now", lead=lead, form=form, action="Save"))


@needs(Permit.EXERCISE)
@require_http_methods(["GET", "POST"])
def walk(request: VisitRequest) -> HttpResponse:
    """A walk that was made."""
    form = WalkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        walked = Walked(minutes=form.cleaned_data["minutes"])
        request.visit.record(Draft(payload=walked, form_id=form.once))
        return HttpResponseRedirect(TODAY_URL)
    lead = "Inside counts as well."
    return _ask(
        request, FormPage(title="I had a walk", lead=lead, form=form, action="Save the walk")
    )


@needs(Permit.POSITION)
@require_http_methods(["GET", "POST"])
def legs(request: VisitRequest) -> HttpResponse:
    """What the legs do; anything but nothing or moving up asks the short set again."""
    form = LegsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _legs_noted(request, form)
    lead = "If it moves up, that is good. If it moves down or is new, we check again."
    page = FormPage(title="My legs", lead=lead, form=form, action="Save")
    return _ask(request, page)


def _legs_noted(request: VisitRequest, form: LegsForm) -> HttpResponse:
    visit = request.visit
    noted = LegsNoted(change=LegChange(form.cleaned_data["change"]))
    visit.record(Draft(payload=noted, form_id=form.once))
    return HttpResponseRedirect(after_legs(noted, visit, form.once) or TODAY_URL)


@needs(Permit.POSITION)
@require_http_methods(["GET", "POST"])
def review(request: VisitRequest, review_id: str) -> HttpResponse:
    """A look back after days or weeks; then the danger signs once more."""
    because = reasons_of(review_id, request.visit)
    if not because or not review_id.startswith("review-"):
        raise Http404
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        seen = ReviewSeen(
            review_id=review_id,
            saw_clinician=form.cleaned_data["saw_clinician"] == AnswerValue.YES,
            settling=AnswerValue(form.cleaned_data["settling"]),
        )
        request.visit.record(Draft(payload=seen, form_id=form.once))
        return HttpResponseRedirect("/screen/again/")
    page = FormPage(
        title="A look back",
        lead=because[0].text,
        form=form,
        action="Save",
        because=because,
    )
    return _ask(request, page)


@needs(Permit.EMERGENCY_CARD)
@require_http_methods(["GET", "POST"])
def since(request: VisitRequest) -> HttpResponse:
    """Past the worst: when it began and how it went. What is urgent stands before it."""
    if url := urgent_url(request.visit.decision, request.visit.content):
        return HttpResponseRedirect(url)
    if not is_cleared(request.visit):
        return locked(request)
    form = SinceForm(request.POST or None, today=local_day(request.visit))
    if request.method == "POST" and form.is_valid():
        told = CourseTold(
            began_on=form.cleaned_data["began_on"].isoformat(),
            direction=form.cleaned_data["direction"],
        )
        felt = PainFelt(pain_0_10=form.cleaned_data["pain"], occasion=PainWhen.CHECK_IN)
        request.visit.record(
            Draft(payload=told, form_id=form.once), Draft(payload=felt, form_id=form.once)
        )
        return HttpResponseRedirect(_after_course(request, form))
    page = SincePage(form=form, opening=calm_words(request.visit))
    status = UNREADABLE if form.errors else 200
    return render(request, "today/since.html", {"page": page}, status=status)


def _after_course(request: VisitRequest, form: SinceForm) -> str:
    """Today; where it got worse, what that means comes first."""
    visit, direction = request.visit, form.cleaned_data["direction"]
    told = triage.answers_by_course(direction, visit.answers, visit.content)
    if told:
        visit.answer(AnswersFor.RESCREEN, told, form_id=form.once)
    urgent = urgent_url(visit.decision, visit.content)
    return urgent or (RESULT_URL if direction == WORSE else TODAY_URL)


def _ask(request: VisitRequest, page: FormPage) -> HttpResponse:
    status = UNREADABLE if page.form.errors else 200
    return render(request, "today/ask.html", {"page": page, "tab": "today"}, status=status)
