"""The drawn figure: it leads, it turns, it holds still where that is wished; a card stands in."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from . import people
from .conftest import OpenPhone
from .phone import LAPTOP, PHONE
from .server import Hands, Server
from .someone import Someone

MOVE = "/library/cat-cow/"
POSITION, CHANGE = "/positions/on-side-with-pillow/", "/transfers/off-floor/"
SEEN = "document.querySelector('.figure__canvas').toDataURL()"
Reader = Callable[..., Someone]


@pytest.fixture
def reader(open_phone: OpenPhone, home: Server, hands: Hands) -> Reader:
    """Someone with everything open who looks at a move, with wishes of their own."""

    def opened(**wishes: Any) -> Someone:
        someone = Someone(open_phone(**wishes), home, hands)
        someone.given(people.screened)
        someone.given(people.awake)
        someone.comes_in()
        someone.phone.go(MOVE)
        return someone

    return opened


def moves(someone: Someone, ms: int = 900) -> bool:
    """Whether the picture is another one after so long."""
    page = someone.phone.page
    page.clock.run_for(200)
    before = page.evaluate(SEEN)
    page.clock.run_for(ms)
    return bool(page.evaluate(SEEN) != before)


def do(someone: Someone, name: str) -> None:
    someone.phone.tap(someone.phone.page.locator(f"[data-do={name}]"))


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


# --- what stands still -----------------------------------------------------------------------

ALL_SEEN = "[...document.querySelectorAll('.figure__canvas')].map($one => $one.toDataURL()).join()"


def all_seen(someone: Someone, count: int) -> str:
    """All drawings of a page, once they are there and painted."""
    page = someone.phone.page
    expect(page.locator(".figure__canvas")).to_have_count(count)
    page.clock.run_for(200)
    return str(page.evaluate(ALL_SEEN))


def presses(someone: Someone, name: str) -> None:
    """By the keyboard alone."""
    someone.phone.page.locator(f"[data-do={name}]").focus()
    someone.phone.page.keyboard.press("Enter")


@SIZES
@pytest.mark.parametrize(("path", "count"), [(POSITION, 1), (CHANGE, 6)])
def test_a_still_turns_all_the_way_round_by_the_keyboard(
    reader: Reader, viewport: object, path: str, count: int
) -> None:
    someone = reader(viewport=viewport, reduced_motion="reduce")
    someone.phone.go(path)
    pictures = []
    for _ in range(9):
        presses(someone, "turn")
        pictures.append(all_seen(someone, count))
    assert len(set(pictures)) == 8
    assert pictures[8] == pictures[0]


def test_a_still_fetches_nothing_before_it_is_turned_and_does_not_move(reader: Reader) -> None:
    someone = reader()
    page = someone.phone.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    someone.phone.go(POSITION)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/figures/track/on-side" in url] == []
    do(someone, "turn")
    before = all_seen(someone, 1)
    page.clock.run_for(3000)
    assert page.evaluate(ALL_SEEN) == before


def test_a_still_is_seen_in_the_mirror_and_back(reader: Reader) -> None:
    someone = reader()
    someone.phone.go(POSITION)
    mirror = someone.phone.page.get_by_role("button", name="Mirror")
    someone.phone.tap(mirror)
    expect(mirror).to_have_attribute("aria-pressed", "true")
    mirrored = all_seen(someone, 1)
    someone.phone.tap(mirror)
    expect(mirror).to_have_attribute("aria-pressed", "false")
    assert all_seen(someone, 1) != mirrored


def test_a_still_is_turned_by_hand(reader: Reader) -> None:
    someone = reader(viewport=LAPTOP)
    page = someone.phone.page
    someone.phone.go(POSITION)
    do(someone, "turn")
    before = all_seen(someone, 1)
    picture = page.locator(".figure__box")
    picture.hover()
    page.mouse.down()
    picture.hover(position={"x": 60, "y": 150})
    page.mouse.up()
    turned = all_seen(someone, 1)
    assert turned != before
    picture.hover()
    assert all_seen(someone, 1) == turned


def test_a_still_that_cannot_be_had_says_so_and_turns_once_it_can(reader: Reader) -> None:
    someone = reader()
    page = someone.phone.page
    page.route("**/figures/track/**", lambda route: route.fulfill(status=200, body="no"))
    someone.phone.go(POSITION)
    do(someone, "mirror")
    expect(page.get_by_text("It cannot turn now.")).to_be_visible()
    expect(page.locator("[data-do=mirror]")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".figure__card")).to_be_visible()
    page.unroute("**/figures/track/**")
    do(someone, "turn")
    all_seen(someone, 1)
    expect(page.get_by_text("It cannot turn now.")).to_be_hidden()


@pytest.mark.parametrize("path", [POSITION, CHANGE])
def test_without_script_a_still_has_no_buttons_that_do_nothing(reader: Reader, path: str) -> None:
    someone = reader(java_script_enabled=False)
    someone.phone.go(path)
    expect(someone.phone.page.locator(".figure__card").first).to_be_visible()
    expect(someone.phone.page.locator(".figure__controls")).to_be_hidden()
