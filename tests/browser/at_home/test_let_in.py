"""A phone at home: let in, installed, told what is wrong, put out."""

from typing import Any

from playwright.sync_api import expect

from ..measure import axe_finds, runs_over, small_targets
from ..phone import Phone
from ..someone import Someone
from .kept import KEPT, keeps


def test_both_see_the_same_code_and_the_phone_comes_in_by_itself(phone: Phone, desk: Phone) -> None:
    assert phone.go("/today/") == 403
    faults = axe_finds(phone) + runs_over(phone) + small_targets(phone)
    phone.follow("Ask to come in")
    faults += axe_finds(phone) + runs_over(phone) + small_targets(phone)
    phone.follow("Ask to come in")
    faults += axe_finds(phone) + runs_over(phone) + small_targets(phone)
    code = phone.page.locator(".device-code").inner_text()
    desk.go("/settings/devices/")
    assert desk.page.locator(".device-code").inner_text() == code
    faults += axe_finds(desk) + runs_over(desk)
    desk.follow("It is the same: let it in")
    expect(phone.page).to_have_url(f"{phone.watch.origin}/")
    phone.go("/trust/")
    faults += axe_finds(phone) + runs_over(phone) + small_targets(phone)
    assert faults == []


def test_the_page_on_the_computer_shows_by_itself_that_somebody_asks(
    phone: Phone, desk: Phone
) -> None:
    desk.go("/settings/devices/")
    phone.go("/knock/")
    phone.follow("Ask to come in")
    expect(desk.page.locator(".device-code")).to_be_visible()


def test_what_needs_a_secure_context_has_one(someone: Someone) -> None:
    told: dict[str, Any] = someone.phone.page.evaluate(
        "() => ({secure: isSecureContext, camera: 'mediaDevices' in navigator,"
        " wake: 'wakeLock' in navigator, notify: 'Notification' in window,"
        " worker: 'serviceWorker' in navigator, motion: 'DeviceMotionEvent' in window})"
    )
    assert all(told.values()), told


def test_it_can_be_installed_with_shortcuts(someone: Someone) -> None:
    session = someone.phone.context.new_cdp_session(someone.phone.page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert found["manifest"]["shortcuts"][0]["url"].endswith("/screen/?path=seized")
    keeps(someone.phone, "/")
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one["errorId"] for one in errors if one["errorId"] != "in-incognito"] == []


def test_a_phone_that_is_put_out_forgets_everything(someone: Someone, desk: Phone) -> None:
    phone = someone.phone
    keeps(phone, "/")
    desk.go("/settings/devices/")
    desk.follow(desk.page.locator("main ul.list a").first)
    desk.follow("Put this device out")
    phone.go("/today/")
    phone.sees("It may not open the record any more")
    told = phone.page.evaluate(
        "async () => [(await caches.keys()).length,"
        " (await navigator.serviceWorker.getRegistrations()).length]"
    )
    assert told == [0, 0]


def test_a_worker_that_cannot_read_the_list_keeps_nothing_by_it(someone: Someone) -> None:
    phone = someone.phone
    keeps(phone, "/")
    phone.context.route(
        "**/keep/",
        lambda route: route.fulfill(json={"format": 999, "now_ms": 0, "csrf": "", "pages": []}),
    )
    phone.go("/settings/")
    phone.page.evaluate(KEPT.replace("IS_ENOUGH", "urls.length === 0"))


def test_a_clock_an_hour_off_is_said_and_nothing_is_refused(someone: Someone) -> None:
    phone = someone.phone
    keeps(phone, "/")
    told = phone.page.evaluate("() => fetch('/keep/').then((answer) => answer.json())")
    behind = {**told, "now_ms": told["now_ms"] - 3_600_000}
    phone.context.route("**/keep/", lambda route: route.fulfill(json=behind))
    phone.go("/settings/")
    expect(phone.page.get_by_text("The clocks do not agree")).to_be_visible()
    expect(phone.page.get_by_text("differ by 60 minutes")).to_be_visible()
    phone.follow("Save")
    phone.sees("Saved.")
