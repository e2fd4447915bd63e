"""The only clock of the pages. Tests and browser stories set it; nothing else reads the time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LOCAL_TIME_LINK = Path("/etc/localtime")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Now, and how the wall clock shows it: UTC instant, minutes east of UTC, name of the zone."""

    at: datetime
    utc_offset_min: int
    zone: str


def _system_now() -> datetime:
    return datetime.now(UTC)


_source: Callable[[], datetime] = _system_now
_zone: tzinfo | None = None


def now() -> datetime:
    """The instant, in UTC."""
    return _source()


def moment() -> Moment:
    """The instant with the zone of this computer."""
    at = now()
    here = at.astimezone(_zone)
    offset = here.utcoffset()
    assert offset is not None
    minutes = round(offset.total_seconds() / 60)
    return Moment(at=at, utc_offset_min=minutes, zone=_zone_name(at, minutes))


def _zone_name(at: datetime, utc_offset_min: int) -> str:
    """The zone's own name where it can be told and agrees with the clock, else its offset."""
    name = str(_zone) if _zone else _linked_zone()
    try:
        offset = at.astimezone(ZoneInfo(name)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        offset = None
    if offset is not None and round(offset.total_seconds() / 60) == utc_offset_min:
        return name
    sign = "-" if utc_offset_min < 0 else "+"
    return f"UTC{sign}{abs(utc_offset_min) // 60:02d}:{abs(utc_offset_min) % 60:02d}"


def _linked_zone() -> str:
    """The zone that the system's link names ("Europe/London"); empty where there is no link."""
    if not LOCAL_TIME_LINK.is_symlink():
        return ""
    _, found, name = str(LOCAL_TIME_LINK.resolve()).partition("zoneinfo/")
    return name if found else ""


@contextmanager
def clock_set(source: Callable[[], datetime], zone: tzinfo | None = None) -> Iterator[None]:
    """Lets another clock tell the time, in every thread, until the block ends (for tests)."""
    global _source, _zone  # one process has one clock; a test swaps it whole
    before = _source, _zone
    _source, _zone = source, zone or UTC
    try:
        yield
    finally:
        _source, _zone = before
