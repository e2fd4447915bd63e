"""The verdict on a dose: what the tables of tests/spec/ledger do not say."""

import pytest

from loosen.ledger import dose_verdict, intake_is_known, medicine_days, usual_doses
from loosen.vocabulary import (
    AnswerValue,
    DoseAnswer,
    DoseAsk,
    DoseVerdict,
    Got,
    IntakeTold,
    MedicineScreen,
    Withdrawn,
)

from ...diary import Diary, minute
from ...small_medicines import FITS, ask, dose, medicines

HOUR = 60


def verdict(
    diary: Diary, asked: DoseAsk, at: float, *, region: str = "uk", screen: MedicineScreen = FITS
) -> DoseVerdict:
    return dose_verdict(
        asked, screen, diary.entries, minute(at), region_id=region, utc_offset_min=0,
        content=medicines(),
    )  # fmt: skip


def asked_today(at: float = 0) -> Diary:
    diary = Diary()
    diary.add(IntakeTold(taken=AnswerValue.NO), at)
    return diary


def ids(said: DoseVerdict) -> list[str]:
    return [reason.id for reason in said.reasons]


def test_an_empty_record_never_means_that_nothing_was_taken() -> None:
    said = verdict(Diary(), ask("uk-tablets"), 0)
    assert (said.answer, ids(said)) == (DoseAnswer.ASK, ["intake-not-told"])


def test_not_sure_of_what_was_taken_elsewhere_asks_a_pharmacist() -> None:
    diary = asked_today()
    diary.add(IntakeTold(taken=AnswerValue.NOT_SURE), 5)
    assert ids(verdict(diary, ask("uk-tablets"), 6)) == ["intake-not-sure"]


@pytest.mark.parametrize("source", [Got.IMPORT, Got.SELF_REPORT])
def test_what_a_file_says_of_other_medicine_makes_no_record_whole(source: Got) -> None:
    diary = Diary()
    diary.add(IntakeTold(taken=AnswerValue.NO), 0, source=source)
    known = intake_is_known(diary.entries, minute(5), utc_offset_min=0)
    assert known == (source is not Got.IMPORT)


def test_it_is_asked_anew_every_local_day() -> None:
    diary = asked_today()  # at nine in the morning
    assert intake_is_known(diary.entries, minute(14 * HOUR), utc_offset_min=0)
    assert not intake_is_known(diary.entries, minute(15 * HOUR), utc_offset_min=0)
    assert not intake_is_known(diary.entries, minute(14 * HOUR), utc_offset_min=HOUR)


def test_the_last_permitted_dose_is_named_with_its_end() -> None:
    diary = Diary()
    for at in (0, 4 * HOUR, 8 * HOUR):
        diary.add(dose("uk-tablets", 2), at)
    diary.add(IntakeTold(taken=AnswerValue.NO), 12 * HOUR)
    said = verdict(diary, ask("uk-tablets", 2), 12 * HOUR)
    assert (said.answer, said.is_last, said.next_after) == (DoseAnswer.YES, True, minute(1440))
    assert "dose-last" in ids(said)


def test_a_dose_that_is_not_the_last_says_only_its_gap() -> None:
    said = verdict(asked_today(), ask("uk-tablets", 2), 0)
    assert (said.is_last, said.next_after) == (False, minute(4 * HOUR))


def test_a_withdrawn_dose_counts_no_more() -> None:
    diary = asked_today()
    wrong = diary.add(dose("uk-tablets", 2), 1)
    assert verdict(diary, ask("uk-tablets", 2), 2).answer is DoseAnswer.NOT_YET
    diary.add(Withdrawn(), 3, supersedes=wrong.id)
    assert verdict(diary, ask("uk-tablets", 2), 4).answer is DoseAnswer.YES


def test_a_corrected_time_counts_from_the_corrected_time() -> None:
    diary = asked_today(6 * HOUR)
    first = diary.add(dose("uk-tablets", 2), 5 * HOUR)
    diary.add(first.payload, 6 * HOUR, supersedes=first.id, happened_at=minute(2 * HOUR))
    assert verdict(diary, ask("uk-tablets", 2), 6 * HOUR).answer is DoseAnswer.YES
    assert verdict(diary, ask("uk-tablets", 2), 6 * HOUR - 1).next_allowed_at == minute(6 * HOUR)


