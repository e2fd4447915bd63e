"""The list of what a device may keep now, until when, and what follows each form.

The device follows the list and judges nothing: what is closed is not on it, what lapses carries
its instant, and where the computer would have to think, the way leads to the page that says so.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from loosen import triage
from loosen.vocabulary import NO_ANSWERS, Clearance, EntryKind, Item, PositionTried, StopKind
from loosen.web.ease.choosing import verdict_on
from loosen.web.eyes.files import all_coach_urls
from loosen.web.session.ahead import NextPages, next_pages, steps_ahead, url_at
from loosen.web.session.place import Place, open_session
from loosen.web.session.step_page import url_of
from loosen.web.shelf.library_pages import permit_of
from loosen.web.site.assets import built_urls
from loosen.web.site.visit import Visit
from loosen.web.start.ways import urgent_url

from .drawings import Room

FORMAT = 3  # of this list; a worker that knows another one keeps nothing and fetches itself anew
ALWAYS_URLS = ("/", "/away/", "/emergency/")
HELP_URLS = ("/help/alone/", "/help/with-someone/", "/help/cannot-move/")
SENDS = ("/positions/", "/screen/")
RESUME_THRESHOLD = "session-resume-min"


class Group(StrEnum):
    """What closes together."""

    OPEN = "open"  # whom to call; nothing closes it
    GUARDED = "guarded"  # rests on a decision
    SESSION = "session"  # rests on a decision, and ends with the session


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """One page. `until` (UTC) None: it does not lapse. `tag` changes when it has to be fetched.

    It closes as well when nothing was entered for `idle_s` since `idle_from` (UTC), or since
    the device last kept something to send; None where that does not matter. `figures`: what it
    draws; each opens with a page that shows it, and is let go with the last of them.
    """

    url: str
    tag: str
    group: Group
    until: datetime | None = None
    idle_from: datetime | None = None
    idle_s: int = 0
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Answers to this path that may tell of a danger sign; plain ones in `field` tell of none."""

    path: str
    field: str = ""
    plain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepList:
    """Everything that the device has to know.

    `stands_for`: an address, and the kept page that is shown for it. `sends`: where what was
    entered may wait for the computer; `judged`: of those, where it closes what rests on a
    decision until the computer has looked at it. `assets` are fetched at once, `coach` is kept
    once somebody has asked for it.
    """

    pages: tuple[KeptPage, ...]
    forms: tuple[NextPages, ...]
    stands_for: tuple[tuple[str, str], ...]
    sends: tuple[str, ...]
    judged: tuple[Judged, ...]
    assets: tuple[str, ...]
    coach: tuple[str, ...]


def keep_list(visit: Visit, *, is_told: bool = True) -> KeepList:
    """For this visit, now. `is_told` False: a yes was tapped, and of what is still to be said."""
    if not is_told:
        return KeepList(
            pages=_open_pages(visit, None),
            forms=(),
            stands_for=(),
            sends=SENDS,
            judged=_judged(None, visit),
            assets=built_urls(),
            coach=all_coach_urls(visit.content),
        )
    place, room = open_session(visit), Room()
    session = _session_pages(place, visit, room) if place else ()  # first: it is in hand
    guides = (*_positions(visit, room), *_transfers(visit, room))
    return KeepList(
        pages=(*_open_pages(visit, place), *session, *guides),
        forms=next_pages(place, visit) if place else (),
        stands_for=((url_of(place), session[0].url),) if place and session else (),
        sends=(*SENDS, *([url_of(place)] if place else [])),
        judged=_judged(place, visit),
        assets=built_urls(),
        coach=all_coach_urls(visit.content),
    )


