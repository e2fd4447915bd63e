"""After a session: pain before and after, what comes next, and the two checks that follow."""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loosen import ledger
from loosen.vocabulary import CheckpointKind, PainWhen, Permit, SessionEnd, StepOutcome
from loosen.web.site.visit import Visit, VisitRequest
from loosen.web.start.ways import urgent_url

from . import drafts
from .beginning import planned
from .forms import UNREADABLE, MorningForm, PainForm
from .in_the_way import found
from .pages import AfterPage, Due, LaterPage, PlannedStep
from .place import Place, are_signs_asked, is_pain_after_told
from .step_page import url_of

LATER_AFTER = timedelta(minutes=30)
SHOWN_CHECKPOINTS = 4
# What came up since may have closed what the plan had for later; rest needs a position.
NEEDS = {CheckpointKind.WALK: Permit.EXERCISE, CheckpointKind.SESSION: Permit.EXERCISE}


@require_http_methods(["GET", "POST"])
def after(request: VisitRequest, session_id: UUID) -> HttpResponse:
    """How it went; asks the pain now where it was not asked yet."""
    place = found(request, session_id)
    if url := _not_yet(request.visit, place):
        return HttpResponseRedirect(url)
    if is_pain_after_told(request.visit, session_id) or place.state.stopped is not None:
        if request.method == "POST":  # sent twice
            request.visit.recorded += 1
            return HttpResponseRedirect(f"{url_of(place)}after/")
        page = after_page(request.visit, place)
        return render(request, "session/after.html", {"page": page})
    form = PainForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        _record_end(request.visit, place, form.cleaned_data["pain"])
        return HttpResponseRedirect(f"{url_of(place)}after/")
    context = {"url": f"{url_of(place)}after/", "form": form}
    status = UNREADABLE if form.is_bound else 200
    return render(request, "session/after_pain.html", context, status=status)


def _not_yet(visit: Visit, place: Place) -> str:
    """What comes before this page: help that is urgent, the stop's questions, the steps."""
    if url := urgent_url(visit.decision, visit.content):
        return url
    was_stopped = place.state.stopped is not None
    if place.is_stopping or (was_stopped and not are_signs_asked(visit, place)):
        return f"{url_of(place)}stop/"
    return "" if place.is_over else url_of(place)


def _record_end(visit: Visit, place: Place, pain_0_10: int | None) -> None:
    """The end, unless it was ended early, and the score after it."""
    pain = drafts.pain_after(place.session_id, pain_0_10, PainWhen.AFTER_SESSION)
    if place.state.ended is None:
        visit.record(drafts.ended(place, SessionEnd.COMPLETED), pain)
    else:
        visit.record(pain)


def after_page(visit: Visit, place: Place) -> AfterPage:
    """Before and after, what was done, what comes next."""
    was_stopped = place.state.stopped is not None
    kept = visit.content.positions.get(ledger.kept_position(visit.entries))
    has_positions = Permit.POSITION in visit.permits
    return AfterPage(
        url=f"{url_of(place)}after/",
        title="You stopped in time" if was_stopped else "That was your session",
        lead=_lead(place),
        before=number_words(place.state.baseline_0_10),
        after=number_words(place.state.after_0_10),
        done=_done(place),
        later=later_of(visit, place),
        position_url=f"/positions/{kept.id}/" if kept else "/positions/",
        position_title=_position_title(kept.title if kept else "") if has_positions else "",
        was_stopped=was_stopped,
    )


def _lead(place: Place) -> str:
    match place.state.ended:
        case SessionEnd.STOPPED:
            return "Rest first. Nothing goes on until you want it to."
        case SessionEnd.EARLY:
            return "You ended it early. That is fine."
        case _:
            return "Take a moment before you get up."


def _position_title(kept: str) -> str:
    return f"Rest: {kept}" if kept else "Find a position that eases it"


def number_words(pain_0_10: int | None) -> str:
    """A score as a figure; unknown is empty."""
    return "" if pain_0_10 is None else str(pain_0_10)


def _done(place: Place) -> tuple[PlannedStep, ...]:
    lines = planned(place.plan)
    done = [one for one in place.state.outcomes if one.outcome is StepOutcome.DONE]
    return tuple(lines[one.step_index] for one in done if one.step_index < len(lines))


def later_of(visit: Visit, place: Place) -> tuple[Due, ...]:
    """The check after half an hour, then what the plan has for the rest of the day: what is
    still to come of it."""
    check_at = place.state.last_at + LATER_AFTER
    check = Due(title="How is it then?", when=clock_words(check_at, visit), url="")
    checks = (check,) if check_at > visit.now else ()
    rest = [
        point
        for point in place.plan.checkpoints
        if point.due_at > visit.now and NEEDS.get(point.kind, Permit.POSITION) in visit.permits
    ]
    return (
        *checks,
        *(
            Due(title=point.title, when=clock_words(point.due_at, visit), url="")
            for point in rest[:SHOWN_CHECKPOINTS]
        ),
    )


def clock_words(at: datetime, visit: Visit) -> str:
    """15:40, or "tomorrow 08:00", on the person's wall clock."""
    local = at + timedelta(minutes=visit.utc_offset_min)
    today = visit.now + timedelta(minutes=visit.utc_offset_min)
    days = (local.date() - today.date()).days
    day = {0: "", 1: "tomorrow "}.get(days, f"{local.day} {local:%B} ")
    return f"{day}{local:%H:%M}"


# --- the two checks --------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def later(request: VisitRequest, session_id: UUID) -> HttpResponse:
    """30 to 60 minutes after."""
    return _check(request, found(request, session_id), PainWhen.LATER)


@require_http_methods(["GET", "POST"])
def morning(request: VisitRequest, session_id: UUID) -> HttpResponse:
    """The next morning, and the night before it."""
    return _check(request, found(request, session_id), PainWhen.MORNING)


def _check(request: VisitRequest, place: Place, occasion: PainWhen) -> HttpResponse:
    if not _has_come(request.visit, place, occasion):
        return HttpResponseRedirect("/today/")
    is_morning = occasion is PainWhen.MORNING
    kind = MorningForm if is_morning else PainForm
    form = kind(request.POST if request.method == "POST" else None)
    if form.is_valid():
        woke = form.cleaned_data.get("woke") == "yes"
        pain = form.cleaned_data["pain"]
        request.visit.record(
            drafts.pain_after(place.session_id, pain, occasion, woke_at_night=woke)
        )
        return HttpResponseRedirect("/today/")
    status = UNREADABLE if form.is_bound else 200
    context = {"page": _later_page(place, is_morning=is_morning), "form": form}
    return render(request, "session/later.html", context, status=status)


def _has_come(visit: Visit, place: Place, occasion: PainWhen) -> bool:
    """Whether it can be told yet: an answer given too early would stand for the real one."""
    if place.state.ended is None:
        return False
    offset = timedelta(minutes=visit.utc_offset_min)
    began_on, today = (place.state.started_at + offset).date(), (visit.now + offset).date()
    return occasion is not PainWhen.MORNING or today > began_on


def _later_page(place: Place, *, is_morning: bool) -> LaterPage:
    return LaterPage(
        url=f"{url_of(place)}{'morning' if is_morning else 'later'}/",
        title="How is it this morning?" if is_morning else "How is it now, a while after?",
        lead="Your answer decides how much we do next.",
        before=number_words(place.state.baseline_0_10),
        is_morning=is_morning,
    )
