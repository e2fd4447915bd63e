"""Why a cue was given, in words for people, with the numbers that it rests on."""

from collections.abc import Mapping

from .cues import Cue
from .values import unit_of

WHY, MEASURED = "coach-why-", "coach-signal-"
UNITS = {"degrees": " degrees", "torsos": " of your back's length"}


def why_words(cue: Cue, words: Mapping[str, str]) -> str:
    """Two sentences at most: what the rule compares, and what was found. `words`: by phrase id."""
    why = words.get(WHY + cue.kind.value, "")
    if cue.value is None:
        return why
    what = words.get(f"{MEASURED}{cue.signal.value}", "") if cue.signal else ""
    unit = UNITS[unit_of(cue.signal)] if cue.signal else ""
    found = f"{what or 'Measured'}: {_told(cue.value)}{unit}"
    limit = "" if cue.bound is None else f", the limit is {_told(cue.bound)}"
    return f"{why} {found}{limit}.".strip()


def _told(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".") if abs(number) < 10 else f"{number:.0f}"
