"""The store: everything once, all or nothing, and nothing ever rewritten."""

import threading
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from loosen import ledger
from loosen.vocabulary import (
    Entry,
    EntryKind,
    Got,
    LedgerError,
    PainFelt,
    PainWhen,
    Walked,
    Withdrawn,
)
from loosen.web.records import store
from loosen.web.records.models import AppendOnlyError, DeviceRecord, EntryRecord, OwnerRecord
from loosen.web.records.store import Draft, Stamp

START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def _stamp(at: datetime) -> Stamp:
    return Stamp(at=at, utc_offset_min=0, zone="UTC", content_version="test")


def pain(score: int | None) -> PainFelt:
    return PainFelt(pain_0_10=score, occasion=PainWhen.CHECK_IN)


def test_an_entry_comes_back_as_it_was_recorded(owner: OwnerRecord, stamp: Stamp) -> None:
    earlier = stamp.at - timedelta(hours=3)
    [entry] = store.record(
        owner,
        stamp,
        Draft(payload=pain(4), happened_at=earlier, source=Got.TIMER, confidence=0.5),
    )
    assert store.entries_of(owner) == (entry,)
    assert entry.kind is EntryKind.PAIN
    assert entry.happened_at == earlier
    assert entry.recorded_at == stamp.at
    assert entry.confidence == 0.5
    assert entry.source is Got.TIMER
    assert entry.owner_id == owner.pk


def test_entries_are_counted_one_by_one(owner: OwnerRecord, stamp: Stamp) -> None:
    store.record(owner, stamp, Draft(payload=pain(4)), Draft(payload=pain(3)))
    store.record(owner, stamp, Draft(payload=pain(2)))
    assert [entry.seq for entry in store.entries_of(owner)] == [0, 1, 2]


def test_posting_the_same_id_twice_is_once(owner: OwnerRecord, stamp: Stamp) -> None:
    draft = Draft(payload=pain(4), id=uuid4())
    assert store.record(owner, stamp, draft) == store.record(owner, stamp, draft)
    assert len(store.entries_of(owner)) == 1


def test_a_form_sent_twice_is_once(owner: OwnerRecord, stamp: Stamp) -> None:
    draft = Draft(payload=pain(4), form_id=uuid4())
    assert store.record(owner, stamp, draft) == store.record(owner, stamp, draft)
    assert len(store.entries_of(owner)) == 1


def test_a_form_sent_again_with_another_answer_is_not_lost(
    owner: OwnerRecord, stamp: Stamp
) -> None:
    form_id = uuid4()
    for score in (4, 8, 8, 4):
        store.record(owner, stamp, Draft(payload=pain(score), form_id=form_id))
    scores = [entry.payload for entry in store.entries_of(owner)]
    assert scores == [pain(4), pain(8), pain(4)]


def test_what_follows_is_recorded_as_often_as_what_it_follows(
    owner: OwnerRecord, stamp: Stamp
) -> None:
    form_id = uuid4()
    first = Draft(payload=pain(4), form_id=form_id)
    for minutes in (1, 2):
        store.record(owner, stamp, first, Draft(payload=Walked(minutes=minutes), follows=True))
    walks = [entry for entry in store.entries_of(owner) if entry.kind is EntryKind.WALK]
    assert [entry.payload for entry in walks] == [Walked(minutes=1)]


def test_a_problem_in_one_entry_leaves_all_unwritten(owner: OwnerRecord, stamp: Stamp) -> None:
    to_come = stamp.at + timedelta(minutes=1)
    with pytest.raises(LedgerError):
        store.record(
            owner, stamp, Draft(payload=pain(4)), Draft(payload=pain(5), happened_at=to_come)
        )
    assert store.entries_of(owner) == ()
    [entry] = store.record(owner, stamp, Draft(payload=pain(6)))
    assert entry.seq == 0


