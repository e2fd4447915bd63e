"""Which entries may join the record, and what is said of those that may not."""

from uuid import UUID

import pytest

from loosen.ledger import check_entry
from loosen.vocabulary import Entry, LedgerError, PainFelt, PainWhen, Walked, Withdrawn

from ...diary import Diary, minute

FIVE = PainFelt(pain_0_10=5, occasion=PainWhen.CHECK_IN)


def said(entry: Entry, earlier: list[Entry]) -> list[str]:
    with pytest.raises(LedgerError) as caught:
        check_entry(entry, earlier)
    return [problem.what for problem in caught.value.problems]


def added(diary: Diary, payload: object, at: float, **changes: object) -> tuple[Entry, list[Entry]]:
    earlier = list(diary.entries)
    return diary.add(payload, at, **changes), earlier  # type: ignore[arg-type]  # - any payload


def test_a_new_entry_and_a_first_correction_may_stand() -> None:
    diary = Diary()
    first = diary.pain(4, 0)
    check_entry(first, [])
    correction, earlier = added(diary, FIVE, 1, supersedes=first.id)
    check_entry(correction, earlier)


def test_the_very_same_entry_may_be_posted_again() -> None:
    diary = Diary()
    first = diary.pain(4, 0)
    check_entry(first, diary.entries)


def test_the_same_id_with_other_words_is_refused() -> None:
    diary = Diary()
    first = diary.pain(4, 0)
    other, earlier = added(diary, FIVE, 0, id=first.id)
    assert said(other, earlier) == ["an entry with this id says something else"]


def test_correcting_what_is_not_there_is_refused() -> None:
    entry, earlier = added(Diary(), FIVE, 0, supersedes=UUID(int=404))
    assert said(entry, earlier) == ["it corrects an entry that is not in this record"]


def test_correcting_another_persons_entry_is_refused() -> None:
    diary = Diary()
    theirs = diary.add(FIVE, 0, owner_id=UUID(int=66))
    entry, earlier = added(diary, FIVE, 1, supersedes=theirs.id)
    assert said(entry, earlier) == ["it corrects an entry of another person"]


def test_correcting_with_another_kind_of_entry_is_refused() -> None:
    diary = Diary()
    first = diary.pain(4, 0)
    entry, earlier = added(diary, Walked(minutes=3), 1, supersedes=first.id)
    assert said(entry, earlier) == ["a correction must be of the same kind as what it corrects"]


def test_correcting_twice_is_refused() -> None:
    diary = Diary()
    first = diary.pain(4, 0)
    diary.add(FIVE, 1, supersedes=first.id)
    entry, earlier = added(diary, FIVE, 2, supersedes=first.id)
    assert said(entry, earlier) == ["the entry was corrected or taken back already"]


def test_changing_a_withdrawal_is_refused() -> None:
    diary = Diary()
    first = diary.pain(4, 0)
    withdrawal = diary.add(Withdrawn(), 1, supersedes=first.id)
    entry, earlier = added(diary, Withdrawn(), 2, supersedes=withdrawal.id)
    assert said(entry, earlier) == ["a withdrawal cannot be changed"]


def test_an_entry_from_the_future_is_refused() -> None:
    entry, earlier = added(Diary(), FIVE, 0, happened_at=minute(1))
    assert said(entry, earlier) == ["this lies in the future"]


def test_all_problems_are_told_at_once() -> None:
    diary = Diary()
    theirs = diary.add(FIVE, 0, owner_id=UUID(int=66))
    diary.add(FIVE, 1, supersedes=theirs.id)
    entry, earlier = added(diary, Walked(minutes=3), 2, supersedes=theirs.id, happened_at=minute(9))
    assert said(entry, earlier) == [
        "this lies in the future",
        "it corrects an entry of another person",
        "a correction must be of the same kind as what it corrects",
        "the entry was corrected or taken back already",
    ]


def test_every_problem_says_where_what_was_found_and_what_to_do() -> None:
    entry, earlier = added(Diary(), FIVE, 0, supersedes=UUID(int=404))
    with pytest.raises(LedgerError) as caught:
        check_entry(entry, earlier)
    [problem] = caught.value.problems
    assert problem.where == f"entry {entry.id}: supersedes"
    assert problem.found == str(UUID(int=404))
    assert problem.expected
    assert problem.do
