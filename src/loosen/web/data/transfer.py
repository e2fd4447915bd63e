"""The record out as a file and in again, for the pages and for the command line.

What comes in is history: answers, decisions, clinicians' words and the moment's state are
marked as imported, so that nothing that came from a file ever opens a lock.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from loosen import ledger
from loosen.export import Export, OwnerFields, read_export, write_export
from loosen.library.current import load_content
from loosen.vocabulary import (
    Entry,
    EntryKind,
    FeelingBack,
    ForeignDataError,
    Got,
    LedgerError,
    Problem,
)
from loosen.web.records import store
from loosen.web.records.models import DeviceRecord, EntryRecord, OwnerRecord
from loosen.web.records.preferences import Preferences

from .pages import WITHDRAWABLE

OPENS_LOCKS = frozenset(
    {
        *(EntryKind.ANSWERS, EntryKind.DECISION, EntryKind.CLINICIAN_NOTE, EntryKind.MOMENT),
        *(EntryKind.SKIN, EntryKind.INTAKE, EntryKind.MEDICINE_WORD),
    }
)
# A dose that a file takes back would make room for another one.
TAKEN_BACK_BY_FILE = WITHDRAWABLE - {EntryKind.DOSE}


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What an import did: entries that are `new` here, and those that were `known` already."""

    new: int
    known: int


def write_record(at: datetime, content_version: str) -> bytes:
    """The whole record of this computer's person, corrected entries included."""
    owner = store.owner_here(at)
    fields = OwnerFields(id=owner.pk, preferences=owner.read_preferences().to_plain())
    return write_export(fields, store.entries_of(owner), content_version, at)


def take_in(data: bytes, at: datetime) -> TakenIn:
    """Adds what the file holds and this record does not.

    Raises `ForeignDataError` with every reason; the record is then as it was before.
    """
    export = read_export(data)
    with transaction.atomic():
        owner = store.owner_here(at)
        here = {entry.id: entry for entry in store.entries_of(owner)}
        coming = tuple(_as_history(entry) for entry in export.entries)
        if problems := list(_problems(export, coming, owner, here, at)):
            raise ForeignDataError(problems)
        owner = _become(owner, export)
        new = [entry for entry in coming if entry.id not in here]
        _write(owner, new)
    return TakenIn(new=len(new), known=len(coming) - len(new))


def _as_history(entry: Entry) -> Entry:
    return replace(entry, source=Got.IMPORT) if entry.kind in OPENS_LOCKS else entry


# --- what speaks against it ------------------------------------------------------------------


def _problems(
    export: Export,
    coming: Sequence[Entry],
    owner: OwnerRecord,
    here: Mapping[UUID, Entry],
    at: datetime,
) -> Iterator[Problem]:
    if here and export.owner.id != owner.pk:
        yield _problem(
            "this is the record of another person",
            "file.owner",
            f"owner {export.owner.id}",
            f"owner {owner.pk}, whose record is here",
            "erase the record that is here first, or import the file on another computer",
        )
    yield from _strangers(coming, owner)
    everyone = {**{entry.id: entry for entry in coming}, **here}
    counts = {(entry.device_id, entry.seq): entry.id for entry in here.values()}
    for place, entry in enumerate(coming):
        yield from _of_entry(entry, f"file.entries[{place}]", here, counts, at)
    yield from _of_open_remedies([one for one in coming if one.id not in here], here)
    yield from _of_corrections(coming, everyone)


def _strangers(coming: Sequence[Entry], owner: OwnerRecord) -> Iterator[Problem]:
    """Ids that somebody else in this database uses already."""
    ids = [entry.id for entry in coming]
    devices = {entry.device_id for entry in coming}
    taken = EntryRecord.objects.filter(entry_id__in=ids).exclude(owner=owner).exists()
    taken = taken or DeviceRecord.objects.filter(pk__in=devices).exclude(owner=owner).exists()
    if taken:
        yield _problem(
            "some of it stands in the record of another person here",
            "file.entries", "ids that are taken", "ids of your own",
            "take the file that was exported from your own record",
        )  # fmt: skip


