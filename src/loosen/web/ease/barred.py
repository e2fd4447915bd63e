"""Something a person's conditions bar: why, what they say instead, and where else to go."""

from django.http import HttpResponse
from django.shortcuts import render

from loosen.vocabulary import Item
from loosen.web.site.visit import VisitRequest
from loosen.web.start.pages import Link

from .choosing import item_url, verdict_on
from .pages import BarredPage

LEAD = "You told us something that this does not go well with."
NOT_FOR_NOW = 403


def show_barred(request: VisitRequest, item: Item, back_url: str) -> HttpResponse:
    """The page that says so; what is taught on the open page stays off it."""
    verdict = verdict_on(item, request.visit)
    instead = request.visit.content.item(verdict.instead) if verdict.instead else None
    ways = [Link(title=f"Instead: {instead.title}", url=item_url(instead))] if instead else []
    ways.append(Link(title="See the others", url=back_url))
    ways.append(Link(title="Correct what you told us", url="/about/"))
    page = BarredPage(
        title=f"{item.title}: not for you now",
        lead=LEAD,
        reasons=verdict.reasons,
        hows=verdict.hows,
        opens=request.visit.content.phrases["opens-condition"].text,
        ways=tuple(ways),
    )
    return render(request, "ease/barred.html", {"page": page}, status=NOT_FOR_NOW)
