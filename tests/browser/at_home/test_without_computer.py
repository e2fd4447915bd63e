"""The computer is gone: what opens, what does not, and what is sent when it is back."""

import re

from playwright.sync_api import expect

from loosen.library.current import load_content
from loosen.vocabulary import StopKind
from loosen.web.offline.drawings import MOST_BYTES

from ..home_server import HomeServer
from ..measure import axe_finds, runs_over, small_targets
from ..phone import Phone
from ..someone import Someone
from .kept import (
    KEPT,
    cards_drawn,
    figure_moves,
    figures_kept,
    forgets_what_the_browser_itself_keeps,
    in_a_session,
    is_done_with,
    is_up_to_date,
    keeps,
    keeps_figures,
    knows,
    outcomes,
)

IS_KNOWN = True  # the phone was let in, and every card is answered


def test_a_session_goes_on_without_the_computer_and_is_recorded_once(
    someone: Someone, desk: Phone, computer: HomeServer
) -> None:
    session = in_a_session(someone)
    phone, player = someone.phone, someone.player
    keeps(phone, f"{session}ahead/?step=2")
    computer.is_killed()

    player.presses("skip")
    assert player.place.startswith("Step 2 of")
    phone.page.get_by_text("Your computer is out of reach").wait_for()
    player.presses("skip")
    assert player.place.startswith("Step 3 of")

    computer.is_back()
    phone.go(session)
    assert phone.path == session
    assert player.place.startswith("Step 3 of")
    expect(phone.page.get_by_text("Entered without the computer")).to_contain_text("2")
    desk.context.clear_cookies()
    desk.go(f"/open/{computer.token}")
    assert outcomes(desk) == ["Step 2: skipped", "Step 1: skipped"]


def test_the_figure_is_there_and_moves_once_the_computer_is_gone(
    someone: Someone, computer: HomeServer
) -> None:
    session = in_a_session(someone)
    phone = someone.phone
    keeps_figures(phone)
    forgets_what_the_browser_itself_keeps(phone)
    computer.is_killed()
    moving = 0
    for _ in range(3):
        someone.player.presses("skip")
        phone.page.get_by_text("Your computer is out of reach").wait_for()
        if phone.page.locator(".player__figure").count():
            assert cards_drawn(phone), phone.heading
        if phone.page.locator("[data-track]").count():
            assert figure_moves(phone), phone.heading
            moving += 1
    assert moving >= 1, "none of the next three steps is an exercise"

    for url in ("/positions/", "/transfers/"):
        phone.go(url)
        links = phone.page.locator(f'main ul a[href^="{url}"], aside ul a[href^="{url}"]')
        shown = links.filter(has_not_text="Not for you now").evaluate_all(
            "(all) => all.map((one) => one.getAttribute('href'))"
        )
        drawn = 0
        for one in shown:
            phone.go(one)
            phone.is_at(one)
            if phone.page.locator("main .figure, main .figure-steps").count():
                assert cards_drawn(phone), one
                drawn += 1
        assert drawn >= 3, url

    computer.is_back()
    phone.go(session)
    expect(phone.page.get_by_text("Entered without the computer")).to_contain_text("3")


def test_the_figures_of_a_session_are_let_go_with_it_and_all_fit_in(someone: Someone) -> None:
    session = in_a_session(someone)
    phone = someone.phone
    keeps_figures(phone)
    during = figures_kept(phone)
    assert any(url.startswith("/figures/track/") for url in during)
    assert sum(during.values()) <= MOST_BYTES
    someone.player.presses("end")
    phone.page.wait_for_function("() => !location.pathname.includes('/ahead/')")
    phone.page.evaluate(KEPT.replace("IS_ENOUGH", "!urls.some((one) => one.includes('/session/'))"))
    keeps_figures(phone)
    after = figures_kept(phone)
    assert after.keys() < during.keys(), f"{session} took nothing along"
    assert {url.split("/")[3] for url in after if url.startswith("/figures/card/")} <= GUIDES


CONTENT = load_content()
GUIDES = {*CONTENT.positions, *CONTENT.transfers}


def test_more_pain_than_before_ends_the_session_until_the_computer_is_back(
    someone: Someone, computer: HomeServer
) -> None:
    session = in_a_session(someone)
    phone = someone.phone
    keeps(phone, f"{session}ahead/?step=1")
    computer.is_killed()
    is_done_with(phone, pain=9)
    phone.sees("You told us of more pain than before")
    phone.go(session)
    phone.sees("You told us of more pain than before")
    computer.is_back()
    phone.go(session)
    expect(phone.page.get_by_text("Entered without the computer")).to_contain_text("1")


def test_stop_works_without_the_computer(someone: Someone, computer: HomeServer) -> None:
    session = in_a_session(someone)
    phone = someone.phone
    keeps(phone, f"{session}ahead/?step=0&stopped=1")
    computer.is_killed()
    someone.player.presses("stop")
    phone.sees("You stopped. Well done.")
    assert phone.page.get_by_role("link", name=re.compile("112|999|911|Call")).count() > 0
    someone.chooses("kind", StopKind.SHARP.value)
    phone.follow("Go on")
    phone.sees("The session does not go on.")
    computer.is_back()
    phone.go("/today/")
    expect(phone.page.get_by_text("Entered without the computer")).to_contain_text("2")


