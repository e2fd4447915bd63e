"""A card of danger signs within a session: shown, answered, and what is urgent before all else."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from loosen.web.site.visit import VisitRequest
from loosen.web.start.card_pages import Asked, glance_page, which_page
from loosen.web.start.forms import (
    NONE_OF_THESE,
    TAP_ONE_YES,
    WHOLE_CARD,
    form_id_of,
    read_card,
    says_something,
)
from loosen.web.start.ways import Path, urgent_url

UNREADABLE = 422


def show_card(request: VisitRequest, asked: Asked) -> HttpResponse:
    """The card at a glance, or each line with its own answer."""
    which = request.GET.get("which")
    if which is None:
        page = glance_page(request.visit, asked, Path.ON, request.get_full_path())
        return render(request, "start/card.html", {"page": page})
    detail = which_page(request.visit, asked, Path.ON, is_unsure=which == "not-sure")
    return render(request, "start/which.html", {"page": detail})


def answer_card(request: VisitRequest, asked: Asked, next_url: str) -> HttpResponse:
    """Records the card and the decision that follows; what is urgent comes before all else."""
    reading = read_card(asked.questions, request.POST, request.visit.answers.by_question)
    is_none = request.POST.get(WHOLE_CARD) == NONE_OF_THESE
    if not reading.is_good or not (is_none or says_something(reading)):
        page = which_page(
            request.visit,
            asked,
            Path.ON,
            reading=reading,
            posted=request.POST.dict(),
            form_id=str(form_id_of(request.POST)),
            problem=TAP_ONE_YES,
        )
        return render(request, "start/which.html", {"page": page}, status=UNREADABLE)
    request.visit.answer(asked.occasion, reading.answers, form_id=form_id_of(request.POST))
    urgent = urgent_url(request.visit.decision, request.visit.content)
    return HttpResponseRedirect(urgent or next_url)
