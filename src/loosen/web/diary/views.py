"""The line of everything done and felt; one tap for the same again, and undo."""

from uuid import UUID, uuid4

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from loosen.vocabulary import Entry, LegsNoted, Permit, Withdrawn
from loosen.web.data.diary_words import words_of
from loosen.web.data.pages import WITHDRAWABLE
from loosen.web.records import store
from loosen.web.records.store import Draft
from loosen.web.site.forms import FORM_ID, is_uuid
from loosen.web.site.guards import locked, needs
from loosen.web.site.visit import Visit, VisitRequest
from loosen.web.today.legs import after_legs

from .charts import charts_page, days_told
from .kinds import ICONS, TITLES, NoteKind, last_of, permit_of
from .pages import Again, Choice, SheetPage, TimelinePage
from .timeline import days_of, noted_of

LINE_URL = "/diary/"
NOTED = "noted"
FEW_AGAIN = 3
SIGNS = Choice(
    title="Something new or worse",
    text="Numb between the legs, a weak leg, trouble with pee or poo",
    icon="warning",
    url="/diary/signs/",
)
# To the door of medicines, with all its checks: there is no second way to log a dose.
MEDICINE = Choice(title="Medicine", text="", icon="pill", url="/medicines/")
MORE = (
    Choice(
        title="How well I can do things",
        text="A few short questions, once a week",
        icon="person",
        url="/diary/function/",
    ),
    Choice(title="Heat", text="With its clock", icon="heat", url="/heat/"),
    Choice(title="Cold", text="With its clock", icon="cold", url="/cold/"),
    Choice(title="Massage", text="", icon="hand", url="/massage/"),
    Choice(title="A position", text="", icon="lie", url="/positions/"),
    Choice(title="Movement", text="Led step by step", icon="move", url="/today/"),
    Choice(title="Slow breathing", text="", icon="breath", url="/breathing/slow-breathing/"),
)


@needs(Permit.EMERGENCY_CARD)
@require_GET
def line(request: VisitRequest) -> HttpResponse:
    """The person's own record; it advises nothing, so it stays open."""
    visit = request.visit
    told = request.GET.get("page", "")
    number = max(1, int(told)) if told.isascii() and told.isdigit() and len(told) < 6 else 1
    days, last = days_of(visit, number)
    number = min(number, max(1, last))
    page = TimelinePage(
        days=days,
        again=_again(visit)[:FEW_AGAIN] if number == 1 else (),
        noted=noted_of(request.GET.get(NOTED), visit),
        form_id=str(uuid4()),
        newer_url=f"{LINE_URL}?page={number - 1}" if number > 1 else "",
        older_url=f"{LINE_URL}?page={number + 1}" if number < last else "",
    )
    return render(request, "diary/line.html", {"page": page, "tab": "progress"})


@needs(Permit.EMERGENCY_CARD)
@require_GET
def sheet(request: VisitRequest) -> HttpResponse:
    """What can be noted, as big choices."""
    visit = request.visit
    pain, *rest = [
        Choice(title=TITLES[kind], text="", icon=ICONS[kind], url=f"/diary/note/{kind.value}/")
        for kind in NoteKind
        if permit_of(kind) in visit.permits
    ]
    page = SheetPage(
        choices=(pain, MEDICINE, *rest),
        signs=SIGNS,
        more=MORE,
        again=_again(visit),
        form_id=str(uuid4()),
    )
    return render(request, "diary/sheet.html", {"page": page, "tab": "progress"})


def _again(visit: Visit) -> tuple[Again, ...]:
    """The last of each kind that is open now, the newest first."""
    found = [(last_of(kind, visit), kind) for kind in NoteKind if permit_of(kind) in visit.permits]
    known = sorted(
        ((entry, kind) for entry, kind in found if entry is not None),
        key=lambda pair: pair[0].happened_at,
        reverse=True,
    )
    return tuple(
        Again(
            kind=kind.value,
            words=words_of(entry.payload, visit.content).title
            if not isinstance(entry.payload, LegsNoted)
            else words_of(entry.payload, visit.content).details[0].rstrip("."),
            icon=ICONS[kind],
        )
        for entry, kind in known
    )


@needs(Permit.EMERGENCY_CARD)
@require_POST
def again(request: VisitRequest, note_kind: str) -> HttpResponse:
    """The last note of this kind once more, now."""
    visit = request.visit
    kind = kind_of(note_kind)
    if permit_of(kind) not in visit.permits:
        return locked(request)
    last = last_of(kind, visit)
    if last is None:
        return HttpResponseRedirect("/diary/note/")
    told = request.POST.get(FORM_ID)
    form_id = UUID(told) if is_uuid(told) else uuid4()
    return keep(request, Draft(payload=last.payload, form_id=form_id), form_id)


def kind_of(note_kind: str) -> NoteKind:
    """The kind in an address."""
    if note_kind not in list(NoteKind):
        raise Http404
    return NoteKind(note_kind)


def keep(request: VisitRequest, draft: Draft, form_id: UUID) -> HttpResponse:
    """Records it; leg signs that call for it open the checks at once."""
    entry: Entry = request.visit.record(draft)[0]
    if isinstance(entry.payload, LegsNoted) and (
        url := after_legs(entry.payload, request.visit, form_id)
    ):
        return HttpResponseRedirect(url)
    return HttpResponseRedirect(f"{LINE_URL}?{NOTED}={entry.id}")


@needs(Permit.EMERGENCY_CARD)
@require_POST
def undo(request: VisitRequest, entry_id: UUID) -> HttpResponse:
    """Takes back what was just noted; it stays in the data, marked."""
    visit = request.visit
    wrong = next((one for one in visit.entries if one.id == entry_id), None)
    if wrong is None or wrong.kind not in WITHDRAWABLE:
        return HttpResponseRedirect(LINE_URL)
    visit.record(Draft(payload=Withdrawn(), id=store.successor_id(wrong.id), supersedes=wrong.id))
    return HttpResponseRedirect(LINE_URL)


@needs(Permit.EMERGENCY_CARD)
@require_GET
def charts(request: VisitRequest) -> HttpResponse:
    """What was told as charts, each with its table."""
    page = charts_page(request.visit, days_told(request.GET.get("days")))
    return render(request, "diary/charts.html", {"page": page, "tab": "progress"})
