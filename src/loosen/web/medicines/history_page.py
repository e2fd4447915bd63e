"""What was taken, by day of the wall clock, newest first."""

from itertools import groupby

from loosen import ledger
from loosen.vocabulary import DoseTaken, Entry
from loosen.web.records.zones import on_wall
from loosen.web.site.visit import Visit

from .pages import DoseDay, DoseRow
from .wall import zone_of
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


def row_of(entry: Entry, dose: DoseTaken, visit: Visit) -> DoseRow:
    """One dose, with the way to put it right."""
    return DoseRow(
        name=dose.name,
        time=f"{on_wall(entry.happened_at, zone_of(visit)):%H:%M}",
        amount=dose_words(dose, visit),
        url=f"/medicines/dose/{entry.id}/",
    )
