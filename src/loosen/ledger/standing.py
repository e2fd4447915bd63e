"""Which entries stand, and in which order they were told."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import TypeVar, TypeVarTuple, cast
from uuid import UUID

from loosen.vocabulary import Entry, EntryKind, Payload

P = TypeVar("P", bound=Payload)
T = TypeVar("T")
Given = TypeVarTuple("Given")
NO_SKEW = timedelta(0)


class Standing(tuple[Entry, ...]):
    """Entries that stand, in order. Folding them again costs nothing.

    `successors` leads from the id of a corrected entry to the id of the one that stands for it.
    """

    successors: dict[UUID, UUID]
    _by_payload: dict[type, list[Entry]]
    _made: dict[object, tuple[tuple[object, ...], object]]

    def of(self, payload: type[P]) -> Iterator[tuple[Entry, P]]:
        """The entries with this kind of payload, in order, each with its payload."""
        for entry in self._by_payload.get(payload, ()):
            assert isinstance(entry.payload, payload)
            yield entry, entry.payload

    def once(self, make: "Callable[[Standing, *Given], T]", *given: *Given) -> T:
        """What a pure function makes of these entries and of what is given (which has a hash).

        Made once while the same is given: neither of them ever changes. Of each function only
        the last is kept, so that asking at every instant fills no memory.
        """
        kept = self._made.get(make)
        if kept is None or kept[0] != given:
            kept = self._made[make] = (given, make(self, *given))
        return cast("T", kept[1])

    def stands_for(self, entry_id: UUID) -> UUID:
        """The id that stands for an id: its last correction, or itself."""
        return self.successors.get(entry_id, entry_id)


def standing(entries: Sequence[Entry]) -> Standing:
    """The entries without corrected and withdrawn ones, by `happened_at`, then `seq`.

    The same id twice is once. A withdrawal takes back what it names and does not stand itself;
    taking back a correction does not bring the first entry back. Where a device's clock went
    back, what was recorded later still counts as told later.
    """
    if isinstance(entries, Standing):
        return entries
    once = {entry.id: entry for entry in reversed(entries)}
    by_replaced = {entry.supersedes: entry for entry in once.values() if entry.supersedes}
    told_at = _told_at(once.values())
    kept = [
        entry
        for entry in once.values()
        if entry.id not in by_replaced and entry.kind is not EntryKind.WITHDRAWAL
    ]
    kept.sort(key=lambda entry: (told_at[entry.id], entry.seq, entry.recorded_at, str(entry.id)))
    return _indexed(kept, by_replaced)


def _indexed(kept: list[Entry], by_replaced: dict[UUID, Entry]) -> Standing:
    log = Standing(kept)
    log.successors = {old: _last(old, by_replaced) for old in by_replaced}
    log._by_payload = {}
    log._made = {}
    for entry in kept:
        log._by_payload.setdefault(type(entry.payload), []).append(entry)
    return log


def _last(entry_id: UUID, by_replaced: dict[UUID, Entry]) -> UUID:
    seen = {entry_id}
    while entry_id in by_replaced and by_replaced[entry_id].id not in seen:
        entry_id = by_replaced[entry_id].id
        seen.add(entry_id)
    return entry_id


def _told_at(entries: Iterable[Entry]) -> dict[UUID, datetime]:
    """When each entry was told, on a clock that never goes back on its device.

    Where a clock was set back, later entries are moved forward by as much; late entries (told
    today about yesterday) keep their own time, because their device's clock ran on.
    """
    latest: dict[UUID, datetime] = {}
    told: dict[UUID, datetime] = {}
    for entry in sorted(entries, key=lambda entry: entry.seq):
        last = latest.get(entry.device_id, entry.recorded_at)
        told[entry.id] = entry.happened_at + max(last - entry.recorded_at, NO_SKEW)
        latest[entry.device_id] = max(last, entry.recorded_at)
    return told
