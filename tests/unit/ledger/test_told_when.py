"""When each question was last answered here."""

from datetime import date

from loosen import ledger
from loosen.vocabulary import (
    Answer,
    Answers,
    AnswersFor,
    AnswersGiven,
    AnswerTold,
    AnswerValue,
    Got,
)

from ...diary import MIN_PER_DAY, Diary

FIRST = AnswerTold(on=date(2026, 11, 22), content_version="test")


def given(*question_ids: str, one_of: tuple[str, ...] = ()) -> AnswersGiven:
    no, yes = Answer(value=AnswerValue.NO), Answer(value=AnswerValue.YES)
    return AnswersGiven(
        occasion=AnswersFor.SCREEN,
        answers=Answers(by_question=dict.fromkeys(question_ids, no)),
        one_of=Answers(by_question=dict.fromkeys(one_of, yes)),
    )


def test_the_last_answer_counts_each_with_its_day_and_content() -> None:
    diary = Diary()
    diary.add(given("asthma", "ulcer"), 0, content_version="test")
    diary.add(given("ulcer"), MIN_PER_DAY, content_version="newer")
    assert ledger.answers_told(diary.entries) == {
        "asthma": FIRST,
        "ulcer": AnswerTold(on=date(2026, 11, 23), content_version="newer"),
    }


def test_the_day_is_that_of_the_persons_own_clock() -> None:
    diary = Diary()
    diary.add(given("asthma"), 0, utc_offset_min=-10 * 60)
    assert ledger.answers_told(diary.entries)["asthma"].on == date(2026, 11, 21)


def test_what_a_file_says_was_not_told_here() -> None:
    diary = Diary()
    diary.add(given("asthma"), 0, content_version="test")
    diary.add(given("asthma", "ulcer"), 5, source=Got.IMPORT)
    assert ledger.answers_told(diary.entries) == {}


def test_a_question_tapped_together_with_others_is_not_told() -> None:
    diary = Diary()
    diary.add(given("asthma", "ulcer"), 0, content_version="test")
    diary.add(given(one_of=("ulcer", "lupus")), 5)
    assert ledger.answers_told(diary.entries) == {"asthma": FIRST}
