"""The library, the texts to read, and why."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from loosen.vocabulary import Exercise, Explanation, Permit, Preference
from loosen.web.ease.barred import show_barred
from loosen.web.ease.choosing import item_url, verdict_on
from loosen.web.records.store import Draft
from loosen.web.site.forms import OnceForm
from loosen.web.site.guards import locked, needs
from loosen.web.site.visit import Visit, VisitRequest
from loosen.web.start.pages import Link
from loosen.web.start.ways import urgent_url

from .finding import Wanted
from .library_pages import exercise_page, library_page
from .pages import ReadListPage, ReadPage, Row
from .why_page import permits_of, why_page

ABOUT_SITTING = frozenset({"posture", "sitting"})
SITS = Link(
    title="How you sit",
    url="/sitting/",
    text="A camera tells you once when you sink.",
    icon="chair",
)


@require_GET
def library(request: VisitRequest) -> HttpResponse:
    """All names; nothing at all while something urgent stands over everything."""
    visit = request.visit
    if urgent_url(visit.decision, visit.content):
        return locked(request)
    page = library_page(visit, Wanted.from_query(request.GET))
    return render(request, "shelf/library.html", {"page": page, "tab": "library"})


@require_http_methods(["GET", "POST"])
def item(request: VisitRequest, item_id: str) -> HttpResponse:
    """One thing; what is not an exercise has its page where it is led through."""
    found = request.visit.content.item(item_id)
    if found is None:
        raise Http404
    if not isinstance(found, Exercise):
        return HttpResponseRedirect(item_url(found))
    return exercise(request, found)


@needs(Permit.EXERCISE)
def exercise(request: VisitRequest, found: Exercise) -> HttpResponse:
    """One exercise in full, where it is open."""
    if verdict_on(found, request.visit).bars:
        return show_barred(request, found, "/library/")
    form = OnceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        wish = _wish(found, request.POST.get("do", ""))
        request.visit.record(Draft(payload=wish, form_id=form.once))
        return HttpResponseRedirect(f"/library/{found.id}/")
    page = exercise_page(request.visit, found)
    return render(request, "shelf/exercise.html", {"page": page, "tab": "library"})


def _wish(exercise: Exercise, tapped: str) -> Preference:
    """What the tapped button says: put it away, keep it among the favourites, or neither."""
    return Preference(item_id=exercise.id, banned=tapped == "ban", favourite=tapped == "favourite")


@needs(Permit.READING)
@require_GET
def texts(request: VisitRequest) -> HttpResponse:
    """All texts; those about closed things are named and closed."""
    rows = tuple(_text_row(one, request.visit) for one in in_reading_order(request.visit))
    page = ReadListPage(rows=rows)
    return render(request, "shelf/texts.html", {"page": page, "tab": "library"})


def in_reading_order(visit: Visit) -> tuple[Explanation, ...]:
    """As the content orders them."""
    return tuple(sorted(visit.content.explanations.values(), key=lambda one: one.order))


def _text_row(text: Explanation, visit: Visit) -> Row:
    is_open = set(text.needs) <= visit.permits
    return Row(
        title=text.title,
        text="",
        url=f"/read/{text.id}/",
        icon="book",
        chip="" if is_open else "Closed",
        tone="caution",
        card="",
    )


@needs(Permit.READING)
@require_GET
def text(request: VisitRequest, text_id: str) -> HttpResponse:
    """One text, closed with whatever it is about."""
    found = request.visit.content.explanations.get(text_id)
    if found is None:
        raise Http404
    if not set(found.needs) <= request.visit.permits:
        return locked(request)
    page = ReadPage(
        text=found,
        does=_does(found, request.visit),
        next=_next(found, request.visit),
        aloud=" ".join(found.paragraphs),
    )
    return render(request, "shelf/text.html", {"page": page, "tab": "library"})


def _does(shown: Explanation, visit: Visit) -> Link | None:
    """The page that goes with the text, where that is open."""
    return (
        SITS
        if shown.id in ABOUT_SITTING and visit.permits >= {Permit.POSITION, Permit.TRANSFER}
        else None
    )


def _next(shown: Explanation, visit: Visit) -> Link | None:
    """The next text that is open."""
    later = [one for one in in_reading_order(visit) if one.order > shown.order]
    open_ones = [one for one in later if set(one.needs) <= visit.permits]
    return Link(title=open_ones[0].title, url=f"/read/{open_ones[0].id}/") if open_ones else None


@needs(Permit.EMERGENCY_CARD)
@require_GET
def why(request: VisitRequest, told_id: str) -> HttpResponse:
    """Where one thing comes from."""
    if not permits_of(told_id, request.visit.content) <= request.visit.permits:
        return locked(request)
    page = why_page(told_id, request.visit.content)
    if page is None:
        raise Http404
    return render(request, "shelf/why.html", {"page": page, "tab": "library"})
