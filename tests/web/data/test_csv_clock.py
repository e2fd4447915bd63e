"""A table's times around both changes of the clock, on the person's own wall."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from loosen.web.site import clock

from .test_csv import bring, entries, take

LONDON = ZoneInfo("Europe/London")
AUTUMN, SPRING = datetime(2026, 10, 25, 9, tzinfo=UTC), datetime(2027, 3, 28, 9, tzinfo=UTC)
HEAD = "date,time,kind,value,unit,ingredient,name\n"


def dose_row(wall: str) -> str:
    day, time = wall.split()
    return f"{day},{time},dose,500,mg,paracetamol,my pack\n"


@pytest.mark.parametrize(
    ("now", "wall", "utc", "offset_min"),
    [
        (AUTUMN, "2026-10-24 22:00", "2026-10-24T21:00", 60),
        (AUTUMN, "2026-10-25 00:30", "2026-10-24T23:30", 60),
        (AUTUMN, "2026-10-25 02:30", "2026-10-25T02:30", 0),
        (AUTUMN, "2026-07-01 08:00", "2026-07-01T07:00", 60),
        (SPRING, "2027-03-27 22:00", "2027-03-27T22:00", 0),
        (SPRING, "2027-03-28 02:30", "2027-03-28T01:30", 60),
    ],
)
def test_a_row_takes_the_offset_that_held_then(person, hands, now, wall, utc, offset_min) -> None:
    hands.at = now
    with clock.clock_set(hands, LONDON):
        bring(person, HEAD + dose_row(wall))
        take(person, take="1")
        [entry] = [one for one in entries() if one.kind == "dose"]
    assert entry.happened_at == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert entry.utc_offset_min == offset_min


def test_of_a_time_that_came_twice_the_later_counts_so_that_no_gap_gets_shorter(
    person, hands
) -> None:
    hands.at = AUTUMN
    with clock.clock_set(hands, LONDON):
        bring(person, HEAD + dose_row("2026-10-25 01:30"))
        take(person, take="1")
        [entry] = [one for one in entries() if one.kind == "dose"]
    assert entry.happened_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_time_that_never_was_is_named_with_its_row_and_the_others_are_taken(
    person, hands
) -> None:
    hands.at = SPRING
    with clock.clock_set(hands, LONDON):
        bring(person, HEAD + dose_row("2027-03-28 01:30") + dose_row("2027-03-27 08:00"))
        assert "Row 2, column time" in person.text
        assert "00:59 or 02:00" in person.text
        take(person, take="1")
        assert len([one for one in entries() if one.kind == "dose"]) == 1
