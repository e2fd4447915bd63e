"""The only way entries are written and read.

Writing: all drafts of one act in one transaction, checked by the ledger, each id once. Reading:
rows never change, so what was read stays in memory and only newer rows are fetched.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from threading import Lock
from uuid import UUID, uuid4, uuid5

from django.db import IntegrityError, transaction
from django.db.models import Count, Max, Q

from loosen import ledger
from loosen.vocabulary import Entry, Got, LedgerError, Payload, Problem

from .models import DeviceRecord, EntryRecord, OwnerRecord
from .wire import KIND_OF_PAYLOAD, payload_to_text
from .zones import offset_min_at, zone_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry before it is counted.

    `id`: posting it twice is once, whatever it says; derive it (`uuid5`) where two tabs could
    record the same thing. `form_id`: the id a page put into its form; the same form sent again
    unchanged is once, sent again *changed* (back button) is recorded as well.
    `follows`: it came of the draft before it, so it is recorded with that one and as often.
    `happened_at` None is now.
    """

    payload: Payload
    id: UUID | None = None
    form_id: UUID | None = None
    follows: bool = False
    happened_at: datetime | None = None
    source: Got = Got.SELF_REPORT
    confidence: float | None = None
    supersedes: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """When and under which content the act falls; times are UTC.

    `happened_at` None is `at`; it is earlier where a device could not send at once.
    """

    at: datetime
    utc_offset_min: int
    zone: str
    content_version: str
    happened_at: datetime | None = None


# --- writing ---------------------------------------------------------------------------------


def record(owner: OwnerRecord, stamp: Stamp, *drafts: Draft) -> tuple[Entry, ...]:
    """Writes the drafts in one transaction and returns their entries, old ones included.

    Raises `LedgerError` with every problem; then nothing at all was written.
    """
    entries: list[Entry] = []
    with transaction.atomic():
        device = _device_of(owner)
        first_seq = device.next_seq
        for draft in drafts:
            entries.append(_record_one(device, stamp, _following(draft, entries)))
        if device.next_seq != first_seq:
            device.save(update_fields=["next_seq"])
    return tuple(entries)


def successor_id(entry_id: UUID) -> UUID:
    """The id of the entry that corrects or takes back this one, whichever tab records it."""
    return uuid5(entry_id, "successor")


def _following(draft: Draft, before: list[Entry]) -> Draft:
    """A draft that follows gets its id from the entry before it, so that it is recorded once."""
    if not draft.follows:
        return draft
    kind = KIND_OF_PAYLOAD[type(draft.payload)]
    return replace(draft, id=uuid5(before[-1].id, kind.value), form_id=None)


def _device_of(owner: OwnerRecord) -> DeviceRecord:
    """This computer, locked: whoever else records now waits until we are done."""
    device, _ = DeviceRecord.objects.select_for_update().get_or_create(
        owner=owner, is_this_computer=True
    )
    return device


def _record_one(device: DeviceRecord, stamp: Stamp, draft: Draft) -> Entry:
    entry_id, standing = _place_of(draft)
    if standing is not None:
        return _own(standing, device.owner_id)
    happened_at = draft.happened_at or stamp.happened_at or stamp.at
    rivals = _rivals_of(draft.supersedes)
    offset_min, zone = _wall_of(draft, happened_at, stamp, rivals)
    entry = Entry(
        id=entry_id,
        device_id=device.pk,
        seq=device.next_seq,
        owner_id=device.owner_id,
        kind=KIND_OF_PAYLOAD[type(draft.payload)],
        happened_at=happened_at,
        recorded_at=stamp.at,
        utc_offset_min=offset_min,
        zone=zone,
        source=draft.source,
        payload=draft.payload,
        content_version=stamp.content_version,
        confidence=draft.confidence,
        supersedes=draft.supersedes,
    )
    ledger.check_entry(entry, rivals)
    EntryRecord.from_value(entry).save()
    device.next_seq += 1
    return entry


def _wall_of(
    draft: Draft, happened_at: datetime, stamp: Stamp, rivals: list[Entry]
) -> tuple[int, str]:
    """The offset that held at that moment here, not today's, and the name of the zone.

    A correction that leaves the time as it was leaves the clock of that time and place as well.
    """
    for wrong in rivals:
        if wrong.id == draft.supersedes and wrong.happened_at == happened_at:
            return wrong.utc_offset_min, wrong.zone
    zone = zone_named(stamp.zone, stamp.utc_offset_min)
    return offset_min_at(happened_at, zone), stamp.zone


def _rivals_of(corrected_id: UUID | None) -> list[Entry]:
    """The earlier entries that decide whether a correction may stand; none for anything else."""
    if corrected_id is None:
        return []
    corrected = Q(entry_id=corrected_id) | Q(supersedes_id=corrected_id)
    return [row.to_value() for row in EntryRecord.objects.filter(corrected)]


def _place_of(draft: Draft) -> tuple[UUID, EntryRecord | None]:
    """The id the draft gets, or the row in which it was recorded already."""
    if draft.form_id is None:
        entry_id = draft.id or uuid4()
        return entry_id, EntryRecord.objects.filter(entry_id=entry_id).first()
    return _place_in_form(draft.form_id, draft.payload)


