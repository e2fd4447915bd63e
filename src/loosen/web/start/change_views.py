"""Has any of this changed? The list that renews yesterday's answers."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loosen import triage
from loosen.vocabulary import Answer, AnswersFor, AnswerValue, Question
from loosen.web.site.visit import Visit, VisitRequest

from .card_views import next_ticked
from .cards import said_before
from .forms import form_id_of, fresh_form_id
from .pages import ChangedPage, ChangeRow
from .ways import Path, next_url, path_of, urgent_url

TICKED = "changed"


@require_http_methods(["GET", "POST"])
def changed(request: VisitRequest) -> HttpResponse:
    """Ticked cards are asked again; with none ticked, all stands as it was said."""
    visit = request.visit
    path = path_of(request.POST.get("path") or request.GET.get("path"))
    if not visit.answers.by_question:
        return HttpResponseRedirect("/screen/")
    if request.method == "GET":
        return render(request, "start/changed.html", {"page": changed_page(visit, path)})
    ticked = request.POST.getlist(TICKED)
    if ticked:
        return HttpResponseRedirect(next_ticked(",".join(ticked), path, visit.content))
    same = as_it_was(visit)
    visit.answer(AnswersFor.RESCREEN, same, form_id=form_id_of(request.POST))
    urgent = urgent_url(visit.decision, visit.content)
    return HttpResponseRedirect(urgent or next_url(visit, path))


def as_it_was(visit: Visit) -> dict[str, Answer]:
    """All answers but the short set's, which are asked one by one and not confirmed in a lump.

    Nor is a no to which a yes was tapped since.
    """
    short = {question.id for question in triage.short_set(visit.content)}
    asked = short | visit.still_to_say.by_question.keys()
    return {key: one for key, one in visit.answers.by_question.items() if key not in asked}


def _told(asked: tuple[Question, ...], visit: Visit) -> str:
    """What was said; what was denied stands there in full, since it is confirmed with the rest."""
    said = visit.answers.by_question
    denied = [one for one in asked if said[one.id].value is AnswerValue.NO]
    named = [said_before((one,), said) for one in asked if one not in denied]
    none_of = ["None of: " + "; ".join(one.short for one in denied)] if denied else []
    return ". ".join(["; ".join(named), *none_of] if named else none_of)


def changed_page(visit: Visit, path: Path) -> ChangedPage:
    """One row for each card, with what was said on it."""
    rows = []
    short = {question.id for question in triage.short_set(visit.content)}
    for card in visit.content.cards.values():
        asked = [one for one in visit.content.questions.values() if one.card == card.id]
        said = tuple(one for one in asked if one.id not in short and visit.answers.get(one.id))
        if said:
            rows.append(ChangeRow(card_id=card.id, title=card.title, said=_told(said, visit)))
    return ChangedPage(rows=tuple(rows), form_id=fresh_form_id(), path=path.value)
