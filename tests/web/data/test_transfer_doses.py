"""What a file may not do to doses: make room for one, or answer what has to be asked here."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from loosen import ledger
from loosen.export import read_export, write_export
from loosen.library.current import load_content
from loosen.vocabulary import (
    Amount,
    AnswerValue,
    DoseTaken,
    Entry,
    EntryKind,
    ForeignDataError,
    Got,
    IntakeTold,
    MedicineWord,
    Payload,
    SkinAsked,
    Withdrawn,
)
from loosen.web.data.intake import ask_intake_again
from loosen.web.data.transfer import take_in, write_record
from loosen.web.records import store
from loosen.web.records.models import OwnerRecord
from loosen.web.records.store import Draft, Stamp
from loosen.web.site import clock
from loosen.web.site.visit import Visit

NO = AnswerValue.NO
DOSE = DoseTaken(name="Tablets", amounts=(Amount(ingredient_id="ibuprofen", ug=400_000),))
OPENING: list[tuple[EntryKind, Payload]] = [
    (EntryKind.INTAKE, IntakeTold(taken=NO)),
    (EntryKind.SKIN, SkinAsked(broken_or_numb=NO, patch_or_rub=NO)),
    (
        EntryKind.MEDICINE_WORD,
        MedicineWord(
            ingredient_id="ibuprofen",
            may_take=AnswerValue.YES,
            said_on=date(2026, 1, 1),
            until=date(2027, 1, 1),
        ),
    ),
]


def to_file(stamp: Stamp, last: Entry) -> bytes:
    export = read_export(write_record(stamp.at, "test"))
    return write_export(export.owner, (*export.entries, last), "test", stamp.at)


def test_no_file_takes_back_a_dose_that_was_logged_here(owner: OwnerRecord, stamp: Stamp) -> None:
    [taken] = store.record(owner, stamp, Draft(payload=DOSE))
    gone = replace(
        taken,
        id=uuid4(),
        seq=9,
        kind=EntryKind.WITHDRAWAL,
        payload=Withdrawn(),
        supersedes=taken.id,
    )
    with pytest.raises(ForeignDataError, match="or a dose"):
        take_in(to_file(stamp, gone), stamp.at)
    assert len(ledger.doses_taken(store.entries_of(owner))) == 1


@pytest.mark.parametrize(("kind", "payload"), OPENING)
def test_what_opens_a_dose_or_heat_comes_in_marked_as_imported(
    owner: OwnerRecord, stamp: Stamp, kind: EntryKind, payload: Payload
) -> None:
    [here] = store.record(owner, stamp, Draft(payload=DOSE))
    came = replace(here, id=uuid4(), seq=9, kind=kind, payload=payload)
    take_in(to_file(stamp, came), stamp.at)
    [read] = [entry for entry in store.entries_of(owner) if entry.kind is kind]
    assert read.source is Got.IMPORT


def test_skin_that_a_file_tells_of_opens_no_heat(owner: OwnerRecord, stamp: Stamp) -> None:
    [here] = store.record(owner, stamp, Draft(payload=DOSE))
    came = replace(here, id=uuid4(), seq=9, kind=EntryKind.SKIN, payload=OPENING[1][1])
    take_in(to_file(stamp, came), stamp.at)
    assert not ledger.skin_gate(store.entries_of(owner), stamp.at, load_content()).is_asked


def test_after_a_file_came_in_it_is_asked_again_what_else_was_taken(db: None) -> None:
    visit = Visit(clock.moment())
    visit.record(Draft(payload=IntakeTold(taken=NO)))
    asked = {"at": visit.now + timedelta(seconds=1), "utc_offset_min": visit.utc_offset_min}
    assert ledger.intake_is_known(visit.entries, **asked)
    ask_intake_again(visit)
    assert not ledger.intake_is_known(visit.entries, **asked)
