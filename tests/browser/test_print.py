"""On paper: figures, steps, stop signs and whom to call, black on white; nothing to press."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from . import people
from .conftest import OpenPhone
from .phone import LAPTOP, PHONE
from .server import Hands, Server
from .someone import Someone

MOVE, LONG = "/library/cat-cow/", "/library/double-knee-to-chest/"
POSITION, CHANGE, TODAY = "/positions/on-side-with-pillow/", "/transfers/off-floor/", "/today/"
SHEETS = {MOVE: 2, LONG: 2, POSITION: 1, CHANGE: 1, TODAY: 6}
PAPERS = ("A4", "Letter")
A_SHEET = re.compile(rb"/Type /Page\b(?!s)")
A_BITMAP = b"/Subtype /Image"
TO_PRESS = "button, input, nav, .masthead, .actions, .skip-link, .figure__canvas"
# What lies beside what in a figure, and how far apart in lightness it must be (0 to 1).
NEIGHBOURS = (("skin", "shirt"), ("shirt", "trousers"), ("shirt", "hair"), ("skin", "hair"))
APART = 0.15
LIGHTNESS = """name => {
  const probe = document.createElement('i');
  probe.style.color = `var(--figure-${name})`;
  document.body.append(probe);
  const [r, g, b] = getComputedStyle(probe).color.match(/[\\d.]+/g).map(Number);
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
}"""
CUT = """() => [...document.querySelectorAll('figure, .figure-poses, .figure-steps li, .notice')]
  .filter($one => $one.checkVisibility() && getComputedStyle($one).breakInside !== 'avoid')
  .map($one => $one.className)"""
Reader = Callable[..., Page]


@pytest.fixture
def reader(open_phone: OpenPhone, home: Server, hands: Hands) -> Reader:
    """The page of an address as its paper shows it, to someone with everything open."""

    def opened(path: str, given: Callable[[], object] = people.screened, **wishes: Any) -> Page:
        someone = Someone(open_phone(**wishes), home, hands)
        someone.given(given)
        someone.given(people.awake)
        someone.has_a_key()
        someone.phone.go(path)
        someone.phone.page.wait_for_load_state("networkidle")
        someone.phone.page.emulate_media(media="print")
        return someone.phone.page

    return opened


def shown(page: Page, selector: str) -> int:
    """How many of these can be seen."""
    return sum(one.is_visible() for one in page.locator(selector).all())


@pytest.mark.parametrize("path", SHEETS)
def test_nothing_to_press_is_printed_and_whom_to_call_is(reader: Reader, path: str) -> None:
    page = reader(path)
    assert shown(page, TO_PRESS) == 0
    expect(page.locator(".emergency-bar")).to_be_visible()
    expect(page.locator(".emergency-bar")).to_contain_text("112")
    expect(page.locator(".colophon")).to_contain_text("Not yet reviewed by a clinician.")
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("path", SHEETS)
@pytest.mark.parametrize("paper", PAPERS)
def test_it_takes_few_sheets_and_its_figures_are_lines(
    reader: Reader, path: str, paper: str
) -> None:
    drawn = reader(path, viewport=LAPTOP).pdf(format=paper)
    assert 0 < len(A_SHEET.findall(drawn)) <= SHEETS[path]
    assert A_BITMAP not in drawn


def test_a_move_stands_as_its_poses_with_words_dose_stop_signs_and_source(reader: Reader) -> None:
    page = reader(MOVE)
    poses = page.locator("main .figure-poses li")
    assert [one.inner_text().strip() for one in poses.all()] == [
        "Start",
        "Round, like a cat",
        "Let it sink",
    ]
    for one in page.locator(".figure-poses__one use").all():
        box = one.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) > 50  # it is drawn, not only meant
    expect(page.locator(".figure__box")).to_be_hidden()
    for words in ("5 to 8 times", "Tuck your tail", "A sharp catch in your back.", "Cochrane"):
        expect(page.locator("main").get_by_text(words).first).to_be_visible()


def test_a_position_says_how_to_come_out_and_nothing_of_the_others(reader: Reader) -> None:
    page = reader(POSITION)
    expect(page.locator(".figure__card")).to_be_visible()
    expect(page.get_by_text("Bring both knees forward to the edge.")).to_be_visible()
    expect(page.get_by_text("All positions")).to_be_hidden()


def test_a_change_of_place_keeps_its_pictures_beside_its_steps(reader: Reader) -> None:
    page = reader(CHANGE)
    assert shown(page, ".figure-steps .figure__card") == 6
    expect(page.locator(".notice--danger")).to_be_visible()


def test_the_plan_tells_how_to_do_each_thing_that_it_leads_through(reader: Reader) -> None:
    page = reader(TODAY)
    titles = [one.inner_text() for one in page.locator(".step-row__title").all()]
    told = [one.inner_text() for one in page.locator(".paper h3").all()]
    assert told == [one for one in titles if one not in {"Heat", "How is it now?"}]
    walk = page.locator(".paper", has_text="Walking")
    assert shown(page, ".paper .figure-poses__one") > len(told)
    expect(walk.get_by_text("2 minutes")).to_be_visible()
    expect(walk.get_by_text("A leg gives way.")).to_be_visible()


@pytest.mark.parametrize("path", SHEETS)
def test_on_the_screen_nothing_of_that_is_seen(reader: Reader, path: str) -> None:
    page = reader(path)
    page.emulate_media(media="screen")
    assert shown(page, ".only-printed, .paper, .figure-poses li") == 0


@pytest.mark.parametrize("path", SHEETS)
def test_without_script_the_paper_says_the_same(reader: Reader, path: str) -> None:
    papers = [reader(path, java_script_enabled=runs).inner_text("body") for runs in (True, False)]
    assert papers[0] == papers[1]


def test_a_closed_move_has_no_figure_and_no_dose_on_paper_either(reader: Reader) -> None:
    page = reader(MOVE, partial(people.screened, {"fever": people.YES}))
    assert "/figures/" not in page.content()
    assert shown(page, ".figure-poses, .paper, .table") == 0
    expect(page.locator(".emergency-bar")).to_be_visible()


def test_a_plan_without_moves_prints_none(reader: Reader) -> None:
    page = reader(TODAY, partial(people.screened, {"fever": people.YES}))
    assert "/figures/poses/" not in page.content()
    titles = {one.inner_text() for one in page.locator(".step-row__title").all()}
    told = {one.inner_text() for one in page.locator(".paper h3").all()}
    assert told
    assert told <= titles - {"Walking", "Heat"}


@pytest.mark.parametrize("wish", [{"color_scheme": "dark"}, {"contrast": "more"}])
def test_it_is_black_on_white_whatever_the_screen_is(reader: Reader, wish: dict[str, str]) -> None:
    page = reader(MOVE, **wish)
    colours = page.evaluate(
        "() => { const s = getComputedStyle(document.body); return [s.color, s.backgroundColor] }"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    for one, other in NEIGHBOURS:
        apart = abs(page.evaluate(LIGHTNESS, one) - page.evaluate(LIGHTNESS, other))
        assert apart > APART, (one, other)


@pytest.mark.parametrize("path", SHEETS)
@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_a_button_prints_the_page(reader: Reader, path: str, viewport: object) -> None:
    page = reader(path, viewport=viewport)
    page.emulate_media(media="screen")
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name=re.compile("^Print this")).click()
    assert page.evaluate("window.printed") is True


def test_without_script_there_is_no_button_that_does_nothing(reader: Reader) -> None:
    page = reader(MOVE, java_script_enabled=False)
    page.emulate_media(media="screen")
    expect(page.locator("[data-module=print-this]")).to_be_hidden()
