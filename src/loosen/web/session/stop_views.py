"""Stop, it hurts: the way out of this position, what kind of pain, then the danger signs.

Pressing it was recorded already; nothing here goes on by itself, and a reload asks the same.
"""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loosen import triage
from loosen.vocabulary import (
    AnswersFor,
    StopKind,
)
from loosen.web.site.visit import Visit, VisitRequest
from loosen.web.start.card_pages import Asked
from loosen.web.start.ways import urgent_url

from . import drafts
from .card_views import ask_card
from .forms import UNREADABLE, StopForm
from .in_the_way import found
from .pages import StopPage
from .place import Place, are_signs_asked, earlier_step, signs_after_stop
from .step_page import texts, url_of
from .way_out import way_out


@require_http_methods(["GET", "POST"])
def stop(request: VisitRequest, session_id: UUID) -> HttpResponse:
    """First what kind of pain it is, then the signs, then how it went."""
    place = found(request, session_id)
    if url := urgent_url(request.visit.decision, request.visit.content):
        return HttpResponseRedirect(url)
    if place.is_stopping:
        return _kind(request, place)
    if place.state.stopped is not None and not are_signs_asked(request.visit, place):
        return _signs(request, place)
    return HttpResponseRedirect(f"{url_of(place)}after/" if place.is_over else url_of(place))


def _kind(request: VisitRequest, place: Place) -> HttpResponse:
    form = StopForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        _record_stop(request.visit, place, form)
        return HttpResponseRedirect(f"{url_of(place)}stop/")
    status = UNREADABLE if form.is_bound else 200
    page = stop_page(request.visit, place, request.GET.get("at"))
    context = {"page": page, "form": form}
    return render(request, "session/stop.html", context, status=status)


def _record_stop(visit: Visit, place: Place, form: StopForm) -> None:
    """What the stop tells of the danger signs first, so that it cannot get lost in between."""
    kind = StopKind(form.cleaned_data["kind"])
    told = triage.answers_by_stop(kind, visit.answers, visit.content)
    if told:
        visit.answer(AnswersFor.AFTER_STOP, told, form_id=drafts.stop_told_id(place))
    visit.record(*drafts.stopped(place, form.cleaned_data["pain"], kind))


def stop_page(visit: Visit, place: Place, at: str | None) -> StopPage:
    """The way out is that of the very step, whatever has lapsed; else to keep still.

    `at` is the number of the earlier step that was looked at again, if there was one.
    """
    again = earlier_step(place, at)
    stopped_at = again or place.plan.steps[place.state.outcomes[-1].step_index]
    out = way_out(stopped_at, visit)
    return StopPage(
        url=f"{url_of(place)}stop/" + (f"?at={again.index}" if again else ""),
        title=stopped_at.title,
        out=out,
        still="" if out else visit.content.phrases["keep-still"].text,
        aloud=" ".join(texts(out)),
        calls=visit.content.phrases["call-if-new"].text,
        emergency=visit.region.emergency,
    )


def _signs(request: VisitRequest, place: Place) -> HttpResponse:
    asked = Asked(
        title="Has any of this begun?",
        lead="We ask this each time it hurts, to be sure.",
        questions=signs_after_stop(request.visit, place),
        occasion=AnswersFor.AFTER_STOP,
        url=f"{url_of(place)}stop/",
        back_url="",
        number=0,
        total=0,
    )
    return ask_card(request, asked, f"{url_of(place)}after/")
