"""How a session is heard: one mouth, the device's own voice, tones, shaking; all is written."""

import pytest
from playwright.sync_api import expect

from loosen.web.records.preferences import Buzz, Preferences, Voice

from . import people
from .someone import Someone
from .voices import OF_A_CLOUD, OWN, Device, device_with


def wishes(someone: Someone, voice: Voice, buzz: Buzz = Buzz.ON) -> None:
    """Chosen in the settings."""
    chosen = Preferences(voice=voice, buzz=buzz)
    someone.given(lambda: people.visit().owner.keep_preferences(chosen))


def led_on(someone: Someone, voice: Voice, *voices: str, buzz: Buzz = Buzz.ON) -> Device:
    """This page again, on such a device; then its first twelve seconds."""
    wishes(someone, voice, buzz)
    device = device_with(someone.phone.page, *voices)
    someone.phone.reload()
    someone.player.toggles()
    for _ in range(12):
        someone.phone.page.clock.run_for(1000)
    return device


def heard(someone: Someone) -> str:
    """What a screen reader is given to say."""
    return someone.phone.page.locator("[data-heard]").inner_text()


# --- whose voice -----------------------------------------------------------------------------


def test_it_speaks_with_the_device_s_own_voice_alone(in_session: Someone) -> None:
    device = led_on(in_session, Voice.ON, OF_A_CLOUD, OWN)
    assert {voice for _, voice in device.kept("said")} == {"own"}
    assert device.said[0].startswith(in_session.phone.heading)
    assert "3" in device.said


def test_a_voice_of_a_cloud_is_never_used(in_session: Someone) -> None:
    device = led_on(in_session, Voice.ON, OF_A_CLOUD)
    assert device.said == []
    assert device.tones != []
    expect(in_session.phone.page.locator("[data-sound-label]")).to_have_text("Beeps")


def test_voices_that_are_found_late_are_used(in_session: Someone) -> None:
    device = led_on(in_session, Voice.ON)
    device.finds_voices(OWN)
    expect(in_session.phone.page.locator("[data-sound-label]")).to_have_text("Voice")
    in_session.player.toggles()
    assert device.said == ["Paused"]


# --- one mouth -------------------------------------------------------------------------------


def test_what_a_voice_says_is_written_and_kept_from_the_screen_reader(in_session: Someone) -> None:
    device = led_on(in_session, Voice.ON, OWN)
    assert device.said
    assert heard(in_session) == ""
    assert in_session.player.cue.inner_text()
    assert in_session.phone.page.locator(".player__stage [aria-live]").count() == 1


def test_without_a_voice_the_screen_reader_is_told_but_not_every_second(
    in_session: Someone,
) -> None:
    in_session.player.toggles()
    in_session.phone.page.clock.run_for(500)
    assert heard(in_session).endswith("Get ready.")
    in_session.phone.page.clock.run_for(3000)
    assert heard(in_session).endswith("Get ready.")
    assert in_session.player.count.get_attribute("aria-live") is None


def test_who_has_a_screen_reader_hears_no_second_voice(in_session: Someone) -> None:
    device = led_on(in_session, Voice.READER, OWN)
    assert device.said == []
    assert heard(in_session) != ""
    labels = in_session.phone.page.locator("[data-sound-label]")
    for expected in ("Beeps", "Quiet", "Beeps"):
        expect(labels).to_have_text(expected)
        in_session.phone.page.keyboard.press("m")
    in_session.phone.go("/screen/legs/")
    expect(in_session.phone.page.locator('[data-module="read-aloud"]')).to_be_hidden()


# --- what is said ----------------------------------------------------------------------------


def test_at_the_end_the_question_and_what_comes_next_are_said(in_session: Someone) -> None:
    wishes(in_session, Voice.ON)
    device = device_with(in_session.phone.page, OWN)
    in_session.phone.reload()
    in_session.player.is_led_through()
    question = in_session.phone.page.locator("[data-finished] legend").inner_text()
    assert question in device.said[-1]
    assert in_session.player.lead["words"]["next_up"] in device.said[-1]
    assert heard(in_session) == ""


def test_who_chose_the_voice_has_a_page_read_without_a_tap_and_can_stop_it(
    someone: Someone,
) -> None:
    someone.comes_in()
    wishes(someone, Voice.ON)
    device = device_with(someone.phone.page, OWN)
    someone.phone.go("/screen/legs/")
    button = someone.phone.page.locator('[data-module="read-aloud"]')
    assert len(device.said) == 1
    expect(button).to_have_text("Stop reading")
    someone.phone.tap(button)
    expect(button).to_have_text("Read aloud")
    assert len(device.said) == 1


def test_who_did_not_choose_it_taps_and_the_button_goes_back_at_the_end(someone: Someone) -> None:
    someone.comes_in()
    device = device_with(someone.phone.page, OWN)
    someone.phone.go("/screen/legs/")
    assert device.said == []
    button = someone.phone.page.locator('[data-module="read-aloud"]')
    someone.phone.tap(button)
    assert len(device.said) == 1
    device.finishes_speaking()
    expect(button).to_have_text("Read aloud")


def test_the_breath_is_led_once_the_page_has_been_read(someone: Someone) -> None:
    someone.given(people.screened)
    someone.comes_in()
    wishes(someone, Voice.ON)
    device = device_with(someone.phone.page, OWN)
    someone.phone.go("/breathing/slow-breathing/")
    page = someone.phone.page
    page.clock.run_for(12_000)
    assert len(device.said) == 1
    device.finishes_speaking()
    for _ in range(12):
        page.clock.run_for(1000)
        device.finishes_speaking()
    assert {"Breathe in", "Breathe out"} <= set(device.said[1:])


# --- tones, quiet, shaking -------------------------------------------------------------------


def test_tones_are_softer_under_the_voice(in_session: Someone) -> None:
    under = led_on(in_session, Voice.ON, OWN).tones
    in_session.phone.page.keyboard.press("m")
    alone = led_on(in_session, Voice.OFF, OWN).tones
    assert under
    assert alone
    assert max(under) < min(alone) / 2


def test_quiet_is_silent_and_the_hand_still_feels_each_change(in_session: Someone) -> None:
    in_session.phone.page.evaluate("localStorage.setItem('loosen-sound-on', 'quiet')")
    device = led_on(in_session, Voice.ON, OWN)
    assert device.tones == []
    assert device.said == []
    assert device.buzzes != []


def test_the_buzz_can_be_turned_off(in_session: Someone) -> None:
    device = led_on(in_session, Voice.OFF, OWN, buzz=Buzz.OFF)
    assert device.tones != []
    assert device.buzzes == []


@pytest.mark.parametrize(("wish", "label"), [(Voice.ON, "Voice"), (Voice.OFF, "Beeps")])
def test_a_new_choice_in_the_settings_is_not_outvoted_by_an_old_tap(
    in_session: Someone, wish: Voice, label: str
) -> None:
    other = Voice.OFF if wish is Voice.ON else Voice.ON
    led_on(in_session, other, OWN)
    in_session.phone.page.keyboard.press("m")
    wishes(in_session, wish)
    in_session.phone.reload()
    expect(in_session.phone.page.locator("[data-sound-label]")).to_have_text(label)
