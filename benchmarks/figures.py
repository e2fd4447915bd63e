"""The drawn figure: how long baking takes, what is fetched for it, and what a picture costs."""

import gzip
import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import CDPSession, Page, Route, sync_playwright

from loosen.library.current import load_content
from loosen.web.figures.baking import bake_changed

from .sizes import DIST, files_of
from .table import Row

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ORIGIN = "http://figure.test"
MOVE, BODY = "cat-cow", "woman"
WATCHED_MS, SLOWED = 6000, 4
PHONE = {"width": 390, "height": 844}
# How long each call of the page's own frame takes, from its beginning to its end.
TIMED = """(() => {
  const real = requestAnimationFrame; globalThis.took = [];
  globalThis.requestAnimationFrame = (call) => real((now) => {
    const began = performance.now(); call(now); globalThis.took.push(performance.now() - began);
  });
})()"""


def rows() -> Iterator[Row]:
    """Baking in this folder's own copy; a picture in an installed Chromium, slowed four times."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        began = time.perf_counter()
        count = bake_changed(load_content(), folder)
        took_s = time.perf_counter() - began
        yield Row(
            what="baking all figures",
            figure=took_s,
            unit="s",
            budget=20,
            how=f"{count} items, four bodies, two processes, once",
        )
        yield _largest(folder)
        yield _fetched(folder)
        yield from _pictures(folder)


def _largest(folder: Path) -> Row:
    largest = max(folder.glob("*.*.json"), key=lambda path: path.stat().st_size)
    return Row(
        what="the largest track",
        figure=largest.stat().st_size / 1024,
        unit="KiB",
        budget=12,
        how=f"{largest.name}, not compressed",
    )


def _fetched(folder: Path) -> Row:
    """All that a page fetches to show its first figure, styles and the page's own script aside."""
    files = [
        *files_of("src/figure.ts"),
        folder / f"{BODY}.json",
        folder / f"{MOVE}.{BODY}.json",
    ]
    size = sum(len(gzip.compress(path.read_bytes(), 6)) for path in files)
    return Row(
        what="script and first track",
        figure=size / 1000,
        unit="kB",
        budget=25,
        how=f"gzip, {len(files)} files: script, body and {MOVE}",
    )


def _pictures(folder: Path) -> Iterator[Row]:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        print("NOT MEASURED: a picture's script; no Chromium. Debian: apt-get install chromium")
        return
    with sync_playwright() as running:
        browser = running.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu"]
        )
        full, slowed = (
            _watched(browser.new_page(viewport=PHONE, device_scale_factor=2), folder, times)
            for times in (1, SLOWED)
        )
        browser.close()
    for watched, how in ((full, "not slowed"), (slowed, f"slowed {SLOWED} times")):
        yield Row(
            what=f"pictures of a figure ({how})",
            figure=len(watched.took_ms) * 1000 / WATCHED_MS,
            unit="a second",
            budget=55,
            at_least=True,
            how=f"{MOVE} on a phone's screen, no graphics card",
        )
    how = f"{MOVE}, {len(slowed.took_ms)} pictures on a phone's screen, CPU slowed {SLOWED} times"
    for name, figure, by in (
        ("own time", slowed.own_ms / len(slowed.took_ms), "the thread's own time, mean"),
        ("median", median(slowed.took_ms), "by the clock"),
        ("95 %", quantiles(slowed.took_ms, n=20)[-1], "by the clock"),
    ):
        yield Row(
            what=f"script of a picture ({name})",
            figure=figure,
            unit="ms",
            budget=4,
            how=f"{how}; {by}",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What the script of every picture took by the clock, and of the thread's own time in all."""

    took_ms: list[float]
    own_ms: float


def _watched(page: Page, folder: Path, slowed: int) -> Watched:
    page.route(f"{ORIGIN}/**", lambda route: _answer(route, folder))
    page.add_init_script(TIMED)
    page.goto(f"{ORIGIN}/")
    page.wait_for_selector(".figure__box[data-on]")
    tools = page.context.new_cdp_session(page)
    # By the clock a picture also counts what else two cores had to do meanwhile.
    tools.send("Performance.setTimeDomain", {"timeDomain": "threadTicks"})
    tools.send("Performance.enable")
    tools.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    page.evaluate("globalThis.took.length = 0")
    began_s = _script_s(tools)
    page.wait_for_timeout(WATCHED_MS)
    own_ms = (_script_s(tools) - began_s) * 1000
    took_ms: list[float] = page.evaluate("globalThis.took")
    page.close()
    return Watched(took_ms=took_ms, own_ms=own_ms)


def _script_s(tools: CDPSession) -> float:
    """How long the thread of the page has run script by now, seconds of its own time."""
    metrics = tools.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "ScriptDuration"))


def _answer(route: Route, folder: Path) -> None:
    """A page with one figure, and the files that it asks for."""
    name = route.request.url.removeprefix(ORIGIN).lstrip("/")
    if not name:
        route.fulfill(body=_page(), content_type="text/html")
        return
    file = DIST / name.removeprefix("static/dist/") if name.startswith("static/") else folder / name
    route.fulfill(path=file)


def _page() -> str:
    manifest = json.loads((DIST / "manifest.json").read_text("utf-8"))
    style, script = (manifest[name]["file"] for name in ("src/main.css", "src/figure.ts"))
    return (
        f'<link rel="stylesheet" href="/static/dist/{style}">'
        f'<script type="module" src="/static/dist/{script}"></script>'
        '<figure class="figure" data-module="figure" data-up="3" data-hold="2" data-down="3">'
        f'<div class="figure__box" data-track="/{MOVE}.{BODY}.json" data-body="/{BODY}.json">'
        '<svg class="figure__card"></svg></div></figure>'
    )
