"""Through a session: done, skipped, eased, banned, told, resumed; once, whatever is sent twice."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from loosen.vocabulary import (
    Entry,
    PainFelt,
    PainWhen,
    Preference,
    SessionEnd,
    SessionEnded,
    StepEnded,
    StepKind,
    StepOutcome,
)
from loosen.web.records import store

from ..conftest import Clock
from .conftest import finish, press, session_of

Begin = Callable[..., str]
Entries = Callable[[], tuple[Entry, ...]]


def told(entries: Entries, kind: type) -> list[object]:
    return [entry.payload for entry in entries() if isinstance(entry.payload, kind)]


def skip_to_exercise(client: Client, url: str) -> None:
    while (step := session_of(url).step) is not None and step.kind is not StepKind.EXERCISE:
        press(client, url, "skip")


def test_a_session_begins_at_its_first_step(ready: Client, begin: Begin) -> None:
    page = ready.get(begin())
    assert page.status_code == 200
    assert "Step 1 of" in page.content.decode()


def test_a_step_page_works_without_script(ready: Client, begin: Begin) -> None:
    url = begin()
    skip_to_exercise(ready, url)
    page = ready.get(url).content.decode()
    step = session_of(url).step
    assert step is not None
    for word in (step.title, "Get ready", "Done - next", "Stop, it hurts", "End early", "Skip"):
        assert word in page


def test_pain_is_asked_once_after_a_step_that_was_done(ready: Client, begin: Begin) -> None:
    url = begin()
    press(ready, url, "done")
    assert "How bad is your pain now?" in ready.get(url).content.decode()
    press(ready, url, "done", pain="4")
    assert session_of(url).state.step_index == 1
    assert not session_of(url).asks_pain


def test_the_scale_starts_blank(ready: Client, begin: Begin) -> None:
    url = begin()
    press(ready, url, "done")
    assert "checked" not in ready.get(url).content.decode()


def test_with_script_the_step_and_its_pain_are_told_together(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    press(ready, url, "done", pain="3", asked="1")
    assert session_of(url).state.step_index == 1
    assert not session_of(url).asks_pain
    felt = told(entries, PainFelt)[-1]
    assert isinstance(felt, PainFelt)
    assert (felt.pain_0_10, felt.step_index, felt.occasion) == (3, 0, PainWhen.BETWEEN_STEPS)


def test_pain_left_blank_is_kept_as_unknown(ready: Client, begin: Begin, entries: Entries) -> None:
    url = begin()
    press(ready, url, "done")
    press(ready, url, "done", pain="")
    felt = told(entries, PainFelt)[-1]
    assert isinstance(felt, PainFelt)
    assert felt.pain_0_10 is None


@pytest.mark.parametrize("pain", ["11", "-1", "5.5", "🙂", "\u202e5", "9" * 5000])
def test_a_pain_that_is_no_score_is_refused_beside_the_scale_and_nothing_is_recorded(
    ready: Client, begin: Begin, entries: Entries, pain: str
) -> None:
    url = begin()
    press(ready, url, "done")
    before = entries()
    answer = ready.post(url, {"do": "done", "step": "0", "turn": "1", "pain": pain})
    assert answer.status_code == 422
    assert 'class="field__error"' in answer.content.decode()
    assert entries() == before


def test_a_skipped_step_asks_nothing(ready: Client, begin: Begin) -> None:
    url = begin()
    press(ready, url, "skip")
    place = session_of(url)
    assert (place.state.step_index, place.asks_pain) == (1, False)


def test_the_easier_way_takes_the_place_of_the_step(ready: Client, begin: Begin) -> None:
    url = begin()
    skip_to_exercise(ready, url)
    before = session_of(url)
    press(ready, url, "easier")
    after = session_of(url)
    assert after.state.step_index == before.state.step_index
    assert after.step != before.step
    assert after.plan.load <= before.plan.load
    assert "easier" in ready.get(url).content.decode()


def test_never_show_this_again_is_kept_and_goes_on(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    skip_to_exercise(ready, url)
    step = session_of(url).step
    assert step is not None
    press(ready, url, "ban")
    assert told(entries, Preference) == [Preference(item_id=step.item_id, banned=True)]
    assert session_of(url).state.step_index == step.index + 1


def test_back_shows_the_step_before_and_doing_it_again_records_nothing(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    press(ready, url, "done", pain="4", asked="1")
    press(ready, url, "done", pain="4", asked="1")
    first = ready.get(f"{url}?step=0").content.decode()
    assert "Step 1 of" in first
    before = entries()
    answer = ready.post(url, {"do": "done", "step": "0", "turn": "2"})
    assert answer["Location"] == f"{url}?step=1"
    assert entries() == before


def test_never_show_this_again_is_kept_of_a_step_looked_at_again(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    skip_to_exercise(ready, url)
    first = session_of(url).step
    assert first is not None
    press(ready, url, "ban")
    second = session_of(url).step
    assert second is not None
    press(ready, url, "skip")
    turn = str(session_of(url).turn)
    for step in (second, second):
        ready.post(url, {"do": "ban", "step": str(step.index), "turn": turn})
    items = [one.item_id for one in told(entries, Preference)]
    assert items == [first.item_id, second.item_id]
    assert session_of(url).turn == int(turn)


def test_a_step_looked_at_again_offers_no_easier_way_that_would_do_nothing(
    ready: Client, begin: Begin
) -> None:
    url = begin()
    skip_to_exercise(ready, url)
    step = session_of(url).step
    assert step is not None
    assert 'value="easier"' in ready.get(url).content.decode()
    press(ready, url, "skip")
    assert 'value="easier"' not in ready.get(f"{url}?step={step.index}").content.decode()


def test_looking_ahead_shows_the_step_in_hand(ready: Client, begin: Begin) -> None:
    assert "Step 1 of" in ready.get(f"{begin()}?step=4").content.decode()


def test_two_tabs_record_a_step_once(ready: Client, begin: Begin, entries: Entries) -> None:
    url = begin()
    press_of_both = {"do": "done", "step": "0", "turn": "0"}
    ready.post(url, press_of_both)
    ready.post(url, press_of_both)
    ready.post(url, {**press_of_both, "do": "skip"})
    assert len(told(entries, StepEnded)) == 1


def test_two_tabs_record_the_pain_between_two_steps_once(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    press(ready, url, "done")
    for pain in ("4", "7"):
        ready.post(url, {"do": "done", "step": "0", "turn": "1", "pain": pain})
    between = [felt for felt in told(entries, PainFelt) if felt.occasion is PainWhen.BETWEEN_STEPS]
    assert [felt.pain_0_10 for felt in between] == [4]


@pytest.mark.parametrize(
    "posted",
    [{}, {"do": "fly", "step": "0", "turn": "0"}, {"do": "done", "step": "x", "turn": "y"}],
)
def test_a_press_that_is_none_of_ours_records_nothing(
    ready: Client, begin: Begin, entries: Entries, posted: dict[str, str]
) -> None:
    url = begin()
    before = entries()
    assert ready.post(url, posted).status_code == 302
    assert entries() == before


def test_a_session_goes_on_at_its_step_after_the_server_was_killed(
    ready: Client, begin: Begin
) -> None:
    url = begin()
    press(ready, url, "done", pain="4", asked="1")
    press(ready, url, "done")
    store._shelf_of.cache_clear()  # what a new process knows: nothing but the record
    place = session_of(url)
    assert (place.state.step_index, place.asks_pain) == (2, True)
    assert "How bad is your pain now?" in ready.get(url).content.decode()


def test_after_half_an_hour_it_is_a_new_session(ready: Client, begin: Begin, hands: Clock) -> None:
    url = begin()
    hands.go_on(minutes=31)
    page = ready.get(url).content.decode()
    assert "Start a new session" in page
    assert "Done - next" not in page


def test_a_press_after_half_an_hour_records_nothing(
    ready: Client, begin: Begin, hands: Clock, entries: Entries
) -> None:
    url = begin()
    before = entries()
    hands.go_on(minutes=31)
    ready.post(url, {"do": "done", "step": "0", "turn": "0"})
    assert entries() == before


def test_much_more_pain_takes_out_the_movement_that_was_left(ready: Client, begin: Begin) -> None:
    url = begin(pain="3")
    skip_to_exercise(ready, url)
    press(ready, url, "done", pain="8", asked="1")
    left = session_of(url).plan.steps[session_of(url).state.step_index :]
    assert not {step.kind for step in left} & {StepKind.EXERCISE, StepKind.WALK}
    assert "less to do" in ready.get(url).content.decode()


def test_ended_early_it_is_over(ready: Client, begin: Begin, entries: Entries) -> None:
    url = begin()
    assert press(ready, url, "end") == f"{url}after/"
    ended = told(entries, SessionEnded)
    assert [one.how for one in ended if isinstance(one, SessionEnded)] == [SessionEnd.EARLY]
    assert ready.get(url)["Location"] == f"{url}after/"


def test_behind_the_last_step_comes_how_it_went(ready: Client, begin: Begin) -> None:
    url = begin()
    finish(ready, url)
    assert ready.get(url)["Location"] == f"{url}after/"


def test_every_step_that_was_done_is_kept_as_done(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    finish(ready, url)
    outcomes = [one.outcome for one in told(entries, StepEnded) if isinstance(one, StepEnded)]
    assert outcomes == [StepOutcome.DONE] * len(session_of(url).plan.steps)


def test_there_is_no_page_for_a_session_that_never_was(ready: Client) -> None:
    assert ready.get(f"/session/{uuid4()}/").status_code == 404


def test_a_step_is_locked_when_the_clearance_has_lapsed(
    ready: Client, begin: Begin, hands: Clock
) -> None:
    url = begin()
    hands.go_on(hours=25)
    assert ready.get(url).status_code == 403


def test_a_form_without_its_token_is_refused(strict_visitor: Client) -> None:
    answer = strict_visitor.post(f"/session/{uuid4()}/", {"do": "done"})
    assert answer.status_code == 403
