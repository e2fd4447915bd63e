"""Today's plan, and a session begun on it."""

from uuid import UUID

from loosen import ledger, plan
from loosen.vocabulary import Clearance, Plan
from loosen.web.site.visit import Visit

from . import drafts
from .pages import BeginPage, NothingPage, PlannedStep
from .words import ICONS, dose_words

MINUTE_S = 60


def plan_now(visit: Visit) -> Plan:
    """The plan for this moment; the caller has made sure that a clearance holds."""
    clearance = visit.standing
    assert isinstance(clearance, Clearance)
    return plan.build(
        visit.content,
        clearance,
        visit.person,
        visit.entries,
        visit.estimates,
        visit.now,
        visit.utc_offset_min,
        _seed(visit),
    )


def _seed(visit: Visit) -> int:
    """The same all day, so that the plan shown is the plan begun."""
    return visit.owner.pk.int ^ visit.now.toordinal()


def begin(visit: Visit, form_id: UUID, pain_0_10: int | None) -> UUID:
    """Records the pain and, on the plan made with it, the session. Sent twice it is one.

    A plan that turns out to hold no step begins nothing; the gate then says why.
    """
    session_id = drafts.session_id_of(form_id)
    if ledger.session_state(visit.entries, session_id) is not None:
        return session_id
    visit.record(drafts.pain_before(session_id, pain_0_10))
    made = plan_now(visit)
    if made.steps:
        visit.record(drafts.started(session_id, made, pain_0_10))
    return session_id


def begin_page(made: Plan) -> BeginPage:
    """What is planned, in order."""
    seconds = sum(step.seconds for step in made.steps)
    return BeginPage(steps=planned(made), minutes=max(1, round(seconds / MINUTE_S)))


def planned(made: Plan) -> tuple[PlannedStep, ...]:
    """Each step in one line."""
    return tuple(
        PlannedStep(title=step.title, dose=dose_words(step), icon=ICONS[step.kind])
        for step in made.steps
    )


def nothing_page(visit: Visit, made: Plan) -> NothingPage:
    """Why nothing is offered, and whom to call."""
    return NothingPage(because=made.because, emergency=visit.region.emergency)
