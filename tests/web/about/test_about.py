"""What the person told, to see and to correct."""

from loosen.vocabulary import AnswerValue
from loosen.web.site import clock
from loosen.web.site.visit import Visit


def now() -> Visit:
    return Visit(clock.moment())


def test_before_anything_was_told_every_card_is_open(person) -> None:
    person.go("/about/")
    assert ">Open<" in person.text
    assert 'href="/about/about-basics/"' in person.text


def test_afterwards_each_card_says_what_was_told(person) -> None:
    person.all_cards()
    person.go("/about/")
    assert ">Open<" not in person.text
    assert "Sex at birth: Female" in person.text
    assert "Back to today" in person.text


def test_a_weight_may_be_left_out_and_counts_as_not_told(person) -> None:
    person.all_cards(**{"weight-kg": ""})
    assert now().answers.get("weight-kg").value is AnswerValue.DOES_NOT_APPLY
    person.go("/about/")
    assert "Your weight: not said" in person.text


def test_a_weight_that_cannot_be_is_refused_and_the_rest_kept(person) -> None:
    person.all_cards()
    person.go("/about/about-basics/")
    person.tap(rest="no", sex="male", company="someone-here", **{"weight-kg": "9000"})
    assert person.status == 422
    assert "This needs to be from 25 to 350 kg." in person.text
    assert 'name="sex" value="male" checked' in person.text
    assert 'value="9000"' in person.text
    assert now().answers.get("sex").choice == "female"


def test_a_choice_that_is_missing_is_asked_beside_its_question(person) -> None:
    person.first_cards()
    person.go("/about/about-basics/")
    person.tap(rest="no", sex="female", **{"weight-kg": "70"})
    assert person.status == 422
    assert person.text.count("Tap an answer here.") == 1


def test_pregnancy_is_asked_only_where_it_can_be(person) -> None:
    person.all_cards(sex="male")
    person.go("/about/about-pregnancy/")
    assert 'name="pregnant"' not in person.text


def test_at_16_and_17_an_adult_is_asked_for(person) -> None:
    person.first_cards(age=17)
    person.go("/about/about-basics/")
    assert 'name="adult-missing"' in person.text
    person.go("/screen/age/")
    person.tap(**{"age-years": 30})
    person.go("/about/about-basics/")
    assert 'name="adult-missing"' not in person.text
