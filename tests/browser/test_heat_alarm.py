"""Heat with the tab hidden and the laptop slept in between: the true clock, the alarm, the note."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, expect

from loosen.vocabulary import HeatSetting, PackPlace, RemedyUsed, Skin

from . import people
from .conftest import OpenPhone
from .packs import answers_the_alarm, ends, now_due, sounding, starts
from .phone import Phone
from .server import NOON
from .someone import Someone

LOCKED = 403

# What comes out of the loudspeaker, and which notes the browser was asked to show.
HEARD = """
window.heard = 0;
const make = AudioContext.prototype.createOscillator;
AudioContext.prototype.createOscillator = function () {
  window.heard += 1;
  return make.call(this);
};
"""
NOTED = """
window.notes = [];
const Shown = window.Notification;
window.Notification = class extends Shown {
  constructor(title, told) {
    super(title, told);
    window.notes.push(this);
  }
  close() {
    window.notes.splice(window.notes.indexOf(this), 1);
    super.close();
  }
};
"""
ONE_LINE = "notes.map((one) => `${one.title} ${one.body}`)"
WITHOUT_NOTES = "delete window.Notification;"


@pytest.fixture
def phone(open_phone: OpenPhone, windowed: Browser) -> Phone:
    """A browser without windows shows no note, whatever it is allowed."""
    return open_phone(windowed)


@pytest.fixture
def at_home(someone: Someone) -> Someone:
    """Someone with nothing found; what sounds and what is noted is written down."""
    someone.phone.context.add_init_script(HEARD + NOTED)
    someone.given(people.screened)
    someone.comes_in()
    return someone


def looks_at(phone: Phone, *, is_seen: bool) -> None:
    """Another tab is in front, or this one again."""
    state = "visible" if is_seen else "hidden"
    phone.page.evaluate(
        """(state) => {
          const now = (value) => ({ value, configurable: true });
          Object.defineProperty(document, "hidden", now(state === "hidden"));
          Object.defineProperty(document, "visibilityState", now(state));
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
        state,
    )


def goes_by(someone: Someone, minutes: float) -> None:
    """Time that the page lives through."""
    someone.hands.go_on(minutes=minutes)
    someone.phone.page.clock.run_for(int(minutes * 60_000))


def heard(someone: Someone) -> int:
    return int(someone.phone.page.evaluate("heard"))


def test_heat_with_the_tab_hidden_and_the_laptop_slept_in_between(at_home: Someone) -> None:
    phone = at_home.phone
    starts(at_home, "heat")
    goes_by(at_home, 1)
    looks_at(phone, is_seen=False)
    assert heard(at_home) == 0
    goes_by(at_home, 4.1)
    expect(sounding(at_home)).to_have_count(1)
    before = heard(at_home)
    goes_by(at_home, 0.5)
    assert heard(at_home) > before > 0  # and on and on, though nobody looks

    looks_at(phone, is_seen=True)
    expect(now_due(at_home)).to_have_text("Look at your skin")
    answers_the_alarm(at_home)
    assert phone.heading == "Look at your skin"
    at_home.chooses("skin", Skin.PINK.value)
    phone.follow("I have looked")
    assert phone.heading == "Heat is on"
    expect(phone.page.locator("[data-left]")).to_have_text(re.compile("9:2[0-4]"))

    at_home.waits(minutes=34)  # the lid is shut: no timer of the page runs
    expect(now_due(at_home)).to_have_text("Take it off now")
    before = heard(at_home)
    goes_by(at_home, 0.2)
    assert heard(at_home) > before
    answers_the_alarm(at_home)
    ends(at_home, Skin.NORMAL)

    [used] = at_home.recorded(RemedyUsed)[-1:]
    assert (used.started_at, used.agreed_s) == (NOON, 900)
    assert used.ended_at == at_home.hands.at
    assert used.ended_at - used.started_at == timedelta(minutes=39.8)
    assert (used.skin, used.place) == (Skin.NORMAL, PackPlace.LOW_MIDDLE)
    assert (used.has_layer, used.setting) == (True, HeatSetting.LOW)
    assert phone.go("/heat/") == LOCKED
    phone.sees("You can use it again from 13:39")


def asks_for_notes(someone: Someone) -> None:
    someone.phone.tap(someone.phone.page.get_by_role("button", name="Tell me in other tabs too"))


def test_a_hidden_tab_is_noted_and_the_note_tells_nothing_of_the_person(at_home: Someone) -> None:
    phone = at_home.phone
    phone.context.grant_permissions(["notifications"], origin=phone.watch.origin)
    starts(at_home, "heat")
    phone.sees("Then the browser shows you a note.")
    looks_at(phone, is_seen=False)
    goes_by(at_home, 5.1)
    assert phone.page.evaluate(ONE_LINE) == ["Time! Please open the page."]
    looks_at(phone, is_seen=True)
    assert phone.page.evaluate(ONE_LINE) == []


def test_whoever_looks_at_the_page_gets_no_note(at_home: Someone) -> None:
    phone = at_home.phone
    phone.context.grant_permissions(["notifications"], origin=phone.watch.origin)
    starts(at_home, "heat")
    goes_by(at_home, 5.1)
    expect(sounding(at_home)).to_have_count(1)
    assert phone.page.evaluate(ONE_LINE) == []


def test_the_browser_is_asked_on_a_tap_alone_and_a_no_is_the_last_word(at_home: Someone) -> None:
    page = at_home.phone.page
    at_home.phone.context.add_init_script(
        """window.asked = 0;
        let word = "default";
        Object.defineProperty(Notification, "permission", { get: () => word });
        Notification.requestPermission = async () => {
          window.asked += 1;
          return (word = "denied");
        };
        """
    )
    starts(at_home, "heat")
    goes_by(at_home, 0.5)
    assert page.evaluate("asked") == 0
    asks_for_notes(at_home)
    at_home.phone.sees("This browser is set to show no notes from here.")
    assert page.evaluate("asked") == 1
    expect(page.get_by_role("button", name="Tell me in other tabs too")).to_be_hidden()


def test_a_browser_that_shows_no_notes_says_so_and_rings_all_the_same(at_home: Someone) -> None:
    at_home.phone.context.add_init_script(WITHOUT_NOTES)
    starts(at_home, "heat")
    at_home.phone.sees("This browser cannot show notes from here.")
    looks_at(at_home.phone, is_seen=False)
    goes_by(at_home, 5.1)
    assert heard(at_home) > 0
