"""The next day, a new seizure, and a changed fact."""

from loosen.vocabulary import Clearance, Lapsed, Permit
from loosen.web.site import clock
from loosen.web.site.visit import Visit

from .test_clinicians_word import with_fever


def now() -> Visit:
    return Visit(clock.moment())


def test_the_whole_screen_ends_with_a_clearance(person) -> None:
    person.all_cards(path="on")
    assert person.url == "/screen/result/"
    assert isinstance(now().standing, Clearance)
    assert now().permits == frozenset(Permit)


def test_the_next_day_asks_the_short_set_as_one_card_and_what_has_changed(person, hands) -> None:
    person.all_cards()
    hands.go_on(hours=25)
    person.go("/screen/")
    assert person.url == "/screen/again/"
    person.tap(say="none")
    assert person.url == "/screen/changed/"
    assert isinstance(now().standing, Lapsed)
    person.tap()
    assert person.url == "/screen/result/"
    assert isinstance(now().standing, Clearance)


def test_the_list_of_changes_names_what_was_denied(person, hands, content) -> None:
    person.all_cards()
    hands.go_on(hours=25)
    person.go("/screen/changed/")
    assert content.questions["fever"].short in person.text
    assert content.questions["osteoporosis"].short in person.text


def test_a_ticked_change_is_asked_and_may_be_urgent(person, hands) -> None:
    person.all_cards()
    hands.go_on(hours=25)
    person.go("/screen/again/")
    person.tap(say="none")
    person.tap(changed="chest-and-tummy")
    assert person.url.startswith("/screen/chest-and-tummy/")
    person.tap(rest="no", **{"chest-pain": "yes"})
    assert person.url == "/urgent/"


def test_after_the_ticked_cards_the_rest_is_confirmed(person, hands) -> None:
    person.all_cards()
    hands.go_on(hours=25)
    person.go("/screen/again/")
    person.tap(say="none")
    person.tap(changed="about-basics")
    person.tap(rest="no", sex="female", company="alone", **{"weight-kg": "80"})
    assert person.url == "/screen/changed/"
    assert isinstance(now().standing, Lapsed)
    person.tap()
    assert isinstance(now().standing, Clearance)
    assert now().answers.get("weight-kg").number == 80


def test_a_fact_corrected_later_in_the_day_asks_again_before_anything_opens(person, hands) -> None:
    person.all_cards()
    hands.go_on(hours=3)
    person.go("/about/about-basics/")
    person.tap(rest="no", sex="female", company="someone-here", **{"weight-kg": "70"})
    assert person.url == "/screen/again/"
    assert isinstance(now().standing, Lapsed)


def test_a_correction_never_prolongs_yesterdays_answers(person, hands) -> None:
    person.all_cards()
    hands.go_on(hours=23)
    person.go("/about/about-basics/")
    person.tap(rest="no", sex="female", company="someone-here", **{"weight-kg": "70"})
    hands.go_on(hours=2)
    assert now().permits == frozenset({Permit.EMERGENCY_CARD})


def test_the_short_set_before_a_session_leaves_the_end_of_the_clearance_alone(
    person, hands
) -> None:
    person.all_cards()
    ends_at = now().standing.expires_at
    hands.go_on(hours=5)
    person.go("/session/start/")
    person.tap("/session/start/", say="none")
    assert now().standing.expires_at == ends_at


def test_seized_again_asks_the_first_cards_anew_and_keeps_the_facts(person, hands) -> None:
    person.all_cards()
    hands.go_on(days=20)
    person.go("/screen/?path=seized")
    assert person.url.startswith("/screen/saddle/")
    for _ in range(6):
        person.tap(say="none")
    assert person.url == "/screen/result/" or person.url.startswith("/positions/")
    person.go("/screen/")
    assert person.url == "/screen/changed/"
    person.tap()
    assert isinstance(now().standing, Clearance)


def test_seized_again_reaches_a_position_before_the_rest_is_confirmed(person, hands) -> None:
    person.all_cards()
    hands.go_on(days=20)
    person.go("/screen/?path=seized")
    for _ in range(6):
        person.tap(say="none")
    assert person.url.startswith("/positions/")


