"""What a person does with a phone at home, and what the phone has kept."""

from playwright.sync_api import expect

from ..phone import Phone
from ..someone import Someone

KEPT = """async () => {
  const kept = async () => {
    const name = (await caches.keys()).find((one) => one.includes('pages'));
    const requests = name === undefined ? [] : await (await caches.open(name)).keys();
    return requests.map(({url}) => new URL(url).pathname + new URL(url).search);
  };
  const ends = performance.now() + 30_000;
  while (performance.now() < ends) {
    const urls = await kept();
    if (IS_ENOUGH) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`kept are only ${await kept()}`);
}"""


def is_let_in(phone: Phone, desk: Phone) -> None:
    phone.go("/knock/")
    phone.follow("Ask to come in")
    desk.go("/settings/devices/")
    desk.follow("It is the same: let it in")
    expect(phone.page).to_have_url(f"{phone.watch.origin}/")


def keeps(phone: Phone, url: str) -> None:
    """Waits until the phone has kept this page."""
    phone.page.evaluate(KEPT.replace("IS_ENOUGH", f"urls.includes('{url}')"))


def knows(phone: Phone, change: str) -> None:
    """Changes what the phone knows, as time or another version would."""
    phone.page.evaluate(
        """() => new Promise((resolve) => {
          const opening = indexedDB.open('loosen', 1);
          opening.onsuccess = () => {
            const store = opening.result.transaction('known', 'readwrite').objectStore('known');
            store.get('known').onsuccess = ({target}) => {
              const known = target.result;
              CHANGE;
              store.put(known, 'known').onsuccess = () => { opening.result.close(); resolve(); };
            };
          };
        })""".replace("CHANGE", change)
    )


def in_a_session(someone: Someone) -> str:
    """From the first page into the first step; the session's address."""
    someone.phone.go("/")
    someone.has_just_seized()
    someone.answers_first_cards()
    someone.phone.follow(someone.phone.link("/screen/"))
    someone.answers_the_rest()
    someone.phone.follow(someone.phone.link("/today/"))
    someone.starts_a_session(3)
    return someone.phone.path


def is_done_with(phone: Phone, pain: int) -> None:
    """Done, and how bad it was; the player itself would wait for its minutes to pass."""
    with phone.page.expect_navigation():
        phone.page.evaluate(
            f"() => {{ document.querySelector('input[name=pain][value=\"{pain}\"]').checked = true;"
            " document.querySelector('button[name=do][value=done]').click(); }"
        )


def outcomes(desk: Phone) -> list[str]:
    """What the record says of steps, the newest first, seen on the computer."""
    desk.go("/data/")
    return [row for row in desk.words.splitlines() if row.startswith("Step ")]


# --- let in, and installed -------------------------------------------------------------------
