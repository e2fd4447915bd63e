"""What a clock that was set back does to times: of two readings the later one counts.

Where a device's clock went back, what it recorded from then on is moved forward by as much,
so that its order and its gaps stay, until the clock has caught up or was put right.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from loosen.vocabulary import Entry

from .standing import Standing

NONE = timedelta(0)
Shifts = frozenset[tuple[UUID, timedelta]]


@dataclass(slots=True)
class _Clock:
    """A device's clock: the latest time it told, and by how much it is behind that now."""

    latest: datetime
    shift: timedelta = NONE
    shifted: dict[UUID, timedelta] = field(default_factory=dict)

    def shift_at(self, at: datetime) -> timedelta:
        """By how much a time is moved forward that is read from this clock."""
        if at >= self.latest:
            return NONE
        return max(self.shift, self.latest - at)

    def read(self, entry: Entry) -> None:
        self.shift = self.shift_at(entry.recorded_at)
        self.latest = max(self.latest, entry.recorded_at + self.shift)
        if self.shift:
            self.shifted[entry.id] = self.shift


def _clocks(log: Standing) -> dict[UUID, _Clock]:
    """The clocks that were ever set back, by device."""
    clocks: dict[UUID, _Clock] = {}
    for entry in sorted(log, key=lambda entry: entry.seq):
        clocks.setdefault(entry.device_id, _Clock(entry.recorded_at)).read(entry)
    return {device_id: clock for device_id, clock in clocks.items() if clock.shifted}


def shifts_at(log: Standing, at: datetime) -> Shifts:
    """By how much each clock that was ever set back is behind at an instant."""
    clocks = log.once(_clocks)
    return frozenset((device_id, clock.shift_at(at)) for device_id, clock in clocks.items())


def time_of(log: Standing, shifts: Shifts) -> Callable[[Entry], datetime]:
    """When an entry happened, seen from a moment with these shifts; never before its own time."""
    clocks, now = log.once(_clocks), dict(shifts)

    def at(entry: Entry) -> datetime:
        clock = clocks.get(entry.device_id)
        if clock is None:
            return entry.happened_at
        moved = clock.shifted.get(entry.id, NONE) - now[entry.device_id]
        return entry.happened_at + max(moved, NONE)

    return at
