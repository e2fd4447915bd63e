"""Transfers and breathing: led step by step, with nothing to decide on the way."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from loosen.vocabulary import PainWhen, Permit, Remedy, RemedyKind, RemedyUsed, Skin
from loosen.web.figures.drawn import drawn_for
from loosen.web.records.store import Draft
from loosen.web.site.guards import needs
from loosen.web.site.visit import Visit, VisitRequest
from loosen.web.start.pages import Link

from .barred import show_barred
from .choosing import in_order, verdict_on
from .forms import BreathedForm
from .helped import told
from .pages import BreathingPage, TransferListPage, TransferPage

LONGEST_BREATHING = timedelta(hours=1)


@needs(Permit.TRANSFER)
@require_GET
def transfers(request: VisitRequest) -> HttpResponse:
    """All changes of place."""
    rows = tuple(
        Link(
            title=one.title,
            url=f"/transfers/{one.id}/",
            text="Not for you now" if verdict_on(one, request.visit).bars else one.text,
        )
        for one in in_order(request.visit.content.transfers.values())
    )
    return render(request, "ease/transfers.html", {"page": TransferListPage(rows=rows)})


@needs(Permit.TRANSFER)
@require_GET
def transfer(request: VisitRequest, transfer_id: str) -> HttpResponse:
    """One change of place, step by step."""
    found = request.visit.content.transfers.get(transfer_id)
    if found is None:
        raise Http404
    verdict = verdict_on(found, request.visit)
    if verdict.bars:
        return show_barred(request, found, "/transfers/")
    page = TransferPage(
        transfer=found,
        figures=drawn_for(found, request.visit),
        hows=verdict.hows,
        reasons=verdict.reasons,
        aloud=" ".join(step.text for step in found.steps),
    )
    return render(request, "ease/transfer.html", {"page": page})


@needs(Permit.BREATHING)
@require_http_methods(["GET", "POST"])
def breathing(request: VisitRequest, remedy_id: str) -> HttpResponse:
    """One way of breathing; at the end: did it help?"""
    remedy = request.visit.content.remedies.get(remedy_id)
    if remedy is None or remedy.kind is not RemedyKind.BREATHING:
        raise Http404
    if verdict_on(remedy, request.visit).bars:
        return show_barred(request, remedy, "/positions/")
    form = BreathedForm(request.POST or None, initial={"started": request.visit.now.isoformat()})
    if request.method == "POST" and form.is_valid():
        return _breathed(request, remedy, form)
    page = _breathing_page(request.visit, remedy, form)
    return render(
        request, "ease/breathing.html", {"page": page}, status=422 if form.errors else 200
    )


def _breathed(request: VisitRequest, remedy: Remedy, form: BreathedForm) -> HttpResponse:
    visit = request.visit
    used = RemedyUsed(
        remedy_id=remedy.id,
        started_at=form.started_at(visit.now, LONGEST_BREATHING),
        ended_at=visit.now,
        skin=Skin.NOT_LOOKED,
        felt_better=form.felt_better(),
    )
    drafts = (_before(form, used.started_at), Draft(payload=used, id=form.once), _after(form))
    visit.record(*(draft for draft in drafts if draft is not None))
    return HttpResponseRedirect(
        "/positions/" if Permit.EXERCISE not in visit.permits else "/today/"
    )


def _before(form: BreathedForm, started_at: datetime) -> Draft | None:
    """Told as of when the breathing began, so that it stands before it in the record."""
    pain = form.cleaned_data["before"]
    draft = told(form.once, pain, PainWhen.BEFORE_REMEDY)
    return None if pain is None else replace(draft, happened_at=started_at)


def _after(form: BreathedForm) -> Draft | None:
    """The score just after; blank is not told."""
    pain = form.cleaned_data["pain"]
    return None if pain is None else told(form.once, pain, PainWhen.AFTER_REMEDY)


def _breathing_page(visit: Visit, remedy: Remedy, form: BreathedForm) -> BreathingPage:
    others = [
        Link(title=one.title, url=f"/breathing/{one.id}/", text=one.text)
        for one in visit.content.remedies.values()
        if one.kind is RemedyKind.BREATHING and one.id != remedy.id
    ]
    return BreathingPage(
        remedy=remedy,
        minutes=_minutes(remedy),
        form=form,
        others=tuple(others),
        aloud=" ".join(step.text for step in (*remedy.before, *remedy.steps)),
    )


def _minutes(remedy: Remedy) -> str:
    least, most = remedy.duration_s // 60, remedy.duration_most_s // 60
    return f"{least} to {most} minutes" if most > least else f"{least} minutes"
