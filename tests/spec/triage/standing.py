"""Screens, decisions and notes to make a standing from, for the specification."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from loosen import triage
from loosen.vocabulary import (
    NO_ANSWERS,
    Answer,
    Answers,
    AnswerValue,
    Clearance,
    ClinicianNote,
    Content,
    DatedDecision,
    DatedNote,
    GentleMovement,
    Lapsed,
    Onset,
    Permit,
    Question,
    QuestionKind,
)

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
OWNER = UUID(int=1)
SOMEONE_ELSE = UUID(int=2)
CARD_ONLY = frozenset({Permit.EMERGENCY_CARD})
RESTING = CARD_ONLY | {Permit.POSITION, Permit.BREATHING, Permit.TRANSFER, Permit.READING}
EVERYTHING = frozenset(Permit)
NO = Answer(value=AnswerValue.NO)
YES = Answer(value=AnswerValue.YES)
OLD_YES = Answer(value=AnswerValue.YES, onset=Onset.LONG)


def clear_answer(question: Question) -> Answer:
    if question.kind is QuestionKind.NUMBER:
        return Answer(number=40 if question.id == "age-years" else 75)
    if question.kind is QuestionKind.CHOICE:
        return Answer(choice=question.choices[-1].id)
    return NO


def screen(content: Content, **said: Answer | None) -> Answers:
    """A clear screen with these answers laid over it (`a_b` for `a-b`); None leaves one open."""
    clear = {question.id: clear_answer(question) for question in content.questions.values()}
    laid_over = {key.replace("_", "-"): answer for key, answer in said.items()}
    merged = {**clear, **laid_over}
    return Answers(by_question={key: one for key, one in merged.items() if one is not None})


def decided(
    content: Content,
    answers: Answers,
    at: datetime = AT,
    before: Answers = NO_ANSWERS,
    worse: Answers = NO_ANSWERS,
) -> DatedDecision:
    """The decision on these answers, as it is recorded: told in the order of the clock."""
    return DatedDecision(
        id=UUID(int=int(at.timestamp())),
        owner_id=OWNER,
        decision=triage.decide(answers, content, at),
        about_digest=triage.about_digest(answers, content),
        new_signs=triage.new_signs(before, answers, content, worse=worse),
        told_no=2 * int(at.timestamp()),
    )


def stands(
    content: Content,
    answers: Answers,
    *decisions: DatedDecision,
    at: datetime = AT,
    notes: tuple[DatedNote, ...] = (),
    owner_id: UUID = OWNER,
    utc_offset_min: int = 0,
    still_to_say: frozenset[str] = frozenset(),
) -> Clearance | Lapsed:
    """Where the person stands, the facts being those of `answers`."""
    return triage.clearance(
        decisions,
        notes,
        at,
        owner_id=owner_id,
        content=content,
        about_digest=triage.about_digest(answers, content),
        utc_offset_min=utc_offset_min,
        still_to_say=still_to_say,
    )


def note(
    *rule_ids: str, said: GentleMovement = GentleMovement.YES, at: datetime = AT, days: int = 30
) -> DatedNote:
    """A clinician's word on these rules, told at `at` and after a decision made then."""
    word = ClinicianNote(
        rule_ids=frozenset(rule_ids),
        seen_on=at.date(),
        gentle_movement_ok=said,
        until=at.date() + timedelta(days=days),
        recorded_at=at,
    )
    return DatedNote(note=word, told_no=2 * int(at.timestamp()) + 1)