def test_another_persons_id_is_refused(owner: OwnerRecord, stamp: Stamp) -> None:
    bob = OwnerRecord.objects.create(made_at=stamp.at)
    [theirs] = store.record(bob, stamp, Draft(payload=pain(4)))
    with pytest.raises(LedgerError, match="somebody else's record"):
        store.record(owner, stamp, Draft(payload=pain(4), id=theirs.id))


def test_another_persons_entry_cannot_be_corrected(owner: OwnerRecord, stamp: Stamp) -> None:
    bob = OwnerRecord.objects.create(made_at=stamp.at)
    [theirs] = store.record(bob, stamp, Draft(payload=pain(4)))
    with pytest.raises(LedgerError, match="another person"):
        store.record(owner, stamp, Draft(payload=pain(1), supersedes=theirs.id))
    assert store.entries_of(owner) == ()


def test_an_entry_is_corrected_once_and_the_correction_stands(
    owner: OwnerRecord, stamp: Stamp
) -> None:
    [first] = store.record(owner, stamp, Draft(payload=pain(4)))
    [second] = store.record(owner, stamp, Draft(payload=pain(3), supersedes=first.id))
    with pytest.raises(LedgerError, match="already"):
        store.record(owner, stamp, Draft(payload=Withdrawn(), supersedes=first.id))
    assert store.standing_of(owner) == (second,)
    assert store.entries_of(owner) == (first, second)


def test_a_row_refuses_to_be_changed(owner: OwnerRecord, stamp: Stamp) -> None:
    store.record(owner, stamp, Draft(payload=pain(4)))
    row = EntryRecord.objects.get()
    row.payload = "{}"
    with pytest.raises(AppendOnlyError):
        row.save()
    with pytest.raises(AppendOnlyError):
        EntryRecord.objects.update(payload="{}")
    assert store.entries_of(owner)[0].payload == pain(4)


def test_a_row_refuses_to_be_deleted(owner: OwnerRecord, stamp: Stamp) -> None:
    store.record(owner, stamp, Draft(payload=pain(4)))
    with pytest.raises(AppendOnlyError):
        EntryRecord.objects.get().delete()
    with pytest.raises(AppendOnlyError):
        EntryRecord.objects.filter(owner=owner).delete()
    assert len(store.entries_of(owner)) == 1


def row_like(entry: Entry, **changed: object) -> EntryRecord:
    row = EntryRecord.from_value(entry)
    for name, value in {"entry_id": uuid4(), "seq": 99, **changed}.items():
        setattr(row, name, value)
    return row


@pytest.mark.parametrize(
    "changed",
    [
        {"seq": 0},
        {"kind": "wish"},
        {"source": "hearsay"},
        {"confidence": 1.5},
        {"kind": "withdrawal"},
        {"utc_offset_min": 900},
    ],
)
def test_the_database_itself_refuses(
    owner: OwnerRecord, stamp: Stamp, changed: dict[str, object]
) -> None:
    [entry] = store.record(owner, stamp, Draft(payload=pain(4)))
    with pytest.raises(IntegrityError), transaction.atomic():
        row_like(entry, **changed).save()
    assert len(store.entries_of(owner)) == 1


def test_the_database_refuses_an_entry_that_supersedes_itself(
    owner: OwnerRecord, stamp: Stamp
) -> None:
    [entry] = store.record(owner, stamp, Draft(payload=pain(4)))
    own = uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        row_like(entry, entry_id=own, supersedes_id=own).save()


def test_there_is_one_person_from_the_first_run_on(owner: OwnerRecord, stamp: Stamp) -> None:
    assert store.owner_here(stamp.at + timedelta(days=1)) == owner
    assert OwnerRecord.objects.count() == 1


def test_erasing_leaves_nothing(owner: OwnerRecord, stamp: Stamp) -> None:
    [first] = store.record(owner, stamp, Draft(payload=pain(4)))
    store.record(owner, stamp, Draft(payload=Withdrawn(), supersedes=first.id))
    store.erase()
    assert EntryRecord.objects.count() == 0
    assert DeviceRecord.objects.count() == 0
    assert OwnerRecord.objects.count() == 0
    assert store.entries_of(store.owner_here(stamp.at)) == ()


