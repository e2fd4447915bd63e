"""Everything the person told, card by card, to see and to correct."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from loosen import triage
from loosen.vocabulary import Card, Clearance, Stage
from loosen.web.site.visit import Visit, VisitRequest
from loosen.web.start.asking import cards_of, questions_on
from loosen.web.start.cards import said_before
from loosen.web.start.ways import Path, card_url, next_url

from .pages import AboutPage, Row


@require_GET
def about(request: VisitRequest) -> HttpResponse:
    """The list of the cards."""
    page = about_page(request.visit)
    return render(request, "about/about.html", {"page": page, "tab": "settings"})


def about_page(visit: Visit) -> AboutPage:
    """Danger signs and facts apart; what is open stands out."""
    rows = tuple(_rows(visit))
    is_cleared = isinstance(visit.standing, Clearance)
    return AboutPage(
        signs=tuple(row for row in rows if row.is_sign),
        facts=tuple(row for row in rows if not row.is_sign),
        next_url="/today/" if is_cleared else next_url(visit, Path.ON),
        next_label="Back to today" if is_cleared else "Go on with the questions",
    )


def _rows(visit: Visit) -> Iterator[Row]:
    for stage in (Stage.NOW, Stage.FULL):
        missing = {one.card for one in triage.open_questions(visit.answers, visit.content, stage)}
        for card in cards_of(visit.content, stage):
            if row := _row(card, visit, is_open=card.id in missing):
                yield row


def _row(card: Card, visit: Visit, *, is_open: bool) -> Row | None:
    """A card that asks nothing of this person has no row."""
    asked = questions_on(card.id, visit.answers, visit.content)
    if not asked:
        return None
    said = "" if is_open else said_before(asked, visit.answers.by_question)
    return Row(
        title=card.title,
        url=card_url(card.id, Path.ON),
        said=said[:1].upper() + said[1:],
        is_open=is_open,
        is_sign=any(one.is_sign for one in asked),
    )
