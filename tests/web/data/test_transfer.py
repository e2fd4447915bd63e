"""Export and import: nothing lost, nothing half taken in, and no lock opened by a file."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from loosen import ledger, triage
from loosen.export import OwnerFields, read_export, write_export
from loosen.library.current import load_content
from loosen.vocabulary import (
    Answer,
    Answers,
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    ClinicianNote,
    Decision,
    DecisionMade,
    Entry,
    EntryKind,
    ForeignDataError,
    GentleMovement,
    Got,
    Lapsed,
    LapseReason,
    MomentAsked,
    NoteTaken,
    PainFelt,
    PainWhen,
    Permit,
    Urgency,
    Withdrawn,
)
from loosen.web.data.transfer import take_in, write_record
from loosen.web.records import store
from loosen.web.records.models import OwnerRecord
from loosen.web.records.preferences import Preferences, Theme
from loosen.web.records.store import Draft, Stamp

NO = AnswerValue.NO


def pain(score: int) -> PainFelt:
    return PainFelt(pain_0_10=score, occasion=PainWhen.CHECK_IN)


@pytest.fixture
def filled(owner: OwnerRecord, stamp: Stamp) -> OwnerRecord:
    owner.keep_preferences(Preferences(theme=Theme.DARK))
    [first, _] = store.record(
        owner,
        stamp,
        Draft(payload=pain(7)),
        Draft(payload=pain(5), source=Got.TIMER, confidence=0.5),
    )
    store.record(owner, stamp, Draft(payload=Withdrawn(why="🙃"), supersedes=first.id))
    return owner


def refusal(data: bytes, at: datetime) -> str:
    with pytest.raises(ForeignDataError) as caught:
        take_in(data, at)
    return str(caught.value)


def everything() -> tuple[Entry, ...]:
    owner = OwnerRecord.objects.get()
    return store.entries_of(owner)


def test_a_record_comes_back_after_it_was_erased(filled: OwnerRecord, stamp: Stamp) -> None:
    before = store.entries_of(filled)
    data = write_record(stamp.at, "test")
    store.erase()
    assert take_in(data, stamp.at).new == 3
    assert everything() == before
    person = OwnerRecord.objects.get()
    assert person.pk == filled.pk
    assert person.read_preferences().theme is Theme.DARK


def test_a_record_goes_on_after_it_came_back(filled: OwnerRecord, stamp: Stamp) -> None:
    data = write_record(stamp.at, "test")
    store.erase()
    take_in(data, stamp.at)
    [entry] = store.record(OwnerRecord.objects.get(), stamp, Draft(payload=pain(3)))
    assert everything()[-1] == entry


def test_the_same_file_twice_adds_nothing(filled: OwnerRecord, stamp: Stamp) -> None:
    before = store.entries_of(filled)
    taken = take_in(write_record(stamp.at, "test"), stamp.at)
    assert (taken.new, taken.known) == (0, 3)
    assert store.entries_of(filled) == before


def test_only_what_is_missing_is_added(filled: OwnerRecord, stamp: Stamp) -> None:
    old = write_record(stamp.at, "test")
    store.record(filled, stamp, Draft(payload=pain(2)))
    new = write_record(stamp.at, "test")
    store.erase()
    take_in(old, stamp.at)
    taken = take_in(new, stamp.at)
    assert (taken.new, taken.known) == (1, 3)


def test_another_persons_record_is_refused_and_nothing_changes(
    filled: OwnerRecord, stamp: Stamp
) -> None:
    before = store.entries_of(filled)
    stranger = OwnerFields(id=uuid4(), preferences={})
    data = write_export(stranger, [replace(before[1], owner_id=stranger.id)], "test", stamp.at)
    assert "the record of another person" in refusal(data, stamp.at)
    assert store.entries_of(filled) == before


def test_a_damaged_file_is_refused_and_nothing_changes(filled: OwnerRecord, stamp: Stamp) -> None:
    before = store.entries_of(filled)
    data = write_record(stamp.at, "test").replace(b'"pain_0_10": 7', b'"pain_0_10": 1')
    assert "changed or damaged" in refusal(data, stamp.at)
    assert store.entries_of(filled) == before


def resealed(data: bytes, at: datetime, *entries: Entry) -> bytes:
    export = read_export(data)
    return write_export(export.owner, entries, "test", at)


def test_an_entry_that_says_something_else_is_refused(filled: OwnerRecord, stamp: Stamp) -> None:
    first, second, third = store.entries_of(filled)
    data = resealed(
        write_record(stamp.at, "test"), stamp.at, replace(first, payload=pain(1)), second, third
    )
    assert "here already and says something else" in refusal(data, stamp.at)


def test_records_that_went_different_ways_are_refused(filled: OwnerRecord, stamp: Stamp) -> None:
    first, second, third = store.entries_of(filled)
    data = resealed(
        write_record(stamp.at, "test"), stamp.at, first, replace(second, id=uuid4()), third
    )
    assert "another entry here has the same count" in refusal(data, stamp.at)


def test_an_entry_from_the_future_is_refused(filled: OwnerRecord, stamp: Stamp) -> None:
    data = write_record(stamp.at, "test")
    store.erase()
    assert "recorded in the future" in refusal(data, stamp.at - timedelta(minutes=1))
    assert OwnerRecord.objects.filter(pk=filled.pk).count() == 0


def test_a_record_that_breaks_the_ledgers_rules_is_refused(
    filled: OwnerRecord, stamp: Stamp
) -> None:
    first, second, third = store.entries_of(filled)
    again = replace(third, id=uuid4(), seq=9)
    data = resealed(write_record(stamp.at, "test"), stamp.at, first, second, third, again)
    store.erase()
    assert "corrected or taken back already" in refusal(data, stamp.at)


def test_ids_of_another_person_in_the_same_database_are_refused(
    filled: OwnerRecord, stamp: Stamp
) -> None:
    bob = OwnerRecord.objects.create(made_at=stamp.at + timedelta(seconds=1))
    [theirs] = store.record(bob, stamp, Draft(payload=pain(4)))
    mine = replace(theirs, owner_id=filled.pk)
    data = resealed(write_record(stamp.at, "test"), stamp.at, *store.entries_of(filled), mine)
    assert "record of another person here" in refusal(data, stamp.at)


def test_every_reason_is_given_at_once(filled: OwnerRecord, stamp: Stamp) -> None:
    first, second, third = store.entries_of(filled)
    late = replace(second, recorded_at=stamp.at + timedelta(days=1))
    data = resealed(write_record(stamp.at, "test"), stamp.at, replace(first, seq=1), late, third)
    with pytest.raises(ForeignDataError):
        read_export(data)
    data = resealed(write_record(stamp.at, "test"), stamp.at, first, late, third)
    said = refusal(data, stamp.at)
    assert "says something else" in said
    assert "recorded in the future" in said


def cleared(owner: OwnerRecord, stamp: Stamp, content_version: str) -> None:
    """A whole clearance: answers, a decision, a clinician's word and a clear moment."""
    decision = Decision(
        decided_at=stamp.at,
        urgency=Urgency.U4,
        permits=frozenset(Permit),
        fired=(),
        routes=frozenset(),
        keep_still=False,
        limits=(),
        to_ask=(),
        content_version=content_version,
    )
    note = ClinicianNote(
        rule_ids=frozenset({"a-rule"}),
        seen_on=date(2026, 11, 20),
        gentle_movement_ok=GentleMovement.YES,
        until=date(2026, 12, 20),
        recorded_at=stamp.at,
    )
    said = Answers(by_question={"leg-weakness": Answer(value=NO)})
    moment = MomentAsked(drowsy=NO, drinking=NO, sedating_medicine=NO, faint=NO, unwell=NO)
    made = DecisionMade(decision=decision, about_digest="same", new_signs=frozenset())
    store.record(
        owner,
        stamp,
        Draft(payload=AnswersGiven(occasion=AnswersFor.SCREEN, answers=said)),
        Draft(payload=made),
        Draft(payload=NoteTaken(note=note)),
        Draft(payload=moment),
    )


