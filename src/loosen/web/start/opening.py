"""The first page and the three kinds of help."""

from loosen import ledger
from loosen.plan import NO_REPLAY
from loosen.vocabulary import Clearance, Permit
from loosen.web.site.replayed import replay_now
from loosen.web.site.visit import Visit

from .pages import FirstPage, HelpPage, Link

HELP_TITLES = {
    "alone": ("You are alone", "A few things make this safer."),
    "with-someone": ("Someone is with you", "Show them this page, or read it out."),
    "cannot-move": ("You cannot move at all", "Nothing has to be done fast. One thing at a time."),
}
HELP_PHRASES = {
    "alone": ("alone", "help-alone-call", "help-alone-door", "help-alone-chair"),
    "with-someone": (
        *("helper-never-lifts", "someone-here", "help-with-someone-bring"),
        *("help-with-someone-read", "help-with-someone-pace"),
    ),
    "cannot-move": (
        *("help-cannot-move-rest", "help-cannot-move-hit", "help-cannot-move-breathe"),
        *("help-cannot-move-small", "help-cannot-move-warm"),
    ),
}
NEW = "I need help right now."
AGAIN = "I need help right now. We start from what helped last time."
CALL_PHRASES = ("call-if-new", "cannot-move")
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
    return FirstPage(seized=_seized(visit), resume=_waiting(visit), is_new=not visit.entries)


def _seized(visit: Visit) -> str:
    """What stands on the first choice; it names nothing, as the danger signs come first."""
    found = replay_now(visit) if visit.entries else NO_REPLAY
    return AGAIN if found.open or found.waits else NEW


def _waiting(visit: Visit) -> Link | None:
    for session in reversed(ledger.sessions(visit.entries)):
        if ledger.may_resume(session, visit.now, visit.content):
            return Link(
                title="Go on with your session",
                url=f"/session/{session.session_id}/",
                text="It waits at the step where you left it.",
                icon="play",
            )
    if isinstance(visit.standing, Clearance) and Permit.EXERCISE in visit.permits:
        return Link(title="Today's plan", url="/today/", text="Go on where you are.", icon="today")
    return None


def help_page(visit: Visit, who: str) -> HelpPage:
    """What to do, in order, and where to go from here."""
    title, lead = HELP_TITLES[who]
    phrases = tuple(visit.content.reason(one) for one in HELP_PHRASES[who])
    return HelpPage(
        title=title,
        lead=lead,
        steps=tuple(phrase.text for phrase in phrases),
        because=phrases,
        call_when=tuple(visit.content.phrases[one].text for one in CALL_PHRASES),
        ways=ways_now(visit),
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