def _of_entry(
    entry: Entry,
    where: str,
    here: Mapping[UUID, Entry],
    counts: Mapping[tuple[UUID, int], UUID],
    at: datetime,
) -> Iterator[Problem]:
    known = here.get(entry.id)
    if known is not None and replace(known, source=entry.source) != entry:
        yield _problem(
            "this entry is here already and says something else",
            where, f"a changed {entry.kind.value}", "the same as here",
            "take a file that was not changed by hand",
        )  # fmt: skip
    if counts.get((entry.device_id, entry.seq), entry.id) != entry.id:
        yield _problem(
            "another entry here has the same count",
            f"{where}.seq", str(entry.seq), "a count of its own",
            "the two records went different ways; keep one of them",
        )  # fmt: skip
    replaced = here.get(entry.supersedes) if entry.supersedes else None
    if known is None and replaced is not None and replaced.kind not in TAKEN_BACK_BY_FILE:
        yield _problem(
            "this would take back what the checks for danger signs rest on, or a dose",
            f"{where}.supersedes", f"in place of a {replaced.kind.value} that is here",
            "a new answer, told on the pages",
            "take a file that was not changed by hand, and answer the questions again",
        )  # fmt: skip
    if entry.recorded_at > at:
        yield _problem(
            "this was recorded in the future",
            f"{where}.recorded_at", entry.recorded_at.isoformat(), f"not after {at.isoformat()}",
            "check the clock of this computer",
        )  # fmt: skip


def _of_open_remedies(new: Sequence[Entry], here: Mapping[UUID, Entry]) -> Iterator[Problem]:
    """Heat or cold that is on here, or whose skin is still to be looked at, ends here alone."""
    log = ledger.standing(tuple(here.values()))
    still_open = ledger.open_heat_and_cold(log, load_content())
    for entry in new:
        told_of = entry.payload
        named = [entry.supersedes]
        if isinstance(told_of, FeelingBack):
            named.append(log.stands_for(told_of.remedy_entry_id))
        if still_open.intersection(named):
            yield _problem(
                "this would end heat or cold that is still open here",
                f"entry {entry.id}", f"a {entry.kind.value} for it", "its end, told on its page",
                "end it first and look at your skin, then import the file",
            )  # fmt: skip


def _of_corrections(coming: Sequence[Entry], everyone: Mapping[UUID, Entry]) -> Iterator[Problem]:
    """The ledger's own rules, with the few entries that matter to each."""
    rivals: dict[UUID, list[Entry]] = {}
    for entry in everyone.values():
        if entry.supersedes is not None:
            rivals.setdefault(entry.supersedes, []).append(entry)
    for entry in coming:
        corrected = entry.supersedes
        target = everyone.get(corrected) if corrected else None
        others = rivals.get(corrected, []) if corrected else []
        near = [*([target] if target else []), *(one for one in others if one.id != entry.id)]
        try:
            ledger.check_entry(entry, near)
        except LedgerError as error:
            yield from error.problems


def _problem(what: str, where: str, found: str, expected: str, do: str) -> Problem:
    return Problem(what=what, where=where, found=found, expected=expected, do=do)


# --- writing ---------------------------------------------------------------------------------


def _become(owner: OwnerRecord, export: Export) -> OwnerRecord:
    """An empty record takes on the file's person and their choices; otherwise nothing changes."""
    if owner.pk == export.owner.id:
        return owner
    owner.delete()
    person = OwnerRecord.objects.create(id=export.owner.id, made_at=owner.made_at, is_here=True)
    person.keep_preferences(Preferences.from_plain(export.owner.preferences))
    DeviceRecord.objects.create(owner=person, is_this_computer=True)
    return person


def _write(owner: OwnerRecord, entries: Sequence[Entry]) -> None:
    next_seqs: dict[UUID, int] = {}
    for entry in entries:
        next_seqs[entry.device_id] = max(next_seqs.get(entry.device_id, 0), entry.seq + 1)
    for device_id, next_seq in next_seqs.items():
        device, _ = DeviceRecord.objects.get_or_create(pk=device_id, defaults={"owner": owner})
        device.next_seq = max(device.next_seq, next_seq)
        device.save(update_fields=["next_seq"])
    EntryRecord.objects.bulk_create(EntryRecord.from_value(entry) for entry in entries)
