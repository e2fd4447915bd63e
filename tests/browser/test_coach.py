"""The coach's page as a person meets it: watched, counted, left by its camera, and finished."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request, expect

from loosen.library.current import load_content
from loosen.movement import replay, replay_felt
from loosen.movement.motions import read_motions
from loosen.movement.recording import read_recording
from loosen.vocabulary import CountedBy, Got, SetMeasured

from ..movement.recorded import a_set, measured
from ..movement.worn_sets import REAL, doing
from ..movement.worn_sets import a_set as a_wearing
from .coached import Coached, bridges, lifted, smaller
from .conftest import OpenPhone
from .own_motion import MovedPhone
from .phone import Phone
from .server import aside
from .someone import Someone
from .voices import OWN, device_with

FIRST = 190  # frames: lying down, and the first two of five bridges


@pytest.fixture
def phone(open_phone: OpenPhone, windowed: Browser) -> Phone:
    """A browser without windows has no sensors."""
    return open_phone(windowed)


@pytest.fixture
def coached(someone: Someone) -> Coached:
    """Someone whose step in hand is a bridge, on the coach's page."""
    from . import coach_scenes  # its tables are known once Django stands

    watched = Coached(someone)
    url = aside(lambda: coach_scenes.ready("bridge", "pelvic-tilt"))
    someone.comes_in()
    someone.phone.go(url.removesuffix("coach/"))
    someone.phone.follow("Let the camera or this phone count")
    return watched


def test_a_set_is_counted_by_camera_and_finished_by_tap(coached: Coached, tmp_path: Path) -> None:
    asked: list[str] = []
    page, phone = coached.page, coached.someone.phone
    phone.tap(page.locator("label.tick"))
    coached.is_watched()
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append(of(request)))
    is_refused_before_it_is_in_place(coached)
    is_counted_with_a_cue(coached)
    loses_its_camera(coached)
    # Not one request in the whole set; the tab's icon the browser looks at when it likes.
    assert [one for one in asked if not one.endswith("/static/icon.svg")] == []
    phone.sees("3 by camera")
    phone.sees("2 by tap")
    phone.follow("Done - next")
    phone.sees("How bad is your pain now?")
    is_recorded(coached)
    keeps_what_was_asked_for(coached, tmp_path)


def is_refused_before_it_is_in_place(coached: Coached) -> None:
    """Not side-on, then another exercise: it says so, and counts nothing."""
    coached.seen(a_set("bridge", off_deg=50).frames[:60])
    coached.says("Turn side-on")
    coached.stands_beside()
    coached.seen(a_set("knee-to-chest", as_seen_for="bridge").frames[:200])
    coached.says("Now get into the start position")
    coached.counts(0)


def is_counted_with_a_cue(coached: Coached) -> None:
    """Three bridges; in the third the hips go too high. The figure lies over who does them."""
    frames = bridges()
    reach = coached.part("reach")
    coached.seen(frames[:30])
    coached.is_in("set")
    coached.is_laid_over()
    expect(reach).to_have_attribute("points", "")  # nobody knows yet how far they go
    coached.seen(frames[30:FIRST])
    coached.counts(1)
    coached.is_laid_over()
    expect(reach).to_have_attribute("points", re.compile(r"^[\d.]+ [\d.]+ [\d.]+ [\d.]+$"))
    coached.seen(lifted(frames)[FIRST:290])
    coached.says("Stop at a straight line")
    coached.counts(2)
    coached.seen(frames[290:380])
    coached.counts(3)
    coached.seen([replace(one, lm=(), people=0) for one in frames[:20]])
    coached.stands_beside()
    assert size(coached, "count") >= 96
    assert size(coached, "cue") >= 40


def loses_its_camera(coached: Coached) -> None:
    """The count stays, and goes on by any key and by tap."""
    coached.page.evaluate("pullCamera()")
    coached.says("Your count stays")
    coached.counts(3)
    coached.page.keyboard.press("x")
    coached.counts(4)
    coached.someone.phone.tap(coached.part("tap"))
    coached.is_in("finished")


def is_recorded(coached: Coached) -> None:
    """Once, with what counted which of them."""
    [told] = coached.someone.recorded(SetMeasured)
    assert [(one.by, one.count) for one in told.parts] == [
        (CountedBy.CAMERA, 3),
        (CountedBy.TAP, 2),
    ]
    assert "hips-uneven-line" in told.cues
    assert told.own_range is not None
    [entry] = [one for one in coached.someone.entries() if one.payload == told]
    assert entry.source is Got.CAMERA
    assert entry.confidence is not None


def keeps_what_was_asked_for(coached: Coached, folder: Path) -> None:
    """The recording is listed, plays, is a file that `replay` reads, and can be thrown away."""
    phone, page = coached.someone.phone, coached.page
    phone.go("/coach/recordings/")
    phone.sees("Bridge")
    phone.tap(page.locator("[data-play]"))
    legs = page.locator('[data-bones="legs"]')
    expect(legs).to_have_attribute("d", re.compile("^M[0-9]"))
    with page.expect_download() as taken:
        phone.tap(page.locator("[data-take]"))
    file = folder / "set.npz"
    taken.value.save_as(file)
    frames = read_recording(file)
    assert len(frames) == coached.frames
    measure = measured("bridge")
    assert replay(frames, measure).count == 3
    phone.tap(page.locator("[data-drop]"))
    phone.sees("No recordings")
    page.reload()
    phone.sees("No recordings")


