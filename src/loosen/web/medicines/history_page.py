"""What was taken, by day of the wall clock, newest first."""

from datetime import timedelta
from itertools import groupby

from loosen import ledger
from loosen.vocabulary import DoseTaken, Entry, Got
from loosen.web.records.zones import on_wall
from loosen.web.site.visit import Visit

from .bars import DAY
from .pages import DoseDay, DoseRow
from .wall import time_words, zone_of
from .words import dose_words


def history_days(visit: Visit) -> tuple[DoseDay, ...]:
    """Every dose that stands."""
    zone = zone_of(visit)
    taken = reversed(ledger.doses_taken(visit.entries))
    days = groupby(taken, key=lambda one: on_wall(one[0].happened_at, zone).date())
    return tuple(
        DoseDay(
            title=f"{day:%A} {day.day} {day:%B %Y}",
            doses=tuple(row_of(entry, dose, visit) for entry, dose in of_day),
        )
        for day, of_day in days
    )


RECORDED = {Got.IMPORT: "From a file", Got.CLINICIAN: "From a clinician"}


def taken_lately(visit: Visit) -> tuple[tuple[Entry, DoseTaken], ...]:
    """The doses of the last 24 hours, newest first; one ahead of the clock is among them."""
    taken = reversed(ledger.doses_taken(visit.entries))
    return tuple(one for one in taken if visit.now - one[0].happened_at < DAY)


def lines_to_read_out(visit: Visit) -> tuple[str, ...]:
    """The same in a line each, for whoever comes to help: what and when, and no verdict."""
    return tuple(
        f"{time_words(entry.happened_at, visit)}: {dose.name}, {dose_words(dose, visit)}"
        for entry, dose in taken_lately(visit)
    )


def row_of(entry: Entry, dose: DoseTaken, visit: Visit) -> DoseRow:
    """One dose, with the way to put it right."""
    return DoseRow(
        name=dose.name,
        time=f"{on_wall(entry.happened_at, zone_of(visit)):%H:%M}",
        amount=dose_words(dose, visit),
        known=_known_by(entry, visit),
        url=f"/medicines/dose/{entry.id}/",
    )


def _known_by(entry: Entry, visit: Visit) -> str:
    """Where the entry is from; put right, or told when some time had gone by, it says so."""
    late = entry.recorded_at - entry.happened_at
    told_at = on_wall(entry.recorded_at, zone_of(visit))
    words = [RECORDED.get(entry.source, "Logged here")]
    if entry.supersedes is not None:
        words.append(f"put right at {told_at:%H:%M}")
    elif late > timedelta(minutes=visit.content.threshold("same-dose-min")):
        words.append(f"told later, at {told_at:%H:%M}")
    return ", ".join(words)
