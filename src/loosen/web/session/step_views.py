"""Through a session step by step. Each page works by itself; the script only paces it."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loosen.vocabulary import SessionEnd, Step, StepKind, StepOutcome
from loosen.web.records.store import Draft
from loosen.web.site.visit import VisitRequest

from . import drafts
from .forms import UNREADABLE, PainForm
from .in_the_way import barred_now, elsewhere_of, found, not_led_on
from .place import Place, earlier_step, is_known, step_to_repeat
from .step_page import pain_again_page, pain_page, step_page, url_of
from .way_out import step_in_hand

Asked = Callable[[Place, Step], tuple[Draft, ...]]
WAYS_OUT = frozenset({"stop", "end"})
ASKS_PAIN = "pain"


@require_http_methods(["GET", "POST"])
def step(request: VisitRequest, session_id: UUID) -> HttpResponse:
    """The session at its step: shown, or what was pressed there. Stop and end always work."""
    place = found(request, session_id)
    if elsewhere := elsewhere_of(place):
        request.visit.recorded += is_known(place, request.POST)
        return HttpResponseRedirect(elsewhere)
    if request.method == "POST" and request.POST.get("do") in WAYS_OUT:
        return _got_out(request, place)
    if (hindered := not_led_on(request, place)) is not None:
        return hindered
    if request.method == "POST":
        return _pressed(request, place)
    return _show(request, place)


# --- shown -----------------------------------------------------------------------------------


def _show(request: VisitRequest, place: Place, form: PainForm | None = None) -> HttpResponse:
    status = UNREADABLE if form is not None else 200
    form = form or PainForm()
    if place.asks_pain or (place.step is not None and place.step.kind is StepKind.CHECK_IN):
        page = pain_page(place, is_check_in=not place.asks_pain)
        return render(request, "session/pain.html", {"page": page, "form": form}, status=status)
    shown = _looked_back(request, place)
    if (bar := barred_now(request, place, shown)) is not None:
        return bar
    is_again = shown is not place.step
    if is_again and ASKS_PAIN in request.GET:
        asked = {"page": pain_again_page(place, shown), "form": form}
        return render(request, "session/pain.html", asked, status=status)
    page_of_step = step_page(place, shown, request.visit, is_again=is_again)
    context = {"page": page_of_step, "form": form}
    return render(request, "session/step.html", context, status=status)


def _looked_back(request: VisitRequest, place: Place) -> Step:
    """The step in hand, or an earlier one that the person wants to see again."""
    assert place.step is not None  # a session behind its last step was sent on
    return step_to_repeat(place, request.GET.get("step")) or place.step


# --- pressed ---------------------------------------------------------------------------------


def _got_out(request: VisitRequest, place: Place) -> HttpResponse:
    """Stop or end, from whichever tab, at whichever step, and on the question after it too."""
    if request.POST.get("do") == "end":
        request.visit.record(drafts.ended(place, SessionEnd.EARLY))
        return HttpResponseRedirect(f"{url_of(place)}after/")
    request.visit.record(drafts.step_ended(place, step_in_hand(place), StepOutcome.STOPPED))
    return HttpResponseRedirect(f"{url_of(place)}stop/{_at_shown(request, place)}")


def _at_shown(request: VisitRequest, place: Place) -> str:
    """Who looks at an earlier step again is in that one's posture; a tab behind says nothing."""
    is_behind = request.POST.get("turn") != str(place.turn)
    shown = None if is_behind else earlier_step(place, request.POST.get("step"))
    return f"?at={shown.index}" if shown is not None and not place.asks_pain else ""


def _pressed(request: VisitRequest, place: Place) -> HttpResponse:
    if request.POST.get("turn") != str(place.turn):
        request.visit.recorded += is_known(place, request.POST)
        return HttpResponseRedirect(url_of(place))  # another tab was faster
    if place.asks_pain:
        return _pain_told(request, place)
    assert place.step is not None  # a session behind its last step was sent on
    if request.POST.get("step") != str(place.step.index):
        return _again_done(request, place)
    if (bar := barred_now(request, place, place.step)) is not None:
        return bar
    return _step_pressed(request, place, place.step, request.POST.get("do", ""))


