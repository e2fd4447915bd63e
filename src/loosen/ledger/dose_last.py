"""When the same dose is open again once this one was taken, and whether it was the last for now."""

from dataclasses import dataclass
from datetime import datetime

from loosen.vocabulary import MedicineForm

from .dose_bars import Asked, opens_at
from .dose_limits import Here
from .dose_suits import days_bars

LAST, LAST_DAY = "dose-last", "dose-last-day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """`opens` None: no time opens it. `said`: the phrase of the warning, empty where it is none."""

    opens: datetime | None
    said: str = ""

    @property
    def is_last(self) -> bool:
        """Whether nothing more of it is allowed for now, beyond the wait between two doses."""
        return bool(self.said)


def what_follows(here: Here, asked: Asked, at: datetime) -> Follows:
    """What follows a dose that is in the record. Where no limit is known there is no last one."""
    opens = opens_at(here, asked, at)
    if not _has_limits(here, asked, at):
        return Follows(opens=opens if opens is not None and opens > at else None)
    if _ends_the_days(here, asked, at, opens):
        return Follows(opens=None, said=LAST_DAY)
    waits = opens is None or opens > _end_of_gap(here, asked, at)
    return Follows(opens=opens, said=LAST if waits else "")


def _has_limits(here: Here, asked: Asked, at: datetime) -> bool:
    ids = [amount.ingredient_id for amount in asked.ask.amounts]
    is_swallowed = asked.ask.form is MedicineForm.BY_MOUTH
    known = [id_ for id_ in ids if asked.holding(here, id_, at).most_24h_ug is not None]
    return is_swallowed and bool(known)


def _end_of_gap(here: Here, asked: Asked, at: datetime) -> datetime:
    ids = [amount.ingredient_id for amount in asked.ask.amounts]
    ends = [
        last + asked.holding(here, id_, at).least_gap
        for id_ in ids
        if (last := here.times.of(id_).last_at()) is not None
    ]
    return max([at, *ends])


def _ends_the_days(here: Here, asked: Asked, at: datetime, opens: datetime | None) -> bool:
    """The next one would fall on a day on which somebody has to be seen first; today did not."""
    return (
        opens is not None and not days_bars(here, asked, at) and bool(days_bars(here, asked, opens))
    )
