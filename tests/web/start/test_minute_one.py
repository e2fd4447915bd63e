"""From the first page to the first position, and everything that may come in between."""

import pytest

from loosen.vocabulary import AnswerValue
from loosen.web.site import clock
from loosen.web.site.visit import Visit


def now() -> Visit:
    return Visit(clock.moment())


def test_the_first_page_offers_two_choices_and_three_kinds_of_help(person) -> None:
    person.go("/")
    for words in ("It has just seized", "I'm past the worst", "I can't move at all"):
        assert words in person.text
    assert "I'm alone" in person.text
    assert "Someone is helping me" in person.text
    assert person.text.count("Not a medical device.") == 1
    assert person.text.count("Not yet reviewed by a clinician.") == 1


def test_ten_taps_lead_from_the_first_page_to_a_position(person) -> None:
    taps = 1  # It has just seized
    person.go("/screen/?path=seized")
    taps += 3  # two digits and one tap
    person.tap(**{"age-years": 40})
    while person.url.startswith("/screen/"):
        person.tap(say="none")
        taps += 1
    assert person.url.startswith("/positions/")
    assert taps == 10
    assert "Nothing you told us needs urgent care now." in person.text
    assert "safe" not in person.text.lower()


def test_none_of_these_stores_a_plain_no_for_each_line(person, content) -> None:
    person.go("/screen/saddle/")
    person.tap(say="none")
    on_card = [one.id for one in content.questions.values() if one.card == "saddle"]
    assert {now().answers.get(one).value for one in on_card} == {AnswerValue.NO}


def test_every_screen_of_minute_one_has_the_emergency_number_and_can_be_read_aloud(person) -> None:
    for url in (
        "/",
        "/screen/age/",
        "/screen/saddle/",
        "/screen/legs/",
        "/screen/saddle/?which=yes",
    ):
        person.go(url)
        assert 'href="tel:' in person.text, url
    person.go("/screen/saddle/")
    assert 'data-module="read-aloud"' in person.text


def test_a_new_sign_leads_to_the_urgent_page_at_once(person) -> None:
    person.go("/screen/saddle/?path=seized&which=yes")
    person.tap(rest="no", **{"saddle-numbness": "yes", "saddle-numbness.onset": "not-known"})
    assert person.url == "/urgent/"
    assert 'href="tel:' in person.text
    for elsewhere in ("/positions/", "/today/", "/library/", "/breathing/"):
        assert f'href="{elsewhere}' not in person.text


def test_not_sure_about_a_nerve_sign_counts_as_yes(person) -> None:
    person.go("/screen/saddle/?which=not-sure")
    person.tap(rest="no", **{"bladder-change": "not-sure"})
    assert person.url == "/urgent/"


def test_a_yes_asks_when_it_began_beside_the_question_and_keeps_the_rest(person) -> None:
    person.go("/screen/saddle/?which=yes")
    person.tap(**{"saddle-numbness": "yes", "bladder-change": "no", "bowel-change": "not-sure"})
    assert person.status == 422
    assert "Tap when it began" in person.text
    assert "Tap an answer here." in person.text
    assert 'name="bowel-change" value="not-sure" checked' in person.text
    assert not now().entries


def test_yes_without_saying_which_is_asked_again(person) -> None:
    person.go("/screen/saddle/?which=yes")
    person.tap(rest="no")
    assert person.status == 422
    assert "Tap the one you mean" in person.text
    assert not now().entries


def test_an_old_unchanged_sign_is_for_a_clinician_today_and_leaves_rest_open(person) -> None:
    said = {"saddle-numbness": "yes", "saddle-numbness.onset": "over-3-months-unchanged"}
    person.first_cards(saddle=said)
    assert person.url == "/screen/result/"
    assert "Please speak to a clinician today" in person.text
    assert 'href="/positions/"' in person.text
    assert 'href="/clinician/"' in person.text


def test_the_most_urgent_of_several_signs_stands_first(person) -> None:
    person.first_cards(legs={"leg-weakness": "yes", "leg-weakness.onset": "not-known"})
    person.go("/screen/chest-and-tummy/?which=yes")
    person.tap(rest="no", **{"chest-pain": "yes"})
    decision = now().decision
    assert person.url == "/urgent/"
    assert [one.urgency.value for one in decision.fired] == sorted(
        one.urgency.value for one in decision.fired
    )
    assert "<title>Call now" in person.text
    assert "Also:" in person.text


def test_a_fracture_that_is_possible_forbids_a_change_of_position(person) -> None:
    person.first_cards(injury={"serious-accident": "yes"})
    assert person.url == "/urgent/"
    assert "Stay as you are." in person.text


