"""The coach's eyes in a real browser: the model, our Python, and what happens where one breaks."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, Request, Route

from loosen.library.current import load_content
from loosen.movement.live import LiveSet, pack
from loosen.vocabulary import canonical_json, parse_json
from loosen.vocabulary.errors import MovementError
from loosen.web.eyes.rooms import bundle

from ..movement.recorded import a_set
from .fake_camera import film_of_a_person, flags
from .own_frames import FAKE_POSE, EyesPage, start_of
from .phone import FLAGS, PATIENCE_MS, Phone
from .server import Server

LOADS_MS = 6 * PATIENCE_MS  # Python for the page is ten megabytes


@contextmanager
def eyes_page(browser: Browser, home: Server, *, fake_pose: bool) -> Iterator[EyesPage]:
    """The page; nothing may leave the own origin."""
    phone = Phone(browser, home.origin)
    if fake_pose:
        phone.context.add_init_script(FAKE_POSE)
    phone.context.set_default_timeout(LOADS_MS)
    phone.go(home.new_address())
    yield EyesPage(phone.page)
    faults = list(phone.watch.faults)
    phone.close()
    assert faults == []


@pytest.fixture
def eyes(browser: Browser, home: Server) -> Iterator[EyesPage]:
    """With a fake pose worker, into which a test puts frames."""
    with eyes_page(browser, home, fake_pose=True) as page:
        yield page


@pytest.fixture(scope="module")
def filming(
    playwright: Playwright, chromium_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """A browser in front of whose camera a real person stands."""
    film = film_of_a_person(tmp_path_factory.mktemp("camera") / "person.mjpeg")
    browser = playwright.chromium.launch(executable_path=chromium_path, args=[*FLAGS, *flags(film)])
    yield browser
    browser.close()


def asked_during(page: EyesPage, act: Callable[[], object]) -> list[str]:
    """The addresses that the page and its workers asked for meanwhile."""
    asked: list[str] = []

    def hear(request: Request) -> None:
        asked.append(request.url)

    page.page.context.on("request", hear)
    act()
    page.page.context.remove_listener("request", hear)
    return asked


def test_the_page_and_the_server_make_the_same_of_the_same_frames(eyes: EyesPage) -> None:
    """And from its beginning to its end the set asks nobody for anything."""
    frames, start = a_set("bridge").frames, start_of("bridge")
    here = LiveSet(bundle(load_content()), canonical_json(start))
    said = [parse_json(here.look(pack(one)), where="event", error=MovementError) for one in frames]
    assert eyes.opens() is not None
    assert eyes.begins(start)
    asked = asked_during(eyes, lambda: eyes.sees(frames))
    assert [one["event"] for one in eyes.heard("events")] == said
    finished = eyes.finishes()
    assert finished is not None
    assert finished.pop("frames") == []  # nobody asked to keep them
    assert finished == parse_json(here.finish(), where="end", error=MovementError)
    assert eyes.heard("failures") == []
    assert asked == []
    # The next set needs nothing loaded anew; one that cannot be counted is refused, not thrown.
    assert eyes.begins(start_of("cat-cow"))
    assert not eyes.begins(start_of("headstand"))
    [refused] = eyes.heard("failures")
    assert (refused["rung"], refused["why"]) == ("python", "refused")
    assert eyes.begins(start)


def test_the_real_model_finds_a_real_person_before_the_camera(
    filming: Browser, home: Server
) -> None:
    with eyes_page(filming, home, fake_pose=False) as eyes:
        assert eyes.opens("lite") is not None
        assert eyes.begins(start_of("hip-hinge"))
        asked = asked_during(eyes, lambda: (eyes.watches(), eyes.waits("events", 8)))
        unseen = {one["event"]["unseen"] for one in eyes.heard("events")}
        assert "nobody" not in unseen  # seen; though head and chest are too little to judge
        assert eyes.heard("failures") == []
        assert asked == []
        eyes.page.evaluate("document.querySelector('#eye').srcObject.getTracks()[0].stop()")


RUNGS = {
    "pose_full.task": ("pose", "not-loaded"),
    "rooms-[0-9a-f]+.zip": ("python", "not-loaded"),
    "python.worker-.*.js": ("python", "not-loaded"),
}


@pytest.mark.parametrize("missing", RUNGS)
def test_what_cannot_be_loaded_is_told_with_its_rung_and_nothing_is_thrown(
    browser: Browser, home: Server, missing: str
) -> None:
    phone = Phone(browser, home.origin)
    phone.context.set_default_timeout(LOADS_MS)
    phone.context.route(re.compile(missing), lambda route: route.fulfill(status=404))
    phone.go(home.new_address())
    eyes = EyesPage(phone.page)
    if "worker" in missing:  # it is looked for at once, and may be missed before anything is opened
        eyes.waits("failures", 1)
    assert eyes.opens("full" if missing.startswith("pose") else None) is None
    [failed] = eyes.heard("failures")
    assert (failed["rung"], failed["why"]) == RUNGS[missing]
    assert [fault for fault in phone.watch.faults if "page error" in fault] == []
    phone.close()


def test_what_waits_for_ever_is_given_up(browser: Browser, home: Server) -> None:
    """Pyodide says nothing where its wasm is cut off; nor does a worker that the system ends."""
    phone = Phone(browser, home.origin)
    phone.context.route(re.compile("pyodide.asm.wasm"), cut)
    phone.context.clock.install()
    phone.go(home.new_address())
    eyes = EyesPage(phone.page)
    phone.page.evaluate("void (globalThis.opened = eyes.open(null))")
    phone.page.clock.fast_forward("02:00")
    assert phone.page.evaluate("opened") is None
    [failed] = eyes.heard("failures")
    assert (failed["rung"], failed["why"]) == ("python", "not-loaded")
    phone.close()


def test_a_pose_worker_that_dies_in_mid_set_leaves_what_was_counted(eyes: EyesPage) -> None:
    assert eyes.opens() is not None
    assert eyes.begins(start_of("bridge"))
    eyes.sees(a_set("bridge").frames)
    eyes.page.evaluate("breakPose()")
    [failed] = eyes.heard("failures")
    assert (failed["rung"], failed["why"]) == ("pose", "died")
    finished = eyes.finishes()
    assert finished is not None
    assert parse_json(finished["result"], where="result", error=MovementError)["count"] == 5


def cut(route: Route) -> None:
    route.abort()
