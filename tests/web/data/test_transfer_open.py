"""What a file may not do to heat and cold that are still open here."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from loosen import ledger
from loosen.export import read_export, write_export
from loosen.library.current import load_content
from loosen.vocabulary import (
    Entry,
    EntryKind,
    FeelingBack,
    ForeignDataError,
    RemedyUsed,
    Skin,
    Withdrawn,
)
from loosen.web.data.transfer import take_in, write_record
from loosen.web.records import store
from loosen.web.records.models import OwnerRecord
from loosen.web.records.store import Draft, Stamp


def refusal(data: bytes, at: datetime) -> str:
    with pytest.raises(ForeignDataError) as caught:
        take_in(data, at)
    return str(caught.value)


def a_use(kind: str, at: datetime, *, is_on: bool) -> RemedyUsed:
    """Heat or cold that has begun; where it is off, the skin was not looked at yet."""
    ended_at = at if is_on else at + timedelta(minutes=10)
    return RemedyUsed(
        remedy_id=kind, started_at=at, ended_at=ended_at, skin=Skin.NOT_LOOKED, felt_better=None
    )


def to_file(stamp: Stamp, last: Entry) -> bytes:
    """A file with everything here and one entry more."""
    export = read_export(write_record(stamp.at, "test"))
    return write_export(export.owner, (*export.entries, last), "test", stamp.at)


@pytest.mark.parametrize("kind", ["heat", "cold"])
@pytest.mark.parametrize("is_on", [True, False])
def test_a_file_takes_back_and_ends_no_heat_or_cold_that_is_open_here(
    owner: OwnerRecord, stamp: Stamp, kind: str, is_on: bool
) -> None:
    began = stamp.at - timedelta(minutes=20)
    [begun] = store.record(owner, stamp, Draft(payload=a_use(kind, began, is_on=is_on)))
    before = store.entries_of(owner)
    used = begun.payload
    assert isinstance(used, RemedyUsed)
    over = replace(used, ended_at=stamp.at, skin=Skin.NORMAL, feeling_back=True)
    back = FeelingBack(remedy_entry_id=begun.id)
    fresh = replace(begun, id=uuid4(), seq=9)
    for other in (
        replace(fresh, kind=EntryKind.WITHDRAWAL, payload=Withdrawn(), supersedes=begun.id),
        replace(fresh, payload=over, supersedes=begun.id),
        replace(fresh, kind=EntryKind.FEELING_BACK, payload=back),
    ):
        assert "still open here" in refusal(to_file(stamp, other), stamp.at)
        assert store.entries_of(owner) == before


def test_a_file_with_a_later_cold_opens_no_movement_that_waits_for_feeling(
    owner: OwnerRecord, stamp: Stamp
) -> None:
    began = stamp.at - timedelta(minutes=20)
    [begun] = store.record(owner, stamp, Draft(payload=a_use("cold", began, is_on=False)))
    used = begun.payload
    assert isinstance(used, RemedyUsed)
    later = replace(used, ended_at=stamp.at, skin=Skin.NORMAL, feeling_back=True)
    take_in(to_file(stamp, replace(begun, id=uuid4(), seq=9, payload=later)), stamp.at)
    assert ledger.movement_gate(store.entries_of(owner), load_content()).waiting_for == begun.id


def test_heat_that_is_over_may_be_taken_back_by_a_file(owner: OwnerRecord, stamp: Stamp) -> None:
    used = replace(a_use("heat", stamp.at, is_on=False), skin=Skin.NORMAL)
    [begun] = store.record(owner, stamp, Draft(payload=used))
    gone = replace(
        begun,
        id=uuid4(),
        seq=9,
        kind=EntryKind.WITHDRAWAL,
        payload=Withdrawn(),
        supersedes=begun.id,
    )
    assert take_in(to_file(stamp, gone), stamp.at).new == 1
