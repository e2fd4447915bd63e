"""A session as a person goes through it: each step led or read, each score told or not."""

import json
from typing import Any

from playwright.sync_api import Locator, expect

from .phone import Phone
from .server import Hands

MOST_PAGES = 60
MOST_LINES = 20


class Player:
    """The pages of a running session. Time goes by on the phone and on the server alike."""

    def __init__(self, phone: Phone, hands: Hands) -> None:
        self.phone, self.hands = phone, hands

    # --- what is there -----------------------------------------------------------------------

    @property
    def is_led(self) -> bool:
        """The script leads this step; otherwise the page is read."""
        return self.phone.page.locator(".player[data-on]").count() > 0

    @property
    def asks_pain(self) -> bool:
        """A page between two steps."""
        return self.phone.page.locator(".player__ask").count() > 0

    @property
    def is_over(self) -> bool:
        """Behind the last step."""
        return self.phone.path.endswith("/after/")

    @property
    def place(self) -> str:
        """Step 2 of 7."""
        return self.phone.page.locator(".progress-dots").get_attribute("aria-label") or ""

    @property
    def state(self) -> str:
        """waiting, running, paused or done."""
        return self.phone.page.locator(".player").get_attribute("data-state") or ""

    @property
    def cue(self) -> Locator:
        """The large words."""
        return self.phone.page.locator("[data-cue]")

    @property
    def count(self) -> Locator:
        """The large number."""
        return self.phone.page.locator("[data-count]")

    @property
    def lead(self) -> Any:
        """What the server told the script about this step."""
        told = self.phone.page.locator(".player").get_attribute("data-lead")
        return json.loads(told or "{}")

    # --- what a person does ------------------------------------------------------------------

    def presses(self, what: str) -> None:
        """done, skip, easier, ban, stop or end; the next page comes."""
        buttons = self.phone.page.locator(f'button[name="do"][value="{what}"]')
        self.phone.follow(buttons.filter(visible=True).first)

    def toggles(self) -> None:
        """Start, pause, go on, or the next line."""
        self.phone.tap(self.phone.page.locator("[data-toggle]"))

    def time_goes_by(self, seconds: float) -> None:
        """On the phone as on the server; a sleeping tab would not notice the difference."""
        self.hands.go_on(seconds=seconds)
        self.phone.page.clock.fast_forward(int(seconds * 1000))

    def is_led_through(self) -> None:
        """Follows the step from its start until it is done."""
        if self.lead["lines"]:
            for _ in range(len(self.lead["lines"]) + 1):
                self.toggles()
        else:
            self.toggles()
            self.time_goes_by(max(60, 3 * self.lead["seconds"]))
        expect(self.phone.page.locator(".player")).to_have_attribute("data-state", "done")

    def tells_pain(self, pain: int | None) -> None:
        """Taps a number of the scale; None leaves it blank."""
        if pain is not None:
            face = self.phone.page.locator(f'label:has(input[name="pain"][value="{pain}"])')
            self.phone.tap(face.filter(visible=True))

    def does_one_step(self, pain: int | None) -> None:
        """This step, its pain, and on to the next page that is not about this step."""
        if self.is_led:
            self.is_led_through()
            self.tells_pain(pain)
        elif not self.asks_pain:
            self.presses("done")
        if self.asks_pain:
            self.tells_pain(pain)
        self.presses("done")

    def goes_to_the_end(self, *pains: int | None) -> list[str]:
        """Every step that is left; the last score is told again where they run out.

        Returns the titles of the steps in the order in which they were done.
        """
        titles: list[str] = []
        for number in range(MOST_PAGES):
            if self.is_over:
                return titles
            titles.append(self.phone.heading)
            self.does_one_step(pains[min(number, len(pains) - 1)])
        raise AssertionError("the session has no end")
