"""A phone keeps the coach once somebody has asked for it, and not before."""

from playwright.sync_api import Page

from loosen.library.current import load_content
from loosen.web.eyes.files import coach_files, coach_files_json
from loosen.web.site.assets import asset_url

from ..home_server import HomeServer
from ..own_frames import start_of
from ..someone import Someone
from .kept import forgets_what_the_browser_itself_keeps, keeps

# The engine alone, without the pose model: as where a phone is worn and nothing is seen.
BEGINS = """async ([script, files, start]) => {
  const { Eyes } = await import(script);
  const failures = [];
  const heard = { failed: (one) => failures.push(one), event() {}, pace() {} };
  const eyes = new Eyes(JSON.parse(files), heard);
  const isReady = (await eyes.open(null)) !== null && (await eyes.begin(start));
  eyes.close();
  return isReady ? "ready" : JSON.stringify(failures);
}"""
KEPT = """async () => {
  const name = (await caches.keys()).find((one) => one.includes("coach"));
  const kept = name === undefined ? [] : await (await caches.open(name)).keys();
  return kept.map(({ url }) => new URL(url).pathname);
}"""
LOADS_MS = 120_000


def begins(page: Page) -> str:
    files = coach_files_json(load_content())
    said: str = page.evaluate(BEGINS, [asset_url("coach/eyes.ts"), files, start_of("bridge")])
    return said


def test_it_works_without_the_computer_once_it_was_asked_for(
    someone: Someone, computer: HomeServer
) -> None:
    phone, files = someone.phone, coach_files(load_content())
    phone.context.set_default_timeout(LOADS_MS)
    keeps(phone, "/emergency/")
    assert phone.page.evaluate(KEPT) == []
    assert begins(phone.page) == "ready"
    forgets_what_the_browser_itself_keeps(phone)
    computer.is_killed()
    phone.go("/emergency/")
    assert begins(phone.page) == "ready"
    kept = phone.page.evaluate(KEPT)
    assert files.rooms in kept
    assert files.models["full"] not in kept
