"""The cards: shown, answered, and on to the next."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loosen.vocabulary import AnswerValue, Content
from loosen.web.site.visit import VisitRequest

from .asking import is_plain
from .card_pages import Asked, asked_card, asked_short_set, glance_page, which_page
from .forms import (
    NONE_OF_THESE,
    TAP_ONE_YES,
    TAPPED,
    WHOLE_CARD,
    form_id_of,
    read_card,
    says_something,
)
from .ways import (
    CHANGED_URL,
    WHICH,
    Path,
    after_first_cards,
    card_url,
    next_url,
    path_of,
    urgent_url,
    with_path,
    with_query,
)

UNREADABLE = 422
THEN = "then"
SEE_BELOW = "Some answers are still missing. They are marked below."


@require_http_methods(["GET", "POST"])
def card(request: VisitRequest, card_id: str) -> HttpResponse:
    """One card of questions."""
    path = _path(request)
    asked = asked_card(request.visit, card_id, path)
    if asked is None:
        raise Http404
    return _asked(request, asked, path)


@require_http_methods(["GET", "POST"])
def again(request: VisitRequest) -> HttpResponse:
    """The short set, once a day, as one card."""
    path = _path(request)
    return _asked(request, asked_short_set(request.visit), path)


def _path(request: HttpRequest) -> Path:
    return path_of(request.POST.get("path") or request.GET.get("path"))


def show_card(request: VisitRequest, asked: Asked, path: Path) -> HttpResponse:
    """The card at a glance, or each line with its own answer."""
    which = request.GET.get(WHICH)
    if is_plain(asked.questions) and which is None:
        page = glance_page(request.visit, asked, path)
        return render(request, "start/card.html", {"page": page})
    detail = which_page(request.visit, asked, path, is_unsure=which == "not-sure")
    return render(request, "start/which.html", {"page": detail})


def record_card(request: VisitRequest, asked: Asked, path: Path) -> HttpResponse | None:
    """Records the card and the decision that follows; a tap leads on to which of them it is.

    What could not be read comes back as the card with its problems; nothing is recorded then.
    """
    visit, posted = request.visit, request.POST
    if posted.get(WHOLE_CARD) in TAPPED and is_plain(asked.questions):
        return _tapped(request, asked, AnswerValue(posted[WHOLE_CARD]))
    reading = read_card(asked.questions, posted, visit.answers.by_question, visit.under_word)
    is_none = posted.get(WHOLE_CARD) == NONE_OF_THESE
    is_empty = is_plain(asked.questions) and not is_none and not says_something(reading)
    form_id = form_id_of(posted)
    if reading.is_good and not is_empty:
        visit.answer(asked.occasion, reading.answers, form_id=form_id, worse=reading.worse)
        return None
    page = which_page(
        visit,
        asked,
        path,
        reading=reading,
        posted=posted.dict(),
        form_id=str(form_id),
        problem=SEE_BELOW if not reading.is_good else TAP_ONE_YES,
    )
    return render(request, "start/which.html", {"page": page}, status=UNREADABLE)


def _tapped(request: VisitRequest, asked: Asked, said: AnswerValue) -> HttpResponse:
    """The tap is kept at once: until it is said which, these questions are open everywhere."""
    ids = [question.id for question in asked.questions]
    request.visit.tap(asked.occasion, ids, said, form_id=form_id_of(request.POST))
    return HttpResponseRedirect(with_query(request.get_full_path(), WHICH, said.value))


def _asked(request: VisitRequest, asked: Asked, path: Path) -> HttpResponse:
    if request.method != "POST":
        return show_card(request, asked, path)
    return record_card(request, asked, path) or _go_on(request, asked, path)


def _go_on(request: VisitRequest, asked: Asked, path: Path) -> HttpResponse:
    """Urgent first; then the cards ticked as changed; then a position, or the next card."""
    visit = request.visit
    if url := urgent_url(visit.decision, visit.content):
        return HttpResponseRedirect(url)
    if THEN in request.GET:
        return HttpResponseRedirect(next_ticked(request.GET[THEN], path, visit.content))
    url = after_first_cards(visit, path) if asked.is_first else None
    return HttpResponseRedirect(url or next_url(visit, path))


def next_ticked(still: str, path: Path, content: Content) -> str:
    """The next card that the person ticked as changed, else back to the list of changes."""
    cards = [card_id for card_id in still.split(",") if card_id in content.cards]
    if not cards:
        return with_path(CHANGED_URL, path)
    return with_query(card_url(cards[0], path), THEN, ",".join(cards[1:]))
