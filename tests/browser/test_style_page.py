"""The living page of the look: every component as its README writes it, in every theme."""

import pytest
from pytest_django import Settings

from .conftest import OpenPhone
from .measure import axe_finds, runs_over, small_targets
from .server import Hands, Server
from .someone import Someone
from .test_every_page import unroll

AAA = ("color-contrast-enhanced",)


@pytest.fixture
def worker(open_phone: OpenPhone, home: Server, hands: Hands, settings: Settings) -> Someone:
    """Someone who works on the look."""
    settings.SHOWS_STYLE = True
    someone = Someone(open_phone(reduced_motion="reduce"), home, hands)
    someone.comes_in()
    return someone


def test_nobody_else_finds_it(someone: Someone) -> None:
    someone.comes_in()
    assert someone.phone.go("/style/") == 404


def test_every_example_of_the_readme_is_drawn(worker: Someone) -> None:
    worker.phone.go("/style/")
    drawn = worker.phone.page.locator("[data-example]")
    assert drawn.count() >= 15
    assert "{%" not in worker.phone.words
    assert "button--stop" in drawn.nth(1).inner_html()
    worker.phone.sees("Please write a whole number")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_any_example(worker: Someone, theme: str) -> None:
    worker.phone.go(f"/style/?theme={theme}")
    unroll(worker.phone)
    found = axe_finds(worker.phone) + runs_over(worker.phone) + small_targets(worker.phone)
    assert found == []


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_strong_contrast_is_7_to_1_on_every_example(worker: Someone, ground: str) -> None:
    worker.phone.page.emulate_media(color_scheme=ground)  # type: ignore[arg-type]  # one of two
    worker.phone.go("/style/?theme=contrast")
    unroll(worker.phone)
    assert axe_finds(worker.phone) + axe_finds(worker.phone, only=AAA) == []


def test_a_device_that_asks_for_more_contrast_gets_it_without_being_told(worker: Someone) -> None:
    page = worker.phone.page
    worker.phone.go("/settings/")
    ground = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(contrast="more", color_scheme="dark")
    assert page.evaluate(ground) == "rgb(0, 0, 0)"
    page.emulate_media(contrast="no-preference", color_scheme="dark")
    assert page.evaluate(ground) != "rgb(0, 0, 0)"


def test_in_the_device_s_own_colours_what_is_chosen_can_still_be_told(worker: Someone) -> None:
    page = worker.phone.page
    page.emulate_media(forced_colors="active")
    worker.phone.go("/style/?theme=system")
    face = page.locator(".answers__face").first
    before = face.evaluate("one => getComputedStyle(one).backgroundColor")
    worker.phone.tap(page.locator("label:has(.answers__face)").first)
    assert face.evaluate("one => getComputedStyle(one).backgroundColor") != before