def test_the_first_page_the_numbers_and_the_positions_open(
    someone: Someone, computer: HomeServer
) -> None:
    phone = someone.phone
    in_a_session(someone)
    keeps(phone, "/positions/")
    computer.is_killed()
    phone.go("/")
    phone.follow("It has just seized")
    phone.is_at("/away/")
    phone.sees("Do not wait for the computer. Call for help now.")
    assert axe_finds(phone) + runs_over(phone) + small_targets(phone) == []
    phone.follow("Positions that ease it")
    phone.is_at("/positions/")
    phone.go("/emergency/")
    phone.sees("In an emergency")
    phone.go("/data/")
    phone.sees("That page is not kept here")


def test_a_kept_page_does_not_open_what_has_lapsed(someone: Someone, computer: HomeServer) -> None:
    phone = someone.phone
    session = in_a_session(someone)
    keeps(phone, "/positions/")
    keeps(phone, f"{session}ahead/?step=1")
    computer.is_killed()
    knows(phone, "for (const page of known.list.pages) if (page.until) page.until = '2020-01-01';")
    for url in ("/positions/", session):
        phone.go(url)
        phone.sees("That page has lapsed")
    phone.go("/emergency/")
    phone.sees("In an emergency")


def test_a_clock_that_went_back_and_a_session_left_too_long_open_nothing(
    someone: Someone, computer: HomeServer
) -> None:
    phone = someone.phone
    session = in_a_session(someone)
    keeps(phone, f"{session}ahead/?step=1")
    computer.is_killed()
    knows(phone, "for (const page of known.list.pages) if (page.idle_from) page.idle_s = 0;")
    phone.go(session)
    phone.sees("That page has lapsed")
    knows(phone, "known.seen_ms += 3600_000;")
    phone.go("/positions/")
    phone.sees("That page has lapsed")


def test_each_look_notes_the_clock_so_that_one_set_back_is_found(
    someone: Someone, computer: HomeServer
) -> None:
    phone = someone.phone
    in_a_session(someone)
    is_up_to_date(phone)
    computer.is_killed()
    knows(phone, "known.seen_ms = Date.now() - 20 * 3600_000;")  # listed twenty hours ago
    phone.go("/positions/")
    phone.is_at("/positions/")
    knows(phone, "if (known.seen_ms < Date.now() - 60_000) reject(new Error('no look was noted'))")


def test_the_same_told_twice_without_the_computer_is_two(
    someone: Someone, computer: HomeServer
) -> None:
    phone = someone.phone
    in_a_session(someone)
    is_up_to_date(phone)
    computer.is_killed()
    for _ in range(2):
        phone.go(POSITION)
        title = phone.heading
        phone.follow("So-so")
        phone.sees("What you entered waits here")
    computer.is_back()
    phone.go("/today/")
    expect(phone.page.get_by_text("Entered without the computer")).to_contain_text("2")
    phone.go("/data/")
    assert phone.words.splitlines().count(title) == 2, phone.words


POSITION = "/positions/on-side-with-pillow/"


def test_what_an_older_worker_kept_opens_nothing_but_whom_to_call(
    someone: Someone, computer: HomeServer
) -> None:
    phone = someone.phone
    session = in_a_session(someone)
    is_up_to_date(phone)
    computer.is_killed()
    knows(phone, "known.list.format = 1;")
    phone.page.evaluate(
        """async () => {
          const name = (await caches.keys()).find((one) => one.includes('pages'));
          const [now, older] = [await caches.open(name), await caches.open('loosen-pages-1')];
          for (const one of await now.keys()) await older.put(one, await now.match(one));
          await caches.delete(name);
        }"""
    )
    for url in ("/emergency/", "/positions/", session):
        phone.go(url)
        phone.sees("Your computer is out of reach")
        assert phone.page.get_by_role("link", name=re.compile("112|999|911")).count() > 0
    computer.is_back()
    phone.go("/")
    is_up_to_date(phone)
    phone.page.wait_for_function(
        "async () => !(await caches.keys()).some((one) => one.endsWith('-1'))"
    )


def test_answers_that_wait_open_nothing_and_close_the_positions(
    someone: Someone, computer: HomeServer
) -> None:
    phone = someone.phone
    in_a_session(someone)
    keeps(phone, "/positions/")
    phone.go("/screen/again/")
    computer.is_killed()
    someone.says_none()
    phone.sees("Your answers wait here")
    phone.go("/positions/")
    phone.is_at("/away/")
    phone.sees("no position and no session opens here")
    computer.is_back()
    phone.go("/positions/")
    phone.is_at("/positions/")
    expect(phone.page.get_by_text("Entered without the computer")).to_contain_text("1")
