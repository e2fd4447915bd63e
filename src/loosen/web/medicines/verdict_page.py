"""The answer to "may I take it now?", and what is said once a dose was logged."""

from typing import assert_never

from loosen.vocabulary import (
    AfterDose,
    Call,
    DoseAnswer,
    DoseTaken,
    DoseVerdict,
    Entry,
    MedicineForm,
    Reason,
    Whom,
)
from loosen.web.site.forms import OnceForm
from loosen.web.site.visit import Visit

from . import judged
from .bars import day_bar
from .home_page import next_of
from .pages import LoggedPage, VerdictPage
from .told import fields_of
from .wall import time_words
from .words import dose_words

SCREEN_OPEN = "screen-not-complete"


def verdict_page(dose: DoseTaken, verdict: DoseVerdict, visit: Visit) -> VerdictPage:
    """The gravest answer, with every reason for it."""
    title, tone, icon = _answer_words(verdict.answer)
    return VerdictPage(
        name=dose.name,
        amount=dose_words(dose, visit),
        title=title,
        tone=tone,
        icon=icon,
        next=next_of(verdict.next_allowed_at, visit),
        after=next_of(verdict.next_after, visit),
        is_last=verdict.is_last,
        reasons=verdict.reasons,
        calls=_whom(verdict.calls, visit),
        days=tuple(day_bar(day, visit) for day in verdict.days if day.doses_24h),
        asks_screen=any(reason.id == SCREEN_OPEN for reason in verdict.reasons),
        may_take=verdict.answer is DoseAnswer.YES,
        fields=tuple(fields_of(dose).items()),
        form=OnceForm(auto_id=False),
        word_url="/medicines/word/" if verdict.answer is DoseAnswer.ASK else "",
    )


def _answer_words(answer: DoseAnswer) -> tuple[str, str, str]:
    """Title, tone and icon."""
    match answer:
        case DoseAnswer.YES:
            return "Yes, by the limits we know", "good", "check"
        case DoseAnswer.NOT_YET:
            return "Not yet", "caution", "clock"
        case DoseAnswer.ASK:
            return "Ask a pharmacist or doctor first", "caution", "person"
        case DoseAnswer.NO:
            return "No, do not take it", "danger", "stop"
        case DoseAnswer.TOO_MUCH:
            return "You had too much. Take no more", "danger", "phone"
        case _:
            assert_never(answer)


def _whom(calls: tuple[Call, ...], visit: Visit) -> tuple[Whom, ...]:
    return tuple(dict.fromkeys(visit.region.whom(call) for call in calls))


# --- logged ----------------------------------------------------------------------------------


def logged_page(entry: Entry, dose: DoseTaken, told: AfterDose, visit: Visit) -> LoggedPage:
    """What the dose means. Where no verdict is open, too much of it is still said."""
    is_too_much = told.too_much_at is not None
    is_said = judged.may_judge(visit) or is_too_much
    return LoggedPage(
        name=dose.name,
        amount=dose_words(dose, visit),
        when=time_words(entry.happened_at, visit),
        is_last=told.is_last and judged.may_judge(visit),
        is_too_much=is_too_much,
        too_much_at=time_words(told.too_much_at, visit) if told.too_much_at else "",
        next=next_of(judged.next_at(told, visit), visit) if _is_counted(dose) else None,
        reasons=told.reasons if is_said else _plain(visit),
        calls=_whom(told.calls, visit),
        same_as=f"/medicines/dose/{told.same_as}/" if told.same_as else "",
        undo_url=f"/medicines/undo/{entry.id}/",
        edit_url=f"/medicines/dose/{entry.id}/",
        form=OnceForm(),
    )


def _is_counted(dose: DoseTaken) -> bool:
    return dose.form is MedicineForm.BY_MOUTH and bool(dose.amounts)


def _plain(visit: Visit) -> tuple[Reason, ...]:
    return (visit.content.reason("dose-logged"),)
