"""The file of the record: a full disk, a write-protected one, and one that was erased.

About SQLite alone, so it is not collected where the tests run on PostgreSQL (see conftest).
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.test import Client

from loosen.vocabulary import PainFelt, PainWhen, PositionTried
from loosen.web.records import store
from loosen.web.records.models import OwnerRecord
from loosen.web.records.store import Draft, Stamp


@pytest.fixture
def small_disk(owner: OwnerRecord) -> Iterator[None]:
    """A database that may not grow any further: SQLite then says that the disk is full."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count={pages}")
        yield
        cursor.execute("PRAGMA max_page_count=1073741823")


def fill_up(owner: OwnerRecord, stamp: Stamp) -> None:
    """Records until not one entry more finds room."""
    felt = PainFelt(pain_0_10=5, occasion=PainWhen.CHECK_IN)
    for _ in range(1000):
        try:
            store.record(owner, stamp, Draft(payload=felt))
        except OperationalError:
            return
    raise AssertionError("the disk never became full")


def test_a_full_disk_gets_a_kind_page_and_what_was_saved_is_kept(
    visitor: Client, owner: OwnerRecord, stamp: Stamp, small_disk: None
) -> None:
    fill_up(owner, stamp)
    before = store.entries_of(owner)
    answer = visitor.post(f"/data/entry/{before[0].id}/correct/", {"value": "3"})
    assert answer.status_code == 503
    assert "The disk is full" in answer.content.decode()
    assert store.entries_of(owner) == before
    assert visitor.get("/data/").status_code == 200


def test_a_record_that_may_not_be_written_gets_a_kind_page(
    visitor: Client, owner: OwnerRecord, stamp: Stamp
) -> None:
    felt = PainFelt(pain_0_10=5, occasion=PainWhen.CHECK_IN)
    [entry] = store.record(owner, stamp, Draft(payload=felt))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only=ON")
        answer = visitor.post(f"/data/entry/{entry.id}/correct/", {"value": "3"})
        cursor.execute("PRAGMA query_only=OFF")
    assert answer.status_code == 503
    assert "We may not write to your record" in answer.content.decode()
    assert store.entries_of(owner) == (entry,)


def bytes_on_disk() -> bytes:
    name = str(connection.settings_dict["NAME"])
    return b"".join(
        Path(file).read_bytes() for file in (name, name + "-wal") if Path(file).exists()
    )


@pytest.mark.django_db(transaction=True)
def test_nothing_of_an_erased_record_is_left_in_the_file() -> None:
    marked = "geheim-7531"
    at = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    stamp = Stamp(at=at, utc_offset_min=0, zone="UTC", content_version="test")
    owner = store.owner_here(at)
    for _ in range(60):
        tried = PositionTried(position_id=marked, helped=True, kept=True)
        store.record(owner, stamp, Draft(payload=tried))
    assert marked.encode() in bytes_on_disk()
    store.erase()
    assert marked.encode() not in bytes_on_disk()
