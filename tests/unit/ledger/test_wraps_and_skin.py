"""Wraps and skin over a record that is corrected; the tables are in `tests/spec/ledger`."""

from dataclasses import replace
from datetime import timedelta

from loosen.ledger import skin_gate, wrap_gate, wrap_room_s
from loosen.library.current import load_content
from loosen.vocabulary import (
    AnswerValue,
    DoseTaken,
    MedicineForm,
    RemedyUsed,
    Skin,
    SkinAsked,
    Withdrawn,
)

from ...diary import Diary, minute

CONTENT = load_content()
HEAT = CONTENT.remedies["heat"]
NO, YES = AnswerValue.NO, AnswerValue.YES
ALL_CLEAR = SkinAsked(broken_or_numb=NO, patch_or_rub=NO)
HOUR_S = 3600


def wrap(begun_min: float, hours: float) -> RemedyUsed:
    return RemedyUsed(
        remedy_id="heat",
        started_at=minute(begun_min),
        ended_at=minute(begun_min + 60 * hours),
        skin=Skin.NORMAL,
        felt_better=None,
        long_wear=True,
    )


def test_a_wrap_that_was_taken_back_counts_no_more() -> None:
    diary = Diary()
    worn = diary.add(wrap(0, 8), 480)
    assert wrap_room_s(HEAT, diary.entries, minute(600)) == 0
    diary.add(Withdrawn(), 590, supersedes=worn.id)
    assert wrap_room_s(HEAT, diary.entries, minute(600)) == 8 * HOUR_S


def test_a_wrap_that_was_corrected_counts_as_it_stands_now() -> None:
    diary = Diary()
    worn = diary.add(wrap(0, 8), 480)
    diary.add(wrap(0, 3), 590, supersedes=worn.id, happened_at=minute(480))
    assert wrap_room_s(HEAT, diary.entries, minute(600)) == 5 * HOUR_S


def test_the_wrap_of_another_remedy_takes_no_room() -> None:
    diary = Diary()
    diary.add(replace(wrap(0, 8), remedy_id="cold"), 480)
    assert wrap_gate(HEAT, diary.entries, minute(600), CONTENT).allowed


def test_a_wrap_is_never_open_longer_than_the_trials_in_any_24_hours() -> None:
    """Worn for whatever the gate leaves, as soon as it opens, for five days."""
    diary = Diary()
    at, spans = minute(0), []
    while at < minute(5 * 24 * 60):
        gate = wrap_gate(HEAT, diary.entries, at, CONTENT)
        if not gate.allowed:
            assert gate.next_allowed_at is not None
            assert gate.next_allowed_at > at
            at = gate.next_allowed_at
            continue
        until = at + timedelta(seconds=min(5 * HOUR_S, wrap_room_s(HEAT, diary.entries, at)))
        used = replace(wrap(0, 0), started_at=at, ended_at=until)
        diary.add(used, (until - minute(0)).total_seconds() / 60)
        spans.append((at, until))
        at = until
    day = timedelta(hours=24)
    for _, end in spans:
        worn = sum(
            (max(timedelta(0), min(b, end) - max(a, end - day)) for a, b in spans), timedelta(0)
        )
        assert worn <= timedelta(hours=8)
    assert len(spans) > 5


def test_skin_that_was_taken_back_was_not_asked() -> None:
    diary = Diary()
    asked = diary.add(ALL_CLEAR, 0)
    assert skin_gate(diary.entries, minute(1), CONTENT).is_open
    diary.add(Withdrawn(), 1, supersedes=asked.id)
    assert not skin_gate(diary.entries, minute(1), CONTENT).is_asked


def test_a_gel_that_was_taken_back_reminds_no_more() -> None:
    diary = Diary()
    gel = DoseTaken(name="gel", amounts=(), form=MedicineForm.ON_SKIN, on_back=True)
    rubbed = diary.add(gel, 0)
    assert [dose for dose, _ in skin_gate(diary.entries, minute(5), CONTENT).rubbed_on] == [gel]
    diary.add(Withdrawn(), 6, supersedes=rubbed.id)
    assert skin_gate(diary.entries, minute(7), CONTENT).rubbed_on == ()


def test_it_is_said_when_something_was_put_on() -> None:
    diary = Diary()
    diary.add(DoseTaken(name="gel", amounts=(), form=MedicineForm.ON_SKIN, on_back=True), 3)
    [(_, when)] = skin_gate(diary.entries, minute(5), CONTENT).rubbed_on
    assert when == minute(3)


def test_two_answers_both_have_to_be_plain_noes() -> None:
    for said in (SkinAsked(broken_or_numb=YES, patch_or_rub=NO),
                 SkinAsked(broken_or_numb=NO, patch_or_rub=YES)):  # fmt: skip
        diary = Diary()
        diary.add(said, 0)
        assert not skin_gate(diary.entries, minute(1), CONTENT).is_open
