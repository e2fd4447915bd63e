"""What a device may keep: whom to call always, the rest by the decision and until it lapses."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from loosen import triage
from loosen.vocabulary import AnswersFor, Clearance, Content, StepKind, StopKind
from loosen.web.ease.choosing import verdict_on
from loosen.web.figures.drawn import files_for
from loosen.web.offline.drawings import Room
from loosen.web.offline.keeping import FORMAT, Judged, KeptPage, keep_list

from ..conftest import Clock
from ..session.conftest import (
    begin,
    cleared,
    entries,
    fresh_visit,
    press,
    ready,
    session_of,
    some_sign,
)

__all__ = ["begin", "cleared", "entries", "ready"]
KEEP = {"loosen-keep": "1"}
ALWAYS = {"/", "/away/", "/emergency/"}


def listed(group: str = "") -> list[KeptPage]:
    return [page for page in keep_list(fresh_visit()).pages if group in {"", page.group}]


def urls(group: str = "") -> set[str]:
    return {page.url for page in listed(group)}


def told(client: Client) -> dict[str, Any]:
    answer = client.get("/keep/")
    assert answer.status_code == 200
    return dict(answer.json())


# --- what is on the list ---------------------------------------------------------------------


def test_before_any_answer_only_whom_to_call_is_kept(visitor: Client) -> None:
    assert urls() >= ALWAYS
    assert {page.group for page in listed()} == {"open"}
    assert {page.until for page in listed()} == {None}


def test_positions_are_kept_until_the_clearance_lapses(cleared: Client) -> None:
    standing = fresh_visit().standing
    assert isinstance(standing, Clearance)
    pages = listed("guarded")
    assert "/positions/" in urls("guarded")
    assert {page.until for page in pages} == {standing.expires_at}


def test_a_lapsed_clearance_leaves_whom_to_call(cleared: Client, hands: Clock) -> None:
    hands.go_on(hours=24)
    assert {page.group for page in listed()} == {"open"}
    assert urls() >= ALWAYS


def test_a_new_content_takes_everything_off_but_whom_to_call(
    ready: Client, begin: Callable[..., str], content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin()
    assert urls("guarded")
    assert urls("session")
    newer = replace(content, version="another")
    monkeypatch.setattr("loosen.web.site.visit.load_content", lambda: newer)
    assert {page.group for page in listed()} == {"open"}
    assert [page.figures for page in listed() if page.figures] == []


def test_a_danger_sign_takes_everything_off_but_what_to_do_now(
    ready: Client, begin: Callable[..., str]
) -> None:
    begin()
    assert listed("session")
    visit = fresh_visit()
    visit.answer(AnswersFor.RESCREEN, some_sign(visit.content), form_id=uuid4())
    assert urls() == {*ALWAYS, "/urgent/"}


def test_a_yes_of_which_it_was_not_said_which_takes_it_off_as_well(ready: Client) -> None:
    assert urls("guarded")
    ready.post("/screen/again/", {"say": "yes", "form_id": str(uuid4())})
    assert {page["group"] for page in told(ready)["pages"]} == {"open"}
    assert "/positions/" not in ready.get("/away/").content.decode()


def test_every_page_on_the_list_is_there(ready: Client, begin: Callable[..., str]) -> None:
    begin()
    for url in urls():
        assert ready.get(url, headers=KEEP).status_code == 200, url


def test_every_file_on_the_list_is_there(visitor: Client) -> None:
    assets = told(visitor)["assets"]
    assert {url.rpartition(".")[2] for url in assets} >= {"js", "css", "woff2", "svg"}
    for url in assets:
        assert visitor.get(url).status_code == 200, url


def test_the_session_lapses_with_the_clearance_and_when_nothing_is_entered(
    ready: Client, begin: Callable[..., str], hands: Clock
) -> None:
    hands.go_on(minutes=5)
    begin()
    standing = fresh_visit().standing
    assert isinstance(standing, Clearance)
    for page in listed("session"):
        assert (page.until, page.idle_from, page.idle_s) == (standing.expires_at, hands.at, 1800)


def test_the_session_stands_for_its_own_address(ready: Client, begin: Callable[..., str]) -> None:
    url = begin()
    assert dict(keep_list(fresh_visit()).stands_for) == {url: f"{url}ahead/?step=0"}


def test_only_forms_that_are_recorded_once_may_wait(
    ready: Client, begin: Callable[..., str]
) -> None:
    url = begin()
    assert set(keep_list(fresh_visit()).sends) == {"/positions/", "/screen/", url}


def test_a_stop_that_tells_of_a_danger_sign_is_judged_as_the_screen_is(
    ready: Client, begin: Callable[..., str]
) -> None:
    assert keep_list(fresh_visit()).judged == (Judged(path="/screen/"),)
    url = begin()
    [screen, stop] = keep_list(fresh_visit()).judged
    assert (screen.path, stop.path, stop.field) == ("/screen/", f"{url}stop/", "kind")
    assert set(StopKind) - {StopKind(kind) for kind in stop.plain} == {StopKind.LEG}


# --- the drawings ----------------------------------------------------------------------------


def figures(group: str = "") -> set[str]:
    return {url for page in listed(group) for url in page.figures}


def test_every_drawing_on_the_list_is_there(ready: Client, begin: Callable[..., str]) -> None:
    begin()
    for group in ("session", "guarded"):
        assert {url.split("/")[2] for url in figures(group)} == {"card", "track", "body"}
    for url in figures():
        assert ready.get(url).status_code == 200, url


def test_the_drawings_of_the_list_are_those_that_its_pages_name(
    ready: Client, begin: Callable[..., str]
) -> None:
    url = begin()
    while session_of(url).step.kind is not StepKind.EXERCISE:
        press(ready, url, "skip")
    for page in listed():
        shown = ready.get(page.url, headers=KEEP).content.decode().replace("&amp;", "&")
        # What is only printed is left to the computer.
        named = set(re.findall(r'"(/figures/(?!poses/)[^"#]+)[#"]', shown))
        if page.url not in {"/positions/"}:  # it shows the first one's, which is on that one's page
            assert set(page.figures) == named, page.url
        assert named <= figures(), page.url


def test_without_a_clearance_no_drawing_is_on_the_list(cleared: Client, hands: Clock) -> None:
    assert figures()
    hands.go_on(hours=24)
    assert figures() == set()


def test_what_does_not_fit_is_left_out_whole_and_the_rest_is_taken(cleared: Client) -> None:
    visit = fresh_visit()
    first, second, *_ = visit.content.positions.values()
    room = Room(sum(file.stat().st_size for _, file in files_for(first, visit)))
    taken = room.take(first, visit)
    assert len(taken) == 3
    assert room.take(second, visit) == ()
    assert room.take(first, visit) == taken


def test_all_positions_and_changes_of_place_and_a_session_fit_in(
    ready: Client, begin: Callable[..., str]
) -> None:
    begin()
    visit = fresh_visit()
    everything = [*visit.content.positions.values(), *visit.content.transfers.values()]
    wanted = {url for one in everything for url, _ in files_for(one, visit)}
    missing = wanted - figures()
    barred = {one.id for one in everything if verdict_on(one, visit).bars}
    assert {url.split("/")[3] for url in missing} <= barred


# --- when it is fetched anew -----------------------------------------------------------------


def tags() -> dict[str, str]:
    return {page.url: page.tag for page in listed()}


def test_a_step_that_was_done_fetches_nothing_anew(
    ready: Client, begin: Callable[..., str]
) -> None:
    url = begin()
    before = tags()
    ready.post(url, {"do": "skip", "step": "0", "turn": "0"})
    after = tags()
    assert after.items() <= before.items()
    assert len(after) < len(before)


def test_answers_and_settings_fetch_it_anew(ready: Client) -> None:
    before = tags()
    ready.post("/settings/", {"theme": "dark", "text_size": "large", "voice": "on", "units": "us"})
    between = tags()
    assert not set(before.values()) & set(between.values())
    visit = fresh_visit()
    no = {one.id: visit.answers.by_question[one.id] for one in triage.short_set(visit.content)}
    visit.answer(AnswersFor.RESCREEN, no, form_id=uuid4())
    assert not set(between.values()) & set(tags().values())


# --- the addresses ---------------------------------------------------------------------------


def test_the_list_tells_its_format_the_clock_that_counts_and_a_fresh_token(
    visitor: Client, hands: Clock
) -> None:
    plain = told(visitor)
    assert plain["format"] == FORMAT
    assert plain["now_ms"] == round(hands.at.timestamp() * 1000)
    assert len(plain["csrf"]) > 30


def test_times_are_told_with_their_zone(ready: Client) -> None:
    until = next(page["until"] for page in told(ready)["pages"] if page["until"])
    assert datetime.fromisoformat(until).utcoffset() == timedelta(0)


def test_the_page_without_the_computer_names_the_signs_the_numbers_and_until_when(
    cleared: Client,
) -> None:
    page = cleared.get("/away/").content.decode()
    content = fresh_visit().content
    for question in triage.short_set(content):
        assert question.text.split("'")[0][:40] in page
    assert 'href="tel:112"' in page
    assert "Opens until 12:00 on 23 November." in page
    assert set(re.findall(r'data-why="([\w-]+)"', page)) == {
        *("kept", "over", "ended", "changed", "elsewhere"),
        *("told", "behind", "lapsed", "unsent", "not-kept"),
    }


def test_the_worker_is_a_script_without_imports_that_nobody_stores(visitor: Client) -> None:
    answer = visitor.get("/worker.js")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("text/javascript", "no-store")
    script = answer.content.decode()
    assert not re.search(r"\b(import|export)\b\s*[{(*\"'`]", script)


@pytest.mark.parametrize("url", ["/keep/", "/away/"])
def test_a_stranger_gets_neither_list_nor_page(url: str, stranger: Client) -> None:
    assert stranger.get(url).status_code == 403
