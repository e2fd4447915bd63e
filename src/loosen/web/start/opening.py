"""The first page and the three kinds of help."""

from loosen import ledger
from loosen.vocabulary import Clearance, Content, Permit, Reason
from loosen.web.site.visit import Visit

from .pages import FirstPage, HelpPage, Link

HELP_TITLES = {
    "alone": ("You are alone", "A few things make this safer."),
    "with-someone": ("Someone is with you", "Show them this page, or read it out."),
    "cannot-move": ("You cannot move at all", "Nothing has to be done fast. One thing at a time."),
}
QUESTIONS = Link(
    title="Check for danger signs",
    url="/screen/?path=seized",
    text="Seven short cards. Then a position to rest in.",
    icon="check",
)
POSITIONS = Link(
    title="Find a position that eases it", url="/positions/", text="One at a time.", icon="lie"
)
TRANSFERS = Link(
    title="Get up, turn or sit down", url="/transfers/", text="Step by step.", icon="move"
)
BREATHING = Link(
    title="Breathe slowly",
    url="/breathing/slow-breathing/",
    text="A few minutes, as you lie.",
    icon="breath",
)


def first_page(visit: Visit) -> FirstPage:
    """The two choices; where something waits, the way back to it stands first."""
    return FirstPage(resume=_waiting(visit), is_new=not visit.entries)


def _waiting(visit: Visit) -> Link | None:
    for session in reversed(ledger.sessions(visit.entries)):
        if session.ended is None and _is_fresh(session, visit):
            return Link(
                title="Go on with your session",
                url=f"/session/{session.session_id}/",
                text="It waits at the step where you left it.",
                icon="play",
            )
    if isinstance(visit.standing, Clearance) and Permit.EXERCISE in visit.permits:
        return Link(title="Today's plan", url="/today/", text="Go on where you are.", icon="today")
    return None


def _is_fresh(session: ledger.SessionState, visit: Visit) -> bool:
    return session.started_at <= visit.now


def help_page(visit: Visit, who: str) -> HelpPage:
    """What to do, in order, and where to go from here."""
    title, lead = HELP_TITLES[who]
    phrases = phrases_from(f"help-{who}-", visit.content)
    return HelpPage(
        title=title,
        lead=lead,
        steps=tuple(phrase.text for phrase in phrases),
        because=phrases,
        call_when=tuple(visit.content.phrases[one].text for one in ("call-if-new", "long-lie")),
        ways=ways_now(visit),
    )


def phrases_from(prefix: str, content: Content) -> tuple[Reason, ...]:
    """The sentences whose ids begin so, in the order of their ids, each with where it is from."""
    found = sorted(one for one in content.phrases if one.startswith(prefix))
    return tuple(
        Reason(id=one, text=content.phrases[one].text, provenance=content.phrases[one].provenance)
        for one in found
    )


def ways_now(visit: Visit) -> tuple[Link, ...]:
    """What is open now, else the questions that open it."""
    open_now = [
        link
        for permit, link in (
            (Permit.POSITION, POSITIONS),
            (Permit.TRANSFER, TRANSFERS),
            (Permit.BREATHING, BREATHING),
        )
        if permit in visit.permits
    ]
    return tuple(open_now) or (QUESTIONS,)
