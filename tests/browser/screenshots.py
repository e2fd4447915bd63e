"""Photographs every page as example people see it, on a phone and a laptop, light and dark.

./run screenshots OUT [PART]    only the pages whose name holds PART
"""

import os
import shutil
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, ConsoleMessage, sync_playwright

if TYPE_CHECKING:
    from tests.browser.scenes import Picture

ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SIZES = {"phone": (390, 844), "laptop": (1366, 768), "landscape": (844, 390)}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@contextmanager
def served() -> Iterator[str]:
    """The pages on a free port, on a record made for the pictures; gives their address."""
    folder = tempfile.mkdtemp(prefix="loosen-pictures-")
    os.environ["LOOSEN_DATA"] = folder
    from loosen.web.serve import Server, draw_figures, start_django

    start_django(Path(folder))
    draw_figures()
    listening = socket.create_server(("127.0.0.1", 0))
    server = Server(listening, open_browser=False)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield server.origin
    finally:
        server.should_exit = True
        thread.join(timeout=5)
        shutil.rmtree(folder, ignore_errors=True)


def main(arguments: list[str]) -> int:
    """Takes every picture; 1 where a page did not answer as it should."""
    if not arguments:
        say(str(__doc__))
        return 2
    out, part = Path(arguments[0]), arguments[1] if len(arguments) > 1 else ""
    out.mkdir(parents=True, exist_ok=True)
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        say("No Chromium or Chrome found. Debian: apt-get install chromium")
        return 1
    with served() as origin:
        return photograph(origin, browser, out, part)


def photograph(origin: str, browser: str, out: Path, part: str) -> int:
    """Every person in turn, every page of theirs, in every size and theme."""
    sys.path.insert(0, str(ROOT))
    from tests.browser.more_scenes import EVERY_SCENE

    faults: list[str] = []
    with sync_playwright() as playwright, ThreadPoolExecutor(1) as hand:
        chromium = playwright.chromium.launch(executable_path=browser, args=ARGUMENTS)
        for scene in EVERY_SCENE:
            # In a thread of its own: the browser's loop runs in this one.
            seeded = hand.submit(scene.seed, NOON).result()
            pictures = [one for one in seeded if part in one.name]
            for size, theme in ((size, theme) for size in SIZES for theme in ("light", "dark")):
                faults += take(chromium, origin, pictures, out, size, theme)
        chromium.close()
    say("\n".join(faults) or f"All pages are in {out}.")
    return 1 if faults else 0


def take(
    chromium: Browser, origin: str, pictures: "list[Picture]", out: Path, size: str, theme: str
) -> list[str]:
    """One browser of one size and theme through the pages of one person."""
    width, height = SIZES[size]
    context = chromium.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    context.add_cookies([{"name": "loosen-key", "value": key(), "url": origin}])
    context.clock.install(time=now())  # the phone's clock goes with that of the pages
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.extend(fault_in(said)))
    page.on("pageerror", lambda error: faults.append(str(error)))
    for picture in pictures:
        answer = page.goto(origin + picture.url)
        for pressed in picture.presses:
            page.keyboard.press(pressed)
        page.wait_for_timeout(picture.wait_ms + 60)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if answer is None or answer.status >= 500 or wide > 0:
            faults.append(f"{picture.name} {size}: {answer and answer.status}, {wide} px too wide")
        page.screenshot(
            path=out / f"{picture.name}-{size}-{theme}.png", full_page=not picture.presses
        )
    context.close()
    return faults


def fault_in(said: ConsoleMessage) -> list[str]:
    """What a page complained of; a lock (403) or a missing page (404) is meant to be seen."""
    is_page_itself = said.text.startswith("Failed to load resource")
    is_ours = is_page_itself and "/static/" not in said.location["url"]
    return [f"{said.location['url']}: {said.text}"] if said.type == "error" and not is_ours else []


def say(line: str) -> None:
    """One line for the person who asked for the pictures."""
    sys.stdout.write(f"{line}\n")


def now() -> datetime:
    """The time that the scene has set."""
    from loosen.web.site import clock

    return clock.now()


def key() -> str:
    """The cookie that opens the door."""
    from django.core.signing import Signer

    return Signer(salt="loosen.door").sign("pictures")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
