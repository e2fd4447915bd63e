"""A bare page around the phone's sensor and the coach's eyes, and a browser whose phone is moved.

The page is not shipped: it stands at an address that no view has, under the coach's own headers.
"""

import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, Route

from loosen.library.current import load_content
from loosen.vocabulary.frames import Motion, Vector
from loosen.web.eyes.files import coach_files_json
from loosen.web.site.assets import asset_url
from loosen.web.site.headers import ALWAYS, WATCHES

HERE = Path(__file__).parent
AT = "/a-felt-set/"
PAGE = (
    '<!doctype html><html lang="en"><title>A felt set</title><button>Feel</button>'
    f'<script type="module" src="{AT}page.js"></script></html>'
)
SENSORS = ("accelerometer", "linear-acceleration", "gyroscope")
RAD_OF_DEG = 0.017453292519943295


class MotionPage:
    """The page; `heard` on it holds what was called back."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.route(f"**{AT}", lambda route: _answer(route, PAGE, "text/html"))
        page.route(f"**{AT}page.js", lambda route: _answer(route, _script(), "text/javascript"))
        page.goto(AT)

    def opens(self, start: dict[str, Any]) -> None:
        """Loads our Python, and begins a set by phone."""
        assert self.page.evaluate("eyes.open(null)") is not None
        assert self.page.evaluate("(start) => eyes.begin(start)", start)

    def heard(self, what: str) -> Any:
        """What the page heard so far."""
        return self.page.evaluate(f"heard.{what}")

    def counted(self) -> int:
        """How many were counted by now."""
        return int(self.page.evaluate("heard.events.at(-1)?.count ?? 0"))

    def finishes(self) -> dict[str, Any] | None:
        """The result and the calibration."""
        finished: dict[str, Any] | None = self.page.evaluate("eyes.finish()")
        return finished


class MovedPhone:
    """A browser whose own sensors are overridden: it lies and turns as it is told."""

    def __init__(self, page: Page) -> None:
        self.devtools: CDPSession = page.context.new_cdp_session(page)
        for sensor in SENSORS:
            about = {"available": True, "minimumFrequency": 1, "maximumFrequency": 60}
            told = {"enabled": True, "type": sensor, "metadata": about}
            self.devtools.send("Emulation.setSensorOverrideEnabled", told)
        self._tell("linear-acceleration", (0.0, 0.0, 0.0))  # without it the browser tells nothing

    def feels(self, motion: Motion) -> None:
        """From now on it feels this."""
        turning = motion.rotation or (0.0, 0.0, 0.0)
        x, y, z = (one * RAD_OF_DEG for one in turning)
        self._tell("accelerometer", motion.acceleration)
        self._tell("gyroscope", (x, y, z))

    def lives_through(self, motions: Sequence[Motion]) -> None:
        """All of it, as it came; a slow machine leaves readings out and does not stretch time."""
        began_s = time.monotonic() - motions[0].t_s
        for motion, after in pairwise(motions):
            now_s = time.monotonic() - began_s
            if after.t_s <= now_s:
                continue
            time.sleep(max(0.0, motion.t_s - now_s))
            self.feels(motion)

    def _tell(self, sensor: str, xyz: Vector) -> None:
        reading = {"xyz": dict(zip("xyz", xyz, strict=True))}
        self.devtools.send(
            "Emulation.setSensorOverrideReadings", {"type": sensor, "reading": reading}
        )


def _script() -> str:
    text = (HERE / "motion_page.js").read_text(encoding="utf-8")
    for name, told in (
        ("EYES", asset_url("coach/eyes.ts")),
        ("MOTION", asset_url("motion/motion.ts")),
        ("FILES", coach_files_json(load_content())),
    ):
        text = text.replace(name, told)
    return text


def _answer(route: Route, body: str, kind: str) -> None:
    route.fulfill(body=body, content_type=kind, headers=ALWAYS | WATCHES)
