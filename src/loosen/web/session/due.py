"""Which check after a session is due now; Today shows it first."""

from datetime import timedelta

from loosen import ledger
from loosen.vocabulary import PainFelt, PainWhen
from loosen.web.site.visit import Visit

from .after_views import LATER_AFTER
from .pages import Due

LATER_UNTIL = timedelta(hours=4)


def checks_due(visit: Visit) -> tuple[Due, ...]:
    """The checks of earlier sessions that are due and not answered yet, oldest first."""
    told = {
        (felt.session_id, felt.occasion) for _, felt in ledger.standing(visit.entries).of(PainFelt)
    }
    due = []
    for state in ledger.sessions(visit.entries):
        if state.ended is None:
            continue
        occasion = _occasion(state, visit)
        if occasion is not None and (state.session_id, occasion) not in told:
            due.append(_due(state, occasion))
    return tuple(due)


def _occasion(state: ledger.SessionState, visit: Visit) -> PainWhen | None:
    """After half an hour on the same day; the next day, the morning check alone."""
    offset = timedelta(minutes=visit.utc_offset_min)
    days = ((visit.now + offset).date() - (state.started_at + offset).date()).days
    if days == 1:
        return PainWhen.MORNING
    since = visit.now - state.last_at
    return PainWhen.LATER if days == 0 and LATER_AFTER <= since <= LATER_UNTIL else None


def _due(state: ledger.SessionState, occasion: PainWhen) -> Due:
    is_morning = occasion is PainWhen.MORNING
    part = "morning" if is_morning else "later"
    title = "How was the night?" if is_morning else "How is it now, a while after?"
    return Due(title=title, when="", url=f"/session/{state.session_id}/{part}/")
