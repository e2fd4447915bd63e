"""Sitting as a person meets it: seen, compared with the own start, nudged once, left in peace."""

import re

import pytest
from playwright.sync_api import Locator, expect

from loosen.cohort.sitting import Manner

from ..movement.seated import Frames, hand_up, nobody, sits
from . import people
from .coached import LOADS_MS, Coached
from .measure import axe_finds, runs_over, small_targets
from .phone import Phone
from .someone import Someone
from .voices import OWN, Device, device_with

NUDGE = "You have sat lower for a while."


@pytest.fixture
def seated(someone: Someone) -> Coached:
    """Somebody on the page about sitting, reached from the library."""
    watched = Coached(someone)
    someone.given(people.screened)
    someone.comes_in()
    someone.phone.go("/library/")
    someone.phone.follow("How you sit")
    return watched


def root(seated: Coached) -> Locator:
    return seated.page.locator('[data-module="sitting"]')


def is_in(seated: Coached, state: str) -> None:
    expect(root(seated)).to_have_attribute("data-state", state, timeout=LOADS_MS)


def says(seated: Coached, words: str) -> None:
    expect(seated.part("cue")).to_contain_text(words)


def test_who_sinks_is_nudged_once_and_nothing_leaves_the_page_or_is_kept(seated: Coached) -> None:
    page, phone = seated.page, seated.someone.phone
    before = seated.someone.entries()
    device = device_with(page, OWN)
    page.reload()
    phone.sees("The picture stays in this page. It is not sent and not kept.")
    phone.sees("There is no single right posture.")
    phone.tap(page.locator("[data-choose] [data-begin]"))
    is_in(seated, "set-up")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    is_called_into_the_picture(seated)
    sinks(seated, device)
    rests_by_hand(seated)
    takes_a_new_start(seated)
    page.evaluate("pullCamera()")
    is_in(seated, "ended")
    phone.sees("The camera is gone")
    assert [one for one in asked if not one.endswith("/static/icon.svg")] == []
    assert seated.someone.entries() == before


def is_called_into_the_picture(seated: Coached) -> None:
    """A video is there to look at, and the page says what is in the way."""
    seated.seen(nobody(0, 3))
    says(seated, "I cannot see you yet.")
    expect(seated.part("drawing")).to_be_hidden()


def sinks(seated: Coached, device: Device) -> None:
    """Two outlines and one line that sinks; one nudge, spoken and written."""
    frames = sits()
    seated.seen(frames[:44])
    is_in(seated, "watch")
    says(seated, "I watch, and say nothing for now.")
    seated.seen(frames[44:-4])
    says(seated, "You sit lower than at your start.")
    expect(seated.part("nudge")).to_contain_text(NUDGE)
    assert head_y(seated, "now") > head_y(seated, "own") + 4
    levels = [level_y(seated, name) for name in ("own-level", "now-level")]
    assert levels[0] < levels[1]
    assert is_well_made(seated.someone.phone) == []
    assert sum(NUDGE in words for words in device.said) == 1
    assert any("I cannot see you yet." in words for words in device.said)


def is_well_made(phone: Phone) -> list[str]:
    """What is wrong with the page as it watches, by light and in the dark."""
    found = [*axe_finds(phone), *runs_over(phone), *small_targets(phone)]
    phone.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    return found + list(axe_finds(phone, only=("color-contrast",)))


def rests_by_hand(seated: Coached) -> None:
    """A raised hand pauses, the next one goes on; in between nothing is judged."""
    frames = sits(Manner.UPRIGHT)
    seated.seen(hand_up(frames[:12]))
    says(seated, "Paused.")
    expect(seated.part("pause-label")).to_have_text("Go on")
    seated.seen(frames[:12])
    says(seated, "Paused.")
    seated.seen(hand_up(frames[:12]))
    expect(seated.part("pause-label")).to_have_text("Pause")


def takes_a_new_start(seated: Coached) -> None:
    """What is low now is the start from now on."""
    seated.someone.phone.tap(seated.part("anew"))
    is_in(seated, "set-up")
    expect(seated.part("nudge")).to_be_hidden()
    low: Frames = tuple(one for one in sits() if one.t_s > 16)
    seated.seen(low[:-10])
    is_in(seated, "watch")
    says(seated, "You sit as you did at your start.")


def test_without_a_camera_it_says_what_works_too(seated: Coached) -> None:
    seated.page.evaluate("globalThis.isCameraRefused = true")
    seated.someone.phone.tap(seated.page.locator("[data-choose] [data-begin]"))
    is_in(seated, "ended")
    seated.someone.phone.sees("The camera stays off.")
    seated.someone.phone.sees("change how you sit before you get stiff")


def head_y(seated: Coached, name: str) -> float:
    path = seated.part(name).locator("[data-head]").get_attribute("d") or ""
    return float(path.removeprefix("M").split("h")[0].split()[1])


def level_y(seated: Coached, name: str) -> float:
    moved = seated.part(name).get_attribute("transform") or ""
    found = re.search(r"translate\(0 ([\d.]+)\)", moved)
    assert found is not None
    return float(found[1])
