"""After a file came in, what was said of medicine taken elsewhere no longer counts."""

from loosen import ledger
from loosen.vocabulary import AnswerValue, IntakeTold
from loosen.web.records.store import Draft
from loosen.web.site.visit import Visit


def ask_intake_again(visit: Visit) -> None:
    """Voids today's "nothing else": the file may hold doses, or stand for days without a record."""
    known = ledger.intake_is_known(visit.entries, visit.now, utc_offset_min=visit.utc_offset_min)
    if known:
        visit.record(Draft(payload=IntakeTold(taken=AnswerValue.DOES_NOT_APPLY)))
