"""Wall times: what they mean, twice, never, and how long it still is."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from loosen.web.medicines.wall import wait_words
from loosen.web.records.zones import meant_by

LONDON = ZoneInfo("Europe/London")


def test_a_plain_time_is_one_instant():
    meant = meant_by(datetime.fromisoformat("2026-07-01T14:00"), LONDON)
    assert meant.instants == (datetime(2026, 7, 1, 13, 0, tzinfo=UTC),)


def test_when_clocks_go_back_a_time_comes_twice():
    meant = meant_by(datetime.fromisoformat("2026-10-25T01:30"), LONDON)
    assert [at.hour for at in meant.instants] == [0, 1]


def test_when_clocks_go_forward_a_time_never_was():
    meant = meant_by(datetime.fromisoformat("2026-03-29T01:30"), LONDON)
    assert meant.instants == ()
    assert [f"{one:%H:%M}" for one in meant.nearest] == ["00:59", "02:00"]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (7800, "in 2 h 10 min"),
        (60, "in 1 min"),
        (61, "in 2 min"),
        (90_000, "in 1 d 1 h"),
        (3600, "in 1 h"),
    ],
)
def test_the_wait_is_rounded_up(seconds, words):
    assert wait_words(timedelta(seconds=seconds)) == words
