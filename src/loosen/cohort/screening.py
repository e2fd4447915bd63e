"""The check for danger signs of a day, as the pages ask it: everything, and then a decision."""

from dataclasses import replace

from loosen import triage
from loosen.vocabulary import (
    NO_ANSWERS,
    Answer,
    Answers,
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    Clearance,
    DatedDecision,
    DecisionMade,
    Lapsed,
)

from .life import Life, Told

KEPT_DECISIONS = 3  # the last ones decide; of earlier ones those with new signs void a word


def screen(
    life: Life, day: int, minute: int, occasion: AnswersFor = AnswersFor.SCREEN
) -> Clearance | Lapsed:
    """Every question is answered, the decision recorded; where the person stands by it."""
    told, worse = life.answers_on(day), _worse(life, day)
    life.watch.screened(minute, told.answers.by_question, life.local_day(minute).toordinal())
    if any(one.value is AnswerValue.YES for one in worse.by_question.values()):
        life.watch.got_worse()
    given = AnswersGiven(occasion=occasion, answers=told.answers, worse=worse)
    life.record.add(given, minute)
    dated = _decided(life, told, worse, minute)
    earlier = [one for one in life.decisions[:-1] if one.new_signs]
    life.decisions = [*earlier[-KEPT_DECISIONS:], *life.decisions[-1:], dated]
    life.told = told
    life.today.urgency = dated.decision.urgency.rank
    coming = life.who.sign
    if coming is not None and coming.is_there(day):
        life.watch.advised(coming.sign, dated.decision.urgency.rank, day)
        life.sent_with = triage.may_be_opened(dated.decision, life.content)
    return standing(life, minute)


def _worse(life: Life, day: int) -> Answers:
    """Of a sign that a clinician spoke about: whether it is new or worse since then."""
    coming = life.who.sign
    if not life.notes or coming is None or not coming.is_there(day):
        return NO_ANSWERS
    value = AnswerValue.YES if coming.is_worse(day) else AnswerValue.NO
    return Answers(by_question={coming.question_id: Answer(value=value)})


def _decided(life: Life, told: Told, worse: Answers, minute: int) -> DatedDecision:
    answers, digest = told.answers, told.about_digest
    before = NO_ANSWERS if life.told is None else life.told.answers
    decision = replace(told.decision, decided_at=life.at(minute))
    new_signs = triage.new_signs(before, answers, life.content, worse=worse)
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
        life.notes,
        life.at(minute),
        owner_id=life.record.owner_id,
        content=life.content,
        about_digest=life.decisions[-1].about_digest,
        utc_offset_min=life.offset(minute),
    )
