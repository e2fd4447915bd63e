"""A step that something counts, behind the very guards of the step; and how somebody sits."""

import logging
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from loosen.vocabulary import Exercise, ForeignDataError, Permit, Step, StepOutcome
from loosen.web.session import drafts
from loosen.web.session.forms import UNREADABLE
from loosen.web.session.in_the_way import barred_now, elsewhere_of, found, not_led_on
from loosen.web.session.place import Place, is_known
from loosen.web.session.step_page import url_of
from loosen.web.site.guards import needs
from loosen.web.site.headers import watches
from loosen.web.site.visit import VisitRequest

from .forms import CountForm
from .pages import coach_page, counted_exercise
from .sitting_page import sitting_page
from .told import SetTold, draft_of, told_by_hand, told_by_page

log = logging.getLogger("loosen.web")


@watches
@require_http_methods(["GET", "POST"])
def coach(request: VisitRequest, session_id: UUID) -> HttpResponse:
    """The step in hand with something that counts, or what was counted."""
    place = found(request, session_id)
    if elsewhere := elsewhere_of(place):
        request.visit.recorded += is_known(place, request.POST)
        return HttpResponseRedirect(elsewhere)
    if (hindered := not_led_on(request, place)) is not None:
        return hindered
    step, exercise = place.step, counted_exercise(place, request.visit)
    if step is None or exercise is None or _is_behind(request, place, step):
        request.visit.recorded += is_known(place, request.POST)
        return HttpResponseRedirect(url_of(place))
    if (bar := barred_now(request, place, step)) is not None:
        return bar
    if request.method == "POST":
        return _finished(request, place, step, exercise)
    return _show(request, place, exercise, CountForm())


def _is_behind(request: VisitRequest, place: Place, step: Step) -> bool:
    """A tab that shows another step than the one in hand."""
    if request.method != "POST":
        return False
    said = request.POST.get("turn"), request.POST.get("step")
    return said != (str(place.turn), str(step.index))


def _finished(request: VisitRequest, place: Place, step: Step, exercise: Exercise) -> HttpResponse:
    form = CountForm(request.POST)
    told: SetTold | None = None
    if text := request.POST.get("result", ""):
        try:
            told = told_by_page(text, place, step, exercise)
        except ForeignDataError as error:
            log.info("a set could not be read: %d problems", len(error.problems))
            return _show(request, place, exercise, CountForm(), is_lost=True)
    elif form.is_valid():
        told = told_by_hand(form.cleaned_data["count"], place, step)
    if told is None:
        return _show(request, place, exercise, form)
    ended = drafts.step_ended(place, step, StepOutcome.DONE, told.set)
    request.visit.record(ended, draft_of(told, place))
    return HttpResponseRedirect(url_of(place))


def _show(
    request: VisitRequest,
    place: Place,
    exercise: Exercise,
    form: CountForm,
    *,
    is_lost: bool = False,
) -> HttpResponse:
    page = coach_page(place, exercise, request.visit)
    context = {"page": page, "form": form, "is_lost": is_lost}
    status = UNREADABLE if request.method == "POST" else 200
    return render(request, "coach/coach.html", context, status=status)


@require_safe
def recordings(request: VisitRequest) -> HttpResponse:
    """The list of recordings; what is in it the browser alone knows."""
    return render(request, "coach/recordings.html", {"tab": "settings"})


@watches
@needs(Permit.POSITION, Permit.TRANSFER)
@require_safe
def sitting(request: VisitRequest) -> HttpResponse:
    """Against the own start. It says to shift or to stand up, so it needs what these need."""
    page = sitting_page(request.visit)
    return render(request, "coach/sitting.html", {"page": page, "tab": "library"})
