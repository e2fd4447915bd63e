"""A drawn position or change: it stands still, turns all the way round, has a mirror."""

import pytest
from playwright.sync_api import expect

from .conftest import OpenPhone
from .phone import LAPTOP, PHONE
from .readers import Reader, do, reader_of
from .server import Hands, Server
from .someone import Someone

POSITION, CHANGE = "/positions/on-side-with-pillow/", "/transfers/off-floor/"
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


@pytest.fixture
def reader(open_phone: OpenPhone, home: Server, hands: Hands) -> Reader:
    """Someone with everything open who looks at a move, with wishes of their own."""
    return reader_of(open_phone, home, hands)


@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["phone", "laptop"])
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