def _again_done(request: VisitRequest, place: Place) -> HttpResponse:
    """An earlier step, looked at again, leads forward; what was done is not counted twice.

    "Never show this again" is a wish and no deed: it is kept. So is the pain after doing it.
    """
    shown = step_to_repeat(place, request.POST.get("step"))
    if shown is None:
        return HttpResponseRedirect(url_of(place))
    said = request.POST.get("do")
    if said == "ban" and shown.item_id:
        request.visit.record(drafts.banned(place, shown))
    if said == "done" and "again" in request.POST:
        return _pain_again(request, place, shown)
    return HttpResponseRedirect(_forward_url(place, shown))


def _pain_again(request: VisitRequest, place: Place, shown: Step) -> HttpResponse:
    """Pain after doing it once more; where it has made the plan less, that is shown first."""
    if "asked" not in request.POST:
        return HttpResponseRedirect(f"{url_of(place)}?step={shown.index}&{ASKS_PAIN}=1")
    form = PainForm(request.POST)
    if not form.is_valid():
        page = pain_again_page(place, shown)
        context = {"page": page, "form": form}
        return render(request, "session/pain.html", context, status=UNREADABLE)
    request.visit.record(drafts.pain_again(place, shown, form.cleaned_data["pain"]))
    is_same_plan = found(request, place.session_id).plan == place.plan
    return HttpResponseRedirect(_forward_url(place, shown) if is_same_plan else url_of(place))


def _forward_url(place: Place, shown: Step) -> str:
    """The step after an earlier one, until it is the one in hand."""
    following = earlier_step(place, str(shown.index + 1))
    return url_of(place) + (f"?step={following.index}" if following else "")


def _step_pressed(request: VisitRequest, place: Place, step: Step, said: str) -> HttpResponse:
    form = PainForm(request.POST)
    asked = step.kind is StepKind.CHECK_IN or "asked" in request.POST
    if said == "done" and asked and not form.is_valid():
        return _show(request, place, form)
    made = PRESSED.get(said, _nothing)(place, step)
    if said == "done" and asked:
        pain = form.cleaned_data["pain"]
        made = (*made, drafts.pain_at_step(place, step.index, place.turn, pain))
    request.visit.record(*made)
    return HttpResponseRedirect(url_of(place))


def _pain_told(request: VisitRequest, place: Place) -> HttpResponse:
    form = PainForm(request.POST)
    if not form.is_valid():
        return _show(request, place, form)
    index = place.state.outcomes[-1].step_index
    pain = drafts.pain_at_step(place, index, place.turn - 1, form.cleaned_data["pain"])
    request.visit.record(pain)
    return HttpResponseRedirect(url_of(place))


def _done(place: Place, step: Step) -> tuple[Draft, ...]:
    return (drafts.step_ended(place, step, StepOutcome.DONE), *drafts.walked(place, step))


def _skipped(place: Place, step: Step) -> tuple[Draft, ...]:
    return (drafts.step_ended(place, step, StepOutcome.SKIPPED),)


def _eased(place: Place, step: Step) -> tuple[Draft, ...]:
    if step.easier_dose is None:
        return ()
    return (drafts.step_ended(place, step, StepOutcome.EASED),)


def _banned(place: Place, step: Step) -> tuple[Draft, ...]:
    if not step.item_id:
        return ()
    return (drafts.banned(place, step), *_skipped(place, step))


def _nothing(place: Place, step: Step) -> tuple[Draft, ...]:
    """A button that is none of ours records nothing and shows the step again."""
    return ()


PRESSED: dict[str, Asked] = {
    "done": _done,
    "skip": _skipped,
    "easier": _eased,
    "ban": _banned,
}