def _judged(place: Place | None, visit: Visit) -> tuple[Judged, ...]:
    """The screen, and a stop: the kinds of pain that tell of no sign are named, all else counts."""
    screen = Judged(path="/screen/")
    if place is None:
        return (screen,)
    plain = tuple(
        kind.value
        for kind in StopKind
        if not triage.answers_by_stop(kind, NO_ANSWERS, visit.content)
    )
    return (screen, Judged(path=f"{url_of(place)}stop/", field="kind", plain=plain))


def _open_pages(visit: Visit, place: Place | None) -> tuple[KeptPage, ...]:
    urgent = urgent_url(visit.decision, visit.content)
    tag = _tag(_person(visit), "" if place is None else str(place.session_id))
    urls = (*ALWAYS_URLS, urgent) if urgent else (*ALWAYS_URLS, *HELP_URLS)
    return tuple(KeptPage(url=url, tag=tag, group=Group.OPEN) for url in urls)


def _positions(visit: Visit, room: Room) -> tuple[KeptPage, ...]:
    tried = len([*visit.entries.of(PositionTried)])
    tag = _tag(_person(visit), str(tried))
    return _guides("/positions/", visit.content.positions, tag, visit, room)


def _transfers(visit: Visit, room: Room) -> tuple[KeptPage, ...]:
    return _guides("/transfers/", visit.content.transfers, _tag(_person(visit)), visit, room)


def _guides(
    root: str, shelf: Mapping[str, Item], tag: str, visit: Visit, room: Room
) -> tuple[KeptPage, ...]:
    """The list of a shelf and the page of each item, of those that are open and not barred."""
    until = holds_until(visit)
    fitting = [
        one
        for one in shelf.values()
        if permit_of(one) in visit.permits and not verdict_on(one, visit).bars
    ]
    if until is None or not fitting:
        return ()
    shown = {f"{root}{one.id}/": room.take(one, visit) for one in fitting}
    return tuple(
        KeptPage(url=url, tag=tag, group=Group.GUARDED, until=until, figures=figures)
        for url, figures in ({root: ()} | shown).items()
    )


def _session_pages(place: Place, visit: Visit, room: Room) -> tuple[KeptPage, ...]:
    """The steps to come, the way out of each, and the question at the end."""
    until = holds_until(visit)
    ahead = steps_ahead(place, visit)
    if until is None or not ahead:
        return ()
    first = place.state.step_index
    tag = _tag(str(place.turn - first), repr(place.plan.steps), _person(visit))
    shown: dict[str, tuple[str, ...]] = {
        url_at(place, step.index): room.take(visit.content.item(step.item_id), visit)
        for step in ahead
    }
    shown |= {url_at(place, step.index, stopped=True): () for step in ahead}
    shown[url_at(place, len(place.plan.steps))] = ()
    idle_s = round(visit.content.threshold(RESUME_THRESHOLD) * 60)
    return tuple(
        KeptPage(
            url=url,
            tag=tag,
            group=Group.SESSION,
            until=until,
            idle_from=place.state.last_at,
            idle_s=idle_s,
            figures=figures,
        )
        for url, figures in shown.items()
    )


def holds_until(visit: Visit) -> datetime | None:
    """When what is open now lapses (UTC); None where no decision holds it open."""
    if isinstance(visit.standing, Clearance):
        return visit.standing.expires_at
    return visit.decision.decided_at + triage.CLEARANCE_LASTS if visit.decision else None


def _person(visit: Visit) -> str:
    """Changes with everything that these pages say of the person."""
    last = visit.history[-1] if visit.history else None
    told = [entry for entry in visit.entries if entry.kind in TOLD]
    return _tag(
        visit.content.version,
        *built_urls(),
        repr(visit.preferences),
        str(visit.utc_offset_min),
        str(sorted(visit.permits)),
        str(len(told)),
        str(told[-1].id if told else ""),
        "" if last is None else str(last.owner_id),
    )


TOLD = frozenset(
    {EntryKind.ANSWERS, EntryKind.DECISION, EntryKind.CLINICIAN_NOTE, EntryKind.MOMENT}
)


def _tag(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
