"""Your data: seen, corrected, taken back, taken along, brought back and erased."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from loosen.vocabulary import (
    Answer,
    Answers,
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    Content,
    Entry,
    PainFelt,
    PainWhen,
    Walked,
    Withdrawn,
)
from loosen.web.data.transfer import write_record
from loosen.web.records import store
from loosen.web.records.models import EntryRecord, OwnerRecord
from loosen.web.records.store import Draft, Stamp


def pain(score: int | None) -> PainFelt:
    return PainFelt(pain_0_10=score, occasion=PainWhen.CHECK_IN)


@pytest.fixture
def felt(owner: OwnerRecord, stamp: Stamp) -> Entry:
    [entry] = store.record(owner, stamp, Draft(payload=pain(7)))
    return entry


@pytest.fixture
def walked(owner: OwnerRecord, stamp: Stamp) -> Entry:
    [entry] = store.record(owner, stamp, Draft(payload=Walked(minutes=5)))
    return entry


@pytest.fixture
def theirs(owner: OwnerRecord, stamp: Stamp) -> Entry:
    """An entry of another person in the same database."""
    bob = OwnerRecord.objects.create(made_at=stamp.at.replace(year=2027))
    [entry] = store.record(bob, stamp, Draft(payload=pain(9)))
    return entry


def correct_url(entry: Entry) -> str:
    return f"/data/entry/{entry.id}/correct/"


def withdraw_url(entry: Entry) -> str:
    return f"/data/entry/{entry.id}/withdraw/"


# --- seeing ----------------------------------------------------------------------------------


def test_an_empty_record_says_so(visitor: Client) -> None:
    assert "Nothing stored yet" in visitor.get("/data/").content.decode()


def test_everything_is_listed_newest_first_and_paged(
    visitor: Client, owner: OwnerRecord, stamp: Stamp
) -> None:
    store.record(owner, stamp, *(Draft(payload=Walked(minutes=n)) for n in range(1, 46)))
    first = visitor.get("/data/").content.decode()
    assert "45 entries" in first
    assert first.index("A walk of 45 minutes") < first.index("A walk of 26 minutes")
    assert "A walk of 25 minutes" not in first
    last = visitor.get("/data/?page=3").content.decode()
    assert "A walk of 1 minute" in last
    assert "Older" not in last


@pytest.mark.parametrize("page", ["0", "-1", "99999999999999999999", "x", "٣", ""])
def test_a_page_that_is_not_there_shows_one_that_is(
    visitor: Client, felt: Entry, page: str
) -> None:
    answer = visitor.get("/data/", {"page": page})
    assert "Pain: 7 of 10" in answer.content.decode()


def test_another_persons_entry_is_not_there(visitor: Client, theirs: Entry) -> None:
    assert "Pain: 9" not in visitor.get("/data/").content.decode()
    for url in (f"/data/entry/{theirs.id}/", correct_url(theirs), withdraw_url(theirs)):
        assert visitor.get(url).status_code == 404
        assert visitor.post(url, {"value": "1"}).status_code in {404, 405}
    assert EntryRecord.objects.count() == 1


# --- correcting ------------------------------------------------------------------------------


def test_a_wrong_score_is_corrected_by_an_entry_that_supersedes(
    visitor: Client, owner: OwnerRecord, felt: Entry
) -> None:
    answer = visitor.post(correct_url(felt), {"value": "3"}, follow=True)
    first, second = store.entries_of(owner)
    assert first == felt
    assert second.payload == pain(3)
    assert second.supersedes == felt.id
    assert second.happened_at == felt.happened_at
    page = answer.content.decode()
    assert "Pain: 3 of 10" in page
    assert "Corrected" in page


def test_a_score_can_be_made_unknown(visitor: Client, owner: OwnerRecord, felt: Entry) -> None:
    visitor.post(correct_url(felt), {"value": ""})
    assert store.standing_of(owner)[0].payload == pain(None)


def test_a_walk_is_corrected(visitor: Client, owner: OwnerRecord, walked: Entry) -> None:
    own_form = visitor.post(correct_url(walked))["Location"]
    visitor.post(own_form, {"minutes": "12"})
    assert store.standing_of(owner)[0].payload == Walked(minutes=12)


@pytest.mark.parametrize("value", ["11", "-1", "4.5", "four", "1e1", "🙂", "9" * 5000, "\x00"])
def test_a_score_that_is_none_is_refused_beside_its_field(
    visitor: Client, owner: OwnerRecord, felt: Entry, value: str
) -> None:
    answer = visitor.post(correct_url(felt), {"value": value})
    assert answer.status_code == 422
    assert "field__error" in answer.content.decode()
    assert store.entries_of(owner) == (felt,)


def test_a_correction_sent_twice_is_once(visitor: Client, owner: OwnerRecord, felt: Entry) -> None:
    for _ in range(2):
        visitor.post(correct_url(felt), {"value": "3"})
    assert len(store.entries_of(owner)) == 2


def test_two_tabs_cannot_both_correct(visitor: Client, owner: OwnerRecord, felt: Entry) -> None:
    visitor.post(correct_url(felt), {"value": "3"})
    late = visitor.post(correct_url(felt), {"value": "8"}, follow=True)
    assert "no longer counts" in late.content.decode()
    assert [entry.payload for entry in store.standing_of(owner)] == [pain(3)]


# --- taking back -----------------------------------------------------------------------------


def test_an_entry_is_taken_back_and_stays_in_the_list(
    visitor: Client, owner: OwnerRecord, felt: Entry
) -> None:
    page = visitor.post(withdraw_url(felt), {"why": "טעות 🙃"}, follow=True).content.decode()
    assert store.standing_of(owner) == ()
    assert store.entries_of(owner)[1].payload == Withdrawn(why="טעות 🙃")
    assert "Taken back" in page
    assert "טעות 🙃" in page


def test_a_reason_that_is_too_long_is_refused_and_kept_in_the_field(
    visitor: Client, owner: OwnerRecord, felt: Entry
) -> None:
    answer = visitor.post(withdraw_url(felt), {"why": "a slip, " * 40})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Please keep it to 200" in page
    assert "a slip, a slip" in page
    assert store.entries_of(owner) == (felt,)


def test_what_safety_rests_on_is_told_again_instead(
    visitor: Client, owner: OwnerRecord, stamp: Stamp
) -> None:
    said = Answers(by_question={"leg-weakness": Answer(value=AnswerValue.YES)})
    [entry] = store.record(
        owner, stamp, Draft(payload=AnswersGiven(occasion=AnswersFor.SCREEN, answers=said))
    )
    page = visitor.get(f"/data/entry/{entry.id}/").content.decode()
    assert "Answer the questions again" in page
    assert visitor.post(withdraw_url(entry), {}).status_code == 404
    assert visitor.post(correct_url(entry), {}).status_code == 404
    assert store.entries_of(owner) == (entry,)


# --- out and in ------------------------------------------------------------------------------


def test_what_was_answered_with_yes_is_not_hidden_among_the_noes(
    visitor: Client, owner: OwnerRecord, stamp: Stamp, content: Content
) -> None:
    said = {
        "weight-loss": AnswerValue.YES,
        "diabetes": AnswerValue.NO,
        "asthma-gone": AnswerValue.NO,
    }
    answers = Answers(by_question={key: Answer(value=value) for key, value in said.items()})
    given = AnswersGiven(occasion=AnswersFor.SCREEN, answers=answers)
    (entry,) = store.record(owner, stamp, Draft(payload=given))
    page = visitor.get(f"/data/entry/{entry.id}/").content.decode()
    shown, _, folded = page.partition("And no to the rest")
    assert f"{content.questions['weight-loss'].short}: yes" in shown
    assert content.questions["diabetes"].short not in shown
    assert content.questions["diabetes"].short in folded
    assert "asthma-gone" in folded, "a question that is no more keeps its name"


def test_the_record_comes_as_a_file(visitor: Client, felt: Entry) -> None:
    answer = visitor.get("/data/export/")
    assert answer["Content-Disposition"] == 'attachment; filename="loosen-2026-11-22.json"'
    assert answer["Cache-Control"] == "no-store"
    assert str(felt.id) in answer.content.decode()


def upload(visitor: Client, data: bytes) -> tuple[int, str]:
    file = SimpleUploadedFile("record.json", data)
    answer = visitor.post("/data/import/", {"file": file}, follow=True)
    return answer.status_code, answer.content.decode()


def test_the_file_comes_back_after_everything_was_erased(
    visitor: Client, felt: Entry, stamp: Stamp
) -> None:
    data = write_record(stamp.at, "test")
    visitor.post("/data/erase/", {"sure": "on"})
    status, page = upload(visitor, data)
    assert status == 200
    assert "The file was taken in" in page
    assert "Pain: 7 of 10" in page


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not JSON"),
        (b"%PDF-1.7", "not JSON"),
        (b'{"format": "loosen-record", "version": 99}', "newer Loosen"),
        (b'{"format": "diary", "entries": []}', "not a record of Loosen"),
    ],
)
def test_a_file_that_is_no_record_is_refused_with_the_reason(
    visitor: Client, owner: OwnerRecord, felt: Entry, data: bytes, words: str
) -> None:
    status, page = upload(visitor, data)
    assert status == 422
    assert words.lower() in page.lower()
    assert "Your record is as it was before" in page
    assert store.entries_of(owner) == (felt,)


def test_many_reasons_are_counted(visitor: Client, owner: OwnerRecord, stamp: Stamp) -> None:
    store.record(owner, stamp, *(Draft(payload=pain(5)) for _ in range(30)))
    data = write_record(stamp.at, "test").replace(b'"pain_0_10": 5', b'"pain_0_10": 12')
    status, page = upload(visitor, data)
    assert status == 422
    assert "changed or damaged" in page
    assert "And 11 more of the kind" in page


def test_no_file_is_asked_for_kindly(visitor: Client) -> None:
    answer = visitor.post("/data/import/", {"file": "text, not a file"})
    assert "Please choose a file" in answer.content.decode()


# --- erasing ---------------------------------------------------------------------------------


def test_nothing_is_erased_without_the_tick(
    visitor: Client, owner: OwnerRecord, felt: Entry
) -> None:
    answer = visitor.post("/data/erase/", {})
    assert "Please tick this if you mean it" in answer.content.decode()
    assert store.entries_of(owner) == (felt,)


def test_erasing_wipes_all_of_it_and_starts_anew(
    visitor: Client, owner: OwnerRecord, felt: Entry
) -> None:
    page = visitor.post("/data/erase/", {"sure": "on"}, follow=True).content.decode()
    assert "All is erased" in page
    assert EntryRecord.objects.count() == 0
    assert not OwnerRecord.objects.filter(pk=owner.pk).exists()


def test_looking_changes_nothing(visitor: Client, owner: OwnerRecord, felt: Entry) -> None:
    for url in ("/data/", "/data/export/", "/data/import/", "/data/erase/", correct_url(felt)):
        assert visitor.get(url).status_code == 200
    assert visitor.get(f"/data/entry/{uuid4()}/").status_code == 404
    assert store.entries_of(owner) == (felt,)
