"""Doses told late around both changes of the clock: that moment's offset counts, not today's."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from loosen.web.site import clock

from .conftest import doses, took

LONDON = ZoneInfo("Europe/London")
AUTUMN, SPRING = datetime(2026, 10, 25, 9, tzinfo=UTC), datetime(2027, 3, 28, 9, tzinfo=UTC)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.fixture(params=["autumn", "spring"])
def change_day(request, hands):
    """The morning after the night in which the clocks went back, or forward."""
    hands.at = AUTUMN if request.param == "autumn" else SPRING
    with clock.clock_set(hands, LONDON):
        yield request.param


LATE = {  # the day and time on the wall, what it was in UTC, and how far ahead the wall clock was
    "autumn": [
        ("2026-10-24", "22:00", "2026-10-24T21:00", 60),
        ("2026-10-25", "00:30", "2026-10-24T23:30", 60),
        ("2026-10-25", "02:30", "2026-10-25T02:30", 0),
    ],
    "spring": [
        ("2027-03-27", "22:00", "2027-03-27T22:00", 0),
        ("2027-03-28", "00:30", "2027-03-28T00:30", 0),
        ("2027-03-28", "02:30", "2027-03-28T01:30", 60),
    ],
}


@pytest.mark.parametrize("nth", range(3))
def test_a_late_dose_keeps_the_offset_of_its_own_moment(person, change_day, nth):
    day, time, expected, offset_min = LATE[change_day][nth]
    took(person, day=day, clock=time)
    [(entry, _)] = doses()
    assert entry.happened_at == utc(expected)
    assert (entry.utc_offset_min, entry.zone) == (offset_min, "Europe/London")
    person.go("/medicines/history/")
    assert time in person.text


def test_the_day_of_a_late_dose_is_the_day_on_the_wall_then(person, change_day):
    """Half past midnight is that day, though UTC (in autumn) says the evening before."""
    day, time, _, _ = LATE[change_day][1]
    took(person, day=day, clock=time)
    [(entry, _)] = doses()
    person.go(f"/data/entry/{entry.id}/")
    assert f"{int(day[-2:])} {datetime.fromisoformat(day):%B %Y}, {time}" in person.text


def test_a_dose_that_is_put_right_takes_the_offset_of_its_new_time(person, change_day):
    took(person)
    [(entry, _)] = doses()
    day, time, expected, offset_min = LATE[change_day][0]
    person.go(f"/medicines/dose/{entry.id}/")
    person.tap(f"/medicines/dose/{entry.id}/", units="1", day=day, clock=time)
    [(right, _)] = doses()
    assert (right.happened_at, right.utc_offset_min) == (utc(expected), offset_min)


def test_a_number_that_is_put_right_on_a_journey_leaves_the_time_and_place(person, hands):
    with clock.clock_set(hands, ZoneInfo("America/New_York")):
        took(person)
    [(before, _)] = doses()
    with clock.clock_set(hands, LONDON):
        hands.go_on(hours=1)
        url = f"/medicines/dose/{before.id}/"
        person.go(url)
        person.tap(url, units="1", day="2026-11-22", clock="12:00")
        [(right, dose)] = doses()
    assert dose.units == 1
    told = (right.happened_at, right.utc_offset_min, right.zone)
    assert told == (before.happened_at, -300, "America/New_York")
