"""Which entries stand, and in which order they were told."""

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import TypeVar, TypeVarTuple, cast
from uuid import UUID

from loosen.vocabulary import Entry, EntryKind, Payload

P = TypeVar("P", bound=Payload)
T = TypeVar("T")
Given = TypeVarTuple("Given")
Key = tuple[datetime, int, datetime, str]
NO_SKEW = timedelta(0)


class Standing(tuple[Entry, ...]):
    """Entries that stand, in order. Folding them again costs nothing.

    `successors` leads from the id of a corrected entry to the id of the one that stands for it.
    """

    successors: dict[UUID, UUID]
    _keys: list[Key]
    _ids: frozenset[UUID]
    _latest: dict[UUID, tuple[int, datetime]]
    _by_payload: dict[type, list[Entry]]
    _made: dict[object, tuple[tuple[object, ...], object]]

    def of(self, payload: type[P]) -> Iterator[tuple[Entry, P]]:
        """The entries with this kind of payload, in order, each with its payload."""
        for entry in self._by_payload.get(payload, ()):
            assert isinstance(entry.payload, payload)
            yield entry, entry.payload

    def newest(self, payload: type[P]) -> Iterator[tuple[Entry, P]]:
        """The same from the last one back, for whoever needs only the last few."""
        for entry in reversed(self._by_payload.get(payload, ())):
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
    told_at, latest = _told_at(once.values())
    keyed = sorted(
        (_key(entry, told_at[entry.id]), entry)
        for entry in once.values()
        if entry.id not in by_replaced and entry.kind is not EntryKind.WITHDRAWAL
    )
    log = Standing(entry for _, entry in keyed)
    log.successors = {old: _last(old, by_replaced) for old in by_replaced}
    log._keys, log._ids, log._latest = [key for key, _ in keyed], frozenset(once), latest
    log._by_payload, log._made = {}, {}
    for entry in log:
        log._by_payload.setdefault(type(entry.payload), []).append(entry)
    return log


def joined(log: Standing, entry: Entry) -> Standing | None:
    """What stands with one more entry: as `standing` says of all of them, for less work.

    None where what stands does not tell: for a correction, a withdrawal, an id that came before
    or was corrected before it came, and an entry that its device had counted earlier.
    """
    last_seq, last_at = log._latest.get(entry.device_id, (entry.seq - 1, entry.recorded_at))
    is_known = entry.id in log._ids or entry.id in log.successors
    is_plain = entry.supersedes is None and entry.kind is not EntryKind.WITHDRAWAL
    if is_known or not is_plain or entry.seq <= last_seq:
        return None
    key = _key(entry, entry.happened_at + max(last_at - entry.recorded_at, NO_SKEW))
    place = bisect(log._keys, key)
    more = Standing((*log[:place], entry, *log[place:]))
    more.successors, more._ids = log.successors, log._ids | {entry.id}
    more._keys = [*log._keys[:place], key, *log._keys[place:]]
    more._latest = {**log._latest, entry.device_id: (entry.seq, max(last_at, entry.recorded_at))}
    more._by_payload, more._made = {**log._by_payload}, {}
    same = more._by_payload.get(kind := type(entry.payload), [])
    is_last = place == len(log)
    more._by_payload[kind] = (
        [*same, entry] if is_last else [one for one in more if type(one.payload) is kind]
    )
    return more


def _key(entry: Entry, told_at: datetime) -> Key:
    return told_at, entry.seq, entry.recorded_at, str(entry.id)


def _last(entry_id: UUID, by_replaced: dict[UUID, Entry]) -> UUID:
    seen = {entry_id}
    while entry_id in by_replaced and by_replaced[entry_id].id not in seen:
        entry_id = by_replaced[entry_id].id
        seen.add(entry_id)
    return entry_id


def _told_at(
    entries: Iterable[Entry],
) -> tuple[dict[UUID, datetime], dict[UUID, tuple[int, datetime]]]:
    """When each entry was told, on a clock that never goes back on its device; and by device the
    last number and the latest time.

    Where a clock was set back, later entries are moved forward by as much; late entries (told
    today about yesterday) keep their own time, because their device's clock ran on.
    """
    latest: dict[UUID, tuple[int, datetime]] = {}
    told: dict[UUID, datetime] = {}
    for entry in sorted(entries, key=lambda entry: entry.seq):
        _, last = latest.get(entry.device_id, (0, entry.recorded_at))
        told[entry.id] = entry.happened_at + max(last - entry.recorded_at, NO_SKEW)
        latest[entry.device_id] = (entry.seq, max(last, entry.recorded_at))
    return told, latest
