"""What the answers of a run permit, after the record and the clinicians' words in it."""

from dataclasses import replace
from uuid import uuid5

from loosen.vocabulary import Clearance, DatedDecision, Entry, Lapsed

from .deciding import Decided
from .told import NOBODY, owner_of


def standing_of(
    result: Decided, past: tuple[Entry, ...], log: tuple[Entry, ...]
) -> Clearance | Lapsed:
    """The clearance of this run's decision or why there is none, narrowed by the moment's state.

    Earlier decisions count for the signs they found: such a one may have voided a word.
    """
    from loosen import ledger, triage

    answers, content = result.answers, result.content
    digest = triage.about_digest(answers, content)
    before = ledger.answers_so_far(past)
    dated = DatedDecision(
        id=uuid5(NOBODY, "decision"),
        owner_id=owner_of(past),
        decision=result.decision,
        about_digest=digest,
        new_signs=triage.new_signs(before, answers, content),
        told_no=len(ledger.standing(past)),  # after the record, before the file's own words
    )
    earlier_ones = [
        made for made in ledger.dated_decisions(past) if made.decided_at <= result.asked.at
    ]
    standing = triage.clearance(
        [*earlier_ones, dated], ledger.clinician_notes(log), result.asked.at,
        owner_id=owner_of(past), content=content, about_digest=digest,
        utc_offset_min=result.asked.utc_offset_min,
    )  # fmt: skip
    permits = triage.permits_now(standing, result.asked.file.moment)
    return replace(standing, permits=permits)
