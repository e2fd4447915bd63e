"""The coach in a page: an installed Chromium without a graphics card, before a film of a person."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, sync_playwright
from tests.browser.fake_camera import film_of_a_person, flags
from tests.browser.own_frames import FAKE_POSE, EyesPage, start_of
from tests.movement.recorded import a_set

from . import coach_beside, coach_hour
from .figures import BROWSERS
from .server import PORT, Running, ours, running
from .table import Row, at_95

WATCHED_S = 12
LOADS_MS = 120_000
PYTHON_MS, EVENT_MS, STALL_MS, READY_MS = 3, 100, 50, 4000
MODELS = {"lite": 25.0, "full": 20.0}  # pictures a second
MEMORY_MB = 900
SHOWN = "hip-hinge"  # head and chest alone are judged in no exercise; that costs the model the same


def rows(exercises: tuple[str, ...]) -> Iterator[Row]:
    """Our Python in the page, then both models, then the page that people see."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        print("NOT MEASURED: the coach in the page; no Chromium. Debian: apt-get install chromium")
        return
    with tempfile.TemporaryDirectory() as folder:
        url = coach_beside.begun(folder)
        yield from _measured(found, folder, url, exercises)


def _measured(found: str, folder: str, url: str, exercises: tuple[str, ...]) -> Iterator[Row]:
    with (
        running(*ours(PORT + 200, folder)) as server,
        _filming(found, Path(folder)) as browser,
    ):
        for exercise in exercises:
            yield _python(browser, server, exercise)
        for model, budget in MODELS.items():
            yield from _of_model(_watched(browser, server, model), model, budget)
        yield from coach_beside.rows(browser, server, url)
        with _opened(browser, server) as context:
            yield coach_hour.row(browser, context)


@contextmanager
def _filming(found: str, folder: Path) -> Iterator[Browser]:
    film = film_of_a_person(folder / "person.mjpeg")
    arguments = ["--no-sandbox", "--disable-gpu", *flags(film)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        yield browser
        browser.close()


@contextmanager
def _opened(browser: Browser, server: Running) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=server.origin)
    name, _, value = server.cookie.partition("=")
    context.add_cookies([{"name": name, "value": value, "url": server.origin}])
    context.set_default_timeout(LOADS_MS)
    yield context
    context.close()


def _python(browser: Browser, server: Running, exercise: str) -> Row:
    """The very frames that CPython was given."""
    with _opened(browser, server) as context:
        context.add_init_script(FAKE_POSE)
        eyes = EyesPage(context.new_page())
        eyes.opens()
        eyes.begins(start_of(exercise))
        eyes.sees(a_set(exercise).frames)
        took_ms = [float(one["took_ms"]) for one in eyes.heard("events")]
    return Row(
        what=f"bytes in, event out in the page, {exercise}",
        figure=at_95(took_ms),
        unit="ms",
        budget=PYTHON_MS,
        how=f"Pyodide, {len(took_ms)} frames, 95 %; median {median(took_ms):.2g} ms",
    )


# --- from picture to event -------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Watched:
    ready_ms: float
    to_event_ms: list[float]
    stall_ms: float
    memory_mb: float


def _watched(browser: Browser, server: Running, model: str) -> _Watched:
    with _opened(browser, server) as context:
        eyes = EyesPage(context.new_page())
        ready = eyes.opens(model)
        assert ready is not None, eyes.heard("failures")
        eyes.begins(start_of(SHOWN))
        eyes.watches()
        eyes.waits("events", 10)  # the first ones warm it up
        begun = len(eyes.heard("events"))
        eyes.page.wait_for_timeout(1000 * WATCHED_S)
        events = eyes.heard("events")[begun:]
        return _Watched(
            ready_ms=max(ready.values()),
            to_event_ms=[one["at_ms"] - 1000 * one["event"]["t_s"] for one in events],
            stall_ms=max((one["ms"] for one in eyes.heard("stalls")), default=0.0),
            memory_mb=coach_beside.page_memory_mb(browser),
        )


def _of_model(seen: _Watched, model: str, budget: float) -> Iterator[Row]:
    how = f"{model}, with mask, {len(seen.to_event_ms)} pictures of 640 by 480 in {WATCHED_S} s"
    yield Row(
        what=f"pictures of the {model} model",
        figure=len(seen.to_event_ms) / WATCHED_S,
        unit="a second",
        budget=budget,
        at_least=True,
        how=how,
    )
    for what, figure, unit, most, more in (
        ("from picture to event", at_95(seen.to_event_ms), "ms", EVENT_MS, "95 %"),
        ("ready", seen.ready_ms, "ms", READY_MS, "both workers, nothing kept by the browser"),
        ("longest task of the page's thread", seen.stall_ms, "ms", STALL_MS, "0: none over 50"),
        ("memory of the page", seen.memory_mb, "MB", MEMORY_MB, "resident, at the end"),
    ):
        yield Row(
            what=f"{what} ({model})", figure=figure, unit=unit, budget=most, how=f"{how}; {more}"
        )
