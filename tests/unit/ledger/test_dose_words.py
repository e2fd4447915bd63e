"""The last word on a medicine counts: what ran out does not bring an older yes back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from loosen.ledger import dose_verdict
from loosen.vocabulary import AnswerValue, DoseAnswer, IntakeTold, MedicineWord

from ...diary import MIN_PER_DAY, Diary, minute
from ...small_medicines import FITS, ask, medicines

ON_STEROIDS = replace(FITS, cautions=("steroids",))
TODAY = date(2026, 11, 22)
YES, NO, NOT_SURE = AnswerValue.YES, AnswerValue.NO, AnswerValue.NOT_SURE


def word(diary: Diary, may_take: AnswerValue, day: int, days: int) -> None:
    """A word told on that day, which holds for so many days."""
    said_on = TODAY + timedelta(days=day)
    until = said_on + timedelta(days=days - 1)
    told = MedicineWord(ingredient_id="ibuprofen", may_take=may_take, said_on=said_on, until=until)
    diary.add(told, day * MIN_PER_DAY)


def answer(diary: Diary, day: int) -> DoseAnswer:
    diary.add(IntakeTold(taken=AnswerValue.NO), day * MIN_PER_DAY + 1)
    return dose_verdict(
        ask("uk-ibuprofen-200"), ON_STEROIDS, diary.entries, minute(day * MIN_PER_DAY + 2),
        region_id="uk", utc_offset_min=0, content=medicines(),
    ).answer  # fmt: skip


def test_a_yes_opens_until_its_last_day() -> None:
    diary = Diary()
    word(diary, YES, day=0, days=3)
    assert [answer(diary, day) for day in (0, 2, 3)] == [
        DoseAnswer.YES,
        DoseAnswer.YES,
        DoseAnswer.ASK,
    ]


@pytest.mark.parametrize("later", [NO, NOT_SURE])
def test_an_older_yes_opens_nothing_once_a_later_word_has_run_out(later: AnswerValue) -> None:
    diary = Diary()
    word(diary, YES, day=0, days=10)
    word(diary, later, day=2, days=1)
    assert answer(diary, 3) is DoseAnswer.ASK


def test_a_new_yes_after_it_opens_again() -> None:
    diary = Diary()
    word(diary, YES, day=0, days=10)
    word(diary, NO, day=2, days=1)
    word(diary, YES, day=3, days=2)
    assert answer(diary, 3) is DoseAnswer.YES