def test_without_the_camera_the_set_goes_on_and_a_slow_hand_is_led_by_the_clock(
    coached: Coached,
) -> None:
    page = coached.page
    device = device_with(page, OWN)
    page.reload()
    page.evaluate("globalThis.isCameraRefused = true")
    coached.uses("camera")
    coached.says("The camera stays off")
    coached.is_in("set")
    # Nobody reads a screen from three metres: who asks for the camera hears it, with no more taps.
    assert any("The camera stays off" in words for words in device.said)
    page.keyboard.press("x")
    coached.counts(1)
    page.clock.fast_forward(31_000)
    coached.says("the clock leads now")
    expect(coached.part("counts-by")).to_have_text("The clock leads")
    page.clock.run_for(7_500)
    coached.counts(2)
    coached.someone.phone.tap(coached.part("finish"))
    coached.is_in("finished")
    coached.someone.phone.sees("1 by the clock")

    # It was one more: what the person says is kept.
    page.locator("[data-by-hand] input").fill("3")
    coached.someone.phone.follow("Done - next")
    [told] = coached.someone.recorded(SetMeasured)
    assert (told.count, told.counted_by) == (3, CountedBy.TAP)


def of(request: Request) -> str:
    return f"{request.method} {request.url}"


def size(coached: Coached, name: str) -> float:
    return float(
        coached.part(name).evaluate("element => parseFloat(getComputedStyle(element).fontSize)")
    )


def test_a_set_that_gets_smaller_while_it_hurts_more_ends_early(someone: Someone) -> None:
    from . import coach_scenes

    url = aside(lambda: coach_scenes.ready("bridge", reps=10))
    coached = Coached(someone)
    someone.comes_in()
    someone.phone.go(url)
    coached.is_watched()
    small = smaller(bridges())
    coached.seen(bridges()[:380])
    coached.counts(3)
    coached.seen(small[30:250])
    expect(coached.part("pain")).to_be_visible()
    someone.phone.tap(coached.part("pain").locator('button[value="7"]'))
    expect(coached.part("pain")).to_be_hidden()
    coached.seen(small[250:260])
    coached.is_in("finished")
    coached.someone.phone.sees("by camera")


def test_a_set_of_pelvic_tilts_is_felt_by_the_phone_on_the_belly(
    someone: Someone, tmp_path: Path
) -> None:
    from . import coach_scenes

    url = aside(lambda: coach_scenes.ready("pelvic-tilt"))
    felt = Coached(someone)
    someone.comes_in()
    someone.phone.go(url.removesuffix("coach/"))
    someone.phone.follow("Let this phone count")
    moved = MovedPhone(felt.page)
    quick = replace(doing("pelvic-tilt", reps=2), way_s=1.2, hold_s=0.8, pause_s=0.6)
    readings = a_wearing("pelvic-tilt", quick, sensor=replace(REAL, rate_hz=25)).motions
    moved.feels(readings[0])
    someone.phone.tap(felt.page.locator("label.tick"))
    felt.uses("phone")
    felt.is_in("set-up")
    asked: list[str] = []
    felt.page.wait_for_load_state("networkidle")
    felt.page.on("request", lambda request: asked.append(of(request)))
    moved.lives_through(readings)
    felt.is_in("set")
    felt.counts(2)
    drawn = felt.part("tilt").get_attribute("transform")
    assert drawn is not None
    assert drawn.startswith("rotate(")
    someone.phone.tap(felt.part("finish"))
    felt.is_in("finished")
    someone.phone.sees("2 by this phone")
    assert [one for one in asked if not one.endswith("/static/icon.svg")] == []
    someone.phone.follow("Done - next")
    [told] = someone.recorded(SetMeasured)
    assert [(one.by, one.count) for one in told.parts] == [(CountedBy.PHONE, 2)]
    assert (told.signal, told.view) == ("phone-tilt", None)
    [entry] = [one for one in someone.entries() if one.payload == told]
    assert entry.source is Got.PHONE_SENSOR
    plays_what_was_felt(felt, tmp_path)


def plays_what_was_felt(felt: Coached, folder: Path) -> None:
    """The recording is listed, tips as the phone did, is a file for `replay`, can be deleted."""
    phone, page = felt.someone.phone, felt.page
    phone.go("/coach/recordings/")
    phone.sees("Pelvic tilt")
    phone.tap(page.locator("[data-play]"))
    drawn = page.locator("[data-tilt]")
    expect(drawn).to_have_attribute("transform", re.compile(r"^rotate\(-?[1-9]"))
    with page.expect_download() as taken:
        phone.tap(page.locator("[data-take]"))
    file = folder / "felt.npz"
    taken.value.save_as(file)
    held, measure = read_motions(file), load_content().exercises["pelvic-tilt"].measuring.phone
    assert held.sense == 1
    assert measure is not None
    assert replay_felt(held.motions, measure, sense=held.sense).count == 2
    phone.tap(page.locator("[data-drop]"))
    phone.sees("No recordings")
    page.reload()
    phone.sees("No recordings")
