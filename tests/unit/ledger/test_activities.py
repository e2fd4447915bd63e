"""What a person can do: when a change counts, for one thing and for the mean."""

import pytest

from loosen import ledger
from loosen.library.current import load_content
from loosen.vocabulary import FunctionMeasure, FunctionTold, Scored

from ...diary import MIN_PER_DAY, Diary


def diary_of(*times: dict[str, int]) -> Diary:
    diary = Diary()
    for day, scores in enumerate(times):
        told = FunctionTold(
            measure=FunctionMeasure.PSFS,
            scores=tuple(Scored(item=item, score=score) for item, score in scores.items()),
        )
        diary.add(told, day * MIN_PER_DAY)
    return diary


@pytest.mark.parametrize(("last", "matters"), [(4, False), (5, True), (0, False)])
def test_three_points_count_for_one_thing(last: int, matters: bool) -> None:
    changes = ledger.activity_changes(
        diary_of({"socks": 2}, {"socks": last}).entries, load_content()
    )
    assert changes["socks"].matters is matters


def test_two_points_count_for_the_mean_of_what_both_times_name() -> None:
    diary = diary_of({"socks": 2, "car": 4, "lift": 0}, {"socks": 4, "car": 6, "walk": 10})
    change = ledger.mean_activity_change(diary.entries, load_content())
    assert change is not None
    assert (change.first_0_10, change.last_0_10, change.matters) == (3, 5, True)


def test_other_things_make_no_mean_and_one_time_is_no_change() -> None:
    assert ledger.mean_activity_change(diary_of({"a": 1}, {"b": 9}).entries, load_content()) is None
    once = diary_of({"a": 1})
    assert ledger.mean_activity_change(once.entries, load_content()) is None
    assert ledger.activity_changes(once.entries, load_content()) == {}
