"""The coach's eyes in a real browser: what the page makes of frames is what the server makes."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from loosen.library.current import load_content
from loosen.movement.live import LiveSet, pack
from loosen.vocabulary import canonical_json, parse_json
from loosen.vocabulary.errors import MovementError
from loosen.web.eyes.rooms import bundle

from ..movement.recorded import a_set
from .own_frames import FAKE_POSE, EyesPage, start_of
from .phone import PATIENCE_MS, Phone
from .server import Server

LOADS_MS = 6 * PATIENCE_MS  # Python for the page is ten megabytes


@pytest.fixture
def eyes(browser: Browser, home: Server) -> Iterator[EyesPage]:
    """The page with a fake pose worker; nothing may leave the own origin."""
    phone = Phone(browser, home.origin)
    phone.context.add_init_script(FAKE_POSE)
    phone.context.set_default_timeout(LOADS_MS)
    phone.go(home.new_address())
    yield EyesPage(phone.page)
    faults = list(phone.watch.faults)
    phone.close()
    assert faults == []


def test_the_page_and_the_server_make_the_same_of_the_same_frames(eyes: EyesPage) -> None:
    frames, start = a_set("bridge").frames, start_of("bridge")
    here = LiveSet(bundle(load_content()), canonical_json(start))
    said = [parse_json(here.look(pack(one)), where="event", error=MovementError) for one in frames]
    assert eyes.opens() is not None
    assert eyes.begins(start)
    eyes.sees(frames)
    assert [one["event"] for one in eyes.heard("events")] == said
    assert eyes.finishes() == parse_json(here.finish(), where="end", error=MovementError)
    assert eyes.heard("failures") == []
