"""The coach's page: for the step in hand alone, behind the very guards of the step."""

import html
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from loosen.vocabulary import AnswersFor, Content, Entry, SetMeasured, StepEnded, StepOutcome
from loosen.web.session import drafts
from loosen.web.site import clock
from loosen.web.site.visit import Visit

from ..conftest import Clock
from ..session.conftest import fresh_visit, press, session_of, some_sign
from .conftest import SESSION, planned

Entries = Callable[[], tuple[Entry, ...]]
STEP = f"/session/{SESSION}/"
TAUGHT = "Squeeze your seat first."


def shown(client: Client, url: str) -> str:
    return html.unescape(client.get(url).content.decode())


def by_hand(client: Client, url: str, count: str = "6", **more: str) -> object:
    return client.post(url, {"do": "done", "step": "0", "turn": "0", "count": count} | more)


def kinds(entries: Entries, kind: type) -> list[object]:
    return [one.payload for one in entries() if isinstance(one.payload, kind)]


def test_the_page_says_what_happens_to_the_picture_and_what_it_cannot_judge(
    ready: Client, counted: str
) -> None:
    page = shown(ready, counted)
    for words in (
        "The picture stays in this page.",
        "2 to 3 metres to your side",
        "Whether your back arches at the top.",
        "The true tilt of your hips.",
        "Lay the phone flat on your belly",
        "Stop, it hurts",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("item_id", "words"), [("bridge", "Turn side-on to me."), ("seated-twist", "Turn to face me.")]
)
def test_who_is_seen_from_the_wrong_side_reads_where_to_turn(
    ready: Client, item_id: str, words: str
) -> None:
    assert f'"wrong-view": "{words}"' in shown(ready, planned(item_id))


def test_a_count_told_by_hand_ends_the_step_and_asks_the_pain(
    ready: Client, counted: str, entries: Entries
) -> None:
    answer = by_hand(ready, counted)
    assert (answer.status_code, answer["Location"]) == (302, STEP)
    [told] = kinds(entries, SetMeasured)
    assert (told.count, told.exercise_id, told.counted_by.value) == (6, "bridge", "tap")
    [ended] = kinds(entries, StepEnded)
    assert (ended.outcome, ended.reps_done, ended.held_s) == (StepOutcome.DONE, 6, None)
    assert session_of(STEP).asks_pain
    assert "How bad is your pain now?" in shown(ready, STEP)


def test_sent_twice_it_is_once(ready: Client, counted: str, entries: Entries) -> None:
    by_hand(ready, counted)
    before = entries()
    assert by_hand(ready, counted, "9")["Location"] == STEP
    assert entries() == before


@pytest.mark.parametrize("count", ["", "-1", "501", "5.5", "1e3", "NaN", "🙂", "9" * 5000])
def test_a_count_that_cannot_be_is_refused_beside_its_field(
    ready: Client, counted: str, entries: Entries, count: str
) -> None:
    before = entries()
    answer = by_hand(ready, counted, count)
    assert answer.status_code == 422
    assert 'class="field__error"' in answer.content.decode()
    assert entries() == before


@pytest.mark.parametrize("item_id", ["figure-four", "no-such-exercise"])
def test_what_nothing_counts_leads_back_to_the_step(ready: Client, item_id: str) -> None:
    url = planned(item_id)
    assert ready.get(url)["Location"] == STEP
    before = fresh_visit().history
    assert by_hand(ready, url)["Location"] == STEP
    assert fresh_visit().history == before


def test_the_steps_page_offers_what_counts_or_says_why_nothing_does(ready: Client) -> None:
    planned("bridge", "pelvic-tilt", "figure-four")
    assert "Let the camera or this phone count" in shown(ready, STEP)
    press(ready, STEP, "skip")
    assert "Let this phone count" in shown(ready, STEP)
    press(ready, STEP, "skip")
    page = shown(ready, STEP)
    assert "Why can nothing count this?" in page
    assert "The legs cross, and the camera mixes up left and right." in page
    assert "/coach/" not in page


def test_while_the_pain_is_asked_nothing_is_counted(ready: Client, counted: str) -> None:
    press(ready, STEP, "done")
    assert ready.get(counted)["Location"] == STEP


def test_a_session_that_is_not_there_has_no_page(ready: Client) -> None:
    assert ready.get(f"/session/{uuid4()}/coach/").status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_danger_sign_that_came_up_since_closes_it(
    ready: Client, counted: str, entries: Entries, content: Content, method: str
) -> None:
    fresh_visit().answer(AnswersFor.RESCREEN, some_sign(content), form_id=uuid4())
    before = entries()
    answer = ready.get(counted) if method == "get" else by_hand(ready, counted)
    assert answer.status_code == 403
    assert TAUGHT not in html.unescape(answer.content.decode())
    assert entries() == before


@pytest.mark.parametrize("minutes", [31, 24 * 60])
def test_a_session_left_for_long_is_not_counted_on(
    ready: Client, counted: str, hands: Clock, entries: Entries, minutes: int
) -> None:
    hands.go_on(minutes=minutes)
    before = entries()
    answer = by_hand(ready, counted)
    assert answer.status_code in {200, 403}
    assert "Done - next" not in shown(ready, counted)
    assert entries() == before


def test_a_stopped_session_asks_what_pain_it_was(ready: Client, counted: str) -> None:
    press(ready, STEP, "stop")
    assert ready.get(counted)["Location"] == f"{STEP}stop/"
    assert by_hand(ready, counted)["Location"] == f"{STEP}stop/"


def test_a_tab_that_shows_an_older_step_records_nothing(
    ready: Client, counted: str, entries: Entries
) -> None:
    press(ready, STEP, "skip")
    before = entries()
    assert by_hand(ready, counted)["Location"] == STEP
    assert by_hand(ready, counted, step="7", turn="1")["Location"] == STEP
    assert entries() == before


def test_the_form_has_to_be_one_of_ours(strict_visitor: Client, counted: str) -> None:
    assert by_hand(strict_visitor, counted).status_code == 403


def test_the_stop_of_the_page_is_that_of_the_step(ready: Client, counted: str) -> None:
    page = shown(ready, counted)
    assert f'formaction="{STEP}"' in page


def test_what_a_set_came_to_is_no_deed_of_its_own(ready: Client, counted: str) -> None:
    """The step's end tells what was done; the set tells how. Counting both would count it twice."""
    from loosen import ledger

    visit = Visit(clock.moment())
    at = session_of(STEP)
    assert at.step is not None
    visit.record(drafts.step_ended(at, at.step, StepOutcome.DONE))
    plain = ledger.all_done(ledger.standing(fresh_visit().history))
    assert len(plain) == 1
    url = planned("bridge", session_id=uuid4())
    by_hand(ready, url)
    assert len(ledger.all_done(ledger.standing(fresh_visit().history))) == 2
