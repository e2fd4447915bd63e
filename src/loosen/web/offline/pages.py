"""What the page without the computer shows; its script only chooses among what stands there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from loosen import triage
from loosen.vocabulary import Line, Permit
from loosen.web.session.place import open_session
from loosen.web.session.step_page import url_of
from loosen.web.site.visit import Visit
from loosen.web.start.opening import CALL_PHRASES
from loosen.web.start.ways import urgent_url

from .keeping import holds_until


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWay:
    """A page that opens without the computer, until `until` (UTC); `words` say so."""

    title: str
    url: str
    icon: str
    until: datetime | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayPage:
    """Whom to call, the short set to read, and what opens until when."""

    kept_at: str
    emergency: tuple[Line, ...]
    call_when: tuple[str, ...]
    signs_lead: str
    signs: tuple[str, ...]
    told: str
    changed: str
    ways: tuple[KeptWay, ...]


def away_page(visit: Visit, *, is_told: bool) -> AwayPage:
    """As of now; the device shows it later, and leaves out what has lapsed by then."""
    phrases = visit.content.phrases
    return AwayPage(
        kept_at=_clock(visit.now, visit),
        emergency=visit.region.emergency,
        call_when=tuple(phrases[one].text for one in CALL_PHRASES),
        signs_lead=phrases["away-signs"].text,
        signs=tuple(question.text for question in triage.short_set(visit.content)),
        told=phrases["away-told"].text,
        changed=phrases["away-changed"].text,
        ways=_ways(visit, is_told=is_told),
    )


def _ways(visit: Visit, *, is_told: bool) -> tuple[KeptWay, ...]:
    if url := urgent_url(visit.decision, visit.content):
        urgent = KeptWay(
            title="What to do now", url=url, icon="phone", until=None, words="Read this first."
        )
        return (urgent, CARD)
    until = holds_until(visit)
    if until is None or not is_told:
        return (CARD,)
    words = f"Opens until {_clock(until, visit)}."
    opens = [
        KeptWay(title=title, url=url, icon=icon, until=until, words=words)
        for title, url, icon in _until_it_lapses(visit)
    ]
    return (CARD, *opens)


CARD = KeptWay(
    title="Emergency card", url="/emergency/", icon="phone", until=None, words="Opens always."
)


def _until_it_lapses(visit: Visit) -> Iterator[tuple[str, str, str]]:
    """Title, address and icon of what rests on the decision."""
    if Permit.POSITION in visit.permits:
        place = open_session(visit)
        if place is not None:
            yield "Your session", url_of(place), "play"
        yield "Positions that ease it", "/positions/", "lie"
    if Permit.TRANSFER in visit.permits:
        yield "Get up, turn, sit down", "/transfers/", "move"


def _clock(at: datetime, visit: Visit) -> str:
    local = at + timedelta(minutes=visit.utc_offset_min)
    return f"{local:%H:%M} on {local.day} {local:%B}"
