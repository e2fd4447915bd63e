"""A time as a person writes it, on their own wall clock, and the instants that it may mean."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from loosen.web.site.visit import Visit

MINUTE = timedelta(minutes=1)
LONGEST_SHIFT_MIN = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The instants (UTC) of one wall time: two where the clocks went back, none where forward.

    `nearest`: then the last minute before and the first one after, on the wall clock.
    """

    instants: tuple[datetime, ...]
    nearest: tuple[datetime, ...] = ()


def zone_of(visit: Visit) -> tzinfo:
    """The person's zone; where only its offset is known, that."""
    try:
        return ZoneInfo(visit.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return timezone(timedelta(minutes=visit.utc_offset_min))


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


def wait_words(span: timedelta) -> str:
    """in 2 h 10 min; rounded up, so that nobody is a minute too early."""
    minutes = max(1, -(-span // MINUTE))
    hours, rest = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = ((days, "d"), (hours, "h"), (rest, "min"))
    return "in " + " ".join(f"{count} {unit}" for count, unit in parts if count)


def time_words(at: datetime, visit: Visit) -> str:
    """A time on the wall clock, with its day where that is not today."""
    zone = zone_of(visit)
    local, today = on_wall(at, zone), on_wall(visit.now, zone).date()
    days = (local.date() - today).days
    named = {0: "", 1: " tomorrow", -1: " yesterday"}
    return f"{local:%H:%M}" + named.get(days, f" on {local.day} {local:%B}")