@pytest.mark.django_db(transaction=True)
def test_what_was_read_stays_in_memory_and_what_is_new_joins_it() -> None:
    at = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    stamp = Stamp(at=at, utc_offset_min=0, zone="UTC", content_version="test")
    owner = store.owner_here(at)
    store.record(owner, stamp, Draft(payload=pain(4)))
    [first] = store.entries_of(owner)
    store.record(owner, stamp, Draft(payload=pain(3)))
    again, second = store.entries_of(owner)
    assert again is first
    assert second.payload == pain(3)
    assert store.standing_of(owner) is store.standing_of(owner)


@pytest.mark.django_db(transaction=True)
def test_what_stands_is_the_same_joined_one_by_one_or_sorted_anew() -> None:
    """Also after what was told late, a correction, a withdrawal and a clock set back."""
    owner = store.owner_here(START)
    late = START - timedelta(hours=2)
    steps: list[tuple[datetime, list[Draft]]] = [
        (START, [Draft(payload=pain(4))]),
        (START + timedelta(minutes=1), [Draft(payload=pain(5), happened_at=late)]),
        (START - timedelta(hours=5), [Draft(payload=Walked(minutes=3))]),
        (START + timedelta(hours=1), [Draft(payload=pain(n)) for n in range(6)]),
    ]
    for at, drafts in steps:
        store.record(owner, _stamp(at), *drafts)
        assert store.standing_of(owner) == ledger.standing(store.entries_of(owner))
    first, second, *_ = store.entries_of(owner)
    store.record(owner, _stamp(START), Draft(payload=pain(1), supersedes=first.id))
    store.record(owner, _stamp(START), Draft(payload=Withdrawn(), supersedes=second.id))
    log = store.standing_of(owner)
    assert log == ledger.standing(store.entries_of(owner))
    assert first not in log
    assert second not in log
    assert [entry for entry, _ in log.newest(PainFelt)] == [e for e, _ in log.of(PainFelt)][::-1]


@pytest.mark.django_db(transaction=True)
def test_a_record_erased_by_another_process_is_not_remembered() -> None:
    at = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    stamp = Stamp(at=at, utc_offset_min=0, zone="UTC", content_version="test")
    owner = store.owner_here(at)
    store.record(owner, stamp, Draft(payload=pain(4)), Draft(payload=pain(5)))
    assert len(store.entries_of(owner)) == 2
    EntryRecord.objects.filter(seq=0)._raw_delete(using="default")
    assert [entry.seq for entry in store.entries_of(owner)] == [1]
    EntryRecord.objects.all()._raw_delete(using="default")
    assert store.entries_of(owner) == ()


@pytest.mark.django_db(transaction=True)
def test_two_tabs_that_open_a_new_record_at_once_make_one_person() -> None:
    at = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    found: list[UUID] = []

    def open_tab() -> None:
        found.append(store.owner_here(at).pk)
        connection.close()

    tabs = [threading.Thread(target=open_tab) for _ in range(6)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()
    assert len(found) == 6
    assert set(found) == {OwnerRecord.objects.get().pk}
    assert DeviceRecord.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_tabs_that_send_at_once_record_once() -> None:
    at = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    stamp = Stamp(at=at, utc_offset_min=0, zone="UTC", content_version="test")
    owner = store.owner_here(at)
    draft = Draft(payload=pain(4), form_id=UUID(int=7))
    problems: list[BaseException] = []

    def send() -> None:
        try:
            store.record(owner, stamp, draft, Draft(payload=Walked(minutes=5), follows=True))
        except BaseException as problem:  # noqa: BLE001 - a thread would swallow it; it is shown below
            problems.append(problem)
        finally:
            connection.close()

    tabs = [threading.Thread(target=send) for _ in range(6)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()
    assert problems == []
    assert [entry.seq for entry in store.entries_of(owner)] == [0, 1]
