"""The doses on one line of time for each ingredient, so that a window is found by bisection."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from uuid import UUID

from loosen.vocabulary import DoseTaken, Entry, MedicineForm

from .clocks import Shifts, shifts_at, time_of
from .standing import Standing

DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedDose:
    """A dose with what it held of one ingredient (micrograms), and when it counts.

    `at`: where a clock was set back the later reading, so that no gap gets shorter.
    """

    entry_id: UUID
    dose: DoseTaken
    at: datetime
    utc_offset_min: int
    ug: int

    @property
    def local_day(self) -> date:
        """The calendar day where and when it was taken."""
        return (self.at + timedelta(minutes=self.utc_offset_min)).date()


class DoseLine:
    """Doses by time, with the sums up to each, and the days in a row that led to each day."""

    def __init__(self, doses: Iterable[TimedDose]) -> None:
        self.doses: Sequence[TimedDose] = sorted(doses, key=lambda dose: dose.at)
        self._ats = [dose.at for dose in self.doses]
        self._sums_ug = [0, *accumulate(dose.ug for dose in self.doses)]
        self.days_in_a_row: dict[date, int] = {}
        for day in sorted({dose.local_day for dose in self.doses}):
            before = self.days_in_a_row.get(day - timedelta(days=1), 0)
            self.days_in_a_row[day] = before + 1

    def and_one(self, dose: TimedDose, start: datetime) -> "DoseLine":
        """With one more dose at the end; back to `start`, but with every day in a row."""
        line = DoseLine((*self.since(start), dose))
        day = dose.local_day
        run = self.days_in_a_row.get(day - timedelta(days=1), 0) + 1
        line.days_in_a_row = {**self.days_in_a_row, day: run}
        return line

    def since(self, start: datetime) -> Sequence[TimedDose]:
        """The doses after an instant; one at that very instant has left."""
        return self.doses[bisect_right(self._ats, start) :]

    def between(self, start: datetime, end: datetime) -> Sequence[TimedDose]:
        """The doses after `start`, up to and with `end`."""
        return self.doses[bisect_right(self._ats, start) : bisect_right(self._ats, end)]

    def from_to(self, start: datetime, end: datetime) -> Sequence[TimedDose]:
        """The doses from `start` on, before `end`."""
        return self.doses[bisect_left(self._ats, start) : bisect_left(self._ats, end)]

    def sum_since_ug(self, start: datetime) -> int:
        """How much was taken after an instant, what lies ahead of the clock included."""
        return self._sums_ug[-1] - self._sums_ug[bisect_right(self._ats, start)]

    def sum_between_ug(self, start: datetime, end: datetime) -> int:
        """How much was taken after `start`, up to and with `end`."""
        first, last = bisect_right(self._ats, start), bisect_right(self._ats, end)
        return self._sums_ug[last] - self._sums_ug[first]

    def last_at(self) -> datetime | None:
        """When the last dose was taken."""
        return self._ats[-1] if self._ats else None


NOTHING = DoseLine(())


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseTimes:
    """Every dose of a record: by ingredient what was swallowed and what was rubbed on.

    `unknown`: doses of which nobody could say what they held. `every`: all, by time.
    """

    swallowed: dict[str, DoseLine]
    on_skin: dict[str, DoseLine]
    unknown: DoseLine
    every: DoseLine

    def of(self, ingredient_id: str) -> DoseLine:
        """What was swallowed of an ingredient."""
        return self.swallowed.get(ingredient_id, NOTHING)


def dose_times(log: Standing, at: datetime) -> DoseTimes:
    """The doses that stand, in their lines; made once for a record unless a clock went back."""
    return log.once(_dose_times, shifts_at(log, at))


def _dose_times(log: Standing, shifts: Shifts) -> DoseTimes:
    lines: dict[tuple[MedicineForm, str], list[TimedDose]] = {}
    unknown: list[TimedDose] = []
    every: list[TimedDose] = []
    for timed, ingredient_id in _timed(log, time_of(log, shifts)):
        if ingredient_id:
            lines.setdefault((timed.dose.form, ingredient_id), []).append(timed)
        else:
            every.append(timed)
            if not timed.dose.amounts:
                unknown.append(timed)
    return DoseTimes(
        swallowed=_of_form(lines, MedicineForm.BY_MOUTH),
        on_skin=_of_form(lines, MedicineForm.ON_SKIN),
        unknown=DoseLine(unknown),
        every=DoseLine(every),
    )


def _of_form(
    lines: dict[tuple[MedicineForm, str], list[TimedDose]], wanted: MedicineForm
) -> dict[str, DoseLine]:
    return {id_: DoseLine(doses) for (form, id_), doses in lines.items() if form is wanted}


def _timed(
    log: Standing, time_of_entry: Callable[[Entry], datetime]
) -> Iterator[tuple[TimedDose, str]]:
    """Each dose once with no ingredient, then once for every ingredient that it held."""
    for entry, dose in log.of(DoseTaken):
        whole = TimedDose(
            entry_id=entry.id,
            dose=dose,
            at=time_of_entry(entry),
            utc_offset_min=entry.utc_offset_min,
            ug=0,
        )
        yield whole, ""
        for amount in dose.amounts:
            of_it = TimedDose(
                entry_id=entry.id,
                dose=dose,
                at=whole.at,
                utc_offset_min=entry.utc_offset_min,
                ug=amount.ug,
            )
            yield of_it, amount.ingredient_id
