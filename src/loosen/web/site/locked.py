"""What a locked page says: why, what opens it, and what is allowed now."""

from dataclasses import dataclass

from loosen.vocabulary import Clearance, Lapsed, Permit, Route, Urgency

from .visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A link with its words and its picture."""

    title: str
    url: str
    text: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The one thing to do that opens the page: why it does, and the way to it."""

    text: str
    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedPage:
    """`why` in sentences; `opens` None where only time or another person opens it."""

    why: tuple[str, ...]
    opens: Opening | None
    allowed: tuple[Way, ...]


WAYS = (
    (Permit.POSITION, Way(title="Find a position that eases it", url="/positions/", icon="lie")),
    (
        Permit.BREATHING,
        Way(title="Breathe slowly", url="/breathing/slow-breathing/", icon="breath"),
    ),
    (Permit.READING, Way(title="Read what helps and why", url="/read/", icon="book")),
    (Permit.EMERGENCY_CARD, Way(title="Open the emergency card", url="/emergency/", icon="phone")),
)


def locked_page(visit: Visit) -> LockedPage:
    """The page for this visit. Its sentences about health are the content's."""
    why, opens = _lapsed(visit) if isinstance(visit.standing, Lapsed) else _held_back(visit)
    return LockedPage(why=why, opens=opens, allowed=allowed_ways(visit))


def allowed_ways(visit: Visit) -> tuple[Way, ...]:
    """Where this person may go now, most useful first."""
    return tuple(way for permit, way in WAYS if permit in visit.permits)


def _phrase(visit: Visit, phrase_id: str) -> str:
    return visit.content.phrases[phrase_id].text


def _lapsed(visit: Visit) -> tuple[tuple[str, ...], Opening]:
    assert isinstance(visit.standing, Lapsed)
    return (_phrase(visit, f"lapsed-{visit.standing.reason.value}"),), _screen(visit)


def _screen(visit: Visit) -> Opening:
    text = _phrase(visit, "opens-screen")
    return Opening(text=text, label="Answer the questions", url="/screen/")


def _held_back(visit: Visit) -> tuple[tuple[str, ...], Opening | None]:
    """Why a clearance that holds does not reach as far as this page."""
    assert isinstance(visit.standing, Clearance)
    routes = visit.decision.routes if visit.decision else frozenset()
    if Route.SELF_HARM in routes:
        return (_phrase(visit, "locked-self-harm"),), Opening(
            text="", label="Talk to someone now", url="/urgent/talk/"
        )
    if visit.standing.urgency in {Urgency.U0, Urgency.U1}:
        return (_phrase(visit, "locked-emergency"),), Opening(
            text="", label="See what to do now", url="/urgent/"
        )
    if Route.UNDER_16 in routes:
        return (_phrase(visit, "locked-under-16"),), None
    if visit.moment is not None and not visit.moment.is_clear:
        return (_phrase(visit, "gate-moment-not-clear"),), Opening(
            text="", label="Ask me again", url="/session/start/"
        )
    return _by_signs(visit)


def _by_signs(visit: Visit) -> tuple[tuple[str, ...], Opening]:
    assert isinstance(visit.standing, Clearance)
    reasons = tuple(dict.fromkeys(reason.text for reason in visit.standing.reasons))
    if visit.standing.urgency is not Urgency.U2:
        return reasons, _screen(visit)
    opening = Opening(
        text=_phrase(visit, "opens-clinician"),
        label="Note what a clinician said",
        url="/clinician/",
    )
    return (_phrase(visit, "locked-clinician"), *reasons), opening
