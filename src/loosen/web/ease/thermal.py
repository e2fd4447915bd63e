"""Where a heat, cold or massage stands: what keeps it closed, whether it is on, its end."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from loosen import ledger, triage
from loosen.triage import GateNeed
from loosen.vocabulary import Entry, Remedy, RemedyKind, RemedyUsed, Skin
from loosen.web.site.visit import Visit

SKIN_KINDS = frozenset({RemedyKind.HEAT, RemedyKind.COLD})
WRONG_SKIN = frozenset({Skin.MARKED, Skin.NUMB})


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One use of a remedy: the entry that began it and what stands for it now."""

    entry: Entry
    used: RemedyUsed
    remedy: Remedy

    @property
    def is_on(self) -> bool:
        """Begun and not ended: its end is not later than its start."""
        return self.used.ended_at == self.used.started_at

    @property
    def lasts_s(self) -> int:
        """The length that was agreed at the start."""
        return self.used.agreed_s or self.remedy.duration_s


def remedy_of(kind: RemedyKind, visit: Visit) -> Remedy | None:
    """The remedy of this kind."""
    return next((one for one in visit.content.remedies.values() if one.kind is kind), None)


def use_of(entry_id: UUID, kind: RemedyKind, visit: Visit) -> Use | None:
    """The use that began with this entry, as it stands now."""
    standing_id = visit.entries.stands_for(entry_id)
    for entry, used in visit.entries.of(RemedyUsed):
        remedy = visit.content.remedies.get(used.remedy_id)
        if entry.id == standing_id and remedy is not None and remedy.kind is kind:
            return Use(entry=entry, used=used, remedy=remedy)
    return None


def running(remedy: Remedy, visit: Visit) -> Use | None:
    """The use that was begun last and has not ended; one that nobody ended is over by itself."""
    for entry, used in reversed(tuple(visit.entries.of(RemedyUsed))):
        use = Use(entry=entry, used=used, remedy=remedy)
        longest = timedelta(seconds=2 * max(remedy.duration_most_s, use.lasts_s))
        is_recent = timedelta(0) <= visit.now - used.started_at <= longest
        if used.remedy_id == remedy.id and use.is_on and is_recent:
            return use
    return None


def is_moment_missing(visit: Visit) -> bool:
    """Whether the moment's state was not asked just now."""
    asked = visit.moment_asked
    gate = triage.session_gate(
        short_set_at=None,
        moment_at=asked[1] if asked else None,
        moment=asked[0] if asked else None,
        at=visit.now,
        content=visit.content,
    )
    return GateNeed.MOMENT in gate.needs


def gate_of(remedy: Remedy, visit: Visit) -> ledger.ThermalGate:
    """The ledger's word on time and skin."""
    return ledger.thermal_gate(remedy, visit.entries, visit.now, visit.content)


def to_end_url(entry: Entry, visit: Visit) -> str:
    """Where a use that is on is ended, or its skin looked at; empty where nothing is open."""
    used = entry.payload
    remedy = visit.content.remedies.get(used.remedy_id) if isinstance(used, RemedyUsed) else None
    if remedy is None:
        return ""
    if entry.id in ledger.open_heat_and_cold(visit.entries, visit.content):
        return f"/{remedy.kind.value}/after/{entry.id}/"
    is_on = (use := running(remedy, visit)) is not None and use.entry.id == entry.id
    return f"/{remedy.kind.value}/on/{entry.id}/" if is_on else ""


def begun(remedy: Remedy, at: datetime, agreed_s: int, **set_up: Any) -> RemedyUsed:
    """The use as it begins; nobody has looked at the skin yet, so the gate is closed till then."""
    return RemedyUsed(
        remedy_id=remedy.id,
        started_at=at,
        ended_at=at,
        skin=Skin.NOT_LOOKED,
        felt_better=None,
        agreed_s=agreed_s,
        **set_up,
    )


def ended(use: Use, at: datetime, skin: Skin, felt_better: bool | None) -> RemedyUsed:
    """The use as it ended, set up as it was; an end is always later than the start."""
    over_at = max(at, use.used.started_at + timedelta(seconds=1))
    return replace(use.used, ended_at=over_at, skin=skin, felt_better=felt_better)


def other_side(remedy: Remedy, visit: Visit) -> Remedy | None:
    """Cold for heat and heat for cold, where it was used so lately that this would be in turn.

    As long as the other's own gap runs, what follows it belongs to it.
    """
    other = next((one for one in SKIN_KINDS - {remedy.kind}), None)
    if remedy.kind not in SKIN_KINDS or other is None:
        return None
    for _, used in reversed(tuple(visit.entries.of(RemedyUsed))):
        found = visit.content.remedies.get(used.remedy_id)
        if found is None or found.kind is not other:
            continue
        return found if visit.now - used.ended_at < timedelta(seconds=found.gap_s) else None
    return None


def clock_words(at: datetime, visit: Visit) -> str:
    """A time on the person's wall clock, with the day where it is not today."""
    offset = timedelta(minutes=visit.utc_offset_min)
    local, today = at + offset, (visit.now + offset).date()
    if local.date() == today:
        return f"{local:%H:%M}"
    if local.date() == today + timedelta(days=1):
        return f"{local:%H:%M} tomorrow"
    return f"{local:%H:%M} on {local.day} {local:%B}"
