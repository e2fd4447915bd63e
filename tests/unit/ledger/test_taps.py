"""A tap of which it was not said to which question: still to say until each is answered here."""

from loosen import ledger
from loosen.vocabulary import (
    Answer,
    Answers,
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    Got,
)

from ...diary import Diary, given, minute
from ...small_content import question, small_content

NO = AnswerValue.NO
YES = AnswerValue.YES


def tapped(*question_ids: str) -> AnswersGiven:
    one_of = Answers(by_question=dict.fromkeys(question_ids, Answer(value=YES)))
    nothing = Answers(by_question={})
    return AnswersGiven(occasion=AnswersFor.SCREEN, answers=nothing, one_of=one_of)


def open_after(diary: Diary) -> set[str]:
    return set(ledger.still_to_say(diary.entries).by_question)


def test_a_tapped_yes_is_still_to_say_until_each_of_its_questions_is_answered() -> None:
    diary = Diary()
    diary.add(given(a=NO, b=NO), 0)
    assert open_after(diary) == set()
    diary.add(tapped("a", "b"), 1)
    assert open_after(diary) == {"a", "b"}
    diary.add(given(a=NO), 2)
    assert open_after(diary) == {"b"}
    diary.add(given(b=YES), 3)
    assert open_after(diary) == set()


def test_a_file_ends_no_tap_made_here_but_its_own() -> None:
    diary = Diary()
    diary.add(tapped("a"), 0)
    diary.add(tapped("b"), 1, source=Got.IMPORT)
    diary.add(given(a=NO, b=NO), 2, source=Got.IMPORT)
    assert open_after(diary) == {"a"}
    diary.add(tapped("b"), 3, source=Got.IMPORT)
    diary.add(given(a=NO, b=NO), 4)
    assert open_after(diary) == set()


def test_a_tapped_yes_calls_for_the_short_set_again() -> None:
    content = small_content(question("numb"))
    diary = Diary()
    diary.add(given(numb=NO), 0)
    assert ledger.short_set_asked_at(diary.entries, content) == minute(0)
    diary.add(tapped("numb"), 1)
    assert ledger.short_set_asked_at(diary.entries, content) is None
    diary.add(given(numb=NO), 2)
    assert ledger.short_set_asked_at(diary.entries, content) == minute(2)
