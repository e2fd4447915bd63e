"""Which help and which doses are still at work at an instant, found by their times."""

from bisect import bisect_left, bisect_right, insort
from datetime import datetime, timedelta

from loosen.vocabulary import Content, DoseTaken, Entry, MedicineForm

from .deeds import all_done, time_done
from .standing import Standing

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


class AtWork:
    """What was done and swallowed, by time; more may be added as it is told."""

    def __init__(self, log: Standing, content: Content) -> None:
        self._medicine = HOUR * content.threshold("medicine-works-h")
        self._works = MINUTE * content.threshold("help-works-min")
        self._doses = sorted(
            entry.happened_at for entry, dose in log.of(DoseTaken) if _is_swallowed(dose)
        )
        self._begun: list[datetime] = []
        self._over: list[datetime] = []
        """By when all that had begun up to the same place is no longer felt."""
        for begun_at, over_at in sorted((one.begun_at, one.over_at) for one in all_done(log)):
            self._append(begun_at, over_at)

    def add(self, entry: Entry, kind: str) -> None:
        """One more entry, and which kind of help it says was done; none of it lies before."""
        if isinstance(entry.payload, DoseTaken) and _is_swallowed(entry.payload):
            insort(self._doses, entry.happened_at)
        if kind:
            self._append(*time_done(entry))

    def _append(self, begun_at: datetime, over_at: datetime) -> None:
        felt_until = over_at + self._works
        self._begun.append(begun_at)
        self._over.append(max(felt_until, self._over[-1]) if self._over else felt_until)

    def is_after_all(self, entry: Entry) -> bool:
        """What the entry tells was begun no earlier than anything that is known."""
        begun_at, _ = time_done(entry)
        return not self._begun or begun_at >= self._begun[-1]

    def help_between(self, since: datetime, until: datetime) -> bool:
        """True when something that was done could still be felt between the two instants."""
        begun = bisect_left(self._begun, until)
        return begun > 0 and self._over[begun - 1] > since

    def medicine_at(self, at: datetime) -> bool:
        """True when a swallowed dose was at work."""
        taken = bisect_right(self._doses, at)
        return taken > 0 and at - self._doses[taken - 1] <= self._medicine


def _is_swallowed(dose: DoseTaken) -> bool:
    return dose.form is MedicineForm.BY_MOUTH
