"""Where the screen goes next. Triage says what is open; this turns it into an address.

"It has just seized" asks the first cards anew and then goes to a position; "I'm past the
worst" asks what has changed and then how it went. Both pass the same questions.
"""

from enum import StrEnum

from loosen import triage
from loosen.vocabulary import (
    Answers,
    Clearance,
    Content,
    Decision,
    Permit,
    Route,
    Stage,
    Urgency,
)
from loosen.web.site.answering import answers_that_count
from loosen.web.site.replayed import replay_now
from loosen.web.site.visit import Visit

from .asking import next_card

URGENT = frozenset({Urgency.U0, Urgency.U1})
URGENT_URL = "/urgent/"
TALK_URL = "/urgent/talk/"
AGAIN_URL = "/screen/again/"
CHANGED_URL = "/screen/changed/"
RESULT_URL = "/screen/result/"
WHICH = "which"


class Path(StrEnum):
    """Which choice the person made; it travels in the address. `ON` just goes on."""

    SEIZED = "seized"
    SETTLED = "settled"
    ON = "on"


def path_of(said: str | None) -> Path:
    """The path as it travels; anything unknown just goes on."""
    return Path(said) if said in list(Path) else Path.ON


def with_path(url: str, path: Path) -> str:
    """The address, with the path where it matters."""
    return url if path is Path.ON else with_query(url, "path", path.value)


def with_query(url: str, name: str, value: str) -> str:
    """The address with one more name and value behind it."""
    return f"{url}{'&' if '?' in url else '?'}{name}={value}"


def card_url(card_id: str, path: Path) -> str:
    """A card's address; the facts about the person stand under their own heading."""
    room = "about" if card_id.startswith("about-") else "screen"
    return with_path(f"/{room}/{card_id}/", path)


def urgent_url(decision: Decision | None, content: Content) -> str | None:
    """The page that stands over everything else, if one does."""
    if decision is None:
        return None
    urgent = [rule.rule_id for rule in decision.fired if rule.urgency in URGENT]
    bodily = [one for one in urgent if content.rules[one].route is not Route.SELF_HARM]
    if bodily:
        return URGENT_URL
    return TALK_URL if Route.SELF_HARM in decision.routes else None


def next_url(visit: Visit, path: Path) -> str:
    """The next screen for this person."""
    decision = visit.decision
    if url := urgent_url(decision, visit.content):
        return url
    if url := to_say_url(visit, path):
        return url
    if card := _next_first_card(visit, path):
        return card_url(card, path)
    if decision is not None and Route.UNDER_16 in decision.routes:
        return RESULT_URL
    if card := next_card(visit.answers, visit.content, Stage.FULL):
        return card_url(card, path)
    return _when_all_is_answered(visit, path)


def to_say_url(visit: Visit, path: Path) -> str:
    """Where it is said to which question a tapped yes or not sure belongs; empty where to none."""
    tapped = visit.still_to_say.by_question
    for question in visit.content.questions.values():
        if question.id in tapped:
            said = tapped[question.id].value
            assert said is not None  # only yes and not sure are tapped
            return with_query(card_url(question.card, path), WHICH, said.value)
    return ""


def _next_first_card(visit: Visit, path: Path) -> str | None:
    """The next card of minute one: never answered, or to be asked anew of a back just seized.

    A back that seizes again is a new event: a clearance from before it does not spare the cards.
    """
    if card := next_card(visit.answers, visit.content, Stage.NOW):
        return card
    if path is not Path.SEIZED:
        return None
    return next_card(counted(visit), visit.content, Stage.NOW)


def counted(visit: Visit) -> Answers:
    """The answers that still count at this visit."""
    return answers_that_count(visit.entries, visit.answers, visit.content, visit.now)


def _when_all_is_answered(visit: Visit, path: Path) -> str:
    """The clearance holds, or the short set and then the list of changes renew it."""
    if isinstance(visit.standing, Clearance):
        return "/since/" if path is Path.SETTLED else RESULT_URL
    fresh = counted(visit)
    is_asked = all(fresh.get(one.id) is not None for one in triage.short_set(visit.content))
    return with_path(CHANGED_URL if is_asked else AGAIN_URL, path)


def after_first_cards(visit: Visit, path: Path) -> str | None:
    """Where minute one ends: what helped last time, else a position, or what a sign of today means.

    None: not there yet.
    """
    is_asked = not visit.still_to_say.by_question and _next_first_card(visit, path) is None
    if path is not Path.SEIZED or not is_asked:
        return None
    if Permit.POSITION not in visit.permits or is_for_today(visit):
        return RESULT_URL
    return "/last-time/?first=1" if replay_now(visit).open else "/positions/?first=1"


def urgency_now(visit: Visit) -> Urgency:
    """The urgency that stands: a clinician's word may have settled a sign of today."""
    if isinstance(visit.standing, Clearance):
        return visit.standing.urgency
    return visit.decision.urgency if visit.decision else Urgency.U4


def is_for_today(visit: Visit) -> bool:
    """True where a sign says to speak to a clinician today."""
    return urgency_now(visit) is Urgency.U2


def calm_words(visit: Visit) -> str:
    """That nothing told needs urgent care now; empty where a sign says otherwise."""
    is_calm = urgency_now(visit).rank > Urgency.U2.rank
    return visit.content.phrases["nothing-urgent"].text if is_calm else ""