def _place_in_form(form_id: UUID, payload: Payload) -> tuple[UUID, EntryRecord | None]:
    """The last row this form made, if it says the same; else the next free id of the form."""
    kind = KIND_OF_PAYLOAD[type(payload)]
    last = None
    turn = 0
    while True:
        entry_id = uuid5(form_id, f"{kind.value} {turn}")
        row = EntryRecord.objects.filter(entry_id=entry_id).first()
        if row is None:
            break
        last, turn = row, turn + 1
    is_same = last is not None and last.payload == payload_to_text(payload)
    return entry_id, last if is_same else None


def _own(row: EntryRecord, owner_id: UUID) -> Entry:
    if row.owner_id != owner_id:
        raise LedgerError(
            Problem(
                what="this id belongs to somebody else's record",
                where="entry id",
                found=str(row.entry_id),
                expected="an id of your own",
                do="go back, load the page again and send it once more",
            )
        )
    return row.to_value()


# --- reading ---------------------------------------------------------------------------------


FEW_NEW = 32  # more new entries than that are sorted sooner than joined one by one


@dataclass(slots=True)
class _Shelf:
    """What was read of one owner: rows up to `last_row`, as entries in order of arrival."""

    last_row: int = 0
    entries: tuple[Entry, ...] = ()
    standing: ledger.Standing = field(default_factory=lambda: ledger.standing(()))
    lock: Lock = field(default_factory=Lock)


@lru_cache(maxsize=64)
def _shelf_of(_owner_id: UUID) -> _Shelf:
    return _Shelf()


def entries_of(owner: OwnerRecord) -> tuple[Entry, ...]:
    """All entries of the owner in order of arrival, superseded ones included."""
    return _entries_of(owner.pk)


def standing_of(owner: OwnerRecord) -> ledger.Standing:
    """The entries that stand, in the order in which they were told; sorted once."""
    shelf = _shelf_of(owner.pk)
    entries = _entries_of(owner.pk)
    with shelf.lock:
        if entries is shelf.entries:
            return shelf.standing
    return ledger.standing(entries)


def _entries_of(owner_id: UUID) -> tuple[Entry, ...]:
    shelf = _shelf_of(owner_id)
    with shelf.lock:
        entries, last_row = _caught_up(shelf, owner_id)
        # What is not committed may yet be taken back, so it must not stay in memory.
        if entries is not shelf.entries and not transaction.get_connection().in_atomic_block:
            shelf.standing = _standing_with(shelf, entries)
            shelf.entries, shelf.last_row = entries, last_row
    return entries


def _standing_with(shelf: _Shelf, entries: tuple[Entry, ...]) -> ledger.Standing:
    """What stands, with the few new ones joined to it; where that cannot be, sorted anew."""
    known = len(shelf.entries)
    newer = entries[known:]
    if not 0 < len(newer) <= FEW_NEW or entries[:known] != shelf.entries:
        return ledger.standing(entries)
    log: ledger.Standing | None = shelf.standing
    for entry in newer:
        log = ledger.joined(log, entry) if log is not None else None
    return ledger.standing(entries) if log is None else log


def _caught_up(shelf: _Shelf, owner_id: UUID) -> tuple[tuple[Entry, ...], int]:
    """The shelf with what is new; where the counts disagree (erased elsewhere), all anew."""
    rows = EntryRecord.objects.filter(owner_id=owner_id)
    count, last_row = rows.aggregate(n=Count("id"), last=Max("id")).values()
    if count == len(shelf.entries) and last_row in {shelf.last_row, None}:
        return shelf.entries, shelf.last_row
    rows = rows.filter(id__lte=last_row or 0).order_by("id")
    newer = tuple(row.to_value() for row in rows.filter(id__gt=shelf.last_row))
    if len(shelf.entries) + len(newer) == count:
        return shelf.entries + newer, last_row
    return tuple(row.to_value() for row in rows), last_row or 0


# --- owners ----------------------------------------------------------------------------------


def owner_here(at: datetime) -> OwnerRecord:
    """The person of this computer; made at the first run."""
    owner = OwnerRecord.objects.filter(is_here=True).first()
    return owner or _first_owner(at)


def _first_owner(at: datetime) -> OwnerRecord:
    """Two tabs may open a new record at once; the database lets one of them make the person."""
    try:
        with transaction.atomic():
            owner = OwnerRecord.objects.create(made_at=at, is_here=True)
            DeviceRecord.objects.create(owner=owner, is_this_computer=True)
    except IntegrityError:
        owner = OwnerRecord.objects.get(is_here=True)
    return owner


def erase() -> None:
    """Wipes the store whole: every entry, device and owner, preferences included."""
    connection = transaction.get_connection()
    is_file = connection.vendor == "sqlite"
    if is_file:  # otherwise deleted rows stay readable in the file until they are written over
        _pragma("secure_delete=ON")
    with transaction.atomic():
        EntryRecord.objects.all()._raw_delete(using="default")
        DeviceRecord.objects.all().delete()
        OwnerRecord.objects.all().delete()
    _shelf_of.cache_clear()
    if is_file and not connection.in_atomic_block:
        _pragma("wal_checkpoint(TRUNCATE)")


def _pragma(command: str) -> None:
    with transaction.get_connection().cursor() as cursor:
        cursor.execute(f"PRAGMA {command}")
