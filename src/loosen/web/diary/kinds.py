"""The kinds of notes that the diary takes, and what each needs to be open."""

from enum import StrEnum
from typing import assert_never

from django.http import QueryDict

from loosen.vocabulary import (
    Entry,
    LegsNoted,
    PainFelt,
    PainWhen,
    Payload,
    Permit,
    Sat,
    Slept,
    TriggerMet,
    Walked,
)
from loosen.web.site.visit import Visit

from .forms import LegsForm, NoteForm, SittingForm, SleepForm, TriggerForm, WalkForm


class NoteKind(StrEnum):
    """What can be noted on a form of its own; pain has two pages, function its own list."""

    PAIN = "pain"
    LEGS = "legs"
    WALK = "walk"
    SITTING = "sitting"
    SLEEP = "sleep"
    TRIGGER = "trigger"


TITLES: dict[NoteKind, str] = {
    NoteKind.PAIN: "Pain",
    NoteKind.LEGS: "My legs",
    NoteKind.WALK: "A walk",
    NoteKind.SITTING: "Sitting",
    NoteKind.SLEEP: "Sleep",
    NoteKind.TRIGGER: "Lifting, stress and more",
}
ICONS: dict[NoteKind, str] = {
    NoteKind.PAIN: "pain",
    NoteKind.LEGS: "legs",
    NoteKind.WALK: "walk",
    NoteKind.SITTING: "chair",
    NoteKind.SLEEP: "moon",
    NoteKind.TRIGGER: "clock",
}
PAYLOADS: dict[NoteKind, type[Payload]] = {
    NoteKind.PAIN: PainFelt,
    NoteKind.LEGS: LegsNoted,
    NoteKind.WALK: Walked,
    NoteKind.SITTING: Sat,
    NoteKind.SLEEP: Slept,
    NoteKind.TRIGGER: TriggerMet,
}


def permit_of(kind: NoteKind) -> Permit:
    """Walking is exercise: where that is closed, a walk is not noted either."""
    return Permit.EXERCISE if kind is NoteKind.WALK else Permit.EMERGENCY_CARD


def form_of(kind: NoteKind, data: QueryDict | None, visit: Visit) -> NoteForm:
    """The form of a kind that has one page."""
    match kind:
        case NoteKind.LEGS:
            return LegsForm(data, visit=visit)
        case NoteKind.WALK:
            return WalkForm(data, visit=visit)
        case NoteKind.SITTING:
            return SittingForm(data, visit=visit)
        case NoteKind.SLEEP:
            return SleepForm(data, visit=visit)
        case NoteKind.TRIGGER:
            return TriggerForm(data, visit=visit)
        case NoteKind.PAIN:
            raise TypeError("pain is asked on two pages")
        case _:
            assert_never(kind)


def last_of(kind: NoteKind, visit: Visit) -> Entry | None:
    """The last note of this kind, for "same again"; what a session or heat asked is none."""
    newest = visit.entries.newest(PAYLOADS[kind])
    return next((entry for entry, one in newest if _is_note(one)), None)


def _is_note(payload: Payload) -> bool:
    match payload:
        case PainFelt(occasion=occasion):
            return occasion is PainWhen.DIARY
        case LegsNoted(session_id=session_id):
            return session_id is None
        case _:
            return True
