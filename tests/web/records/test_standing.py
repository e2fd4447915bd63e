"""What stands is kept as the record grows."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from loosen import ledger
from loosen.vocabulary import Entry, PainFelt, PainWhen
from loosen.web.records import store
from loosen.web.records.store import Draft, Stamp


def pain(score: int) -> PainFelt:
    return PainFelt(pain_0_10=score, occasion=PainWhen.CHECK_IN)


@pytest.mark.django_db(transaction=True)
def test_one_more_entry_is_joined_and_the_record_is_not_sorted_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    stamp = Stamp(at=at, utc_offset_min=0, zone="UTC", content_version="test")
    owner = store.owner_here(at)
    store.record(owner, stamp, *(Draft(payload=pain(4)) for _ in range(6)))
    assert len(store.standing_of(owner)) == 6
    sorted_anew: list[int] = []

    def counted(entries: Sequence[Entry]) -> ledger.Standing:
        sorted_anew.append(len(entries))
        return standing(entries)

    standing = ledger.standing
    monkeypatch.setattr(ledger, "standing", counted)
    store.record(owner, stamp, Draft(payload=pain(5)))
    assert [one.payload for one in store.standing_of(owner)][-1] == pain(5)
    assert sorted_anew == []
