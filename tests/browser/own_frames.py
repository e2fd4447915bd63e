"""A bare page around the coach's eyes, and frames of the drawn figure put in where it would see.

`FAKE_POSE` takes the place of the pose worker in any page of ours: it answers as the real one does,
and `putFrames` puts packed frames in at its port. The page itself is not shipped: it stands at an
address that no view has, under the very headers that the coach's page carries.
"""

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

from loosen.library.current import load_content
from loosen.movement.live import pack
from loosen.vocabulary.frames import Frame
from loosen.web.eyes.files import coach_files_json
from loosen.web.site.assets import asset_url
from loosen.web.site.headers import ALWAYS, WATCHES

HERE = Path(__file__).parent
FAKE_POSE = (HERE / "fake_pose.js").read_text(encoding="utf-8")
AT = "/a-coached-set/"
PAGE = (
    '<!doctype html><html lang="en"><title>A coached set</title>'
    '<video id="eye" autoplay muted playsinline></video>'
    f'<script type="module" src="{AT}page.js"></script></html>'
)
AT_ONCE = 200  # frames handed over in one call


class EyesPage:
    """The page; every answer is one of `Eyes`. `heard` on the page holds what was called back."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.route(f"**{AT}", lambda route: _answer(route, PAGE, "text/html"))
        page.route(f"**{AT}page.js", lambda route: _answer(route, _script(), "text/javascript"))
        page.goto(AT)  # its script is a module, and runs before the page counts as loaded

    def opens(self, model: str | None = "full") -> dict[str, float] | None:
        """Loads the workers: how long each took, milliseconds; None where one broke."""
        ready: dict[str, float] | None = self.page.evaluate(
            "(model) => inTime(eyes.open(model))", model
        )
        return ready

    def begins(self, start: dict[str, Any]) -> bool:
        """Begins a set; false where it cannot be counted so."""
        return bool(self.page.evaluate("(start) => inTime(eyes.begin(start))", start))

    def watches(self) -> None:
        """Opens the camera, and takes its pictures from now on."""
        self.page.evaluate("inTime(watch())")

    def sees(self, frames: Sequence[Frame]) -> None:
        """Puts frames in at the fake pose worker's port, and waits until each was answered."""
        for start in range(0, len(frames), AT_ONCE):
            some = [base64.b64encode(pack(one)).decode() for one in frames[start : start + AT_ONCE]]
            before = self.page.evaluate("heard.events.length")
            self.page.evaluate("(frames) => putFrames(frames)", some)
            self.waits("events", before + len(some))

    def waits(self, what: str, count: int) -> None:
        """Waits until so many `events`, `paces` or `failures` were called back."""
        self.page.evaluate("([what, count]) => until(what, count)", [what, count])

    def finishes(self) -> dict[str, Any] | None:
        """The result and the calibration."""
        finished: dict[str, Any] | None = self.page.evaluate("eyes.finish()")
        return finished

    def heard(self, what: str) -> list[dict[str, Any]]:
        """All `events`, `paces` or `failures` so far."""
        said: list[dict[str, Any]] = self.page.evaluate(f"heard.{what}")
        return said


def start_of(exercise: str, **rest: Any) -> dict[str, Any]:
    """A set by camera of which nothing is asked and nothing is known."""
    usual = {"by": "camera", "target": {"hold_s": 0, "way_s": 0}, "calibration": {"own_range": 0}}
    return {"exercise": exercise, **usual, **rest}


def _script() -> str:
    files = coach_files_json(load_content())
    text = (HERE / "eyes_page.js").read_text(encoding="utf-8")
    return text.replace("EYES", asset_url("coach/eyes.ts")).replace("FILES", files)


def _answer(route: Route, body: str, kind: str) -> None:
    route.fulfill(body=body, content_type=kind, headers=ALWAYS | WATCHES)