# --- nothing of today is lost under what was said before --------------------------------------


def test_a_back_that_seizes_again_the_same_day_is_asked_the_first_cards_anew(person, hands) -> None:
    person.all_cards()
    hands.go_on(hours=5)
    person.go("/screen/?path=seized")
    assert person.url.startswith("/screen/saddle/")
    for _ in range(3):
        person.tap(say="none")
    assert person.url.startswith("/screen/injury/")
    person.tap(rest="no", **{"serious-accident": "yes", "serious-accident.forms": "can-move"})
    assert person.url == "/urgent/"


def test_a_back_that_seizes_again_and_nothing_new_leads_to_a_position(person, hands) -> None:
    person.all_cards()
    ends_at = now().standing.expires_at
    hands.go_on(hours=5)
    person.go("/screen/?path=seized")
    for _ in range(6):
        person.tap(say="none")
    assert person.url.startswith("/positions/")
    assert now().standing.expires_at == ends_at


def test_a_yes_that_still_lacks_its_onset_is_not_shown_as_the_earlier_no(person, hands) -> None:
    person.all_cards()
    hands.go_on(hours=25)
    person.go("/screen/again/?which=yes")
    person.tap("/screen/again/", rest="no", **{"leg-weakness": "yes"})
    assert person.status == 422
    assert 'name="leg-weakness" value="yes" checked' in person.text
    assert 'name="leg-weakness" value="no" checked' not in person.text


def test_a_yes_tapped_beside_none_of_these_is_asked_about_and_not_lost(person, hands) -> None:
    person.all_cards()
    hands.go_on(hours=25)
    person.go("/screen/again/?which=yes")
    count = len(now().history)
    person.tap("/screen/again/", say="none", **{"bladder-change": "yes"})
    assert person.status == 422
    assert "and “None of these” too" in person.text
    assert 'name="bladder-change" value="yes" checked' in person.text
    assert len(now().history) == count


def test_none_of_these_takes_back_a_yes_of_another_day(person) -> None:
    person.first_cards(chest_and_tummy={"chest-pain": "yes"})
    person.go("/screen/chest-and-tummy/?which=yes")
    person.tap("/screen/chest-and-tummy/", say="none", **{"chest-pain": "yes"})
    assert now().answers.get("chest-pain").value.value == "no"


def test_beside_a_yes_the_list_of_changes_still_names_what_was_denied(
    person, hands, content
) -> None:
    with_fever(person)
    hands.go_on(hours=25)
    person.go("/screen/changed/")
    beside = [one for one in content.questions.values() if one.card == "body-signs"]
    assert len(beside) > 1
    assert all(one.short in person.text for one in beside if now().answers.get(one.id))


def test_after_a_clock_that_went_back_an_older_clearance_never_covers_a_new_sign(
    person, hands
) -> None:
    person.all_cards()
    hands.go_on(hours=-1)
    person.go("/screen/legs/?which=yes")
    person.tap(rest="no", **{"leg-weakness": "yes", "leg-weakness.onset": "not-known"})
    assert person.url == "/urgent/"
    hands.go_on(hours=2)
    assert now().permits == frozenset({Permit.EMERGENCY_CARD})


def test_help_for_who_cannot_move_moves_nobody_with_a_possible_fracture(person) -> None:
    person.first_cards(injury={"serious-accident": "yes"})
    for who in ("cannot-move", "alone", "with-someone"):
        person.go(f"/help/{who}/")
        assert person.url == "/urgent/"


def test_to_lie_still_stands_above_a_go_now_that_is_no_more_urgent(person, content) -> None:
    person.first_cards(saddle={"saddle-numbness": "yes", "saddle-numbness.onset": "not-known"})
    person.go("/screen/injury/?which=yes")
    said = {"serious-accident": "yes", "serious-accident.forms": "can-move"}
    person.tap("/screen/injury/", rest="no", **said)
    still = content.rules["c1-serious-accident"].do
    assert person.text.index(still) < person.text.index(content.rules["a1-saddle-new"].do)
