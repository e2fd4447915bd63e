"""The drawn figure: it leads, it turns, it holds still where that is wished; a card stands in."""

import pytest
from playwright.sync_api import expect

from . import people
from .conftest import OpenPhone
from .phone import LAPTOP, PHONE
from .readers import Reader, do, reader_of
from .server import Hands, Server
from .someone import Someone

SEEN = "document.querySelector('.figure__canvas').toDataURL()"


@pytest.fixture
def reader(open_phone: OpenPhone, home: Server, hands: Hands) -> Reader:
    """Someone with everything open who looks at a move, with wishes of their own."""
    return reader_of(open_phone, home, hands)


def moves(someone: Someone, ms: int = 900) -> bool:
    """Whether the picture is another one after so long."""
    page = someone.phone.page
    page.clock.run_for(200)
    before = page.evaluate(SEEN)
    page.clock.run_for(ms)
    return bool(page.evaluate(SEEN) != before)


def test_it_plays_in_the_library_and_can_be_held_and_turned(reader: Reader) -> None:
    someone = reader()
    expect(someone.phone.page.locator(".figure__canvas")).to_be_visible()
    assert moves(someone)
    do(someone, "pause")
    assert not moves(someone)
    before = someone.phone.page.evaluate(SEEN)
    do(someone, "turn")
    assert someone.phone.page.evaluate(SEEN) != before


def test_without_motion_it_shows_key_poses_with_their_words(reader: Reader) -> None:
    someone = reader(reduced_motion="reduce")
    page = someone.phone.page
    expect(page.locator("[data-do=pose]")).to_be_visible()
    expect(page.locator("[data-do=pause]")).to_be_hidden()
    page.clock.run_for(200)
    expect(page.locator(".figure__label")).not_to_be_empty()
    assert not moves(someone)
    before = page.evaluate(SEEN)
    do(someone, "pose")
    page.clock.run_for(200)
    assert page.evaluate(SEEN) != before


def test_without_script_the_card_stands_there(reader: Reader) -> None:
    page = reader(java_script_enabled=False).phone.page
    expect(page.locator(".figure__card")).to_be_visible()
    expect(page.locator(".figure__controls")).to_be_hidden()


def test_where_the_track_cannot_be_had_the_card_stays(reader: Reader) -> None:
    someone = reader()
    page = someone.phone.page
    page.route("**/figures/track/**", lambda route: route.fulfill(status=200, body="no"))
    page.reload()
    page.clock.run_for(500)
    expect(page.locator(".figure__card")).to_be_visible()
    assert page.locator(".figure__canvas").count() == 0


def test_it_leads_the_step_and_stands_still_while_paused(someone: Someone) -> None:
    someone.given(people.screened)
    someone.given(people.awake)
    someone.comes_in()
    someone.phone.go("/session/start/")
    someone.player.tells_pain(4)
    someone.phone.follow("Start the session")
    page = someone.phone.page
    while page.locator("[data-figure] [data-track]").count() == 0:
        someone.player.presses("skip")
    expect(page.locator(".figure__canvas")).to_be_visible()
    someone.player.toggles()
    page.clock.run_for(6000)
    assert moves(someone)
    box = page.locator(".figure__box").bounding_box()
    assert box is not None
    assert box["width"] >= 320
    assert box["height"] >= 250
    someone.player.toggles()
    assert not moves(someone)


# --- its buttons -----------------------------------------------------------------------------

SIZES = pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["phone", "laptop"])
INKS = """() => {
  const $canvas = document.querySelector('.figure__canvas');
  const { data } = $canvas.getContext('2d').getImageData(0, 0, $canvas.width, $canvas.height);
  const found = new Map();
  for (let n = 0; n < data.length; n += 4) {
    const ink = data.slice(n, n + 4).join();
    found.set(ink, (found.get(ink) ?? 0) + 1);
  }
  return [...found.values()].filter(count => count > 100).length;
}"""


def shown_for_ms(someone: Someone, words: str) -> int:
    """For how long the figure bears these words, from the next time that they come."""
    page = someone.phone.page
    # A clock that goes on by itself would count how busy the machine is.
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 1)
    shown_ms = 0
    is_counted = False  # once it was seen without them
    for _ in range(300):
        page.clock.run_for(100)
        is_shown = page.locator(".figure__label").inner_text() == words
        if is_counted and shown_ms and not is_shown:
            return shown_ms
        is_counted = is_counted or not is_shown
        shown_ms += 100 * (is_counted and is_shown)
    raise AssertionError(f"{words} did not come and go")


@SIZES
def test_slow_takes_twice_as_long(reader: Reader, viewport: object) -> None:
    someone = reader(viewport=viewport)
    expect(someone.phone.page.locator(".figure__canvas")).to_be_visible()
    usual = shown_for_ms(someone, "Round, like a cat")
    do(someone, "slow")
    expect(someone.phone.page.locator("[data-do=slow]")).to_have_attribute("aria-pressed", "true")
    assert shown_for_ms(someone, "Round, like a cat") == pytest.approx(2 * usual, abs=300)


@SIZES
def test_every_button_has_a_name_and_mirror_shows_the_other_side(
    reader: Reader, viewport: object
) -> None:
    someone = reader(viewport=viewport)
    page = someone.phone.page
    names = ("Pause", "Slow", "Mirror", "Turn")
    for name in names:
        expect(page.locator(".figure__controls").get_by_role("button", name=name)).to_be_visible()
    do(someone, "pause")
    page.clock.run_for(200)
    before = page.evaluate(SEEN)
    do(someone, "mirror")
    page.clock.run_for(200)
    assert page.evaluate(SEEN) != before
    do(someone, "mirror")
    page.clock.run_for(200)
    assert page.evaluate(SEEN) == before


def test_no_two_key_poses_look_alike(reader: Reader) -> None:
    someone = reader(reduced_motion="reduce")
    page = someone.phone.page
    expect(page.locator(".figure__canvas")).to_be_visible()
    seen = {}
    for _ in range(4):
        page.clock.run_for(200)
        seen[page.locator(".figure__label").inner_text()] = page.evaluate(SEEN)
        do(someone, "pose")
    assert seen.keys() == {"Start", "Round, like a cat", "Let it sink"}
    assert len(set(seen.values())) == 3


def test_whoever_asks_for_no_motion_while_it_plays_gets_none(reader: Reader) -> None:
    someone = reader()
    page = someone.phone.page
    expect(page.locator(".figure__canvas")).to_be_visible()
    assert moves(someone)
    page.emulate_media(reduced_motion="reduce")
    assert not moves(someone)
    expect(page.locator("[data-do=pose]")).to_be_visible()
    expect(page.locator("[data-do=pause]")).to_be_hidden()


def test_the_devices_few_colours_leave_it_its_own(reader: Reader) -> None:
    someone = reader(forced_colors="active")
    expect(someone.phone.page.locator(".figure__canvas")).to_be_visible()
    someone.phone.page.clock.run_for(300)
    assert someone.phone.page.evaluate(INKS) > 5
