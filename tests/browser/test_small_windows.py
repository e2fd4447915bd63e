"""Narrow phones, large letters, calm movement: nothing is cut off, nothing slides sideways."""

import pytest
from playwright.sync_api import expect

from . import people
from .conftest import OpenPhone
from .measure import axe_finds, runs_over
from .server import Hands, Server
from .someone import Someone

NARROW = {"width": 320, "height": 640}
SIDEWAYS = {"width": 844, "height": 390}
# 200 % zoom of a laptop's window leaves half of its pixels.
ZOOMED = {"width": 683, "height": 384}
PATHS = (
    *("/", "/screen/age/", "/screen/legs/", "/screen/legs/?which=yes", "/positions/"),
    *("/transfers/", "/breathing/slow-breathing/", "/heat/", "/cold/", "/massage/", "/about/"),
    *("/about/about-basics/", "/today/", "/today/pain/", "/progress/", "/library/", "/read/"),
    *("/library/knee-rolls/", "/data/", "/settings/", "/emergency/", "/screen/result/"),
)


@pytest.mark.parametrize(
    ("viewport", "zoom"),
    [(NARROW, 1.0), (ZOOMED, 2.0), (SIDEWAYS, 1.0)],
    ids=["320 px", "200 %", "on its side"],
)
def test_no_page_has_to_be_slid_sideways(
    open_phone: OpenPhone, home: Server, hands: Hands, viewport: dict[str, int], zoom: float
) -> None:
    phone = open_phone(viewport=viewport, device_scale_factor=zoom)
    someone = Someone(phone, home, hands)
    someone.given(lambda: people.a_week(hands))
    someone.comes_in()
    too_wide = []
    for path in PATHS:
        phone.go(path)
        too_wide += [f"{path}: {one}" for one in runs_over(phone)]
    phone.go("/today/")
    someone.starts_a_session(4)
    too_wide += [f"a step: {one}" for one in runs_over(phone)]
    someone.player.presses("stop")
    too_wide += [f"stopped: {one}" for one in runs_over(phone)]
    assert not too_wide, "\n".join(too_wide)


def test_letters_twice_as_large_fit_a_phone(
    open_phone: OpenPhone, home: Server, hands: Hands
) -> None:
    """The browser's own text size at 200 %."""
    phone = open_phone()
    someone = Someone(phone, home, hands)
    someone.given(people.screened)
    someone.comes_in()
    too_wide = []
    for path in PATHS:
        phone.go(path)
        phone.page.evaluate("document.documentElement.style.fontSize = '200%'")
        too_wide += [f"{path}: {one}" for one in runs_over(phone)]
    assert not too_wide, "\n".join(too_wide)


def test_letters_twice_as_large_fit_the_smallest_phone(
    open_phone: OpenPhone, home: Server, hands: Hands
) -> None:
    phone = open_phone(viewport=NARROW)
    someone = Someone(phone, home, hands)
    someone.given(lambda: people.a_week(hands))
    someone.comes_in()
    too_wide = []
    for path in PATHS:
        phone.go(path)
        phone.page.evaluate("document.documentElement.style.fontSize = '200%'")
        too_wide += [f"{path}: {one}" for one in runs_over(phone)]
    assert not too_wide, "\n".join(too_wide)


def test_no_bar_covers_a_part_of_a_line_that_is_tapped(
    open_phone: OpenPhone, home: Server, hands: Hands
) -> None:
    """However far the list of what was told is scrolled."""
    phone = open_phone(reduced_motion="reduce")
    someone = Someone(phone, home, hands)
    someone.given(people.screened)
    someone.comes_in()
    phone.go("/about/")
    end = phone.page.evaluate("document.documentElement.scrollHeight - innerHeight")
    found = []
    for place in range(0, end, 29):
        phone.page.evaluate("(place) => window.scrollTo(0, place)", place)
        found += axe_finds(phone, only=("target-size",))
    assert found == []


def test_stop_is_in_sight_on_the_smallest_phone(
    open_phone: OpenPhone, home: Server, hands: Hands
) -> None:
    phone = open_phone(viewport=NARROW)
    someone = Someone(phone, home, hands)
    someone.given(people.screened)
    someone.given(people.awake)
    someone.comes_in()
    phone.go("/today/")
    someone.starts_a_session(4)
    stop = phone.page.locator("[data-stop]").bounding_box()
    assert stop is not None
    assert 0 <= stop["y"] <= NARROW["height"] - stop["height"]


def test_reduced_motion_is_honoured(open_phone: OpenPhone, home: Server, hands: Hands) -> None:
    phone = open_phone(reduced_motion="reduce")
    someone = Someone(phone, home, hands)
    someone.given(people.screened)
    someone.given(people.awake)
    someone.comes_in()
    phone.go("/today/")
    someone.starts_a_session(4)
    someone.player.toggles()
    moving = phone.page.evaluate(
        "() => [...document.querySelectorAll('*')].filter(one => {"
        " const style = getComputedStyle(one);"
        " const longest = (told) => Math.max(...told.split(',').map(parseFloat));"
        " return longest(style.transitionDuration) > 0.01"
        "   || (style.animationName !== 'none' && longest(style.animationDuration) > 0.01);"
        "}).map(one => one.className)"
    )
    assert moving == []


def test_on_its_side_the_first_choices_are_in_sight_without_scrolling(
    open_phone: OpenPhone, home: Server, hands: Hands
) -> None:
    phone = open_phone(viewport=SIDEWAYS)
    Someone(phone, home, hands).comes_in()
    for choice in ("It has just seized", "I'm past the worst", "I can't move at all"):
        expect(phone.named(choice)).to_be_in_viewport(ratio=1)
    expect(phone.page.locator(".emergency-bar")).to_be_in_viewport(ratio=1)


def test_on_its_side_a_step_is_led_with_count_cue_and_stop_in_sight(
    open_phone: OpenPhone, home: Server, hands: Hands
) -> None:
    phone = open_phone(viewport=SIDEWAYS)
    someone = Someone(phone, home, hands)
    someone.given(people.screened)
    someone.given(people.awake)
    someone.comes_in()
    phone.go("/today/")
    someone.starts_a_session(4)
    while not someone.player.is_led or someone.player.lead["lines"]:
        someone.player.presses("skip")
    someone.player.toggles()
    phone.page.clock.run_for(500)
    for part in (someone.player.count, someone.player.cue, phone.page.locator("[data-stop]")):
        expect(part.and_(phone.page.locator(":visible")).first).to_be_in_viewport(ratio=1)


def test_on_a_phone_the_emergency_numbers_take_one_row(
    open_phone: OpenPhone, home: Server, hands: Hands
) -> None:
    phone = open_phone()
    Someone(phone, home, hands).comes_in()
    calls = phone.page.locator(".emergency-bar__call").evaluate_all(
        "all => all.map(one => Math.round(one.getBoundingClientRect().top))"
    )
    bar = phone.page.locator(".emergency-bar").bounding_box()
    assert len(set(calls)) == 1
    assert bar is not None
    assert bar["height"] <= 72
