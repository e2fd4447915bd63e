"""The coach's own page, the figure drawn over the camera's picture; and whether it grows.

python -m benchmarks.coach_beside FOLDER     begins a session there, prints the page's address
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from loosen.web import serve

from .records import ROOT
from .server import Running, memory_mb
from .table import Row

BEFORE = (Path(__file__).parent / "coach_beside.js").read_text(encoding="utf-8")
EXERCISE = "bridge"
AT_LEAST_PER_S = 15.0
WARM, WATCHED_S = 20, 12
LOADS_MS = 120_000
GROWN_MB = 30  # a browser takes and gives back by the ten megabytes
MINUTES = 5


def begun(folder: str) -> str:
    """The address of the coach's page of a session that is begun in this folder."""
    command = [sys.executable, "-m", "benchmarks.coach_beside", folder]
    told = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    return told.stdout.splitlines()[-1]


def rows(browser: Browser, server: Running, url: str) -> Iterator[Row]:
    """How many pictures a second the page gets through, and whether its memory grows."""
    context = browser.new_context(base_url=server.origin)
    name, _, value = server.cookie.partition("=")
    context.add_cookies([{"name": name, "value": value, "url": server.origin}])
    context.set_default_timeout(LOADS_MS)
    context.add_init_script(BEFORE)
    page = context.new_page()
    page.goto(url)
    page.locator('button[data-by="camera"]').click()
    _waits_for(page, WARM)
    yield _pictures(page)
    yield _memory(browser, page)
    context.close()


def _pictures(page: Page) -> Row:
    before = _told(page)
    page.wait_for_timeout(1000 * WATCHED_S)
    return Row(
        what="pictures of the full model with the figure drawn beside",
        figure=(_told(page) - before) / WATCHED_S,
        unit="a second",
        budget=AT_LEAST_PER_S,
        at_least=True,
        how=f"the coach's own page, the figure in motion over a body all the time, {WATCHED_S} s",
    )


def _memory(browser: Browser, page: Page) -> Row:
    sizes_mb = []
    for _ in range(MINUTES):
        page.wait_for_timeout(60_000)
        sizes_mb.append(page_memory_mb(browser))
    return Row(
        what="memory that the coach's page has grown by",
        figure=sizes_mb[-1] - sizes_mb[0],
        unit="MB",
        budget=GROWN_MB,
        how=f"resident, from the first to the last of {MINUTES} minutes; "
        + ", ".join(f"{one:.0f}" for one in sizes_mb),
    )


def page_memory_mb(browser: Browser) -> float:
    """Resident memory of the largest page's process."""
    tools = browser.new_browser_cdp_session()
    processes = tools.send("SystemInfo.getProcessInfo")["processInfo"]
    return max(memory_mb(one["id"]) for one in processes if one["type"] == "renderer")


def _told(page: Page) -> int:
    return int(page.evaluate("told_ms.length"))


def _waits_for(page: Page, count: int) -> None:
    page.wait_for_function("(count) => told_ms.length >= count", arg=count)


def main() -> None:
    """Begins a session of somebody who is screened and awake, and prints the page's address."""
    serve.start_django(Path(sys.argv[1]))
    from tests.browser.coach_scenes import ready

    sys.stdout.write(f"{ready(EXERCISE)}\n")


if __name__ == "__main__":
    main()
