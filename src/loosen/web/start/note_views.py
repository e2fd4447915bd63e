"""What a clinician said about signs that keep things closed."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loosen import ledger, triage
from loosen.vocabulary import ClinicianNote, Got, NoteTaken, Urgency
from loosen.web.records.store import Draft
from loosen.web.site.visit import Visit, VisitRequest

from .note_form import NoteForm, local_day
from .pages import Block, NotePage
from .urgent import blocks_of
from .ways import RESULT_URL

UNREADABLE = 422


@require_http_methods(["GET", "POST"])
def note(request: VisitRequest) -> HttpResponse:
    """Who was seen on which day, and what they said about gentle movement."""
    visit = request.visit
    signs = signs_to_discuss(visit)
    if not signs:
        return HttpResponseRedirect(RESULT_URL)
    form = NoteForm(request.POST or None, signs=signs, today=local_day(visit))
    if request.method == "POST" and form.is_valid():
        taken = NoteTaken(note=_note(form, visit))
        visit.record(Draft(payload=taken, form_id=form.once, source=Got.SELF_REPORT))
        return HttpResponseRedirect(RESULT_URL)
    page = NotePage(form=form, signs=signs, notes=_earlier(visit))
    status = UNREADABLE if form.is_bound else 200
    return render(request, "start/note.html", {"page": page}, status=status)


def signs_to_discuss(visit: Visit) -> tuple[Block, ...]:
    """The signs of today that a clinician's word may settle; none while more is urgent."""
    decision = visit.decision
    if decision is None or decision.urgency.rank < Urgency.U2.rank:
        return ()
    may_be_opened = triage.may_be_opened(decision, visit.content)
    blocks = blocks_of(decision, visit.content, visit.region)
    return tuple(block for block in blocks if block.rule_id in may_be_opened)


def _note(form: NoteForm, visit: Visit) -> ClinicianNote:
    return ClinicianNote(
        rule_ids=frozenset(form.cleaned_data["signs"]),
        seen_on=form.cleaned_data["seen_on"],
        gentle_movement_ok=form.cleaned_data["gentle"],
        until=form.cleaned_data["until"],
        recorded_at=visit.now,
    )


def _earlier(visit: Visit) -> tuple[str, ...]:
    notes = [told.note for told in ledger.clinician_notes(visit.entries)]
    return tuple(f"{one.seen_on:%d %B %Y}: {WORDS[one.gentle_movement_ok.value]}" for one in notes)


WORDS = {
    "yes": "gentle movement is fine",
    "no": "no gentle movement yet",
    "not-sure": "not clear whether gentle movement is fine",
}
