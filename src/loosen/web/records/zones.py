"""A zone's wall clock: its offset at a moment, and the instants that a time on it may mean."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MINUTE = timedelta(minutes=1)
LONGEST_SHIFT_MIN = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The instants (UTC) of one wall time: two where the clocks went back, none where forward.

    `nearest`: then the last minute before and the first one after, on the wall clock.
    """

    instants: tuple[datetime, ...]
    nearest: tuple[datetime, ...] = ()


def zone_named(name: str, utc_offset_min: int) -> tzinfo:
    """The zone of that name; where only its offset is known, that."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return timezone(timedelta(minutes=utc_offset_min))


def offset_min_at(at: datetime, zone: tzinfo) -> int:
    """By how many minutes the wall clock there was ahead of UTC at an instant."""
    offset = at.astimezone(zone).utcoffset()
    assert offset is not None
    return round(offset / MINUTE)


def meant_by(wall: datetime, zone: tzinfo) -> Meant:
    """What a wall time without a zone may mean there."""
    instants = _instants(wall, zone)
    return Meant(instants=instants, nearest=() if instants else _nearest(wall, zone))


def on_wall(at: datetime, zone: tzinfo) -> datetime:
    """How the wall clock showed an instant."""
    return at.astimezone(zone).replace(tzinfo=None)


def _instants(wall: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    both = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return tuple(dict.fromkeys(at for at in both if on_wall(at, zone) == wall))


def _nearest(wall: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    found = []
    for step in (-MINUTE, MINUTE):
        tried = (wall + step * count for count in range(1, LONGEST_SHIFT_MIN))
        found += [next(one for one in tried if _instants(one, zone))]
    return tuple(found)
