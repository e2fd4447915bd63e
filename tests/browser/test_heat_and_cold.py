"""Heat and cold by the clock: asked first, watched, ended, and then not again too soon."""

import re

import pytest
from playwright.sync_api import Locator, expect

from loosen.vocabulary import FeelingBack, RemedyUsed, Skin

from . import people
from .packs import answers_the_alarm, ends, now_due, sounding, starts
from .someone import Someone

LOCKED = 403


@pytest.fixture
def at_home(someone: Someone) -> Someone:
    """Someone with nothing found and everything to hand."""
    someone.given(people.screened)
    someone.comes_in()
    return someone


@pytest.mark.parametrize("kind", ["heat", "cold", "massage"])
def test_how_one_is_just_now_is_asked_first_and_leads_back(at_home: Someone, kind: str) -> None:
    starts(at_home, kind)


@pytest.mark.parametrize("kind", ["heat", "cold", "massage"])
def test_answered_line_by_line_it_leads_back_as_well(at_home: Someone, kind: str) -> None:
    at_home.phone.go(f"/{kind}/")
    at_home.phone.follow("Yes, or not sure")
    for name in ("drowsy", "drinking", "sedating_medicine", "faint", "unwell"):
        at_home.chooses(name, "no")
    at_home.phone.follow("Go on")
    at_home.phone.is_at(f"/{kind}/" if kind == "massage" else f"/{kind}/skin/")


def test_a_drowsy_person_gets_no_heat(at_home: Someone) -> None:
    at_home.phone.go("/heat/")
    at_home.phone.follow("Yes, or not sure")
    at_home.chooses("drowsy", "not-sure")
    for name in ("drinking", "sedating_medicine", "faint", "unwell"):
        at_home.chooses(name, "no")
    at_home.phone.follow("Go on")
    assert at_home.phone.go("/heat/") == LOCKED
    assert at_home.phone.go("/positions/") == 200


def test_heat_is_looked_at_half_way_and_ends_by_itself(at_home: Someone) -> None:
    starts(at_home, "heat")
    at_home.waits(minutes=8)
    at_home.phone.reload()
    assert at_home.phone.heading == "Look at your skin"
    at_home.chooses("skin", Skin.PINK.value)
    at_home.phone.follow("I have looked")
    at_home.waits(minutes=30)
    at_home.phone.reload()
    ends(at_home, Skin.NORMAL)

    used = at_home.recorded(RemedyUsed)[-1]
    assert used.ended_at > used.started_at
    assert at_home.phone.go("/heat/") == LOCKED
    at_home.phone.sees("You can use it again from")


def test_a_look_that_is_due_can_be_passed_by_with_one_tap(at_home: Someone) -> None:
    starts(at_home, "heat")
    at_home.waits(minutes=8)
    at_home.phone.reload()
    at_home.phone.follow("It is off")
    assert "/heat/after/" in at_home.phone.path
    at_home.phone.sees("feel as it did before?")
    assert at_home.recorded(RemedyUsed)[-1].skin is Skin.NOT_LOOKED


def count(someone: Someone) -> Locator:
    return someone.phone.page.locator("[data-left]")


def test_the_count_goes_down_whatever_the_browsers_clock_says(at_home: Someone) -> None:
    """A laptop whose clock is an hour ahead neither ends the heat nor asks for the skin."""
    page = at_home.phone.page
    page.clock.set_system_time(page.evaluate("Date.now()") + 3_600_000)
    starts(at_home, "heat")
    at_home.phone.sees("Heat is on")
    began = page.evaluate("performance.timeOrigin")
    page.clock.run_for(60_000)
    expect(count(at_home)).to_have_text(re.compile(r"1[34]:\d\d"))
    assert page.evaluate("performance.timeOrigin") == began


def test_a_phone_that_slept_has_lost_no_time(at_home: Someone) -> None:
    starts(at_home, "heat")
    at_home.waits(minutes=16)  # on the wall alone: the page's steady clock stood still
    expect(now_due(at_home)).to_have_text("Take it off now")
    expect(sounding(at_home)).to_have_count(1)
    answers_the_alarm(at_home)
    assert at_home.phone.heading == "Take it off now"


def test_the_alarm_sounds_until_it_is_answered(at_home: Someone) -> None:
    starts(at_home, "heat")
    page = at_home.phone.page
    expect(sounding(at_home)).to_have_count(0)
    page.clock.run_for(301_000)
    page.clock.run_for(60_000)
    expect(sounding(at_home)).to_have_count(1)
    at_home.hands.go_on(minutes=6)
    page.locator("h1").click()
    expect(sounding(at_home)).to_have_count(1)
    answers_the_alarm(at_home)
    assert at_home.phone.heading == "Look at your skin"


def test_a_look_that_nobody_answers_turns_into_the_end(at_home: Someone) -> None:
    starts(at_home, "heat")
    at_home.phone.page.clock.run_for(301_000)
    expect(now_due(at_home)).to_have_text("Look at your skin")
    at_home.phone.page.clock.run_for(601_000)
    expect(now_due(at_home)).to_have_text("Take it off now")
    expect(sounding(at_home)).to_have_count(1)


def test_the_alarm_is_answered_from_the_keyboard(at_home: Someone) -> None:
    starts(at_home, "heat")
    at_home.phone.page.clock.run_for(301_000)
    at_home.hands.go_on(minutes=6)
    with at_home.phone.page.expect_navigation():
        at_home.phone.page.keyboard.press("Enter")
    assert at_home.phone.heading == "Look at your skin"


def test_skin_that_is_not_as_before_closes_heat_until_it_is(at_home: Someone) -> None:
    starts(at_home, "heat")
    at_home.waits(minutes=8)
    at_home.phone.reload()
    at_home.chooses("skin", Skin.MARKED.value)
    at_home.phone.follow("I have looked")
    assert at_home.phone.heading == "Stop here, and look after your skin"
    at_home.waits(hours=5)
    at_home.phone.go("/heat/")
    at_home.phone.follow("Look at my skin")
    at_home.chooses("back", "yes")
    at_home.phone.follow("Save")
    assert at_home.phone.go("/heat/") == 200


def test_nothing_moves_after_cold_until_the_feeling_is_back(at_home: Someone) -> None:
    starts(at_home, "cold")
    at_home.waits(minutes=30)
    at_home.phone.reload()
    ends(at_home, Skin.NORMAL, "cold")
    after = at_home.phone.path

    at_home.phone.go("/today/")
    assert at_home.phone.page.get_by_role("link", name="Start", exact=True).count() == 0
    at_home.phone.go(after)
    at_home.chooses("back", "yes")
    at_home.phone.follow("Save")
    assert len(at_home.recorded(FeelingBack)) == 1
    at_home.phone.go("/today/")
    assert at_home.phone.page.get_by_role("link", name="Start", exact=True).count() == 1
