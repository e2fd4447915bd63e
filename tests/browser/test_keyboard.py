"""By keyboard alone: the questions by Tab and Enter, a step by Space, its pain by the arrows."""

import pytest
from playwright.sync_api import Page, expect

from . import people
from .conftest import OpenPhone
from .phone import LAPTOP
from .server import Hands, Server
from .someone import Someone

MOST_TABS = 60


@pytest.fixture
def typist(open_phone: OpenPhone, home: Server, hands: Hands) -> Someone:
    """Someone at a laptop who cannot use a mouse."""
    return Someone(open_phone(viewport=LAPTOP), home, hands)


def tabs_to(page: Page, words: str) -> None:
    """Presses Tab until the focus is on the thing of that name."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if words in focused(page):
            return
    raise AssertionError(f"Tab never came to {words!r}")


def focused(page: Page) -> str:
    told = page.evaluate(
        "() => { const one = document.activeElement;"
        " return one.closest('label')?.textContent ?? one.textContent ?? ''; }"
    )
    return " ".join(str(told).split())


def enters(page: Page, words: str) -> None:
    tabs_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_from_the_first_page_to_the_first_position_by_keyboard(typist: Someone) -> None:
    typist.comes_in()
    page = typist.phone.page
    enters(page, "It has just seized")
    expect(page.locator('[name="age-years"]')).to_be_focused()
    page.keyboard.type("44")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for _ in range(6):
        enters(page, "None of these")
    typist.phone.is_at("/positions/")


def test_the_first_tab_skips_to_the_main_part(typist: Someone) -> None:
    typist.comes_in()
    page = typist.phone.page
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the main part"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_what_has_the_focus_can_be_seen(typist: Someone) -> None:
    typist.comes_in()
    page = typist.phone.page
    for _ in range(8):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "() => { const one = document.activeElement;"
            " const face = one.matches('input[type=radio], input[type=checkbox]')"
            "   ? one.nextElementSibling ?? one : one;"
            " const style = getComputedStyle(face);"
            " return [style.outlineStyle, parseFloat(style.outlineWidth), style.boxShadow]; }"
        )
        assert (outline[0] != "none" and outline[1] >= 2) or outline[2] != "none", focused(page)


IS_COVERED = """
() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const face = one.closest('label') ?? one;
  const { left, top, width, height } = face.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  if (y < 0 || y > innerHeight) return `out of sight: ${face.textContent.trim()}`;
  const found = document.elementFromPoint(x, y);
  const isOwn = found && (face.contains(found) || found.contains(face));
  return isOwn ? null : `${face.textContent.trim()} lies under ${found?.className}`;
}
"""


@pytest.mark.parametrize("path", ["/today/", "/about/about-basics/", "/screen/legs/?which=yes"])
def test_what_has_the_focus_lies_under_nothing(
    open_phone: OpenPhone, home: Server, hands: Hands, path: str
) -> None:
    """The bars that stay in sight leave room for what Tab comes to."""
    phone = open_phone()
    someone = Someone(phone, home, hands)
    someone.given(people.screened)
    someone.comes_in()
    phone.go(path)
    covered = []
    for _ in range(MOST_TABS):
        phone.page.keyboard.press("Tab")
        covered.append(phone.page.evaluate(IS_COVERED))
    assert [one for one in covered if one] == []


@pytest.fixture
def playing(typist: Someone) -> Someone:
    """At the first step of a session that is led on the clock."""
    typist.given(people.screened)
    typist.given(people.awake)
    typist.comes_in()
    typist.phone.go("/today/")
    typist.starts_a_session(4)
    while typist.player.lead["lines"]:
        typist.player.presses("skip")
    return typist


def presses(someone: Someone, key: str) -> None:
    someone.phone.page.keyboard.press(key)


def test_a_whole_step_by_keyboard_with_its_pain(playing: Someone) -> None:
    place = playing.player.place
    presses(playing, "Space")
    playing.player.time_goes_by(1200)
    expect(playing.phone.page.locator(".player")).to_have_attribute("data-state", "done")
    tabs_to(playing.phone.page, "0")
    for _ in range(4):
        presses(playing, "ArrowRight")
    enters(playing.phone.page, "Done")
    assert playing.player.place != place
