"""Out of a position: told to whoever stops, and wherever a session that has begun is closed.

It is never locked, as nobody may be left in a position. Only where a bone may be broken nothing
is told that moves the back.
"""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render

from loosen.vocabulary import Content, Exercise, Instruction, Position, Step
from loosen.web.site.guards import locked
from loosen.web.site.locked import locked_page
from loosen.web.site.visit import Visit, VisitRequest
from loosen.web.start.ways import urgent_url

from .pages import ClosedPage
from .place import Place, earlier_step
from .step_page import texts, url_of


def way_out(step: Step, visit: Visit) -> tuple[Instruction, ...]:
    """How to come out of this step; nothing where one has to keep still."""
    is_still = visit.decision is not None and visit.decision.keep_still
    return () if is_still else _out_of(step, visit.content)


def _out_of(step: Step, content: Content) -> tuple[Instruction, ...]:
    """The item's own way out; a transfer or a remedy has none, so that of its posture is told."""
    item = content.item(step.item_id)
    if isinstance(item, Exercise | Position):
        return item.out
    alike = [one for one in content.positions.values() if one.posture is step.posture]
    return min(alike, key=lambda one: one.order).out if alike else ()


def step_in_hand(place: Place) -> Step:
    """The step that the person is in: the last one done, while its pain is still asked."""
    if place.asks_pain or place.step is None:
        return place.plan.steps[place.state.outcomes[-1].step_index]
    return place.step


def closed(request: VisitRequest, place: Place) -> HttpResponse:
    """A session that waits: how to come out of it, why, and what opens it. Help goes first."""
    visit = request.visit
    if urgent_url(visit.decision, visit.content):
        return locked(request)
    context = {"page": closed_page(visit, place, request.GET.get("step"))}
    return render(request, "session/closed.html", context, status=403)


def closed_page(visit: Visit, place: Place, said: str | None) -> ClosedPage:
    """`said` is the number of the earlier step that was looked at again, if there was one."""
    again = None if place.asks_pain else earlier_step(place, said)
    step = again or step_in_hand(place)
    out = way_out(step, visit) if _may_be_in_it(place, visit) else ()
    return ClosedPage(
        url=url_of(place),
        index=step.index,
        turn=place.turn,
        title=step.title,
        out=out,
        aloud=" ".join(texts(out)),
        lock=locked_page(visit),
    )


def _may_be_in_it(place: Place, visit: Visit) -> bool:
    """Not after a session left for long, where only Stop says that one is; a clock that went
    back tells nothing, so there it is told."""
    longest = timedelta(minutes=visit.content.threshold("session-resume-min"))
    return visit.now - place.state.last_at <= longest
