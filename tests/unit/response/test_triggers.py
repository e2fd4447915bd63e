"""How far what was noted goes together with bad days, and how seldom that is said in vain."""

import importlib
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen import ledger, response
from loosen.library.current import load_content
from loosen.vocabulary import Association, DayWatched, Link

ROOT = Path(__file__).resolve().parents[3]
CONTENT = load_content()
LIFTING = "lifting"
DAYS = st.lists(
    st.builds(
        DayWatched,
        rose=st.booleans(),
        noted=st.dictionaries(st.sampled_from([LIFTING, "stress", "driving"]), st.booleans()),
    ),
    max_size=80,
)


def days(rose: int, calm: int, *, met: bool, name: str = LIFTING) -> list[DayWatched]:
    noted = {name: met}
    return [DayWatched(rose=i < rose, noted=noted) for i in range(rose + calm)]


def found(told: list[DayWatched]) -> dict[str, Association]:
    return {one.trigger: one for one in response.associations(told, CONTENT)}


def test_without_days_nothing_is_said() -> None:
    assert response.associations([], CONTENT) == ()


def test_what_was_never_noted_is_not_spoken_of() -> None:
    assert found(days(4, 20, met=False)) == {}


@pytest.mark.parametrize(
    ("with_it", "without"),
    [((4, 0), (2, 40)), ((6, 0), (0, 4)), ((3, 4), (0, 40))],
    ids=["too few days with it", "too few days without it", "too few bad days"],
)
def test_too_few_days_are_too_early(with_it: tuple[int, int], without: tuple[int, int]) -> None:
    told = [*days(*with_it, met=True), *days(*without, met=False)]
    assert found(told)[LIFTING].link is Link.TOO_EARLY


def test_bad_days_that_mostly_follow_it_go_with_it() -> None:
    one = found([*days(8, 2, met=True), *days(3, 47, met=False)])[LIFTING]
    assert one.link is Link.GOES_WITH
    assert (one.rose_with, one.days_with, one.rose_without, one.days_without) == (8, 10, 3, 50)
    assert 1 < one.times_low_90 < one.times < one.times_high_90


def test_as_many_bad_days_without_it_show_no_link() -> None:
    one = found([*days(2, 8, met=True), *days(10, 40, met=False)])[LIFTING]
    assert one.link is Link.NONE_SEEN
    assert one.times_low_90 < 1 < one.times_high_90


def test_few_days_are_drawn_toward_no_link() -> None:
    few = found([*days(3, 2, met=True), *days(2, 18, met=False)])[LIFTING]
    many = found([*days(30, 20, met=True), *days(20, 180, met=False)])[LIFTING]
    assert 1 < few.times < many.times < (30 / 50) / (20 / 200)


def test_the_more_is_looked_at_the_surer_each_has_to_be() -> None:
    noted = [*days(5, 5, met=True), *days(5, 35, met=False)]
    assert found(noted)[LIFTING].link is Link.GOES_WITH
    names = [f"other-{number}" for number in range(10)]
    more = [
        DayWatched(
            rose=day.rose, noted={**day.noted, **{n: (i + k) % 3 == 0 for k, n in enumerate(names)}}
        )
        for i, day in enumerate(noted)
    ]
    assert found(more)[LIFTING].link is Link.NONE_SEEN


@given(DAYS)
def test_whatever_was_noted_the_counts_and_ranges_are_sound(told: list[DayWatched]) -> None:
    for one in response.associations(told, CONTENT):
        known = [day for day in told if one.trigger in day.noted]
        assert one.days_with + one.days_without == len(known)
        assert one.rose_with + one.rose_without == sum(day.rose for day in known)


def noting() -> ModuleType:
    sys.path.insert(0, str(ROOT))
    try:
        return importlib.import_module("benchmarks.noting")
    finally:
        sys.path.remove(str(ROOT))


@pytest.mark.parametrize("name", ["notes at random", "looks for what came before a bad day"])
def test_people_without_any_trigger_are_seldom_told_of_one(name: str) -> None:
    made = noting()
    people = 40
    told = 0
    for number in range(people):
        record = made.Noting(f"test {name} {number}", made.HABITS[name]).record(150)
        watched = ledger.days_watched(record, CONTENT)
        links = {one.link for one in response.associations(watched.days, CONTENT)}
        told += Link.GOES_WITH in links
    assert told <= 0.05 * people


def test_a_strong_trigger_is_found() -> None:
    made = noting()
    people = 20
    told = 0
    for number in range(people):
        habit = made.HABITS["lifting adds four points"]
        record = made.Noting(f"test strong {number}", habit).record(180)
        watched = ledger.days_watched(record, CONTENT)
        found_ = {one.trigger: one.link for one in response.associations(watched.days, CONTENT)}
        told += found_.get(LIFTING) is Link.GOES_WITH
    assert told >= 0.7 * people


def test_without_the_hour_before_the_score_blame_would_be_taken_for_a_trigger() -> None:
    """What keeps the bar for people who look for a cause afterwards, shown by leaving it out."""
    made, name = noting(), "looks for what came before a bad day"
    lead = replace(CONTENT.thresholds["trigger-lead-min"], value=-7 * 24 * 60)
    lax = replace(CONTENT, thresholds={**CONTENT.thresholds, "trigger-lead-min": lead})
    people, told = 40, 0
    for number in range(people):
        record = made.Noting(f"test {name} {number}", made.HABITS[name]).record(180)
        watched = ledger.days_watched(record, lax)
        links = {one.link for one in response.associations(watched.days, lax)}
        told += Link.GOES_WITH in links
    assert told >= 0.1 * people
