"""Migrations: complete, and run forwards on a filled database without losing a word."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from loosen.vocabulary import EntryKind, PainFelt, PainWhen, Withdrawn
from loosen.web.records import store
from loosen.web.records.models import OwnerRecord
from loosen.web.records.preferences import Theme

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
OWNER, DEVICE, FIRST, SECOND = (UUID(int=n) for n in range(1, 5))


def test_the_models_have_no_change_without_a_migration(db: None) -> None:
    call_command("makemigrations", "records", check=True, dry_run=True, verbosity=0)


def migrate_to(name: str) -> MigrationExecutor:
    executor = MigrationExecutor(connection)
    executor.migrate([("records", name)])
    return MigrationExecutor(connection)


def fill_as_the_first_version_did(executor: MigrationExecutor) -> None:
    """Rows as the first version of Loosen wrote them, byte for byte."""
    apps = executor.loader.project_state([("records", "0001_first")]).apps
    apps.get_model("records", "OwnerRecord").objects.create(
        id=OWNER, made_at=AT, preferences={"theme": "dark", "region": "uk"}
    )
    apps.get_model("records", "DeviceRecord").objects.create(
        id=DEVICE, owner_id=OWNER, is_this_computer=True, next_seq=2
    )
    entry = apps.get_model("records", "EntryRecord")
    shared = {
        "owner_id": OWNER,
        "device_id": DEVICE,
        "happened_at": AT,
        "recorded_at": AT,
        "utc_offset_min": 60,
        "zone": "Europe/Berlin",
        "source": "self-report",
        "content_version": "first",
    }
    entry.objects.create(
        entry_id=FIRST,
        seq=0,
        kind="pain",
        payload='{"occasion":"check-in","pain_0_10":7,"session_id":null,'
        '"step_index":null,"woke_at_night":false}',
        **shared,
    )
    entry.objects.create(
        entry_id=SECOND,
        seq=1,
        kind="withdrawal",
        payload='{"why":"🙃"}',
        supersedes_id=FIRST,
        **shared,
    )


@pytest.mark.django_db(transaction=True)
def test_a_filled_database_of_the_first_version_is_read_by_this_one() -> None:
    newest = [name for _, name in MigrationExecutor(connection).loader.graph.leaf_nodes("records")]
    fill_as_the_first_version_did(migrate_to("0001_first"))
    migrate_to(newest[0])
    owner = OwnerRecord.objects.get()
    first, second = store.entries_of(owner)
    assert store.owner_here(AT) == owner
    assert owner.read_preferences().theme is Theme.DARK
    assert (first.id, first.kind) == (FIRST, EntryKind.PAIN)
    assert first.payload == PainFelt(pain_0_10=7, occasion=PainWhen.CHECK_IN)
    assert second.payload == Withdrawn(why="🙃")
    assert second.supersedes == FIRST
    assert store.standing_of(owner) == ()
    stamp = store.Stamp(at=AT, utc_offset_min=0, zone="UTC", content_version="now")
    [third] = store.record(owner, stamp, store.Draft(payload=first.payload))
    assert third.seq == 2
