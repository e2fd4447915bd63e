"""Where an entry is put right: on the form on which it was noted, with what was said in it."""

from loosen.vocabulary import (
    DoseTaken,
    Entry,
    FunctionTold,
    LegsNoted,
    PainFelt,
    PainWhen,
    Sat,
    Slept,
    TriggerMet,
    Walked,
)


def correct_url(entry: Entry) -> str:
    """The page for it; empty where it is told again, or taken back, instead."""
    match entry.payload:
        case PainFelt(occasion=PainWhen.DIARY):
            return _noted(entry, "note/pain")
        case PainFelt():
            return f"/data/entry/{entry.id}/correct/"
        case LegsNoted(session_id=None):
            return _noted(entry, "note/legs")
        case Walked():
            return _noted(entry, "note/walk")
        case Sat():
            return _noted(entry, "note/sitting")
        case Slept():
            return _noted(entry, "note/sleep")
        case TriggerMet():
            return _noted(entry, "note/trigger")
        case FunctionTold(measure=measure):
            return _noted(entry, f"function/{measure.value}")
        case DoseTaken():
            return f"/medicines/dose/{entry.id}/"
        case _:
            return ""


def _noted(entry: Entry, where: str) -> str:
    return f"/diary/{where}/?of={entry.id}"
