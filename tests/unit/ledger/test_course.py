"""Two measures of the course: how far pain fell, how long it was all but gone."""

import pytest

from loosen import ledger
from loosen.library.current import load_content

from ...diary import MIN_PER_DAY, Diary


def course_of(*pain: int | None, every_days: int = 1):
    diary = Diary()
    for day, one in enumerate(pain):
        diary.pain(one, day * every_days * MIN_PER_DAY)
    return ledger.course(diary.entries, load_content())


@pytest.mark.parametrize(
    ("first", "last", "has_fallen"),
    [(8, 5, True), (8, 6, False), (3, 2, False), (2, 0, True), (5, 5, False), (0, 3, False)],
)
def test_pain_fell_only_by_two_points_and_by_a_third_or_so(first, last, has_fallen) -> None:
    assert course_of(first, last).has_fallen is has_fallen


@pytest.mark.parametrize(
    ("pain", "is_over"),
    [
        ([6, 1, 0, 1, 1, 0, 1, 1], True),
        ([6, 1, 0, 1, 1, 0, 1], False),
        ([1, 1, 1, 2, 1, 1, 1, 1], False),
        ([1, 1, 1, None, 1, 1, 1, 1], False),
    ],
)
def test_it_is_over_after_seven_low_days_running_each_with_a_score(pain, is_over) -> None:
    assert course_of(*pain).is_over is is_over


def test_days_that_do_not_follow_each_other_are_no_run() -> None:
    assert not course_of(*[0] * 10, every_days=2).is_over


def test_one_score_is_no_course() -> None:
    assert course_of(5) is None
    assert course_of(5, None) is None
