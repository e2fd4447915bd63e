"""The wire format: one text for one value, and the way back with every problem at once."""

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from loosen.vocabulary import (
    NO_ANSWERS,
    Answer,
    Answers,
    AnswersError,
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    ContentError,
    Entry,
    EntryKind,
    ForeignDataError,
    Got,
    Mark,
    Onset,
    PainFelt,
    PainWhen,
    Provenance,
    Threshold,
    Withdrawn,
    canonical_json,
    from_plain,
    parse_json,
    to_plain,
)

AT = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
SOMEONE = UUID("00000000-0000-4000-8000-000000000001")
PROVENANCE = Provenance(
    source="loosen", row="5.2", mark=Mark.OURS, checked_on=date(2026, 11, 22), reviewed_by=""
)


def an_entry(payload: PainFelt | Withdrawn, kind: EntryKind) -> Entry:
    return Entry(
        id=UUID(int=7),
        device_id=SOMEONE,
        seq=0,
        owner_id=SOMEONE,
        kind=kind,
        happened_at=AT,
        recorded_at=AT,
        utc_offset_min=60,
        zone="Europe/London",
        source=Got.SELF_REPORT,
        payload=payload,
        content_version="test",
        supersedes=UUID(int=6),
    )


@pytest.mark.parametrize(
    "record",
    [
        PROVENANCE,
        Answer(value=AnswerValue.YES, onset=Onset.NEW, forms=("any-time",)),
        an_entry(PainFelt(pain_0_10=3, occasion=PainWhen.MORNING), EntryKind.PAIN),
        an_entry(Withdrawn(why="a slip of the thumb"), EntryKind.WITHDRAWAL),
        Answers(by_question={"age-years": Answer(number=30), "sex": Answer(choice="female")}),
    ],
    ids=lambda record: type(record).__name__,
)
def test_what_goes_out_comes_back_equal(record: object) -> None:
    plain = to_plain(record)
    assert from_plain(type(record), plain, where="it", error=ContentError) == record


def test_canonical_json_sorts_keys_and_rounds_to_six_decimals() -> None:
    threshold = Threshold(
        id="one-third", value=1 / 3, unit="points", text="A third.", provenance=PROVENANCE
    )
    text = canonical_json(threshold)
    assert '"value":0.333333' in text
    assert text.index('"id"') < text.index('"provenance"') < text.index('"unit"')


def test_a_whole_number_in_a_number_field_has_the_same_text_as_its_decimal() -> None:
    whole = from_plain(Answer, {"number": 30}, where="it", error=AnswersError)
    decimal = from_plain(Answer, {"number": 30.0}, where="it", error=AnswersError)
    assert canonical_json(whole) == canonical_json(decimal)


def test_an_instant_in_another_zone_comes_in_as_utc() -> None:
    local = AT.astimezone(timezone(timedelta(hours=9)))
    plain = to_plain(an_entry(PainFelt(pain_0_10=1, occasion=PainWhen.MORNING), EntryKind.PAIN))
    plain["happened_at"] = local.isoformat()
    entry = from_plain(Entry, plain, where="it", error=ForeignDataError)
    assert entry.happened_at.utcoffset() == timedelta(0)
    assert entry.happened_at == AT


def test_every_problem_is_told_at_once_with_its_place() -> None:
    wrong = {"source": 3, "roww": "2.3", "mark": "certain", "checked_on": "22 Nov"}
    with pytest.raises(ContentError) as caught:
        from_plain(Provenance, wrong, where="a.toml", error=ContentError)
    places = {problem.where for problem in caught.value.problems}
    assert places == {
        "a.toml.source",
        "a.toml.row",
        "a.toml.roww",
        "a.toml.mark",
        "a.toml.checked_on",
        "a.toml.reviewed_by",
    }


@pytest.mark.parametrize(
    ("payload", "place", "words"),
    [
        (
            {"is": "PainFelt", "pain_0_10": 11, "occasion": "check-in"},
            "it.payload",
            "between 0 and 10",
        ),
        ({"is": "Pain", "pain_0_10": 3}, "it.payload.is", "one of AnswersGiven"),
        ({"pain_0_10": 3, "occasion": "check-in"}, "it.payload.is", "one of AnswersGiven"),
        (
            {"is": "PainFelt", "pain_0_10": "3", "occasion": "check-in"},
            "it.payload.pain_0_10",
            "a whole number",
        ),
        (
            {"is": "PainFelt", "pain_0_10": True, "occasion": "check-in"},
            "it.payload.pain_0_10",
            "a whole number",
        ),
        (
            {"is": "PainFelt", "pain_0_10": 2.5, "occasion": "check-in"},
            "it.payload.pain_0_10",
            "a whole number",
        ),
    ],
)
def test_a_bad_payload_is_refused_by_name(
    payload: dict[str, object], place: str, words: str
) -> None:
    plain = to_plain(an_entry(PainFelt(pain_0_10=1, occasion=PainWhen.CHECK_IN), EntryKind.PAIN))
    plain["payload"] = payload
    with pytest.raises(ForeignDataError, match=words) as caught:
        from_plain(Entry, plain, where="it", error=ForeignDataError)
    assert [problem.where for problem in caught.value.problems] == [place]


def test_an_instant_without_a_zone_is_refused() -> None:
    plain = to_plain(an_entry(PainFelt(pain_0_10=1, occasion=PainWhen.CHECK_IN), EntryKind.PAIN))
    plain["happened_at"] = "2026-11-22T08:30:00"
    with pytest.raises(ForeignDataError, match="date and time with a zone"):
        from_plain(Entry, plain, where="it", error=ForeignDataError)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"a": 1', "line 1, column 8"),
        ('{"a": 1, "a": 2}', "the same key stands twice"),
        ('{"a": NaN}', "not an ordinary number"),
        ('{"a": Infinity}', "not an ordinary number"),
        ("", "not JSON"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_text_that_is_not_plain_json_is_refused_with_its_place(text: str, words: str) -> None:
    with pytest.raises(AnswersError, match=words):
        parse_json(text, where="answers.json", error=AnswersError)


def test_what_has_no_plain_form_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="object has no plain form"):
        to_plain(object())


def test_answers_of_an_older_record_say_nothing_of_worse() -> None:
    plain = to_plain(AnswersGiven(occasion=AnswersFor.SCREEN, answers=NO_ANSWERS))
    del plain["worse"]
    given = from_plain(AnswersGiven, plain, where="it", error=ForeignDataError)
    assert given.worse == NO_ANSWERS
