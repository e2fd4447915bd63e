"""Heat, cold and massage: asked first, watched by the clock and the skin, ended, spaced."""

from uuid import uuid4

import pytest

from loosen.vocabulary import Answer, AnswersFor, AnswerValue, FeelingBack, Skin

from .conftest import begin, now, ready, set_up, skin, uses


def test_heat_says_layer_setting_and_when_to_take_it_off(person, content) -> None:
    ready(person)
    heat = content.remedies["heat"]
    assert all(step.text in person.text for step in heat.before)
    assert all(sign in person.text for sign in heat.stop_signs)
    assert "15 minutes" in person.text


def test_a_drowsy_person_gets_no_heat(person) -> None:
    person.all_cards()
    person.go("/heat/")
    person.go("/session/start/moment/?then=/heat/&which=yes")
    said = dict.fromkeys(("drinking", "sedating_medicine", "faint", "unwell"), "no")
    person.tap(drowsy="yes", **said)
    person.go("/heat/")
    assert person.status == 403
    assert uses() == []


def test_the_moment_is_asked_again_after_half_an_hour(person, hands) -> None:
    ready(person)
    hands.go_on(minutes=31)
    person.go("/heat/")
    assert person.url.startswith("/session/start/moment/")


def test_the_page_tells_the_end_by_the_clock_without_any_script(person) -> None:
    begin(person)
    assert "12:15" in person.text
    assert "12:05" in person.text
    assert "This page makes no sound of its own. Set a timer." in person.text


def test_the_skin_is_looked_at_after_five_minutes(person, hands) -> None:
    begin(person)
    hands.go_on(minutes=5)
    person.go(person.url)
    assert "Look at your skin" in person.text
    person.tap(do="look", skin="evenly-pink")
    assert "Heat is on" in person.text
    assert uses()[0].ended_at == uses()[0].started_at


def test_the_page_counts_the_seconds_left_whatever_the_browsers_clock_says(person, hands) -> None:
    begin(person)
    hands.go_on(minutes=2, seconds=0.5)
    person.go(person.url)
    assert 'data-seconds-left="780"' in person.text
    assert 'data-seconds-to-check="180"' in person.text


@pytest.mark.parametrize("skin", ["marked", "numb"])
def test_wrong_skin_ends_it_and_says_what_to_do(person, hands, content, skin) -> None:
    begin(person)
    hands.go_on(minutes=5)
    person.go(person.url)
    person.tap(do="look", skin=skin)
    assert person.url.startswith("/heat/after/")
    assert content.phrases["skin-wrong-off"].text in person.text
    [use] = uses()
    assert use.skin is Skin(skin)
    person.go("/heat/")
    assert person.status == 403
    assert "Look at my skin" in person.text


def test_the_end_asks_for_the_skin_and_whether_it_helped(person, hands) -> None:
    begin(person)
    hands.go_on(minutes=15)
    person.go(person.url)
    assert "Take it off now" in person.text
    person.tap(helped="yes")
    assert person.status == 422
    assert "Please look, then tap how it is." in person.text
    person.tap(skin="normal", helped="yes")
    [use] = uses()
    assert use.felt_better is True
    assert (use.ended_at - use.started_at).total_seconds() == 15 * 60


def test_the_next_heat_waits_for_the_gap_and_says_until_when(person, hands) -> None:
    begin(person)
    hands.go_on(minutes=15)
    person.go(person.url)
    person.tap(skin="normal", helped="same")
    person.go("/heat/")
    assert person.status == 403
    assert "13:15" in person.text
    hands.go_on(minutes=61)
    person.go("/heat/")
    assert person.status == 200


def test_cold_after_heat_waits_for_the_skin(person, hands, content) -> None:
    begin(person)
    hands.go_on(minutes=15)
    person.go(person.url)
    person.tap(skin="normal", helped="same")
    person.go("/cold/")
    assert person.status == 403
    assert content.thresholds["skin-pause-min"].text in person.text


def test_a_fifth_heat_in_a_day_is_refused(person, hands, content) -> None:
    ready(person)
    for _ in range(4):
        person.tap("/heat/start/", form_id=str(uuid4()), **set_up())
        hands.go_on(minutes=15)
        person.go(person.url)
        person.tap(skin="normal", helped="same")
        hands.go_on(minutes=70)
        person.go("/session/start/moment/?then=/heat/")
        person.tap(say="none")
        person.go("/heat/")
        if person.url.startswith("/heat/skin/"):
            skin(person)
    assert person.status == 403
    assert content.phrases["remedy-cap"].text in person.text


def test_after_cold_the_feeling_has_to_be_back_before_anything_moves(person, hands) -> None:
    begin(person, "cold")
    hands.go_on(minutes=15)
    person.go(person.url)
    person.tap(skin="normal", helped="same")
    assert "feel as it did before?" in person.text
    after = person.url
    person.go("/today/")
    assert "Is the feeling back in my skin?" in person.text
    person.go(after)
    person.tap(back="no")
    assert not list(now().entries.of(FeelingBack))
    person.tap(after, back="yes")
    assert len(list(now().entries.of(FeelingBack))) == 1


def test_starting_twice_begins_it_once_and_ending_twice_ends_it_once(person, hands) -> None:
    ready(person)
    page = person.text
    person.tap("/heat/start/", **set_up())
    running = person.url
    person.text = page
    person.tap("/heat/start/", **set_up())
    assert person.url == running
    person.tap(running, skin="normal", helped="yes")
    person.tap(running, skin="normal", helped="yes")
    assert len(uses()) == 1


def test_an_old_page_cannot_begin_heat_once_it_is_closed(person, hands) -> None:
    ready(person)
    page = person.text
    person.go("/screen/chest-and-tummy/?which=yes")
    person.tap(rest="no", **{"chest-pain": "yes"})
    person.text = page
    person.tap("/heat/start/", **set_up())
    assert person.status == 403
    assert uses() == []


def test_heat_that_is_on_can_always_be_ended(person, hands) -> None:
    begin(person)
    running = person.url
    hands.go_on(hours=25)
    person.go(running)
    assert "Take it off now" in person.text
    person.tap(running, skin="normal")
    assert uses()[0].ended_at > uses()[0].started_at


def test_numb_skin_bars_heat_and_says_why(person, content) -> None:
    person.all_cards()
    told = {"reduced-feeling-back": Answer(value=AnswerValue.YES)}
    now().answer(AnswersFor.ABOUT_YOU, told, form_id=uuid4())
    person.go("/heat/")
    assert person.status == 403
    assert content.conditions["reduced-feeling-back"].text in person.text
    assert content.remedies["heat"].before[0].text not in person.text


def test_massage_has_its_time_and_no_question_of_skin(person, hands) -> None:
    begin(person, "massage")
    hands.go_on(minutes=4)
    person.go(person.url)
    assert "That is enough for now" in person.text
    person.tap(helped="yes")
    assert uses()[0].felt_better is True


def test_heat_of_somebody_who_never_began_is_not_found(person) -> None:
    person.go(f"/heat/on/{uuid4()}/")
    assert person.status == 404
