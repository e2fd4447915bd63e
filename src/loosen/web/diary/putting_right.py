"""A note put right: on the form on which it was made, with what was said before in it."""

from datetime import datetime
from typing import Any

from loosen.vocabulary import (
    Entry,
    FunctionTold,
    LegsNoted,
    PainFelt,
    Sat,
    Slept,
    TriggerMet,
    Walked,
)
from loosen.web.data.correcting import correct_url
from loosen.web.records import store
from loosen.web.records.store import Draft
from loosen.web.records.zones import on_wall
from loosen.web.site.forms import is_uuid
from loosen.web.site.visit import VisitRequest

from .forms import NoteForm

OF = "of"


def note_of(request: VisitRequest) -> Entry | None:
    """The note that the address names, as long as it stands and this is the form for it."""
    told = request.GET.get(OF)
    if not is_uuid(told):
        return None
    for entry in request.visit.entries:
        if str(entry.id) == told and _is_form_for(entry, request.path):
            return entry
    return None


def _is_form_for(entry: Entry, path: str) -> bool:
    own_form = correct_url(entry).partition("?")[0]
    return bool(own_form) and path.startswith(own_form)


def is_gone(request: VisitRequest) -> bool:
    """Whether a note was named that stands no longer: it was put right or taken back already."""
    return OF in request.GET and note_of(request) is None


def filled_in(form: NoteForm, wrong: Entry | None) -> None:
    """Puts what was said before into the form."""
    if wrong is None:
        return
    form.initial = {"at": _minute(wrong, form), **_said(wrong)}


def _said(wrong: Entry) -> dict[str, Any]:
    match wrong.payload:
        case PainFelt() as felt:
            scores = {one.place_id: one.pain_0_10 for one in felt.places}
            return {
                "now": felt.pain_0_10,
                "worst": felt.worst_24h_0_10,
                "average": felt.average_24h_0_10,
                **scores,
            }
        case LegsNoted(change=change):
            return {"change": change.value}
        case Walked(minutes=minutes) | Sat(minutes=minutes):
            return {"minutes": minutes}
        case Slept(hours=hours, woken=woken):
            return {"hours": f"{hours:g}", "woken": woken}
        case TriggerMet(trigger=trigger, note=note):
            return {"trigger": trigger.value, "note": note}
        case FunctionTold() as told:
            return _scores(told)
        case _:
            return {}


def _scores(told: FunctionTold) -> dict[str, Any]:
    """By item, and by number for the things that the person named."""
    said: dict[str, Any] = {one.item: one.score for one in told.scores}
    for at, one in enumerate(told.scores):
        said |= {f"name-{at}": one.item, f"score-{at}": one.score}
    return said


def draft_of(form: NoteForm, wrong: Entry | None) -> Draft:
    """What was told, as a note of its own or in the place of the one that was wrong."""
    if wrong is None:
        return Draft(payload=form.payload, form_id=form.once, happened_at=form.happened_at)
    return Draft(
        payload=form.payload,
        id=store.successor_id(wrong.id),
        happened_at=_moment(form, wrong),
        supersedes=wrong.id,
    )


def _moment(form: NoteForm, wrong: Entry) -> datetime:
    """The moment told now; left as it was shown, it keeps its seconds."""
    told = form.happened_at
    return wrong.happened_at if told is None or form.wall == _minute(wrong, form) else told


def _minute(wrong: Entry, form: NoteForm) -> datetime:
    """When it was, on the wall clock here, as the form shows it."""
    return on_wall(wrong.happened_at, form.zone).replace(second=0, microsecond=0)


def places_of(entry: Entry | None) -> tuple[str, ...]:
    """The places that a note of pain names."""
    if entry is None or not isinstance(entry.payload, PainFelt):
        return ()
    return tuple(one.place_id for one in entry.payload.places)
