"""Which entries stand, and in which order."""

import random
from uuid import UUID

import pytest

from loosen.ledger import Standing, joined, latest_pain, standing
from loosen.vocabulary import Entry, PainFelt, PainWhen, Payload, Walked, Withdrawn

from ...diary import Diary, minute


def scores(entries: list[Entry]) -> list[int | None]:
    return [felt.pain_0_10 for _, felt in standing(entries).of(PainFelt)]


def corrected(diary: Diary, old: Entry, pain_0_10: int, at: float) -> Entry:
    felt = PainFelt(pain_0_10=pain_0_10, occasion=PainWhen.CHECK_IN)
    return diary.add(felt, at, supersedes=old.id, happened_at=old.happened_at)


def test_entries_stand_in_the_order_in_which_they_happened() -> None:
    diary = Diary()
    for pain, at in ((5, 20), (7, 0), (6, 10)):
        diary.add(
            PainFelt(pain_0_10=pain, occasion=PainWhen.CHECK_IN),
            at,
            recorded_at=minute(30 + len(diary.entries)),
        )
    assert scores(diary.entries) == [7, 6, 5]


def test_the_order_of_arrival_changes_nothing() -> None:
    diary = Diary()
    first = diary.pain(7, 0)
    corrected(diary, first, 6, 5)
    diary.pain(5, 10)
    assert scores(list(reversed(diary.entries))) == scores(diary.entries) == [6, 5]


def test_the_same_entry_posted_twice_is_once() -> None:
    diary = Diary()
    diary.pain(7, 0)
    assert scores([*diary.entries, *diary.entries]) == [7]


def test_of_two_entries_with_one_id_the_first_that_came_stands() -> None:
    diary = Diary()
    first = diary.pain(7, 0)
    diary.add(PainFelt(pain_0_10=1, occasion=PainWhen.CHECK_IN), 5, id=first.id)
    assert scores(diary.entries) == [7]


def test_the_last_of_a_chain_of_corrections_stands_alone() -> None:
    diary = Diary()
    first = diary.pain(9, 0)
    second = corrected(diary, first, 8, 1)
    third = corrected(diary, second, 7, 2)
    log = standing(diary.entries)
    assert list(log) == [third]
    assert log.stands_for(first.id) == log.stands_for(second.id) == third.id


def test_an_entry_that_was_taken_back_stands_no_more_and_nor_does_its_withdrawal() -> None:
    diary = Diary()
    walk = diary.add(Walked(minutes=5))
    diary.add(Withdrawn(), 1, supersedes=walk.id)
    assert standing(diary.entries) == ()


def test_taking_back_a_correction_does_not_bring_the_first_entry_back() -> None:
    diary = Diary()
    first = diary.pain(2, 0)
    second = corrected(diary, first, 8, 1)
    diary.add(Withdrawn(), 2, supersedes=second.id)
    assert scores(diary.entries) == []


def test_a_correction_that_comes_before_its_entry_counts_all_the_same() -> None:
    diary = Diary()
    first = diary.pain(9, 0)
    second = corrected(diary, first, 3, 1)
    assert list(standing([second])) == [second]
    assert list(standing([second, first])) == [second]


def test_corrections_in_a_circle_do_not_hang_the_fold() -> None:
    diary = Diary()
    first = diary.pain(1, 0)
    circle = diary.add(
        PainFelt(pain_0_10=2, occasion=PainWhen.CHECK_IN),
        1,
        id=UUID(int=9),
        supersedes=UUID(int=9),
    )
    assert list(standing([first, circle])) == [first]


def test_what_is_told_after_the_clock_went_back_is_still_told_later() -> None:
    diary = Diary()
    diary.pain(2, 120)
    diary.pain(8, 60)
    assert scores(diary.entries) == [2, 8]
    assert latest_pain(diary.entries, minute(61), 240) == 8


