"""The clock: one instant in UTC, and how the wall clock shows it."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from loosen.web.site import clock

SUMMER = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
WINTER = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "zone", "minutes"),
    [
        (SUMMER, "Europe/London", 60),
        (WINTER, "Europe/London", 0),
        (WINTER, "America/New_York", -300),
        (WINTER, "Asia/Kathmandu", 345),
        (WINTER, "Pacific/Kiritimati", 840),
    ],
)
def test_the_zone_and_its_offset_on_that_day_are_kept(
    at: datetime, zone: str, minutes: int
) -> None:
    with clock.clock_set(lambda: at, ZoneInfo(zone)):
        moment = clock.moment()
    assert moment == clock.Moment(at=at, utc_offset_min=minutes, zone=zone)


def test_a_zone_without_a_name_is_named_by_its_offset() -> None:
    with clock.clock_set(lambda: WINTER, timezone(timedelta(hours=-3, minutes=-30))):
        assert clock.moment().zone == "UTC-03:30"


def test_the_computers_own_zone_is_told_and_agrees_with_its_offset() -> None:
    moment = clock.moment()
    here = moment.at.astimezone().utcoffset()
    assert here == timedelta(minutes=moment.utc_offset_min)
    assert moment.at.utcoffset() == timedelta(0)
    assert moment.zone


def test_the_name_of_the_zone_is_read_from_the_systems_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = tmp_path / "zoneinfo" / "Europe" / "Paris"
    named.parent.mkdir(parents=True)
    named.touch()
    link = tmp_path / "localtime"
    link.symlink_to(named)
    monkeypatch.setattr(clock, "LOCAL_TIME_LINK", link)
    assert clock._linked_zone() == "Europe/Paris"
    monkeypatch.setattr(clock, "LOCAL_TIME_LINK", tmp_path / "nothing")
    assert clock._linked_zone() == ""


def test_the_clock_is_the_systems_again_afterwards() -> None:
    with clock.clock_set(lambda: SUMMER):
        assert clock.now() == SUMMER
    assert clock.now() != SUMMER
