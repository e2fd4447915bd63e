"""The phone's own sensor in a real browser whose sensors are overridden: felt, counted, or mute."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from loosen.library.current import load_content
from loosen.movement.live import LiveSet, pack_felt
from loosen.vocabulary import canonical_json, parse_json
from loosen.vocabulary.errors import MovementError
from loosen.web.eyes.rooms import bundle

from ..movement.worn_sets import REAL, a_set, doing
from .own_frames import start_of
from .own_motion import MotionPage, MovedPhone
from .phone import PATIENCE_MS, Phone
from .server import Server

LOADS_MS = 6 * PATIENCE_MS  # Python for the page is ten megabytes
START = start_of("pelvic-tilt", by="phone")


@pytest.fixture
def worn(windowed: Browser, home: Server) -> Iterator[MotionPage]:
    """A phone at the page; nothing may leave the own origin."""
    phone = Phone(windowed, home.origin)
    phone.context.set_default_timeout(LOADS_MS)
    phone.go(home.new_address())
    yield MotionPage(phone.page)
    faults = list(phone.watch.faults)
    phone.close()
    assert faults == []


def test_the_page_and_the_server_make_the_same_of_the_same_readings(worn: MotionPage) -> None:
    readings = a_set("pelvic-tilt", doing("pelvic-tilt", reps=2)).motions
    here = LiveSet(bundle(load_content()), canonical_json(START))
    worn.opens(START)
    for start in range(0, len(readings), 200):
        some = readings[start : start + 200]
        here.feel(pack_felt(list(some)))
        rows = [(one.t_s, *one.acceleration, *(one.rotation or ())) for one in some]
        worn.page.evaluate("(rows) => put([1, ...rows.flat()])", rows)
    there = parse_json(here.finish(), where="end", error=MovementError)
    assert worn.finishes() == there | {"frames": []}  # nothing is recorded of a phone
    assert worn.counted() == 2


def test_a_set_of_pelvic_tilts_is_counted_by_a_phone_that_is_moved(worn: MotionPage) -> None:
    moved = MovedPhone(worn.page)
    quick = replace(doing("pelvic-tilt", reps=3), way_s=1.2, hold_s=0.8, pause_s=0.6)
    readings = a_set("pelvic-tilt", quick, sensor=replace(REAL, rate_hz=25)).motions
    moved.feels(readings[0])
    worn.opens(START)
    worn.page.locator("button").tap()
    moved.lives_through(readings)
    assert worn.heard("isOn") is True
    assert worn.counted() == 3
    assert (worn.heard("failures"), worn.heard("mutes")) == ([], [])


def test_a_computer_without_a_sensor_says_so_and_nothing_breaks(worn: MotionPage) -> None:
    worn.page.locator("button").tap()
    worn.page.evaluate("muted")
    assert worn.heard("mutes") == ["silent"]
    assert worn.heard("readings") == 0
