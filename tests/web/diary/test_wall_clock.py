"""A note is of the wall clock: what was told of a day before the clocks changed is of that day."""

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from loosen.vocabulary import Sat
from loosen.web.site import clock

from .told import note, now, told

LONDON = ZoneInfo("Europe/London")


@pytest.fixture(autouse=True)
def in_london(hands) -> Iterator[None]:
    with clock.clock_set(hands, LONDON):
        yield


def noted_at(person, at: str) -> datetime:
    note(person, "sitting", minutes="45", at=at)
    assert person.status == 200, person.text
    return now().entries[-1].happened_at


def test_a_note_of_summer_time_told_in_winter_keeps_its_hour(person) -> None:
    assert noted_at(person, "2026-10-24T09:00") == datetime(2026, 10, 24, 8, 0, tzinfo=UTC)
    person.go("/diary/")
    assert "09:00</span>" in person.text
    (entry,) = now().entries
    person.go(f"/diary/note/sitting/?of={entry.id}")
    assert 'value="2026-10-24T09:00"' in person.text
    person.tap(minutes="50", at="2026-10-24T09:00")
    assert told(Sat) == [Sat(minutes=50)]
    assert now().entries[0].happened_at == entry.happened_at


def test_a_time_that_never_was_is_refused_with_the_nearest(person) -> None:
    note(person, "sitting", minutes="45", at="2026-03-29T01:30")
    assert person.status == 422
    assert "The nearest are 00:59 and 02:00" in person.text


def test_a_time_that_came_twice_is_the_later_one_and_stays_as_it_was_when_put_right(
    person, hands
) -> None:
    assert noted_at(person, "2026-10-25T01:30") == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    hands.at = datetime(2026, 10, 25, 0, 40, tzinfo=UTC)  # the first of the two, an hour earlier
    first = noted_at(person, "2026-10-25T01:30")
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    hands.at = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    wrong = next(one for one in now().entries if one.happened_at == first)
    person.go(f"/diary/note/sitting/?of={wrong.id}")
    person.tap(minutes="50", at="2026-10-25T01:30")
    (right,) = (one for one in now().entries if one.payload == Sat(minutes=50))
    assert right.happened_at == first
