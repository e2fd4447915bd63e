"""What the page without the computer shows; its script only chooses among what stands there."""

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
    ways = [
        KeptWay(
            title="Emergency card",
            url="/emergency/",
            icon="phone",
            until=None,
            words="Opens always.",
        )
    ]
    if url := urgent_url(visit.decision, visit.content):
        urgent = KeptWay(
            title="What to do now", url=url, icon="phone", until=None, words="Read this first."
        )
        return (urgent, *ways)
    until = holds_until(visit)
    if until is None or not is_told or Permit.POSITION not in visit.permits:
        return tuple(ways)
    words = f"Opens until {_clock(until, visit)}."
    place = open_session(visit)
    if place is not None:
        ways.append(
            KeptWay(title="Your session", url=url_of(place), icon="play", until=until, words=words)
        )
    ways.append(
        KeptWay(
            title="Positions that ease it",
            url="/positions/",
            icon="lie",
            until=until,
            words=words,
        )
    )
    if Permit.TRANSFER in visit.permits:
        ways.append(
            KeptWay(
                title="Get up, turn, sit down",
                url="/transfers/",
                icon="move",
                until=until,
                words=words,
            )
        )
    return tuple(ways)


def _clock(at: datetime, visit: Visit) -> str:
    local = at + timedelta(minutes=visit.utc_offset_min)
    return f"{local:%H:%M} on {local.day} {local:%B}"
