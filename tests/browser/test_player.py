"""The player's script: its keys and sizes, and that it waits. How it is heard: `test_voice`."""

import re

from playwright.sync_api import expect

from loosen.vocabulary import StepEnded

from .someone import Someone


def test_the_sound_can_be_turned_off_and_stays_so(in_session: Someone) -> None:
    label = in_session.phone.page.locator("[data-sound-label]")
    expect(label).to_have_text("Beeps")
    in_session.phone.tap(in_session.phone.page.locator("[data-sound]"))
    expect(label).to_have_text("Quiet")
    in_session.phone.page.reload()
    expect(label).to_have_text("Quiet")


def test_the_count_and_the_cue_can_be_read_from_two_metres(in_session: Someone) -> None:
    in_session.player.toggles()
    in_session.phone.page.clock.run_for(500)
    sizes = [
        float(one.evaluate("element => parseFloat(getComputedStyle(element).fontSize)"))
        for one in (in_session.player.count, in_session.player.cue)
    ]
    assert sizes[0] >= 96
    assert sizes[1] >= 40


def test_stop_it_hurts_is_in_sight_while_it_runs(in_session: Someone) -> None:
    in_session.player.toggles()
    stop = in_session.phone.page.locator("[data-stop]")
    expect(stop).to_be_in_viewport(ratio=1)
    box = stop.bounding_box()
    assert box is not None
    assert box["height"] >= 56


def test_space_starts_pauses_and_goes_on(in_session: Someone) -> None:
    keyboard = in_session.phone.page.keyboard
    states = []
    for _ in range(3):
        keyboard.press("Space")
        states.append(in_session.player.state)
    assert states == ["running", "paused", "running"]


def test_the_question_mark_lists_the_keys_and_esc_closes_them_without_stopping(
    in_session: Someone,
) -> None:
    page = in_session.phone.page
    page.keyboard.press("?")
    expect(page.locator("[data-keys]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-keys]")).to_be_hidden()
    assert "/stop/" not in in_session.phone.path


def test_the_escape_key_stops_the_session(in_session: Someone) -> None:
    page = in_session.phone.page
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile("/stop/"))
    in_session.phone.sees("How to come out of it")


def test_the_right_arrow_goes_on_and_the_left_arrow_looks_back(in_session: Someone) -> None:
    page, before = in_session.phone.page, in_session.player.place
    with page.expect_navigation():
        page.keyboard.press("ArrowRight")
    after = in_session.player.place
    assert after != before
    with page.expect_navigation():
        page.keyboard.press("ArrowLeft")
    assert in_session.player.place == before


def test_at_its_end_a_step_waits_and_after_two_silent_minutes_offers_help(
    in_session: Someone,
) -> None:
    in_session.player.is_led_through()
    ended = len(in_session.recorded(StepEnded))
    page = in_session.phone.page
    help_ = page.locator('[data-module="waiting"]')
    page.clock.run_for(110_000)
    expect(help_).to_be_hidden()
    page.clock.run_for(20_000)
    expect(help_).to_be_visible()
    page.clock.run_for(600_000)
    assert in_session.player.state == "done"
    assert len(in_session.recorded(StepEnded)) == ended


def test_any_sign_of_life_starts_the_two_minutes_anew(in_session: Someone) -> None:
    in_session.player.is_led_through()
    page = in_session.phone.page
    page.clock.run_for(110_000)
    page.keyboard.press("Tab")
    page.clock.run_for(110_000)
    expect(page.locator('[data-module="waiting"]')).to_be_hidden()


def test_nobody_is_disturbed_while_a_step_still_runs(in_session: Someone) -> None:
    page = in_session.phone.page
    page.clock.run_for(130_000)  # reading takes its time
    in_session.player.toggles()
    page.clock.run_for(10_000)
    in_session.player.toggles()  # paused, for as long as it takes
    page.clock.run_for(300_000)
    expect(page.locator('[data-module="waiting"]')).to_be_hidden()
    assert page.locator('[data-module="waiting"]').get_attribute("hidden") is not None