def test_a_late_entry_keeps_the_time_at_which_it_happened() -> None:
    diary = Diary()
    diary.pain(4, 600)
    late = PainFelt(pain_0_10=9, occasion=PainWhen.CHECK_IN)
    diary.add(late, 700, happened_at=minute(0))
    assert scores(diary.entries) == [9, 4]


def test_two_devices_are_merged_by_time_and_not_by_their_counts() -> None:
    diary = Diary()
    diary.pain(3, 30)
    felt = PainFelt(pain_0_10=6, occasion=PainWhen.CHECK_IN)
    diary.add(felt, 10, device_id=UUID(int=77), seq=500)
    assert scores(diary.entries) == [6, 3]


def test_folding_what_stands_again_changes_nothing() -> None:
    diary = Diary()
    diary.pain(3, 30)
    log = standing(diary.entries)
    assert standing(log) is log


def test_no_time_zone_moves_an_entry() -> None:
    diary = Diary()
    felt = PainFelt(pain_0_10=6, occasion=PainWhen.CHECK_IN)
    diary.add(felt, 10, utc_offset_min=-600)
    diary.add(felt, 20, utc_offset_min=600, happened_at=minute(5))
    assert [entry.utc_offset_min for entry in standing(diary.entries)] == [600, -600]


def test_what_a_function_makes_of_a_log_is_made_once_for_what_is_given() -> None:
    diary = Diary()
    diary.pain(9, 0)
    made: list[str] = []

    def named(log: Standing, name: str) -> str:
        made.append(name)
        return f"{name}: {len(log)}"

    log = standing(diary.entries)
    assert [log.once(named, "a"), log.once(named, "a"), log.once(named, "b")] == [
        "a: 1",
        "a: 1",
        "b: 1",
    ]
    assert made == ["a", "b"]
    diary.pain(8, 5)
    assert standing(diary.entries).once(named, "b") == "b: 2"


# --- one entry more ---------------------------------------------------------------------------


def random_diary(seed: int) -> Diary:
    """Scores and walks by two devices, told late, by clocks set back, taken back and corrected."""
    dice, diary = random.Random(seed), Diary()
    for number in range(30):
        told = dice.choice((number, number, number, number - 7))
        where: dict[str, object] = {
            "recorded_at": minute(told),
            "device_id": UUID(int=dice.choice((1, 2))),
            "seq": dice.choice((number, number, number, 3)),
        }
        old = dice.choice(diary.entries) if diary.entries else None
        pain = PainFelt(pain_0_10=number % 11, occasion=PainWhen.CHECK_IN)
        payload: Payload = dice.choice((pain, Walked(minutes=5)))
        if old is not None and dice.random() < 0.15:
            where["supersedes"] = old.id
            payload = dice.choice((payload, Withdrawn()))
        if old is not None and dice.random() < 0.05:
            where["id"] = old.id
        happened = told - dice.choice((0, 0, 0, 4))
        diary.add(payload, happened, **where)
    return diary


@pytest.mark.parametrize("seed", range(40))
def test_one_entry_joined_to_what_stands_is_all_of_them_told_together(seed: int) -> None:
    entries = random_diary(seed).entries
    quick = 0
    for place, entry in enumerate(entries):
        log, whole = standing(entries[:place]), standing(entries[: place + 1])
        more = joined(log, entry)
        if more is not None:
            quick += 1
            assert more == whole
            assert [list(more.of(kind)) for kind in (PainFelt, Walked)] == [
                list(whole.of(kind)) for kind in (PainFelt, Walked)
            ]
            again = joined(more, entries[-1])
            assert again is None or again == standing([*entries[: place + 1], entries[-1]])
    assert quick > 5


def test_joining_leaves_what_stood_as_it_was() -> None:
    diary = Diary()
    first = diary.pain(7, 0)
    log = standing(diary.entries)
    both = joined(log, diary.pain(5, 10))
    other = joined(log, diary.pain(4, 5))
    assert list(log) == [first]
    assert both is not None
    assert other is not None
    assert scores(list(both)) == [7, 5]
    assert [felt.pain_0_10 for _, felt in other.of(PainFelt)] == [7, 4]
