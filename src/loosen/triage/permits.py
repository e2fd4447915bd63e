"""What a decision permits: the table of the design, and nothing beyond it."""

from loosen.vocabulary import Clearance, Lapsed, MomentAsked, Permit, Route, Urgency

EMERGENCY_ONLY = frozenset({Permit.EMERGENCY_CARD})
RESTING = frozenset(
    {
        Permit.EMERGENCY_CARD,
        Permit.POSITION,
        Permit.BREATHING,
        Permit.TRANSFER,
        Permit.READING,
    }
)
EVERYTHING = frozenset(Permit)
NOT_CLEAR_HEADED = frozenset({Permit.EMERGENCY_CARD, Permit.POSITION})
MOVING = frozenset({Permit.POSITION, Permit.TRANSFER})
_OWN_PAGE = frozenset({Route.SELF_HARM, Route.UNDER_16})


def of_level(urgency: Urgency) -> frozenset[Permit]:
    """What an urgency permits once every question is answered."""
    match urgency:
        case Urgency.U0 | Urgency.U1:
            return EMERGENCY_ONLY
        case Urgency.U2:
            return RESTING
        case Urgency.U3 | Urgency.U4:
            return EVERYTHING


def within_level(
    urgency: Urgency, routes: frozenset[Route], *, keep_still: bool
) -> frozenset[Permit]:
    """The level's permits within what the rules add: own page, no change of position."""
    permits = of_level(urgency)
    if routes & _OWN_PAGE:
        permits &= EMERGENCY_ONLY
    return permits - MOVING if keep_still else permits


def while_asking(
    permits: frozenset[Permit], *, now_is_open: bool, full_is_open: bool
) -> frozenset[Permit]:
    """What stays of the permits while questions of the first or second stage are open."""
    if now_is_open:
        return permits & EMERGENCY_ONLY
    return permits & RESTING if full_is_open else permits


def permits_now(standing: Clearance | Lapsed, moment: MomentAsked | None) -> frozenset[Permit]:
    """What is permitted at this moment; drowsy, drinking or unwell leaves positions only.

    `moment` None is not asked yet: that is for `session_gate` to say before a session.
    """
    if moment is None or moment.is_clear:
        return standing.permits
    return standing.permits & NOT_CLEAR_HEADED
