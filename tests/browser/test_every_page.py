"""Every page, as each of many people sees it: nothing for axe to find, nothing too small or wide.

The pages are those of the pictures and of `more_scenes`; a test holds them to the whole table of
addresses, so that a new page that nobody looks at here is a fault.
"""

import contextlib

import pytest
from playwright.sync_api import Error as PlaywrightError

from .addresses import NO_PAGE, all_routes, route_of
from .conftest import OpenPhone
from .measure import axe_finds, runs_over, small_targets
from .more_scenes import EVERY_SCENE
from .phone import PHONE, Phone
from .scenes import CLOCK, Picture, Scene
from .server import NOON, Hands, Server, aside
from .someone import Someone


def seeded(scene: Scene) -> list[Picture]:
    """The scene's record is there; these are its pages."""
    return aside(lambda: scene.seed(NOON))


def looked_at(someone: Someone, picture: Picture) -> list[str]:
    """All that is wrong with one page, light and dark."""
    phone = someone.phone
    assert phone.go(picture.url) < 500, picture.name
    for key in picture.presses:
        phone.page.keyboard.press(key)
    if picture.wait_ms:
        phone.page.clock.fast_forward(picture.wait_ms)
    unroll(phone)
    phone.page.emulate_media(color_scheme="light")
    found = {
        "axe": axe_finds(phone),
        "too wide": runs_over(phone),
        "too small": small_targets(phone),
    }
    phone.page.emulate_media(color_scheme="dark")
    found["axe in the dark"] = axe_finds(phone, only=("color-contrast",))
    return [f"{picture.url}, {what}: {one}" for what, faults in found.items() for one in faults]


def unroll(phone: Phone) -> None:
    """A window as long as the page: bars that stay in sight then lie on nothing else."""
    assert phone.page.viewport_size is not None
    width = phone.page.viewport_size["width"]
    phone.page.set_viewport_size({"width": width, "height": PHONE["height"]})
    height = phone.page.evaluate("document.documentElement.scrollHeight")
    phone.page.set_viewport_size({"width": width, "height": max(height, PHONE["height"])})


@pytest.fixture
def viewer(open_phone: OpenPhone, home: Server, hands: Hands) -> Someone:
    """Someone whose pages do not fade from one colour to the next, so that each can be judged."""
    return Someone(open_phone(reduced_motion="reduce"), home, hands)


@pytest.mark.parametrize("scene", EVERY_SCENE, ids=lambda scene: scene.seed.__name__)
def test_nothing_is_wrong_with_any_page_of(scene: Scene, viewer: Someone) -> None:
    pictures = seeded(scene)
    try:
        viewer.has_a_key()
        found = [fault for picture in pictures for fault in looked_at(viewer, picture)]
    finally:
        CLOCK.close()
    assert not found, "\n".join(found)


def test_every_address_is_looked_at(home: Server) -> None:
    try:
        urls = [picture.url for scene in EVERY_SCENE for picture in seeded(scene)]
    finally:
        CLOCK.close()
    seen = {route_of(url) for url in urls if "nothing-here" not in url}
    assert sorted(all_routes() - seen - set(NO_PAGE)) == []
    assert set(NO_PAGE) <= all_routes(), "an address that is gone"


def test_a_fault_of_each_kind_would_be_found(someone: Someone) -> None:
    someone.comes_in()
    page = someone.phone.page
    page.evaluate(
        "() => { const small = document.createElement('button');"
        " small.style.cssText = 'width: 20px; height: 20px; min-height: 0; padding: 0';"
        " const wide = document.createElement('div');"
        " wide.style.cssText = 'width: 900px; height: 9px';"
        " document.querySelector('main').append(small, wide); }"
    )
    assert any(fault.startswith("button-name") for fault in axe_finds(someone.phone))
    assert small_targets(someone.phone) != []
    assert runs_over(someone.phone) != []


def test_a_request_off_the_own_origin_would_be_found(someone: Someone) -> None:
    someone.comes_in()
    watch = someone.phone.watch
    assert watch.faults == []
    with contextlib.suppress(PlaywrightError):
        someone.phone.go("https://elsewhere.invalid/telemetry")
    assert watch.faults == ["a request off the own origin: https://elsewhere.invalid/telemetry"]
    watch.faults.clear()


@pytest.mark.parametrize("host", ["elsewhere.test", "192.0.2.1"])
def test_what_is_asked_for_elsewhere_does_not_leave_the_computer(
    someone: Someone, host: str
) -> None:
    with pytest.raises(PlaywrightError, match="ERR_NAME_NOT_RESOLVED"):
        someone.phone.go(f"http://{host}/")
    assert someone.phone.watch.faults == [f"a request off the own origin: http://{host}/"]
    someone.phone.watch.faults.clear()


def test_an_error_in_a_script_would_be_found(someone: Someone) -> None:
    someone.comes_in()
    with someone.phone.page.expect_event("pageerror"):
        someone.phone.page.evaluate("queueMicrotask(() => { throw new Error('made up'); })")
    assert [fault for fault in someone.phone.watch.faults if "made up" in fault]
    someone.phone.watch.faults.clear()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_closed_door_and_a_forged_form_are_pages_too(viewer: Someone, theme: str) -> None:
    """Who has no key, and whose form lost its token, still get a page that can be read."""
    phone = viewer.phone
    phone.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]  # one of the two
    assert phone.go("/") == 403
    faults = axe_finds(phone) + runs_over(phone) + small_targets(phone)
    viewer.comes_in()
    phone.go("/screen/saddle/")
    phone.page.evaluate("document.querySelector('[name=csrfmiddlewaretoken]').value = 'forged'")
    viewer.says_none()
    faults += axe_finds(phone) + runs_over(phone) + small_targets(phone)
    assert faults == []