def test_thoughts_of_self_harm_have_a_calm_page_of_their_own(person) -> None:
    person.first_cards(crisis={"self-harm-thoughts": "yes", "self-harm-thoughts.forms": "thoughts"})
    assert person.url == "/urgent/talk/"
    assert "You do not have to bear this alone" in person.text
    assert "In danger now?" not in person.text
    assert "medicine" not in person.text.lower()


def test_in_danger_now_puts_the_emergency_number_on_that_page(person) -> None:
    said = {"self-harm-thoughts": "yes", "self-harm-thoughts.forms": "in-danger-now"}
    person.first_cards(crisis=said)
    assert person.url == "/urgent/talk/"
    assert "In danger now?" in person.text


def test_the_urgent_page_leaves_self_harm_out_of_what_is_shown_to_others(person) -> None:
    person.go("/screen/crisis/?which=yes")
    person.tap(rest="no", **{"self-harm-thoughts": "yes"})
    person.go("/screen/chest-and-tummy/?which=yes")
    person.tap(rest="no", **{"chest-pain": "yes"})
    handover = person.text[person.text.index("To show or read out") :]
    assert person.url == "/urgent/"
    assert "harm" not in handover.lower()
    assert "/urgent/talk/" in person.text


def test_under_16_gets_urgent_advice_only(person) -> None:
    person.first_cards(age=15)
    assert person.url == "/screen/result/"
    assert 'href="/positions/"' not in person.text
    assert 'href="/today/"' not in person.text
    person.go("/positions/")
    assert person.status == 403


def test_a_wrong_tap_can_be_put_right_from_the_urgent_page(person) -> None:
    person.first_cards(chest_and_tummy={"chest-pain": "yes"})
    assert 'href="/screen/chest-and-tummy/"' in person.text
    person.go("/screen/chest-and-tummy/")
    person.tap(say="none")
    assert person.url != "/urgent/"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Write a number here"),
        ("forty", "Write a number in digits"),
        ("12.5", "Write a number in digits"),
        ("-3", "Write a number in digits"),
        ("121", "This needs to be from 0 to 120 years."),
        ("٤٠", "Write a number in digits"),
        ("9" * 5000, "Write a number in digits"),
        ("🙂", "Write a number in digits"),
    ],
)
def test_an_age_that_cannot_be_is_refused_beside_the_field(person, typed, words) -> None:
    person.go("/screen/age/")
    person.tap(**{"age-years": typed})
    assert person.status == 422
    assert words in person.text
    assert not now().entries


def test_a_card_sent_twice_is_recorded_once(person) -> None:
    person.go("/screen/saddle/")
    page = person.text
    person.tap(say="none")
    count = len(now().history)
    person.text = page
    person.tap("/screen/saddle/", say="none")
    assert len(now().history) == count


def test_going_back_and_answering_otherwise_is_recorded_and_counts(person) -> None:
    person.go("/screen/saddle/")
    page = person.text
    person.tap(say="none")
    person.text = page
    said = {"saddle-numbness": "yes", "saddle-numbness.onset": "not-known"}
    person.tap("/screen/saddle/", rest="no", **said)
    assert person.url == "/urgent/"
    assert now().answers.get("saddle-numbness").value is AnswerValue.YES


def test_answers_given_already_are_shown_and_kept(person) -> None:
    person.first_cards()
    person.go("/screen/legs/")
    assert "You said before: none of these." in person.text


def test_a_made_up_answer_or_card_is_refused(person) -> None:
    person.go("/screen/saddle/?which=yes")
    person.tap(rest="no", **{"saddle-numbness": "maybe"})
    assert person.status == 422
    assert "That is not one of the answers" in person.text
    person.go("/screen/no-such-card/")
    assert person.status == 404


@pytest.mark.parametrize("who", ["alone", "with-someone", "cannot-move"])
def test_each_kind_of_help_leads_somewhere(person, who) -> None:
    person.go(f"/help/{who}/")
    assert person.status == 200
    assert 'href="/screen/?path=seized"' in person.text
    person.first_cards()
    person.go(f"/help/{who}/")
    assert 'href="/positions/"' in person.text


def test_a_person_who_helps_is_told_to_lift_nobody(person) -> None:
    person.go("/help/with-someone/")
    assert "never lift or pull them, and never press" in person.text


def test_a_long_lie_is_a_reason_to_call(person) -> None:
    person.go("/help/cannot-move/")
    assert "over an hour" in person.text
