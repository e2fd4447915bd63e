"""What a locked page says: why, what opens it, and what is allowed now."""

from dataclasses import dataclass
from typing import assert_never

from loosen.vocabulary import Clearance, Lapsed, LapseReason, Permit, Urgency

from .visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A link with its words."""

    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedPage:
    """`why` in sentences; `opens` is the one thing to do; `allowed` is what is open now."""

    why: tuple[str, ...]
    opens: Way | None
    allowed: tuple[Way, ...]


def locked_page(visit: Visit, _missing: frozenset[Permit]) -> LockedPage:
    """The page for this visit."""
    standing = visit.standing
    why, opens = _of_lapse(standing) if isinstance(standing, Lapsed) else _of_clearance(visit)
    return LockedPage(why=why, opens=opens, allowed=allowed_ways(visit.permits))


def allowed_ways(permits: frozenset[Permit]) -> tuple[Way, ...]:
    """Where a person may go now, most useful first."""
    return tuple(way for permit, way in WAYS if permit in permits)


WAYS = (
    (Permit.POSITION, Way(title="Find a position that eases it", href="/positions/")),
    (Permit.BREATHING, Way(title="Breathe slowly", href="/breathing/slow-breathing/")),
    (Permit.READING, Way(title="Read about it", href="/read/")),
    (Permit.EMERGENCY_CARD, Way(title="Emergency card", href="/emergency/")),
)
SCREEN = Way(title="Answer the questions", href="/screen/")


def _of_lapse(lapsed: Lapsed) -> tuple[tuple[str, ...], Way]:
    return (_lapse_words(lapsed.reason),), SCREEN


def _lapse_words(reason: LapseReason) -> str:
    match reason:
        case LapseReason.NEVER_SCREENED:
            return "First we need to ask you some questions about danger signs."
        case LapseReason.INCOMPLETE:
            return "Some questions are still open. This opens when you have answered them."
        case LapseReason.TOO_OLD:
            return "Your answers are more than a day old. Things can change, so we ask again."
        case LapseReason.CLOCK_WENT_BACK:
            return (
                "The clock of this computer went back. So we cannot tell how old your answers are."
            )
        case LapseReason.ABOUT_YOU_CHANGED:
            return "You changed what you told us about you. So we check again."
        case LapseReason.CONTENT_CHANGED:
            return "Our questions or rules have changed since you answered. So we ask again."
        case LapseReason.OTHER_OWNER:
            return "The answers here are not yours. We need to ask you."
        case _:
            assert_never(reason)


def _of_clearance(visit: Visit) -> tuple[tuple[str, ...], Way | None]:
    clearance = visit.standing
    assert isinstance(clearance, Clearance)
    said = tuple(reason.text for reason in clearance.reasons)
    match clearance.urgency:
        case Urgency.U0 | Urgency.U1:
            return said, Way(title="What to do now", href="/urgent/")
        case Urgency.U2:
            return said, Way(title="I have spoken to a clinician", href="/clinician/")
        case Urgency.U3 | Urgency.U4:
            return _of_moment(visit, said)
        case _:
            assert_never(clearance.urgency)


def _of_moment(visit: Visit, said: tuple[str, ...]) -> tuple[tuple[str, ...], Way]:
    if visit.moment is not None and not visit.moment.is_clear:
        return (MOMENT_WORDS,), Way(title="Ask me again", href="/session/start/")
    return said or (OTHER_WORDS,), SCREEN


MOMENT_WORDS = (
    "You told us that you do not feel quite right at the moment. So only rest is open now."
)
OTHER_WORDS = "This does not fit what you told us."
