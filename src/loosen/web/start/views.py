"""Minute one: the first page, the way through the questions, and what they mean."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET

from loosen.vocabulary import Lapsed, Permit, Route
from loosen.web.site.guards import needs
from loosen.web.site.visit import Visit, VisitRequest

from .opening import first_page, help_page
from .result_page import result_page
from .urgent_pages import emergency_page, talk_page, urgent_page
from .ways import RESULT_URL, TALK_URL, URGENT_URL, Path, next_url, path_of, urgent_url


@require_GET
def first(request: VisitRequest) -> HttpResponse:
    """The first page: two choices."""
    return render(request, "start/first.html", {"page": first_page(request.visit)})


@require_GET
def screen(request: VisitRequest) -> HttpResponse:
    """On to whatever comes next for this person."""
    return HttpResponseRedirect(next_url(request.visit, path_of(request.GET.get("path"))))


@require_GET
def result(request: VisitRequest) -> HttpResponse:
    """What the answers mean, and what is open now."""
    decision = request.visit.decision
    if decision is None:
        return HttpResponseRedirect("/screen/")
    if url := urgent_url(decision, request.visit.content) or _unasked_url(request.visit):
        return HttpResponseRedirect(url)
    return render(request, "start/result.html", {"page": result_page(request.visit, decision)})


def _unasked_url(visit: Visit) -> str:
    """What is to be asked before anything is said of the answers; empty where they still count."""
    if Permit.POSITION in visit.permits or not isinstance(visit.standing, Lapsed):
        return ""
    url = next_url(visit, Path.ON)
    return "" if url == RESULT_URL else url


@require_GET
def urgent(request: VisitRequest) -> HttpResponse:
    """Call or go now; nothing else is offered."""
    if (url := _elsewhere(request.visit, URGENT_URL)) is not None:
        return HttpResponseRedirect(url)
    decision = request.visit.decision
    assert decision is not None
    return render(request, "start/urgent.html", {"page": urgent_page(request.visit, decision)})


@require_GET
def talk(request: VisitRequest) -> HttpResponse:
    """Thoughts of self-harm: somebody to talk to, somebody to be with."""
    decision = request.visit.decision
    if decision is None or Route.SELF_HARM not in decision.routes:
        return HttpResponseRedirect(_elsewhere(request.visit, TALK_URL) or RESULT_URL)
    return render(request, "start/talk.html", {"page": talk_page(request.visit, decision)})


def _elsewhere(visit: Visit, here: str) -> str | None:
    """Where this person belongs instead; None when it is here."""
    url = urgent_url(visit.decision, visit.content) or RESULT_URL
    return None if url == here else url


@needs(Permit.EMERGENCY_CARD)
@require_GET
def emergency(request: VisitRequest) -> HttpResponse:
    """The card to hold beside the phone; open always."""
    return render(request, "start/emergency.html", {"page": emergency_page(request.visit)})


@require_GET
def help_for(request: VisitRequest, who: str) -> HttpResponse:
    """Alone, with someone, or unable to move; where something is urgent, that stands first."""
    if url := urgent_url(request.visit.decision, request.visit.content):
        return HttpResponseRedirect(url)
    return render(request, "start/help.html", {"page": help_page(request.visit, who)})
