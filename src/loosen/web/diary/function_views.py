"""How well things go: what the person names, pain in the way, how sure, how it changed."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from loosen.vocabulary import FunctionMeasure, FunctionTold, Permit
from loosen.web.data.wordlists import FUNCTION
from loosen.web.site.guards import needs
from loosen.web.site.visit import Visit, VisitRequest

from .function_forms import ActivitiesForm, ChangeForm, ConfidenceForm, FunctionForm, PegForm
from .note_views import gone, show
from .pages import Choice, MeasurePage
from .putting_right import draft_of, filled_in, is_gone, note_of
from .views import keep

ICONS = {
    FunctionMeasure.PSFS: "person",
    FunctionMeasure.PEG: "sun",
    FunctionMeasure.CONFIDENCE: "check",
    FunctionMeasure.GLOBAL_CHANGE: "progress",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The phrases of a measure: its lead, what its numbers mean, and one for each item."""

    lead: str = ""
    scale: str = ""
    items: tuple[tuple[str, str], ...] = ()


ASKED: dict[FunctionMeasure, Asked] = {
    FunctionMeasure.PSFS: Asked(lead="function-psfs-ask", scale="function-psfs-scale"),
    FunctionMeasure.PEG: Asked(
        scale="function-peg-scale",
        items=(
            ("pain", "function-peg-pain"),
            ("joy", "function-peg-joy"),
            ("activity", "function-peg-activity"),
        ),
    ),
    FunctionMeasure.CONFIDENCE: Asked(
        scale="function-confidence-scale", items=(("confidence", "function-confidence"),)
    ),
    FunctionMeasure.GLOBAL_CHANGE: Asked(items=(("change", "function-global-change"),)),
}


@needs(Permit.EMERGENCY_CARD)
@require_GET
def measures(request: VisitRequest) -> HttpResponse:
    """The four of them, with when each was told last."""
    told = {one.measure: entry for entry, one in request.visit.entries.of(FunctionTold)}
    choices = tuple(
        Choice(
            title=FUNCTION[one],
            text=f"Last told on {told[one].happened_at.day} {told[one].happened_at:%B}"
            if one in told
            else "Not told yet",
            icon=ICONS[one],
            url=f"/diary/function/{one.value}/",
        )
        for one in FunctionMeasure
    )
    return render(request, "diary/measures.html", {"choices": choices, "tab": "progress"})


@needs(Permit.EMERGENCY_CARD)
@require_http_methods(["GET", "POST"])
def measure(request: VisitRequest, measure_id: str) -> HttpResponse:
    """One measure on one page."""
    if measure_id not in list(FunctionMeasure):
        raise Http404
    if is_gone(request):
        return gone(request)
    visit, wanted, wrong = request.visit, FunctionMeasure(measure_id), note_of(request)
    form = _form(wanted, request.POST if request.method == "POST" else None, visit)
    filled_in(form, wrong)
    for item, phrase_id in ASKED[wanted].items:
        form.fields[item].label = visit.content.phrases[phrase_id].text
    if form.is_bound and form.is_valid():
        return keep(request, draft_of(form, wrong), form.once)
    return show(request, "diary/measure.html", _page(wanted, form, visit), form)


def _form(wanted: FunctionMeasure, data: QueryDict | None, visit: Visit) -> FunctionForm:
    match wanted:
        case FunctionMeasure.PSFS:
            return ActivitiesForm(data, visit=visit, named=_named_before(visit))
        case FunctionMeasure.PEG:
            return PegForm(data, visit=visit)
        case FunctionMeasure.CONFIDENCE:
            return ConfidenceForm(data, visit=visit)
        case FunctionMeasure.GLOBAL_CHANGE:
            return ChangeForm(data, visit=visit)


def _named_before(visit: Visit) -> tuple[str, ...]:
    """What was named the last time, so that the same things are scored again."""
    told = [one for _, one in visit.entries.of(FunctionTold) if one.measure is FunctionMeasure.PSFS]
    return tuple(score.item for score in told[-1].scores) if told else ()


def _page(wanted: FunctionMeasure, form: FunctionForm, visit: Visit) -> MeasurePage:
    asked = ASKED[wanted]
    ids = [one for one in (asked.lead, asked.scale, *(phrase for _, phrase in asked.items)) if one]
    return MeasurePage(
        title=FUNCTION[wanted],
        lead=visit.content.phrases[asked.lead].text if asked.lead else "",
        scale=visit.content.phrases[asked.scale].text if asked.scale else "",
        scores=tuple(str(score) for score in range(11)),
        form=form,
        because=(visit.content.reason(ids[0]),),
    )
