"""A time as a person reads it on their own wall clock, and how long it still is."""

from datetime import datetime, timedelta, tzinfo

from loosen.web.records.zones import on_wall, zone_named
from loosen.web.site.visit import Visit

MINUTE = timedelta(minutes=1)


def zone_of(visit: Visit) -> tzinfo:
    """The person's zone; where only its offset is known, that."""
    return zone_named(visit.zone, visit.utc_offset_min)


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