def test_a_clock_set_back_shortens_no_gap() -> None:
    diary = asked_today()
    diary.add(dose("uk-tablets", 1), 5 * HOUR)
    # The clock goes back four hours, another dose is taken, and then the clock is put right.
    diary.add(dose("uk-tablets", 1), 1 * HOUR + 5)
    said = verdict(diary, ask("uk-tablets", 1), 5 * HOUR + 10)
    assert said.next_allowed_at == minute(9 * HOUR)


def test_a_dose_ahead_of_the_clock_bars_and_is_named() -> None:
    diary = asked_today()
    diary.add(dose("uk-tablets", 1), 3 * HOUR)
    said = verdict(diary, ask("uk-tablets", 1), HOUR)
    assert (said.answer, said.next_allowed_at) == (DoseAnswer.NOT_YET, minute(7 * HOUR))
    assert "clock-ahead" in ids(said)


def test_the_last_day_tells_every_ingredient_the_last_one_first() -> None:
    diary = asked_today()
    diary.add(dose("uk-both", 1), 0)
    diary.add(dose("uk-tablets", 1), HOUR)
    days = medicine_days(
        diary.entries, minute(2 * HOUR), region_id="uk", utc_offset_min=0, content=medicines()
    )
    told = [(day.ingredient_id, day.taken_24h_ug, day.most_24h_ug, day.doses_24h) for day in days]
    assert told == [
        ("paracetamol", 1_000_000, 4_000_000, 2),
        ("ibuprofen", 200_000, 1_200_000, 1),
    ]
    assert days[0].last_at == minute(HOUR)


def test_usual_doses_stand_once_the_last_one_first() -> None:
    diary = Diary()
    for product in ("uk-tablets", "uk-both", "uk-tablets"):
        diary.add(dose(product), len(diary.entries))
    assert usual_doses(diary.entries) == (dose("uk-tablets"), dose("uk-both"))


def test_too_much_of_one_medicine_comes_before_a_question_about_another() -> None:
    diary = asked_today()
    for hour in range(5):
        diary.add(dose("uk-tablets", 2), hour)
    said = verdict(diary, ask("uk-ibuprofen-200"), 10)
    assert said.answer is DoseAnswer.TOO_MUCH
    assert {day.ingredient_id for day in said.days} == {"ibuprofen", "paracetamol"}


def test_nothing_more_of_paracetamol_for_a_day_after_it_went_over() -> None:
    diary = Diary()
    for at in (-1000, 0, 60, 120, 360):
        diary.add(dose("uk-tablets", 2), at)
    diary.add(IntakeTold(taken=AnswerValue.NO), 361 + 840)
    before = verdict(diary, ask("uk-tablets"), 360 + 1439)
    assert (before.answer, before.next_allowed_at) == (DoseAnswer.TOO_MUCH, minute(360 + 1440))
    assert verdict(diary, ask("uk-tablets"), 360 + 1440).answer is DoseAnswer.YES


def test_after_a_clock_a_year_ahead_was_put_right_later_doses_count_as_they_were() -> None:
    diary, year = Diary(), 365 * 1440
    wrong = diary.add(dose("uk-tablets", 1), year)
    diary.add(IntakeTold(taken=AnswerValue.NO), 0)
    for hour in (1, 5, 9):
        diary.add(dose("uk-tablets", 2), hour * HOUR)
    said = verdict(diary, ask("uk-tablets", 2), 10 * HOUR)
    assert (said.answer, said.next_allowed_at) == (DoseAnswer.NOT_YET, minute(year + 4 * HOUR))
    assert "clock-ahead" in ids(said)
    diary.add(Withdrawn(), 10 * HOUR, supersedes=wrong.id)
    said = verdict(diary, ask("uk-tablets", 2), 10 * HOUR)
    assert (said.answer, said.next_allowed_at) == (DoseAnswer.NOT_YET, minute(13 * HOUR))
