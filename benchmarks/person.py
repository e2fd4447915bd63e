"""One person for all measures: forty-four, nothing found, a chair, a bed and a heat pad to hand."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

from loosen import ledger, plan, triage
from loosen.vocabulary import (
    NO_ESTIMATES,
    PAYLOAD_OF_KIND,
    Answer,
    Answers,
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    Clearance,
    Content,
    DatedDecision,
    DecisionMade,
    Entry,
    Got,
    MomentAsked,
    PainFelt,
    PainWhen,
    Payload,
    Plan,
    QuestionKind,
    SessionEnd,
    SessionEnded,
    SessionStarted,
    StepEnded,
    StepOutcome,
)

OWNER = UUID("00000000-0000-4000-8000-00000000b0b0")
DEVICE = UUID("00000000-0000-4000-8000-00000000b0b1")
DAYS = 30
AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
CLEAR_MOMENT = MomentAsked(
    drowsy=AnswerValue.NO,
    drinking=AnswerValue.NO,
    sedating_medicine=AnswerValue.NO,
    faint=AnswerValue.NO,
    unwell=AnswerValue.NO,
)


def answers(content: Content) -> Answers:
    """Every question answered: nothing found, most things to hand."""
    said: dict[str, Answer] = {"age-years": Answer(number=44.0), "weight-kg": Answer(number=75.0)}
    for question in content.questions.values():
        if question.kind is QuestionKind.CHOICE:
            said[question.id] = Answer(choice=question.choices[-1].id)
        elif question.kind is QuestionKind.YES_NO:
            has = question.id.startswith("have-")
            said[question.id] = Answer(value=AnswerValue.YES if has else AnswerValue.NO)
    return Answers(by_question=said)


def screen(content: Content, at: datetime) -> tuple[AnswersGiven, DecisionMade]:
    """The whole screen, answered at that moment, with its decision."""
    said = answers(content)
    decision = triage.decide(said, content, at)
    digest = triage.about_digest(said, content)
    return (
        AnswersGiven(occasion=AnswersFor.SCREEN, answers=said),
        DecisionMade(decision=decision, about_digest=digest, new_signs=frozenset()),
    )


def clearance(content: Content, at: datetime) -> Clearance:
    """The leave that the screen gives."""
    _, made = screen(content, at)
    dated = DatedDecision(
        id=uuid5(OWNER, "decision"),
        owner_id=OWNER,
        decision=made.decision,
        about_digest=made.about_digest,
        new_signs=made.new_signs,
        told_no=0,
    )
    found = triage.clearance(
        [dated],
        [],
        at,
        owner_id=OWNER,
        content=content,
        utc_offset_min=0,
        about_digest=made.about_digest,
    )
    if not isinstance(found, Clearance):
        raise RuntimeError(f"the benchmark's person is not cleared: {found.reason}")
    return found


def plan_of(content: Content, at: datetime, log: tuple[Entry, ...]) -> Plan:
    """Today's plan for them."""
    person = plan.person_from(answers(content), content, (), log, at)
    leave = clearance(content, at)
    return plan.build(content, leave, person, log, NO_ESTIMATES, at, 0, 1)


def month(content: Content, until: datetime) -> list[tuple[datetime, Payload]]:
    """A month of mornings and sessions: what they would have recorded, in order."""
    told: list[tuple[datetime, Payload]] = []
    for day in range(DAYS, 0, -1):
        at = (until - timedelta(days=day)).replace(hour=9, minute=0, second=0, microsecond=0)
        told += _day(content, at, pain_0_10=max(1, day // 5))
    return told


def _day(content: Content, at: datetime, pain_0_10: int) -> list[tuple[datetime, Payload]]:
    session_id = uuid5(OWNER, at.isoformat())
    today = plan_of(content, at, ())
    acts: list[Payload] = [
        *screen(content, at),
        CLEAR_MOMENT,
        PainFelt(pain_0_10=pain_0_10, occasion=PainWhen.MORNING),
        SessionStarted(session_id=session_id, plan=today, pain_0_10=pain_0_10),
    ]
    for step in today.steps:
        acts.append(
            StepEnded(session_id=session_id, step_index=step.index, outcome=StepOutcome.DONE)
        )
        acts.append(PainFelt(pain_0_10=pain_0_10, occasion=PainWhen.BETWEEN_STEPS))
    acts.append(SessionEnded(session_id=session_id, how=SessionEnd.COMPLETED))
    acts.append(PainFelt(pain_0_10=pain_0_10 - 1, occasion=PainWhen.AFTER_SESSION))
    return [(at + timedelta(minutes=minute), act) for minute, act in enumerate(acts)]


def log(content: Content, until: datetime) -> tuple[Entry, ...]:
    """The month as entries, in order."""
    kinds = {payload: kind for kind, payload in PAYLOAD_OF_KIND.items()}
    told = enumerate(month(content, until))
    entries = [
        Entry(
            id=uuid5(OWNER, f"entry {seq}"),
            device_id=DEVICE,
            seq=seq,
            owner_id=OWNER,
            kind=kinds[type(payload)],
            happened_at=at,
            recorded_at=at,
            utc_offset_min=0,
            zone="UTC",
            source=Got.SELF_REPORT,
            payload=payload,
            content_version=content.version,
        )
        for seq, (at, payload) in told
    ]
    return ledger.standing(entries)