def standing(owner_id: UUID, at: datetime) -> object:
    entries = everything()
    return triage.clearance(
        ledger.dated_decisions(entries),
        ledger.clinician_notes(entries),
        at,
        owner_id=owner_id,
        content=load_content(),
        about_digest="same",
        utc_offset_min=0,
    )


def test_no_clearance_is_ever_imported(owner: OwnerRecord, stamp: Stamp) -> None:
    version = load_content().version
    cleared(owner, stamp, version)
    assert not isinstance(standing(owner.pk, stamp.at), Lapsed)
    data = write_record(stamp.at, version)
    store.erase()
    take_in(data, stamp.at)
    assert standing(owner.pk, stamp.at) == Lapsed(
        reason=LapseReason.NEVER_SCREENED, permits=frozenset({Permit.EMERGENCY_CARD})
    )
    assert ledger.clinician_notes(everything()) == ()
    assert ledger.short_set_asked_at(everything(), load_content()) is None


@pytest.mark.parametrize("which", [0, 1, 2, 3])
def test_a_file_takes_back_nothing_that_the_checks_rest_on(
    owner: OwnerRecord, stamp: Stamp, which: int
) -> None:
    cleared(owner, stamp, load_content().version)
    before = everything()
    taken_back = replace(
        before[0],
        id=uuid4(),
        seq=9,
        kind=EntryKind.WITHDRAWAL,
        payload=Withdrawn(),
        supersedes=before[which].id,
    )
    data = resealed(write_record(stamp.at, "test"), stamp.at, *before, taken_back)
    assert "what the checks for danger signs rest on" in refusal(data, stamp.at)
    assert everything() == before
