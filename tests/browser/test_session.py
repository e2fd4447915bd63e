"""A whole session: the pain goes down; the pain goes up and it is stopped; and what comes after."""

import pytest
from playwright.sync_api import expect

from loosen.vocabulary import (
    PainFelt,
    PositionTried,
    Preference,
    SessionEnd,
    SessionEnded,
    SessionStarted,
    SessionStopped,
    StepEnded,
    StepOutcome,
    StopKind,
)
from loosen.web.records.store import Draft

from . import people
from .someone import Someone


@pytest.fixture
def at_today(someone: Someone) -> Someone:
    """Someone with nothing found, at today's plan."""
    someone.given(people.screened)
    someone.comes_in()
    someone.phone.go("/today/")
    return someone


def keeps_a_position() -> None:
    kept = PositionTried(position_id="calves-on-chair", helped=True, kept=True)
    people.visit().record(Draft(payload=kept))


def test_a_new_user_goes_from_seized_to_a_finished_session_with_the_pain_going_down(
    someone: Someone,
) -> None:
    someone.comes_in()
    someone.has_just_seized()
    someone.answers_first_cards()
    someone.says_of_the_position("keep")
    someone.phone.follow(someone.phone.link("/screen/"))
    someone.answers_the_rest({"have-bed": "yes", "have-pillow": "yes"})
    someone.phone.follow(someone.phone.link("/today/"))
    someone.phone.sees("The next hour")

    someone.starts_a_session(6)
    titles = someone.player.goes_to_the_end(6, 5, 5, 4, 4, 3)
    assert len(titles) >= 5
    someone.player.tells_pain(3)
    someone.phone.follow("Finish")

    scores = someone.phone.page.locator(".before-after__number").all_inner_texts()
    assert scores == ["6", "3"]
    someone.phone.sees("What you did")
    assert [one.how for one in someone.recorded(SessionEnded)] == [SessionEnd.COMPLETED]
    [begun] = someone.recorded(SessionStarted)
    done = [one.outcome for one in someone.recorded(StepEnded)]
    assert done == [StepOutcome.DONE] * len(begun.plan.steps)


def test_half_an_hour_later_and_the_next_morning_are_asked_once(at_today: Someone) -> None:
    at_today.starts_a_session(5)
    at_today.player.goes_to_the_end(5)
    at_today.player.tells_pain(4)
    at_today.phone.follow("Finish")

    at_today.waits(minutes=40)
    at_today.phone.go("/today/")
    at_today.phone.follow(at_today.phone.page.get_by_role("link", name="Tell us"))
    at_today.player.tells_pain(4)
    at_today.phone.follow("Save")
    at_today.phone.is_at("/today/")
    assert at_today.phone.page.get_by_role("link", name="Tell us").count() == 0


def test_stop_it_hurts_freezes_asks_and_never_resumes_by_itself(at_today: Someone) -> None:
    at_today.given(keeps_a_position)
    at_today.phone.reload()
    at_today.starts_a_session(4)
    at_today.player.does_one_step(5)
    at_today.player.does_one_step(6)
    at_today.player.toggles()

    at_today.player.presses("stop")
    at_today.phone.sees("How to come out of it")
    at_today.waits(minutes=5)
    at_today.phone.reload()
    assert at_today.phone.path.endswith("/stop/"), "a reload asks the same"
    at_today.phone.go("/")
    at_today.phone.page.go_back()
    assert at_today.phone.path.endswith("/stop/")

    at_today.player.tells_pain(8)
    at_today.chooses("kind", StopKind.SHARP.value)
    at_today.phone.follow("Go on")
    asked = at_today.phone.page.locator(".asks").inner_text().lower()
    for sign in ("numb", "pee", "legs", "chest", "faint"):
        assert sign in asked
    at_today.says_none()
    assert at_today.phone.path.endswith("/after/")
    at_today.phone.sees("calves on a chair")
    [stopped] = at_today.recorded(SessionStopped)
    assert (stopped.pain_0_10, stopped.kind) == (8, StopKind.SHARP)

    session = at_today.phone.path.removesuffix("after/")
    at_today.phone.go(session)
    assert at_today.phone.path.endswith("/after/"), "a stopped session stays stopped"
    at_today.phone.go("/")
    assert "Go on with your session" not in at_today.phone.words


def test_a_danger_sign_after_a_stop_leads_to_the_urgent_page(at_today: Someone) -> None:
    at_today.starts_a_session(4)
    at_today.player.presses("stop")
    at_today.player.tells_pain(9)
    at_today.chooses("kind", StopKind.LEG.value)
    at_today.phone.follow("Go on")

    at_today.says_yes_on_the_card("saddle-numbness", onset="new-or-worse-within-14-days")

    at_today.phone.is_at("/urgent/")
    assert at_today.phone.go("/today/") == 403


def test_rising_pain_takes_the_rest_of_the_movement_out(at_today: Someone) -> None:
    at_today.starts_a_session(3)
    [begun] = at_today.recorded(SessionStarted)
    first, *others = [step.title for step in begun.plan.steps if step.dose is not None]
    while at_today.phone.heading != first:
        at_today.player.does_one_step(3)

    titles = at_today.player.goes_to_the_end(8)

    assert titles[0] == first
    assert others
    assert not set(others) & set(titles)


def test_pause_keeps_its_place_and_the_clock_is_true(at_today: Someone) -> None:
    at_today.starts_a_session(3)
    player = at_today.player
    while player.lead["lines"]:
        player.does_one_step(3)
    player.toggles()
    player.time_goes_by(2)
    expect(player.cue).to_have_text(player.lead["words"]["ready"])
    player.time_goes_by(30)
    before = player.count.inner_text()
    player.toggles()
    assert player.state == "paused"
    player.time_goes_by(120)
    assert player.count.inner_text() == before
    player.toggles()
    player.time_goes_by(3600)
    expect(at_today.phone.page.locator(".player")).to_have_attribute("data-state", "done")


def test_skip_back_easier_and_never_again(at_today: Someone) -> None:
    at_today.starts_a_session(3)
    player = at_today.player
    first = at_today.phone.heading
    player.presses("skip")
    at_today.phone.follow(at_today.phone.page.locator("[data-back]"))
    assert at_today.phone.heading == first
    at_today.phone.page.go_back()
    while not at_today.phone.page.locator('button[value="easier"]').count():
        player.presses("skip")
    before = at_today.phone.words
    player.presses("easier")
    assert at_today.phone.words != before
    at_today.phone.sees("easier way")

    player.presses("ban")
    [banned] = at_today.recorded(Preference)
    assert banned.banned
    assert [one.outcome for one in at_today.recorded(StepEnded)][-1] is StepOutcome.SKIPPED


def test_ending_early_is_said_to_be_fine_and_skipped_pain_stays_unknown(at_today: Someone) -> None:
    at_today.starts_a_session(None)
    at_today.player.presses("end")
    at_today.phone.follow("Finish")
    at_today.phone.sees("That is fine.")
    assert {one.pain_0_10 for one in at_today.recorded(PainFelt)} == {None}


def test_a_session_left_for_over_half_an_hour_is_a_new_one(at_today: Someone) -> None:
    at_today.starts_a_session(4)
    session = at_today.phone.path
    at_today.waits(minutes=31)
    at_today.phone.go(session)
    at_today.phone.sees("too long ago")
    at_today.phone.follow("Start a new session")
    at_today.phone.sees("Has any of this begun?")
