"""What helped last time as a page: minute one begins from it."""

from loosen.plan import Helped
from loosen.vocabulary import (
    Clearance,
    Exercise,
    Permit,
    Position,
    Reason,
    Remedy,
    RemedyKind,
    Transfer,
)
from loosen.web.ease.choosing import item_url
from loosen.web.session.beginning import plan_now
from loosen.web.site.replayed import replay_now
from loosen.web.site.visit import Visit
from loosen.web.start.opening import BREATHING, POSITIONS, TRANSFERS
from loosen.web.start.pages import Link
from loosen.web.start.ways import calm_words

from .pages import AgainCard, LastTimePage
from .words import again_words

REMEDY_ICONS = {
    RemedyKind.HEAT: "heat",
    RemedyKind.COLD: "cold",
    RemedyKind.BREATHING: "breath",
    RemedyKind.MASSAGE: "hand",
}
PLAN = Link(title="See today's plan", url="/today/", text="What fits you today.", icon="today")
QUESTIONS = Link(
    title="Go on with the questions", url="/screen/", text="They open today's plan.", icon="check"
)


def last_time_page(visit: Visit, *, is_first: bool) -> LastTimePage:
    """`is_first`: it comes straight from the questions, so what they mean is said once."""
    found = replay_now(visit, _planned(visit))
    cards = tuple(_card(one) for one in found.open)
    return LastTimePage(
        opening=calm_words(visit) if is_first else "",
        cards=cards,
        waits=tuple(_card(one) for one in found.waits),
        because=_because(visit),
        ways=tuple(_ways(visit)),
        aloud=" ".join(f"{card.title}. {card.text}" for card in cards),
    )


def _planned(visit: Visit) -> frozenset[str]:
    """What today's plan leads through, where there may be one."""
    if not isinstance(visit.standing, Clearance) or Permit.EXERCISE not in visit.permits:
        return frozenset()
    return frozenset(step.item_id for step in plan_now(visit).steps)


def _because(visit: Visit) -> tuple[Reason, ...]:
    return (
        visit.content.reason("replay-last-time"),
        visit.content.reason("may-be-natural-course"),
    )


def _card(one: Helped) -> AgainCard:
    match one.item:
        case Remedy() as remedy:
            icon = REMEDY_ICONS[remedy.kind]
        case Position():
            icon = "lie"
        case Exercise() | Transfer():
            icon = "move"
    return AgainCard(title=one.item.title, url=item_url(one.item), icon=icon, text=again_words(one))


def _ways(visit: Visit) -> list[Link]:
    """Another position first; then the plan, or the questions that open it."""
    is_open = isinstance(visit.standing, Clearance) and Permit.EXERCISE in visit.permits
    rest = ((Permit.BREATHING, BREATHING), (Permit.TRANSFER, TRANSFERS))
    return [
        POSITIONS,
        PLAN if is_open else QUESTIONS,
        *(link for permit, link in rest if permit in visit.permits),
    ]
