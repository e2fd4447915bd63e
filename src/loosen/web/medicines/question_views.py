"""Whom medicines suit: the cards of the medicines' own stage, asked once, and again when changed.

A tap of yes leads to which of them it is; nothing is recorded before that, so that a half
answered card of medicines closes nothing else.
"""

from dataclasses import replace

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from loosen import triage
from loosen.vocabulary import AnswersFor, Stage
from loosen.web.site.visit import Visit, VisitRequest
from loosen.web.start.asking import cards_of, questions_on
from loosen.web.start.card_pages import Asked, asked_card
from loosen.web.start.card_views import record_card, show_card
from loosen.web.start.cards import said_before
from loosen.web.start.forms import TAPPED, WHOLE_CARD
from loosen.web.start.pages import Link
from loosen.web.start.ways import WHICH, Path, card_url, urgent_url, with_query

from . import judged

LIST_URL = "/medicines/questions/"


@require_GET
def questions(request: VisitRequest) -> HttpResponse:
    """The cards with what was said on each; the first open one is the way on."""
    visit = request.visit
    rows = tuple(_rows(visit))
    still_open = [row for row in rows if not row.text]
    shown = {
        "rows": rows,
        "next": still_open[0] if still_open else None,
        "asked_on": judged.asked_on(visit),
        "tab": "today",
    }
    return render(request, "medicines/questions.html", shown)


def _rows(visit: Visit) -> list[Link]:
    still = triage.medicine_questions(judged.counted(visit), visit.content)
    missing = {one.card for one in still}
    elsewhere = dict.fromkeys(one.card for one in still if one.stage is not Stage.MEDICINES)
    cards = visit.content.cards
    rows = [Link(title=cards[one].title, url=card_url(one, Path.ON)) for one in elsewhere]
    for card in cards_of(visit.content, Stage.MEDICINES):
        asked = questions_on(card.id, visit.answers, visit.content)
        said = "" if card.id in missing else said_before(asked, visit.answers.by_question)
        if asked:
            url = f"{LIST_URL}{card.id}/"
            rows.append(Link(title=card.title, url=url, text=said[:1].upper() + said[1:]))
    return rows


@require_http_methods(["GET", "POST"])
def card(request: VisitRequest, card_id: str) -> HttpResponse:
    """One card of questions."""
    asked = _asked(request, card_id)
    if request.method != "POST":
        return show_card(request, asked, Path.ON)
    if (said := request.POST.get(WHOLE_CARD)) in TAPPED:
        return HttpResponseRedirect(with_query(asked.url, WHICH, said))
    if (unread := record_card(request, asked, Path.ON)) is not None:
        return unread
    return HttpResponseRedirect(_after(request.visit))


def _asked(request: VisitRequest, card_id: str) -> Asked:
    known = request.visit.content.cards.get(card_id)
    asked = asked_card(request.visit, card_id, Path.ON)
    if asked is None or known is None or known.stage is not Stage.MEDICINES:
        raise Http404
    url = f"{LIST_URL}{card_id}/"
    return replace(asked, url=url, back_url=LIST_URL, occasion=AnswersFor.RESCREEN)


def _after(visit: Visit) -> str:
    """What is urgent stands before it; then the next open card, then the list."""
    if url := urgent_url(visit.decision, visit.content):
        return url
    still_open = [row for row in _rows(visit) if not row.text]
    return still_open[0].url if still_open else LIST_URL
