"""A clinician's word: only a yes opens, for the signs it names, until something is newer."""

from datetime import timedelta

import pytest

from loosen.vocabulary import Permit
from loosen.web.site import clock
from loosen.web.site.visit import Visit
from loosen.web.start import forms


def now() -> Visit:
    return Visit(clock.moment())


def with_fever(person) -> None:
    """Everything answered; a fever is the one sign, which is for a clinician today."""
    person.first_cards()
    person.go("/screen/")
    while "/result/" not in person.url:
        if person.url.startswith("/screen/body-signs/"):
            person.tap(rest="no", fever="yes")
        else:
            person.one_card()


def note(person, hands, **said: str) -> None:
    day = hands.at.date()
    person.go("/clinician/")
    given = {"seen_on": f"{day}", "until": f"{day + timedelta(days=7)}", "gentle": "yes"} | said
    person.tap(signs=["e1-fever"], **given)


def test_a_sign_of_today_keeps_moves_closed_and_rest_open(person) -> None:
    with_fever(person)
    assert "Please speak to a clinician today" in person.text
    assert Permit.EXERCISE not in now().permits
    assert Permit.POSITION in now().permits


def test_a_clinicians_yes_opens_the_rest(person, hands) -> None:
    with_fever(person)
    note(person, hands)
    assert person.url == "/screen/result/"
    assert "A clinician said that gentle movement is fine" in person.text
    assert Permit.EXERCISE in now().permits


def test_a_newer_sign_voids_the_word_and_the_page_says_so(person, hands, content) -> None:
    voided = content.phrases["opens-note-void"].text
    with_fever(person)
    assert voided not in person.text
    note(person, hands)
    assert voided not in person.text
    hands.go_on(minutes=5)
    person.go("/screen/changed/")
    person.tap(changed="body-signs")
    person.tap(rest="no", fever="yes", **{"fever.worse": "no", "height-loss": "yes"})
    person.go("/screen/result/")
    assert voided in person.text
    assert Permit.EXERCISE not in now().permits


def opened_for_a_fever(person, hands) -> None:
    """A clinician has said that gentle movement is fine in spite of the fever."""
    with_fever(person)
    note(person, hands)
    hands.go_on(minutes=5)
    assert Permit.EXERCISE in now().permits
    person.go("/screen/body-signs/?which=yes")


@pytest.mark.parametrize("worse", ["yes", "not-sure"])
def test_the_same_sign_that_may_be_worse_voids_the_word(person, hands, content, worse) -> None:
    opened_for_a_fever(person, hands)
    person.tap(rest="no", fever="yes", **{"fever.worse": worse})
    person.go("/screen/result/")
    assert content.phrases["opens-note-void"].text in person.text
    assert Permit.EXERCISE not in now().permits


def test_the_same_sign_that_is_no_worse_leaves_the_word_alone(person, hands) -> None:
    opened_for_a_fever(person, hands)
    person.tap(rest="no", fever="yes", **{"fever.worse": "no"})
    assert person.status == 200
    assert Permit.EXERCISE in now().permits


def test_a_sign_still_not_sure_of_is_asked_whether_it_is_worse_as_well(person, hands) -> None:
    opened_for_a_fever(person, hands)
    person.tap(rest="no", fever="not-sure", **{"fever.worse": "yes"})
    assert Permit.EXERCISE not in now().permits


@pytest.mark.parametrize("worse", ["", "no idea"])
def test_without_a_word_on_worse_the_sign_is_not_recorded_again(person, hands, worse) -> None:
    opened_for_a_fever(person, hands)
    count = len(now().history)
    person.tap(rest="no", fever="yes", **{"fever.worse": worse})
    assert person.status == 422
    assert forms.IS_IT_WORSE in person.text
    assert 'name="fever" value="yes" checked' in person.text
    assert len(now().history) == count


def test_worse_is_asked_only_of_what_a_clinician_spoke_about(person, hands) -> None:
    with_fever(person)
    person.go("/screen/body-signs/?which=yes")
    assert "fever.worse" not in person.text
    note(person, hands)
    person.go("/screen/body-signs/?which=yes")
    assert 'name="fever.worse"' in person.text
    assert "height-loss.worse" not in person.text


def test_a_new_word_opens_again_and_the_old_worse_does_not_void_it(person, hands) -> None:
    opened_for_a_fever(person, hands)
    person.tap(rest="no", fever="yes", **{"fever.worse": "yes"})
    hands.go_on(minutes=5)
    note(person, hands)
    assert Permit.EXERCISE in now().permits
    hands.go_on(minutes=5)
    person.go("/screen/body-signs/?which=yes")
    person.tap(rest="no", fever="yes", **{"fever.worse": "no", "height-loss": "no"})
    assert Permit.EXERCISE in now().permits


def test_nothing_changed_the_next_day_leaves_the_word_alone(person, hands) -> None:
    with_fever(person)
    note(person, hands)
    hands.go_on(hours=25)
    person.go("/screen/?path=settled")
    person.tap(say="none")
    assert person.url.startswith("/screen/changed/")
    person.tap()
    assert Permit.EXERCISE in now().permits


def test_a_weak_sign_closes_nothing_and_says_when_to_see_someone(person, content) -> None:
    weak = content.phrases["weak-flags"].text
    person.first_cards(age=68)
    person.go("/screen/")
    while "/result/" not in person.url:
        if person.url.startswith("/screen/how-it-began/"):
            person.tap(rest="no", **{"new-pain": "yes"})
        else:
            person.one_card()
    assert weak in person.text
    assert Permit.EXERCISE in now().permits
    person.all_cards(age=40, path="on")
    assert weak not in person.text


def test_anything_but_a_yes_opens_nothing(person, hands) -> None:
    with_fever(person)
    for gentle in ("no", "not-sure"):
        note(person, hands, gentle=gentle)
        assert Permit.EXERCISE not in now().permits


def test_a_note_with_days_that_cannot_be_is_refused_beside_the_fields(person, hands) -> None:
    with_fever(person)
    day = hands.at.date()
    wrong = {"seen_on": f"{day + timedelta(days=1)}", "until": f"{day - timedelta(days=1)}"}
    note(person, hands, **wrong)
    assert person.status == 422
    assert "This day is still to come" in person.text
    assert "This day is over" in person.text
    assert Permit.EXERCISE not in now().permits


def test_a_note_sent_twice_is_one_note(person, hands) -> None:
    with_fever(person)
    person.go("/clinician/")
    page, day = person.text, hands.at.date()
    said = {"seen_on": f"{day}", "until": f"{day}", "gentle": "yes", "signs": ["e1-fever"]}
    person.tap("/clinician/", **said)
    count = len(now().history)
    person.text = page
    person.tap("/clinician/", **said)
    assert len(now().history) == count


def test_a_new_sign_voids_the_word(person, hands) -> None:
    with_fever(person)
    note(person, hands)
    hands.go_on(minutes=5)
    person.go("/screen/saddle/?which=yes")
    said = {"saddle-numbness": "yes", "saddle-numbness.onset": "over-3-months-unchanged"}
    person.tap(rest="no", **said)
    assert Permit.EXERCISE not in now().permits
