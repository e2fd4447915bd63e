"""The urgent page, the page for thoughts of self-harm, and the emergency card."""

from datetime import timedelta

from loosen.vocabulary import Content, Decision, Route, Urgency
from loosen.web.medicines.history_page import lines_to_read_out
from loosen.web.site.visit import Visit

from .opening import CALL_PHRASES
from .pages import EmergencyPage, Link, TalkPage, UrgentPage
from .urgent import blocks_of, facts_said, signs_said
from .ways import TALK_URL, URGENT, URGENT_URL, Path, card_url, urgent_url


def urgent_page(visit: Visit, decision: Decision) -> UrgentPage:
    """Call or go now: the most urgent rule first, and what to read out.

    Of equal ones that to lie still comes first, so that no "go now" stands above it.
    """
    blocks = [
        block
        for block in blocks_of(decision, visit.content, visit.region)
        if block.urgency in URGENT
        and visit.content.rules[block.rule_id].route is not Route.SELF_HARM
    ]
    blocks.sort(key=lambda block: (block.urgency.rank, not block.keep_still))
    return UrgentPage(
        is_call_now=blocks[0].urgency is Urgency.U0,
        first=blocks[0],
        others=tuple(blocks[1:]),
        keep_still=visit.content.phrases["keep-still"].text if decision.keep_still else "",
        talk_url=TALK_URL if Route.SELF_HARM in decision.routes else "",
        said=signs_said(visit.answers, visit.content, hide=_private(visit.content)),
        facts=facts_said(visit.answers, visit.content),
        taken=lines_to_read_out(visit),
        when=local_time(visit, decision),
        mistake=_cards_of(decision, visit.content),
    )


def _private(content: Content) -> frozenset[str]:
    """Questions that stay out of what others are shown: those about self-harm."""
    rules = [rule for rule in content.rules.values() if rule.route is Route.SELF_HARM]
    return frozenset(
        finding.question for rule in rules for term in rule.when for finding in term.of
    )


def _cards_of(decision: Decision, content: Content) -> tuple[Link, ...]:
    """The cards whose answers led here, so that a wrong tap can be put right."""
    asked = [one for fired in decision.fired if fired.urgency in URGENT for one in fired.questions]
    cards = dict.fromkeys(content.questions[one].card for one in asked)
    return tuple(
        Link(title=content.cards[card].title, url=card_url(card, Path.ON)) for card in cards
    )


def talk_page(visit: Visit, decision: Decision) -> TalkPage:
    """Somebody to talk to and somebody to be with; nothing else on the page."""
    blocks = blocks_of(decision, visit.content, visit.region)
    rules = visit.content.rules
    first = next(one for one in blocks if rules[one.rule_id].route is Route.SELF_HARM)
    questions = [
        one for fired in decision.fired if fired.rule_id == first.rule_id for one in fired.questions
    ]
    card = visit.content.questions[questions[0]].card
    is_bodily = urgent_url(decision, visit.content) == URGENT_URL
    return TalkPage(
        block=first,
        in_danger=first.urgency is Urgency.U0,
        crisis=visit.region.crisis,
        emergency=visit.region.emergency,
        medical_url=URGENT_URL if is_bodily else "",
        mistake=Link(title="Change this answer", url=card_url(card, Path.ON)),
    )


def emergency_page(visit: Visit) -> EmergencyPage:
    """The numbers of the region, and what this person would have to say."""
    region = visit.region
    return EmergencyPage(
        region=region.title,
        emergency=region.emergency,
        department=region.emergency_department,
        lines=tuple(line for line in (region.urgent, region.poison, *region.crisis)),
        facts=facts_said(visit.answers, visit.content),
        taken=lines_to_read_out(visit),
        said=signs_said(visit.answers, visit.content, hide=_private(visit.content)),
        call_when=tuple(visit.content.phrases[one].text for one in CALL_PHRASES),
    )


def local_time(visit: Visit, decision: Decision) -> str:
    """The wall clock at which the questions were answered."""
    at = decision.decided_at + timedelta(minutes=visit.utc_offset_min)
    return f"{at:%H:%M} on {at.day} {at:%B %Y}"
