"""What a person does with a phone at home, and what the phone has kept."""

from playwright.sync_api import TimeoutError, expect

from ..phone import Phone
from ..someone import Someone

KEPT = """async () => {
  const kept = async () => {
    const name = (await caches.keys()).find((one) => one.includes('pages'));
    const requests = name === undefined ? [] : await (await caches.open(name)).keys();
    return requests.map(({url}) => new URL(url).pathname + new URL(url).search);
  };
  const ends = performance.now() + 60_000;
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


# Whether the phone goes by the list that the computer makes now, and has kept its pages by it.
GOES_BY_THE_LIST = """async (url) => {
  const known = () => new Promise((resolve, reject) => {
    const opening = indexedDB.open('loosen', 1);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const store = opening.result.transaction('known').objectStore('known');
      store.get('known').onsuccess = ({target}) => {
        opening.result.close();
        resolve(target.result);
      };
    };
  });
  const tags = (list) => JSON.stringify(list.pages.map(({url, tag}) => [url, tag]));
  const isDone = async () => {
    const name = (await caches.keys()).find((one) => one.includes('pages'));
    if (name === undefined) return false;
    const facts = await known();
    if (facts === undefined || facts.behind_since_ms !== null) return false;
    const cache = await caches.open(name);
    const isMeant = (one) => url === '' || one.url === url;
    for (const one of facts.list.pages.filter(isMeant)) {
      if (!(await cache.match(one.url))) return false;
    }
    const told = await (await fetch('/keep/')).json(); // last: the computer has enough to do
    if (tags(facts.list) !== tags(told)) return false;
    const wanted = told.pages.filter(isMeant);
    for (const one of wanted) {
      if ((await cache.match(one.url))?.headers.get('Loosen-Tag') !== one.tag) return false;
    }
    return wanted.length > 0;
  };
  const ends = performance.now() + 60_000;
  while (performance.now() < ends) {
    if (await isDone()) return;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  throw new Error(`the phone does not keep ${url || 'every page of the list'}`);
}"""


def keeps(phone: Phone, url: str) -> None:
    """Waits until the phone has kept this page as the list has it now; no older copy opens."""
    phone.page.wait_for_load_state()
    phone.page.evaluate(GOES_BY_THE_LIST, url)


def is_up_to_date(phone: Phone) -> None:
    """Waits until every page of the list is kept as the list has it now."""
    phone.page.wait_for_load_state()
    phone.page.evaluate(GOES_BY_THE_LIST, "")


def keeps_figures(phone: Phone) -> None:
    """Waits until every page and every drawing of the list is kept, and no other drawing.

    A session shows few drawings that were not kept before it, so those alone prove nothing.
    """
    is_up_to_date(phone)
    phone.page.evaluate(
        """async () => {
          const told = await (await fetch('/keep/')).json();
          const wanted = new Set(told.pages.flatMap(({figures}) => figures));
          const ends = performance.now() + 60_000;
          while (performance.now() < ends) {
            const name = (await caches.keys()).find((one) => one.includes('figures'));
            const kept = name === undefined ? [] : await (await caches.open(name)).keys();
            const urls = kept.map(({url}) => new URL(url).pathname + new URL(url).search);
            if (urls.length === wanted.size && urls.every((one) => wanted.has(one))) return;
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
          throw new Error('the drawings are not there');
        }"""
    )


def figures_kept(phone: Phone) -> dict[str, int]:
    """By address how many bytes each kept drawing has."""
    kept: dict[str, int] = phone.page.evaluate(
        """async () => {
          const cache = await caches.open(
            (await caches.keys()).find((one) => one.includes('figures')));
          const sizes = {};
          for (const request of await cache.keys()) {
            const answer = await cache.match(request, {ignoreVary: true});
            sizes[new URL(request.url).pathname + new URL(request.url).search] =
              (await answer.arrayBuffer()).byteLength;
          }
          return sizes;
        }"""
    )
    return kept


def forgets_what_the_browser_itself_keeps(phone: Phone) -> None:
    """Empties the browser's own cache, so that only what the worker kept is left."""
    phone.context.new_cdp_session(phone.page).send("Network.clearBrowserCache")


def cards_drawn(phone: Phone) -> bool:
    """Whether every drawing that stands on the page is filled; false where there is none."""
    is_drawn = """() => {
      const uses = [...document.querySelectorAll('main use[href^="/figures/"]')];
      return uses.length > 0 && uses.every((one) => {
        const box = one.getBBox();
        return box.width > 0 && box.height > 0;
      });
    }"""
    try:
        phone.page.wait_for_function(is_drawn, timeout=5000)
    except TimeoutError:
        return False
    return True


def figure_moves(phone: Phone) -> bool:
    """Whether the canvas is painted, and painted otherwise a moment later."""
    moves = """async () => {
      const canvas = document.querySelector('.figure__canvas');
      if (canvas === null) return false;
      const first = canvas.toDataURL();
      await new Promise((resolve) => setTimeout(resolve, 700));
      return canvas.toDataURL() !== first;
    }"""
    try:
        phone.page.wait_for_function(moves, timeout=10_000)
    except TimeoutError:
        return False
    return True


def knows(phone: Phone, change: str) -> None:
    """Changes what the phone knows, as time or another version would."""
    phone.page.evaluate(
        """() => new Promise((resolve, reject) => {
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


def answers_everything(someone: Someone) -> None:
    """From the first page to what is open today."""
    someone.phone.go("/")
    someone.has_just_seized()
    someone.answers_first_cards()
    someone.phone.follow(someone.phone.link("/screen/"))
    someone.answers_the_rest()
    someone.phone.follow(someone.phone.link("/today/"))


def in_a_session(someone: Someone) -> str:
    """From today into the first step; the session's address."""
    someone.phone.go("/today/")
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
