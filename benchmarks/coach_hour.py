"""An hour of frames put in where the pose model sits: does our Python in the page keep any?"""

from collections.abc import Iterator
from dataclasses import replace

from playwright.sync_api import Browser, BrowserContext
from tests.browser.own_frames import FAKE_POSE, EyesPage, start_of
from tests.movement.recorded import a_set

from loosen.vocabulary.frames import Frame

from .coach_beside import page_memory_mb
from .table import Row

EXERCISE = "bridge"
HOUR_S, A_SET_MORE_S = 3600.0, 1.0
WARM_S = 600.0  # until the browser has taken what it works with
GROWN_MB = 20


def row(browser: Browser, context: BrowserContext) -> Row:
    """By how much the page has grown from the tenth minute of the hour to its last."""
    context.add_init_script(FAKE_POSE)
    eyes = EyesPage(context.new_page())
    eyes.opens()
    eyes.begins(start_of(EXERCISE))
    tools = context.new_cdp_session(eyes.page)
    sizes_mb: list[float] = []
    for begins_s, frames in _hour():
        eyes.sees(frames)
        eyes.page.evaluate("heard.events.length = 0")  # the list is the test's, not the coach's
        if begins_s >= WARM_S:
            # What the frames were sent in lies about until the browser likes to clear it away.
            tools.send("HeapProfiler.collectGarbage")
            sizes_mb.append(page_memory_mb(browser))
    return Row(
        what="memory that an hour of one set has grown by",
        figure=sizes_mb[-1] - sizes_mb[0],
        unit="MB",
        budget=GROWN_MB,
        how=f"resident, of the page, from its tenth minute on; {sizes_mb[0]:.0f} MB at first",
    )


def _hour() -> Iterator[tuple[float, list[Frame]]]:
    """The same set over and over, its times going on."""
    frames = a_set(EXERCISE).frames
    lasts_s = frames[-1].t_s - frames[0].t_s + A_SET_MORE_S
    begins_s = 0.0
    while begins_s < HOUR_S:
        yield begins_s, [replace(one, t_s=one.t_s + begins_s) for one in frames]
        begins_s += lasts_s
