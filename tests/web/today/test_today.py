"""Today's plan, and what a person notes down outside a session."""

import pytest

from loosen import ledger
from loosen.vocabulary import (
    AnswerValue,
    CheckpointKind,
    CourseTold,
    LegsNoted,
    PainFelt,
    ReviewSeen,
    Walked,
)
from loosen.web.session.beginning import plan_now
from loosen.web.site import clock
from loosen.web.site.visit import Visit


def now() -> Visit:
    return Visit(clock.moment())


def told(kind: type) -> list:
    return [payload for _, payload in now().entries.of(kind)]


def test_without_a_clearance_today_says_what_is_missing(person) -> None:
    person.first_cards()
    person.go("/today/")
    assert person.status == 403
    assert 'href="/screen/"' in person.text


def test_today_shows_each_step_with_its_time_dose_and_why(person) -> None:
    person.all_cards()
    person.tap("/today/pain/", pain="4")
    person.go("/today/")
    plan = plan_now(now())
    assert plan.steps
    for step in plan.steps:
        assert step.title in person.text
        assert step.because[0].text in person.text
    assert 'href="/session/start/"' in person.text


def test_today_says_what_comes_later_and_what_is_not_for_today(person) -> None:
    person.all_cards()
    person.go("/today/")
    plan = plan_now(now())
    assert plan.refusals
    assert plan.checkpoints
    for refusal in plan.refusals:
        assert refusal.title in person.text
        assert refusal.because[0].text in person.text
    assert all(point.title in person.text for point in plan.checkpoints)


def test_what_comes_again_each_hour_stands_once_with_its_times_and_why(person) -> None:
    person.all_cards()
    person.go("/today/")
    walks = [one for one in plan_now(now()).checkpoints if one.kind is CheckpointKind.WALK]
    assert len(walks) > 1
    later = person.text.partition("<h2>Later</h2>")[2]
    assert later.count(f">{walks[0].title}<") == 1
    assert f"{len(walks)} times" in later
    for walk in walks:
        assert f"{walk.due_at:%H:%M}" in later  # the visitor's clock is on UTC
        assert walk.because[0].text in later


def test_what_waits_for_the_same_reasons_stands_together_once(person) -> None:
    person.all_cards()
    person.go("/today/")
    refusals = plan_now(now()).refusals
    alike = {(one.because, one.opens) for one in refusals}
    assert len(alike) < len(refusals)
    assert person.text.count('<details class="refusal">') == len(alike)


def test_unknown_pain_is_asked_on_the_page_and_may_stay_unknown(person) -> None:
    person.all_cards()
    person.go("/today/")
    assert "How bad is your pain now?" in person.text
    assert "checked" not in person.text
    person.tap("/today/pain/")
    assert told(PainFelt)[0].pain_0_10 is None


@pytest.mark.parametrize("typed", ["11", "-1", "4.5", "much", "1e1"])
def test_a_pain_that_cannot_be_is_refused_beside_the_scale(person, typed) -> None:
    person.all_cards()
    person.go("/today/pain/")
    person.tap(pain=typed)
    assert person.status == 422
    assert told(PainFelt) == []


def test_a_pain_sent_twice_is_recorded_once(person) -> None:
    person.all_cards()
    person.go("/today/pain/")
    page = person.text
    person.tap("/today/pain/", pain="4")
    person.text = page
    person.tap("/today/pain/", pain="4")
    assert len(told(PainFelt)) == 1


def test_a_walk_is_noted_in_whole_minutes(person) -> None:
    person.all_cards()
    for typed in ("0", "601", "ten", ""):
        person.go("/today/walk/")
        person.tap(minutes=typed)
        assert person.status == 422, typed
    person.go("/today/walk/")
    person.tap(minutes="7")
    assert [one.minutes for one in told(Walked)] == [7]


def test_legs_that_are_quiet_lead_back_to_today(person) -> None:
    person.all_cards()
    person.go("/today/legs/")
    person.tap(change="moving-up")
    assert person.url == "/today/"
    assert len(told(LegsNoted)) == 1


@pytest.mark.parametrize("change", ["same", "new", "moving-down"])
def test_leg_symptoms_ask_the_short_set_again(person, hands, change) -> None:
    person.all_cards()
    hands.go_on(hours=2)
    person.go("/today/legs/")
    person.tap(change=change)
    assert person.url.startswith("/screen/again/")
    person.tap(say="none")
    assert person.url.startswith("/screen/leg-and-course/")


def test_legs_that_spread_down_stop_the_plan_until_asked_again(person, hands) -> None:
    person.all_cards()
    hands.go_on(hours=2)
    person.go("/today/legs/")
    person.tap(change="moving-down")
    person.go("/today/")
    assert person.status == 403


def test_a_review_is_noted_and_asks_the_signs_again(person, content) -> None:
    person.all_cards()
    person.go("/today/review/review-day-7/")
    assert content.thresholds["review-day-7"].text in person.text
    person.tap(saw_clinician="no", settling="not-sure")
    assert person.url == "/screen/again/"
    assert set(ledger.reviews_seen(now().entries, content)) == {"review-day-7"}
    assert len(told(ReviewSeen)) == 1


def test_a_review_that_does_not_exist_is_not_found(person) -> None:
    person.all_cards()
    for made_up in ("review-day-99", "settle-pain"):
        person.go(f"/today/review/{made_up}/")
        assert person.status == 404


def test_past_the_worst_asks_how_it_went_and_leads_to_today(person) -> None:
    person.all_cards(path="settled")
    assert person.url == "/since/"
    person.tap(began_on="2026-11-18", direction="a little better", pain="4")
    assert person.url == "/today/"
    assert [one.began_on for one in told(CourseTold)] == ["2026-11-18"]


def test_worse_since_it_began_is_told_to_the_screen(person) -> None:
    person.all_cards(path="settled")
    person.tap(began_on="2026-11-18", direction="worse", pain="6")
    assert person.url == "/screen/result/"
    assert "See a clinician in the next days" in person.text
    answer = now().answers.get("severe-and-worsening")
    assert answer is not None
    assert answer.value is AnswerValue.NOT_SURE
    assert "h4-" in " ".join(now().decision.rule_ids())


@pytest.mark.parametrize("day", ["2026-11-23", "1066-10-14", "18.11.2026", ""])
def test_a_day_that_cannot_be_is_refused_and_the_rest_kept(person, day) -> None:
    person.all_cards(path="settled")
    person.tap(began_on=day, direction="worse", pain="4")
    assert person.status == 422
    assert 'value="worse" required' in person.text or 'value="worse"' in person.text
    assert told(CourseTold) == []
    assert 'value="4" checked' in person.text


def test_a_look_back_that_is_due_stands_first(person, hands, content) -> None:
    person.all_cards(path="settled")
    person.tap(began_on="2026-11-10", direction="the same", pain="4")
    assert content.thresholds["review-day-7"].text in person.text
    assert 'href="/today/review/review-day-7/"' in person.text
