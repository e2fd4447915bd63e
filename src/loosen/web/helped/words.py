"""Words for what the record says, by strength; never that anything works."""

from datetime import datetime, timedelta
from typing import assert_never

from loosen.plan import Helped
from loosen.vocabulary import Compared, Estimate, Lead, Strength

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


def lead_words(found: Compared, one: str, other: str) -> str:
    """Which of two eased more, by how clear it is; `other` stands in the middle of a sentence."""
    match found.lead:
        case Lead.ONE:
            return f"{one} eased you more than {other}"
        case Lead.OTHER:
            return f"{one} eased you less than {other}"
        case Lead.NONE_CLEAR:
            return "No clear difference between the two"
        case Lead.OPEN:
            return "Too early to tell"
    assert_never(found.lead)


def between_words(found: Compared, one: str, other: str) -> str:
    """How far apart the two may be, in points of the pain scale; nothing while it is too early."""
    if not found.is_over:
        turns = "turn" if found.pairs == 1 else "turns"
        return f"{found.pairs} {turns} of each so far. We look again after each pair."
    more, less = -found.low_90, found.high_90
    if found.high_90 <= 0:
        return f"Between {-found.high_90:.1f} and {more:.1f} points more in the hour."
    if found.low_90 >= 0:
        return f"Between {found.low_90:.1f} and {less:.1f} points less in the hour."
    return f"{one} may ease you up to {more:.1f} points more, {other} up to {less:.1f} points more."


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
