"""A person's browser, watched: any request off the own origin and any error in it are faults.

It taps as a thumb does and counts the taps; each key of the phone's keyboard is one of them.
"""

import copy
import re
from dataclasses import dataclass, field
from typing import Any, Self

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    Response,
    ViewportSize,
    expect,
)

PHONE: ViewportSize = {"width": 390, "height": 844}
PATIENCE_MS = 20_000  # a busy machine is no fault of the pages
LAPTOP: ViewportSize = {"width": 1366, "height": 768}
# The browser says so of every page with such a status; `_answered` judges those by themselves.
A_PAGE_WAS_REFUSED = re.compile(r"Failed to load resource: the server responded with a status of")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    # Nothing but this computer can be reached; the watch tells of what asks for more. A route that
    # cuts it off would go through every request and keep the browser's caches from working.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

expect.set_options(timeout=PATIENCE_MS)


@dataclass  # without slots: Playwright hangs marks on it
class Watch:
    """What one browser did that it must never do."""

    origin: str
    faults: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Watches every page of the context, also those still to be opened."""
        context.on("request", self._requested)
        context.on("response", self._answered)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.faults.append(f"page error: {error.error}"))

    def _requested(self, request: Request) -> None:
        is_own = request.url.startswith((f"{self.origin}/", "data:", f"blob:{self.origin}/"))
        if not is_own:
            self.faults.append(f"a request off the own origin: {request.url}")

    def _answered(self, response: Response) -> None:
        is_page = response.request.resource_type == "document"
        if response.status >= 500 or (response.status >= 400 and not is_page):
            self.faults.append(f"status {response.status}: {response.url}")

    def _said(self, message: ConsoleMessage) -> None:
        is_bad = message.type in {"error", "warning"}
        if is_bad and not A_PAGE_WAS_REFUSED.match(message.text):
            self.faults.append(f"console {message.type}: {message.text} ({message.location})")


class Phone:
    """One browser window with its own cookies; `watch.faults` has to stay empty."""

    def __init__(
        self,
        browser: Browser,
        origin: str,
        *,
        viewport: ViewportSize = PHONE,
        **wishes: Any,
    ) -> None:
        self.has_touch = viewport is not LAPTOP
        kind = {"has_touch": self.has_touch, "is_mobile": self.has_touch}
        place = {"locale": "en-GB", "timezone_id": "UTC", "base_url": origin}
        self.context = browser.new_context(viewport=viewport, **(kind | place | wishes))
        self.context.set_default_timeout(PATIENCE_MS)
        self.watch = Watch(origin)
        self.watch.over(self.context)
        self.page: Page = self.context.new_page()
        self.taps = 0

    # --- where it is -------------------------------------------------------------------------

    @property
    def path(self) -> str:
        """The address within the origin, query and all."""
        return self.page.url.removeprefix(self.watch.origin)

    @property
    def heading(self) -> str:
        """The page's one first heading."""
        return self.page.locator("h1").inner_text()

    @property
    def words(self) -> str:
        """What the page's main part says."""
        return self.page.locator("main").inner_text()

    def sees(self, words: str | re.Pattern[str]) -> None:
        """The main part shows these words."""
        expect(self.page.locator("main")).to_contain_text(words)

    def is_at(self, path: str) -> None:
        """The address, without its query."""
        expect(self.page).to_have_url(re.compile(rf"{re.escape(path)}(\?.*)?$"))

    # --- what it does ------------------------------------------------------------------------

    def go(self, path: str) -> int:
        """Types an address; the status of the answer."""
        response = self.page.goto(path)
        assert response is not None
        return response.status

    def reload(self) -> None:
        """Loads the page anew."""
        self.page.reload()

    def tap(self, target: Locator) -> None:
        """Taps something that changes this page: a choice, a fold."""
        self.taps += 1
        if self.has_touch:
            target.tap()
        else:
            target.click()

    def follow(self, what: Locator | str) -> None:
        """Taps a thing, or the button or link of that name, and waits for the page it loads."""
        target = self.named(what) if isinstance(what, str) else what
        with self.page.expect_navigation():
            self.tap(target)

    def named(self, name: str) -> Locator:
        """The first button or link whose name begins so."""
        begins = re.compile(rf"^{re.escape(name)}(?!\w)")
        either = self.page.get_by_role("button", name=begins)
        return either.or_(self.page.get_by_role("link", name=begins)).first

    def link(self, path: str) -> Locator:
        """The first link to this address, whatever it says."""
        return self.page.locator(f'a[href^="{path}"]').first

    def button(self, name: str, value: str) -> Locator:
        """The button that sends this, whatever it says."""
        return self.page.locator(f'button[name="{name}"][value="{value}"]').first

    def type(self, text: str) -> None:
        """Types into the field that has the focus, one tap a key."""
        for key in text:
            self.taps += 1
            self.page.keyboard.press(key)

    def other_tab(self) -> Self:
        """A second tab of the same browser, with the same cookies and under the same watch."""
        twin = copy.copy(self)
        twin.page = self.context.new_page()
        return twin

    # --- the end -----------------------------------------------------------------------------

    def close(self) -> None:
        """Closes the window and everything it kept."""
        self.context.close()
