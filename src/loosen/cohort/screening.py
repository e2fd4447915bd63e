"""The check for danger signs of a day, as the pages ask it: everything, and then a decision."""

from loosen import triage
from loosen.vocabulary import (
    AnswersFor,
    AnswersGiven,
    Clearance,
    DatedDecision,
    DecisionMade,
    Lapsed,
)

from .life import Life, Told

KEPT_DECISIONS = 3  # the last ones decide; earlier ones matter to a clinician's word alone


def screen(life: Life, day: int, minute: int) -> Clearance | Lapsed:
    """Every question is answered, the decision recorded; where the person stands by it."""
    told = life.answers_on(day)
    answers = told.answers
    life.watch.screened(minute, answers.by_question)
    life.record.add(AnswersGiven(occasion=AnswersFor.SCREEN, answers=answers), minute)
    dated = _decided(life, told, minute)
    life.decisions = [*life.decisions[1 - KEPT_DECISIONS :], dated]
    life.told = answers
    life.today.urgency = dated.decision.urgency.rank
    coming = life.who.sign
    if coming is not None and coming.is_there(day):
        life.watch.advised(coming.sign, dated.decision.urgency.rank, days_since_told=0)
    return standing(life, minute)


def _decided(life: Life, told: Told, minute: int) -> DatedDecision:
    at, answers, digest = life.at(minute), told.answers, told.about_digest
    decision = triage.decide(answers, life.content, at)
    new_signs = triage.new_signs(life.told, answers, life.content)
    made = DecisionMade(decision=decision, about_digest=digest, new_signs=new_signs)
    entry = life.record.add(made, minute)
    return DatedDecision(
        id=entry.id,
        owner_id=entry.owner_id,
        decision=decision,
        about_digest=digest,
        new_signs=new_signs,
        told_no=entry.seq,
    )


def standing(life: Life, minute: int) -> Clearance | Lapsed:
    """Where the person stands at that minute."""
    return triage.clearance(
        life.decisions,
        [],
        life.at(minute),
        owner_id=life.record.owner_id,
        content=life.content,
        about_digest=life.decisions[-1].about_digest,
        utc_offset_min=life.offset(minute),
    )
