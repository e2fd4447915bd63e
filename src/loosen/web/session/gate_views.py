"""Before a session: the short set, how one is at this moment, pain now. Then it begins.

Each part is asked only where it was not asked within the half hour; triage says what is missing.
"""

from urllib.parse import urlencode
from uuid import uuid5

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loosen import ledger, triage
from loosen.triage import GateNeed
from loosen.vocabulary import AnswersFor, AnswerValue, Clearance, MomentAsked, Permit
from loosen.web.records.store import Draft
from loosen.web.site.forms import FORM_ID
from loosen.web.site.guards import locked, needs
from loosen.web.site.visit import Visit, VisitRequest
from loosen.web.start.card_pages import Asked
from loosen.web.start.forms import NONE_OF_THESE, WHOLE_CARD, form_id_of, fresh_form_id

from .beginning import begin, begin_page, nothing_page, plan_now
from .card_views import ask_card
from .forms import ALL_CLEAR, MOMENT_WORDS, NOT_SURE, UNREADABLE, BeginForm, MomentForm
from .pages import MomentPage
from .place import open_session, unasked_stop

START_URL = "/session/start/"
MOMENT_URL = "/session/start/moment/"
ASKERS = frozenset({"/heat/", "/cold/", "/massage/"})


@require_http_methods(["GET", "POST"])
def start(request: VisitRequest) -> HttpResponse:
    """Whatever is still missing, then the way in; a session that still runs goes on.

    A yes tapped here closes all but this: to say which of them it is.
    """
    if _is_tapped(request.visit):
        return _short_set(request)
    if Permit.POSITION not in request.visit.permits:
        return locked(request)
    if not isinstance(request.visit.standing, Clearance):
        return locked(request)
    if (place := open_session(request.visit)) is not None:
        return HttpResponseRedirect(f"/session/{place.session_id}/")
    if (place := unasked_stop(request.visit)) is not None:
        return HttpResponseRedirect(f"/session/{place.session_id}/stop/")
    missing = gate_needs(request.visit)
    if GateNeed.SHORT_SET in missing:
        return _short_set(request)
    if missing:
        return HttpResponseRedirect(MOMENT_URL)
    return _begin(request)


def _is_tapped(visit: Visit) -> bool:
    """Whether the short set is what waits to be told which of it."""
    asked = {question.id for question in triage.short_set(visit.content)}
    waits = visit.still_to_say.by_question.keys()
    return bool(waits) and waits <= asked


def gate_needs(visit: Visit) -> tuple[GateNeed, ...]:
    """What is missing before a session may begin."""
    asked = visit.moment_asked
    gate = triage.session_gate(
        short_set_at=ledger.short_set_asked_at(visit.entries, visit.content),
        moment_at=asked[1] if asked else None,
        moment=asked[0] if asked else None,
        at=visit.now,
        content=visit.content,
    )
    return gate.needs


# --- the short set ---------------------------------------------------------------------------


def asked_before_session(visit: Visit) -> Asked:
    """The short set as one card, so that nobody has to say its fourth line aloud."""
    return Asked(
        title="Has any of this begun?",
        lead=visit.content.phrases["gate-short-set"].text,
        questions=triage.short_set(visit.content),
        occasion=AnswersFor.BEFORE_SESSION,
        url=START_URL,
        back_url="/today/",
        number=0,
        total=0,
    )


def _short_set(request: VisitRequest) -> HttpResponse:
    return ask_card(request, asked_before_session(request.visit), START_URL)


# --- the moment ------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@needs(Permit.POSITION)
def moment(request: VisitRequest) -> HttpResponse:
    """How one is at this moment: none of these, or which.

    Until it is said which, the tap counts as not sure of each: it closes all but rest.
    """
    said = request.POST.get(WHOLE_CARD)
    if said == AnswerValue.NOT_SURE:
        request.visit.record(_not_sure(request))
        return HttpResponseRedirect(moment_url(request, "yes"))
    if said == NONE_OF_THESE:
        draft = Draft(payload=ALL_CLEAR, form_id=form_id_of(request.POST))
        request.visit.record(draft)
        return HttpResponseRedirect(_after_moment(request))
    if request.method == "POST" or "which" in request.GET:
        return _which_moment(request)
    return render(request, "session/moment.html", {"page": _moment_page(request)})


def _not_sure(request: VisitRequest) -> Draft:
    """Sent twice it is once; after the moment was told, a tap on the old page counts anew."""
    told = [one for _, one in request.visit.entries.of(MomentAsked) if one != NOT_SURE]
    draft_id = uuid5(form_id_of(request.POST), f"not sure {len(told)}")
    return Draft(payload=NOT_SURE, id=draft_id)


def _which_moment(request: VisitRequest) -> HttpResponse:
    form = MomentForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        request.visit.record(Draft(payload=form.asked(), form_id=form.once))
        return HttpResponseRedirect(_after_moment(request))
    status = UNREADABLE if form.is_bound else 200
    context = {"form": form, "back": moment_url(request)}
    return render(request, "session/moment_which.html", context, status=status)


def _after_moment(request: VisitRequest) -> str:
    """Back to the gate, or to the warmth, cold or rubbing that asked."""
    is_clear = request.visit.moment is not None and request.visit.moment.is_clear
    if not is_clear:
        return moment_url(request)
    return _then(request) or START_URL


def _then(request: VisitRequest) -> str:
    """The page that asked for the moment, where it was not the gate."""
    said = request.GET.get("then", "")
    return said if said in ASKERS else ""


def moment_url(request: VisitRequest, which: str = "") -> str:
    """The moment's page, with whoever asked for it."""
    said = {"which": which, "then": _then(request)}
    query = urlencode({name: value for name, value in said.items() if value})
    return f"{MOMENT_URL}?{query}" if query else MOMENT_URL


def _moment_page(request: VisitRequest) -> MomentPage:
    visit = request.visit
    is_not_clear = GateNeed.MOMENT_NOT_CLEAR in gate_needs(visit)
    return MomentPage(
        asks=tuple(MOMENT_WORDS.values()),
        aloud=" ".join(MOMENT_WORDS.values()),
        form_id=fresh_form_id(),
        not_clear=visit.content.phrases["gate-moment-not-clear"].text if is_not_clear else "",
    )


# --- pain now, and off -----------------------------------------------------------------------


def _begin(request: VisitRequest) -> HttpResponse:
    form = BeginForm(request.POST if request.method == "POST" and FORM_ID in request.POST else None)
    if form.is_valid():
        session_id = begin(request.visit, form.once, form.cleaned_data["pain"])
        return HttpResponseRedirect(f"/session/{session_id}/")
    plan = plan_now(request.visit)
    if not plan.steps:
        nothing = nothing_page(request.visit, plan)
        return render(request, "session/nothing.html", {"page": nothing})
    status = UNREADABLE if form.is_bound else 200
    page = begin_page(plan)
    return render(request, "session/begin.html", {"page": page, "form": form}, status=status)
