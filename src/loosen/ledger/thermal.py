"""When heat, cold and massage are open again, and when one may move after cold.

Everything here is about time and skin (evidence file, 3.1-3.3); whom they suit at all is the
plan's verdict on the conditions. Alternating needs both of those clear as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from loosen.vocabulary import (
    Content,
    Entry,
    FeelingBack,
    Reason,
    Remedy,
    RemedyKind,
    RemedyUsed,
    Skin,
)

from .standing import Standing, standing

THERMAL = frozenset({RemedyKind.HEAT, RemedyKind.COLD})
NORMAL_SKIN = frozenset({Skin.NORMAL, Skin.PINK})
DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThermalGate:
    """Whether a remedy may start now.

    `next_allowed_at` (UTC) is None when it is open, and also when no time alone opens it:
    then `look_at_skin` names the session after which the skin is still to be looked at and be
    as before (told by a `FeelingBack`, for heat as for cold). `reasons` say all that bars it.
    """

    allowed: bool
    next_allowed_at: datetime | None
    look_at_skin: UUID | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementGate:
    """Whether exercise may start; after cold it waits until the skin feels as before.

    `waiting_for`: the entry of the cold session whose feeling is not back.
    """

    allowed: bool
    waiting_for: UUID | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """One session of a remedy as it stands: what, until when, and whether the skin is as before."""

    entry_id: UUID
    remedy_id: str
    kind: RemedyKind
    ended_at: datetime
    skin_as_before: bool


def thermal_gate(
    remedy: Remedy, entries: Sequence[Entry], at: datetime, content: Content
) -> ThermalGate:
    """Whether the remedy may start at `at`: skin, gap, cap in 24 hours, pause after the other.

    A session that seems to lie in the future (the clock went back) keeps it closed.
    """
    uses = standing(entries).once(_uses, content)
    unseen = _unseen_skin(remedy, uses)
    waits = [wait for wait in _waits(remedy, uses, content) if wait[0] > at]
    reasons = [reason for _, reason in waits]
    if unseen is not None:
        reasons.insert(0, content.reason("skin-not-as-before"))
    return ThermalGate(
        allowed=not reasons,
        next_allowed_at=max(until for until, _ in waits) if waits and unseen is None else None,
        look_at_skin=unseen,
        reasons=tuple(reasons),
    )


def movement_gate(entries: Sequence[Entry], content: Content) -> MovementGate:
    """Whether exercise may start: not after cold until the feeling is back (3.2).

    A later cold that left the skin as before tells nothing of an earlier one.
    """
    uses = standing(entries).once(_uses, content)
    cold = [use for use in _open_uses(uses) if use.kind is RemedyKind.COLD]
    if not cold:
        return MovementGate(allowed=True, waiting_for=None, reasons=())
    return MovementGate(
        allowed=False,
        waiting_for=cold[-1].entry_id,
        reasons=(content.reason("feeling-not-back"),),
    )


def open_heat_and_cold(entries: Sequence[Entry], content: Content) -> frozenset[UUID]:
    """The entries of heat and cold that are on, or whose skin is not known to be as before."""
    uses = standing(entries).once(_uses, content)
    return frozenset(use.entry_id for use in _open_uses(uses))


def _open_uses(uses: Sequence[_Use]) -> list[_Use]:
    """Heat and cold after which the skin is not known to be as before; those that are on too."""
    return [use for use in uses if use.kind in THERMAL and not use.skin_as_before]


def _unseen_skin(remedy: Remedy, uses: Sequence[_Use]) -> UUID | None:
    """The last heat or cold after which the skin is not known to be as before."""
    if remedy.kind is RemedyKind.BREATHING:
        return None
    open_uses = _open_uses(uses)
    return open_uses[-1].entry_id if open_uses else None


def _waits(
    remedy: Remedy, uses: Sequence[_Use], content: Content
) -> Iterator[tuple[datetime, Reason]]:
    same = sorted(use.ended_at for use in uses if use.remedy_id == remedy.id)
    if same:
        yield same[-1] + timedelta(seconds=remedy.gap_s), content.reason("remedy-gap")
    if 0 < remedy.daily_cap <= len(same):
        yield same[-remedy.daily_cap] + DAY, content.reason("remedy-cap")
    if remedy.kind in THERMAL:
        other = [use.ended_at for use in uses if use.kind in THERMAL - {remedy.kind}]
        pause = timedelta(minutes=content.threshold("skin-pause-min"))
        if other:
            yield max(other) + pause, content.reason("skin-pause-min")


def _uses(log: Standing, content: Content) -> tuple[_Use, ...]:
    back_at = {
        log.stands_for(back.remedy_entry_id): entry.happened_at
        for entry, back in log.of(FeelingBack)
    }
    return tuple(
        _Use(
            entry_id=entry.id,
            remedy_id=used.remedy_id,
            kind=content.remedies[used.remedy_id].kind,
            ended_at=used.ended_at,
            skin_as_before=_as_before(used, content.remedies[used.remedy_id].kind)
            or (entry.id in back_at and back_at[entry.id] >= used.ended_at),
        )
        for entry, used in log.of(RemedyUsed)
        if used.remedy_id in content.remedies
    )


def _as_before(used: RemedyUsed, kind: RemedyKind) -> bool:
    """Looked at and normal; after cold the feeling must be back too."""
    return used.skin in NORMAL_SKIN and (used.feeling_back or kind is not RemedyKind.COLD)
