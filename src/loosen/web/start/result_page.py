"""What the answers mean for today: rules that fired, what is open, and the way on."""

from collections.abc import Iterator

from loosen import ledger, triage
from loosen.vocabulary import (
    Clearance,
    ClinicianNote,
    Decision,
    GentleMovement,
    Permit,
    Route,
    Urgency,
)
from loosen.web.site.visit import Visit

from .opening import BREATHING, POSITIONS, TRANSFERS
from .pages import Link, ResultPage
from .urgent import blocks_of
from .ways import Path, is_for_today, next_url, urgency_now

EMERGENCY = Link(
    title="Emergency card", url="/emergency/", text="Numbers, and what to say.", icon="phone"
)
READING = Link(title="Read about it", url="/read/", text="Short and with sources.", icon="book")
OPEN_WAYS = (
    (Permit.POSITION, POSITIONS),
    (Permit.BREATHING, BREATHING),
    (Permit.TRANSFER, TRANSFERS),
    (Permit.READING, READING),
    (Permit.EMERGENCY_CARD, EMERGENCY),
)


def result_page(visit: Visit, decision: Decision) -> ResultPage:
    """The page after the questions; it never says that someone is safe."""
    is_under_16 = Route.UNDER_16 in decision.routes
    can_note = not is_under_16 and _can_note(visit, decision)
    standing = visit.standing
    opened = standing.opened_by if isinstance(standing, Clearance) else frozenset()
    blocks = blocks_of(decision, visit.content, visit.region)
    return ResultPage(
        title=_title(visit, decision),
        lead=_lead(visit, decision),
        blocks=tuple(block for block in blocks if block.rule_id not in opened),
        opened=tuple(block.because[0].text for block in blocks if block.rule_id in opened),
        notes=tuple(visit.content.phrases[name].text for name in _notes(visit, decision)),
        opens=visit.content.phrases["opens-clinician"].text,
        not_ruled_out=visit.content.phrases["not-ruled-out"].text,
        next=_next(visit),
        allowed=tuple(link for permit, link in OPEN_WAYS if permit in visit.permits),
        is_under_16=is_under_16,
        can_note=can_note,
    )


def _title(visit: Visit, decision: Decision) -> str:
    if Route.UNDER_16 in decision.routes:
        return "This is for a grown-up to look at"
    match urgency_now(visit):
        case Urgency.U0 | Urgency.U1 | Urgency.U2:
            return "Please speak to a clinician today"
        case Urgency.U3:
            return "See a clinician in the next days"
        case Urgency.U4:
            return visit.content.phrases["nothing-urgent"].text


def _lead(visit: Visit, decision: Decision) -> str:
    """U3 still hears that nothing is urgent; a sign of today does not."""
    if Route.UNDER_16 in decision.routes:
        return visit.content.phrases["locked-under-16"].text
    if is_for_today(visit):
        return ""
    expects = visit.content.phrases["first-words"].text
    urgent = visit.content.phrases["nothing-urgent"].text
    return expects if urgency_now(visit) is Urgency.U4 else f"{urgent} {expects}"


def _notes(visit: Visit, decision: Decision) -> Iterator[str]:
    """Ids of the phrases that are to be said besides the rules."""
    if any(visit.content.rules[fired.rule_id].weak for fired in decision.fired):
        yield "weak-flags"
    standing = visit.standing
    opened = standing.opened_by if isinstance(standing, Clearance) else frozenset()
    shut = {fired.rule_id for fired in decision.fired if fired.urgency is Urgency.U2} - opened
    if any(_speaks_of(told.note, shut) for told in ledger.clinician_notes(visit.entries)):
        yield "opens-note-void"


def _speaks_of(note: ClinicianNote, rule_ids: set[str]) -> bool:
    return note.gentle_movement_ok is GentleMovement.YES and bool(note.rule_ids & rule_ids)


def _can_note(visit: Visit, decision: Decision) -> bool:
    """A clinician's word can open something only where such a rule keeps it closed."""
    return is_for_today(visit) and bool(triage.may_be_opened(decision, visit.content))


def _next(visit: Visit) -> Link:
    """The one large action."""
    if not isinstance(visit.standing, Clearance):
        return Link(title="Go on with the questions", url=next_url(visit, Path.ON))
    if Permit.EXERCISE in visit.permits:
        return Link(title="See today's plan", url="/today/")
    return POSITIONS
