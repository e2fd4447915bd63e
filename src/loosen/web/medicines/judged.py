"""What triage and the ledger say of medicines at this visit; no rule of its own."""

from datetime import date, datetime, timedelta
from uuid import UUID

from loosen import ledger, triage
from loosen.vocabulary import (
    AfterDose,
    Answers,
    DoseAnswer,
    DoseTaken,
    DoseVerdict,
    IngredientDay,
    MedicineScreen,
    Permit,
    Stage,
)
from loosen.web.site.visit import Visit
from loosen.web.start.asking import without

from .told import as_asked

INTAKE_NOT_TOLD = "intake-not-told"


def may_judge(visit: Visit) -> bool:
    """Whether a verdict on a medicine is open at all; to record a dose always is."""
    return Permit.MEDICINE in visit.permits


def screen_of(visit: Visit) -> MedicineScreen:
    """Whom medicines suit, from what this person answered and what of it still counts."""
    return triage.medicine_screen(counted(visit), visit.content, asked_on(visit))


def counted(visit: Visit) -> Answers:
    """All answers, without those on medicines that are to be asked again."""
    told = ledger.answers_told(visit.entries)
    today = (visit.now + timedelta(minutes=visit.utc_offset_min)).date()
    again = triage.medicine_asked_again(visit.answers, told, visit.content, today)
    return without(visit.answers, again)


def asked_on(visit: Visit) -> date | None:
    """The day on which a question on medicines was last answered here."""
    told = ledger.answers_told(visit.entries)
    questions = visit.content.questions
    days = [
        one.on
        for key, one in told.items()
        if key in questions and questions[key].stage is Stage.MEDICINES
    ]
    return max(days, default=None)


def verdict_on(dose: DoseTaken, visit: Visit) -> DoseVerdict:
    """May it be taken now?"""
    return ledger.dose_verdict(
        as_asked(dose),
        screen_of(visit),
        visit.entries,
        visit.now,
        region_id=visit.region.id,
        utc_offset_min=visit.utc_offset_min,
        content=visit.content,
    )


def waits_for_intake(verdict: DoseVerdict) -> bool:
    """Whether it has to be asked first what else was taken, as nothing graver stands."""
    has_gap = any(reason.id == INTAKE_NOT_TOLD for reason in verdict.reasons)
    return verdict.answer is DoseAnswer.ASK and has_gap


def after(entry_id: UUID, visit: Visit) -> AfterDose:
    """What a dose that was logged means; too much of it is said even where no verdict is."""
    return ledger.after_dose(
        entry_id,
        screen_of(visit),
        visit.entries,
        visit.now,
        region_id=visit.region.id,
        utc_offset_min=visit.utc_offset_min,
        content=visit.content,
    )


def days_of(visit: Visit) -> tuple[IngredientDay, ...]:
    """Every ingredient of the last 24 hours."""
    return ledger.medicine_days(
        visit.entries,
        visit.now,
        region_id=visit.region.id,
        utc_offset_min=visit.utc_offset_min,
        content=visit.content,
    )


def next_at(told: AfterDose, visit: Visit) -> datetime | None:
    """The time before which the same dose is too soon; none where it is past or not ours to say."""
    opens = told.next_allowed_at
    return opens if may_judge(visit) and opens is not None and opens > visit.now else None
