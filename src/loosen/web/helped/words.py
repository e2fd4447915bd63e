"""Words for what the record says, by strength; never that anything works."""

from datetime import datetime, timedelta

from loosen.plan import Helped
from loosen.vocabulary import Estimate, Strength

WORDS = {
    Strength.HELPS: ("Helps you", "good"),
    Strength.SEEMS_TO_HELP: ("Seems to help you", "good"),
    Strength.TOO_EARLY: ("Too early to tell", ""),
    Strength.DOES_NOT_SEEM_TO: ("Does not seem to help", "caution"),
}


def times_words(count: int) -> str:
    """Tried once, tried 5 times."""
    return "tried once so far" if count == 1 else f"tried {count} times so far"


def lowered(title: str) -> str:
    """A title in the middle of a sentence."""
    return title[:1].lower() + title[1:]


def gain_words(known: Estimate) -> str:
    """Where the gain may lie, in points of the pain scale."""
    least, most = -known.high_90, -known.low_90
    if least >= 0:
        return f"Between {least:.1f} and {most:.1f} points less pain in the hour."
    if most <= 0:
        return f"Between {-most:.1f} and {-least:.1f} points more pain in the hour."
    return f"Between {-least:.1f} points more and {most:.1f} points less pain in the hour."


def day_words(at: datetime, utc_offset_min: int) -> str:
    """22 November, on the person's own clock."""
    local = at + timedelta(minutes=utc_offset_min)
    return f"{local.day} {local:%B}"


def again_words(one: Helped) -> str:
    """When it was last, how often it was said to help, and what the scores say."""
    last = f"Last on {day_words(one.last_at, one.utc_offset_min)}."
    if one.because[0].id != "replay-last-time":
        return f"{last} {one.because[0].text}"
    if one.told == 1:
        return f"{last} You said that it helped."
    return f"{last} You said that it helped, {one.helped} of {one.told} times."
