"""The record as a file: nothing is lost on the way, and nothing wrong comes back."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from loosen.export import MOST_BYTES, OwnerFields, read_export, write_export
from loosen.export.json_file import checksum
from loosen.vocabulary import (
    Entry,
    EntryKind,
    ForeignDataError,
    Got,
    PainFelt,
    PainWhen,
    Payload,
    PositionTried,
    Withdrawn,
)

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
OWNER = OwnerFields(id=UUID(int=1), preferences={"theme": "dark"})
DEVICE = UUID(int=2)


def entry(count: int, kind: EntryKind, payload: Payload, **changed: Any) -> Entry:
    fields: dict[str, Any] = {
        "id": UUID(int=100 + count),
        "device_id": DEVICE,
        "seq": count,
        "owner_id": OWNER.id,
        "kind": kind,
        "happened_at": AT + timedelta(minutes=count),
        "recorded_at": AT + timedelta(minutes=count),
        "utc_offset_min": 60,
        "zone": "Europe/Berlin",
        "source": Got.SELF_REPORT,
        "payload": payload,
        "content_version": "abc",
    }
    return Entry(**{**fields, **changed})


PAIN = entry(0, EntryKind.PAIN, PainFelt(pain_0_10=7, occasion=PainWhen.CHECK_IN))
POSITION = entry(
    1, EntryKind.POSITION, PositionTried(position_id="on-back", helped=None, kept=True)
)
BACK = entry(2, EntryKind.WITHDRAWAL, Withdrawn(why="a slip"), supersedes=PAIN.id)
RECORD = (PAIN, POSITION, BACK)


def written(*entries: Entry) -> bytes:
    return write_export(OWNER, entries, "abc", AT)


def changed(**fields: Any) -> bytes:
    """The file with fields changed by somebody who also mended the checksum."""
    plain = {**json.loads(written(*RECORD)), **fields}
    plain["checksum"] = checksum(plain)
    return json.dumps(plain).encode()


def refusal(data: bytes) -> str:
    with pytest.raises(ForeignDataError) as caught:
        read_export(data)
    return str(caught.value)


def test_a_record_comes_back_as_it_was() -> None:
    export = read_export(written(*RECORD))
    assert export.entries == RECORD
    assert export.owner == OWNER
    assert export.content_version == "abc"
    assert export.written_at == AT


def test_an_empty_record_comes_back_empty() -> None:
    assert read_export(written()).entries == ()


def test_the_same_record_gives_the_same_bytes() -> None:
    assert written(*RECORD) == written(*RECORD)


def test_white_space_and_the_order_of_names_do_not_matter() -> None:
    plain = json.loads(written(*RECORD))
    turned = dict(reversed(plain.items()))
    assert read_export(json.dumps(turned, indent=4).encode()).entries == RECORD


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not JSON"),
        (b"PK\x03\x04 a zip", "not JSON"),
        (b"\xff\xfe\x00", "not text"),
        (b"[]", "not a record of Loosen"),
        (b'{"format": "other"}', "not a record of Loosen"),
        (b'{"format": "loosen-record"}', "version cannot be told"),
        (b'{"format": "loosen-record", "version": true}', "version cannot be told"),
        (b'{"format": "loosen-record", "version": 2}', "written by a newer Loosen"),
        (b'{"format": "loosen-record", "format": "x"}', "the same key stands twice"),
        (b'{"a": ' + b"9" * 5000 + b"}", "this number is too long"),
        (b"[" * 100_000, "nested too deeply"),
        (
            b'{"format": "loosen-record", "version": 1, "x": ' + b"[" * 700 + b"]" * 700 + b"}",
            "nested too deeply",
        ),
        (b" " * (MOST_BYTES + 1), "too large"),
    ],
)
def test_what_is_no_record_is_refused_with_the_reason(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_a_changed_number_is_noticed() -> None:
    data = written(*RECORD).replace(b'"pain_0_10": 7', b'"pain_0_10": 2')
    assert "changed or damaged" in refusal(data)


def test_a_cut_file_is_noticed() -> None:
    data = written(*RECORD)
    assert "not JSON" in refusal(data[: len(data) // 2])


def test_every_problem_is_named_at_once() -> None:
    plain = json.loads(written(*RECORD))
    plain["entries"][0]["payload"]["pain_0_10"] = 11
    plain["entries"][1]["kind"] = "wish"
    plain["surprise"] = 1
    said = refusal(json.dumps(plain).encode())
    assert "changed or damaged" in said
    assert "file.entries[0].payload" in said
    assert "file.entries[1].kind" in said
    assert "file.surprise" in said


def test_the_same_entry_twice_is_refused() -> None:
    said = refusal(written(PAIN, PAIN))
    assert "two entries have the same id" in said
    assert "two entries have the same count" in said


def test_an_entry_of_another_person_is_refused() -> None:
    other = entry(0, EntryKind.PAIN, PAIN.payload, owner_id=uuid4())
    assert "another person's" in refusal(written(other))


def test_a_correction_of_nothing_is_refused() -> None:
    assert "corrects an entry that is not in the file" in refusal(written(BACK))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"seq": 2**70}, "count is too high"),
        ({"zone": "Z" * 65}, "name is too long"),
        ({"content_version": "9" * 65}, "name is too long"),
    ],
)
def test_what_no_database_can_hold_is_refused(fields: dict[str, Any], words: str) -> None:
    assert words in refusal(written(entry(0, EntryKind.PAIN, PAIN.payload, **fields)))


@pytest.mark.parametrize("text", ["half \ud83d a letter", "a \0 nothing"])
def test_text_that_cannot_be_stored_is_refused(text: str) -> None:
    assert "cannot be stored" in refusal(changed(content_version=text))


def test_a_time_outside_the_calendar_is_refused() -> None:
    assert "outside the calendar" in refusal(changed(written_at="0001-01-01T00:00:00+14:00"))


def test_emoji_and_right_to_left_come_back_as_they_were() -> None:
    back = entry(1, EntryKind.WITHDRAWAL, Withdrawn(why="🙃 שגיאה"), supersedes=PAIN.id)
    assert read_export(written(PAIN, back)).entries == (PAIN, back)
