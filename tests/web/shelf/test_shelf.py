"""The library, the texts and why: names always, the rest as it is permitted."""

from uuid import uuid4

import pytest

from loosen import ledger
from loosen.vocabulary import Answer, AnswersFor, AnswerValue
from loosen.web.site import clock
from loosen.web.site.visit import Visit


def now() -> Visit:
    return Visit(clock.moment())


def test_names_are_listed_before_anything_was_asked(person, content) -> None:
    person.go("/library/")
    assert person.status == 200
    assert all(one.title in person.text for one in content.exercises.values())
    assert ">Closed<" in person.text
    assert 'href="/screen/"' in person.text


def test_nothing_is_listed_while_an_emergency_stands(person, content) -> None:
    person.first_cards(chest_and_tummy={"chest-pain": "yes"})
    person.go("/library/")
    assert person.status == 403
    assert content.exercises["cat-cow"].title not in person.text


def test_an_open_exercise_shows_everything_about_it(person, content) -> None:
    person.all_cards()
    for exercise in content.exercises.values():
        person.go(f"/library/{exercise.id}/")
        if person.status == 403:
            continue
        assert all(step.text in person.text for step in exercise.moves), exercise.id
        assert exercise.who_not in person.text
        assert all(sign in person.text for sign in exercise.stop_signs)
        assert exercise.easier[0].text in person.text
        assert "Not yet reviewed by a clinician." in person.text


def test_an_exercise_that_a_condition_bars_is_closed_with_why_and_instead(person, content) -> None:
    person.all_cards()
    told = {"osteoporosis": Answer(value=AnswerValue.YES)}
    now().answer(AnswersFor.ABOUT_YOU, told, form_id=uuid4())
    person.go("/library/childs-pose/")
    assert person.status == 403
    assert content.conditions["osteoporosis"].text in person.text
    assert content.exercises["childs-pose"].moves[0].text not in person.text


def test_a_harder_way_that_a_condition_bars_is_not_offered_in_words_either(person, content) -> None:
    [lying] = content.exercises["chair-pelvic-tilt"].harder
    person.all_cards()
    person.go("/library/chair-pelvic-tilt/")
    assert lying.text in person.text
    pregnant = Answer(value=AnswerValue.YES, forms=("16-weeks-or-more",))
    given = now().answers.with_answers({"pregnant": pregnant}).by_question
    now().answer(AnswersFor.RESCREEN, given, form_id=uuid4())
    person.go("/library/chair-pelvic-tilt/")
    assert person.status == 200
    assert lying.text not in person.text
    assert "Harder" not in person.text


def test_a_position_or_remedy_leads_to_where_it_is_led_through(person) -> None:
    person.all_cards()
    person.go("/library/on-side-with-pillow/")
    assert person.url == "/positions/on-side-with-pillow/"
    person.go("/library/slow-breathing/")
    assert person.url == "/breathing/slow-breathing/"


def test_what_i_can_do_now_leaves_out_what_needs_more(person, content) -> None:
    person.all_cards(**{"can-do-now": "lie-only"})
    person.go("/library/?can=now")
    assert content.exercises["walking"].purpose not in person.text
    person.go("/library/")
    assert content.exercises["walking"].purpose in person.text


def test_never_show_me_this_and_show_it_again(person) -> None:
    person.all_cards()
    person.go("/library/cat-cow/")
    person.tap(do="ban")
    assert ledger.banned_items(now().entries) == {"cat-cow"}
    assert "You put this away." in person.text
    person.tap(do="show")
    assert ledger.banned_items(now().entries) == frozenset()


def test_each_text_shows_its_paragraphs_and_how_sure_it_is(person, content) -> None:
    person.all_cards()
    for text in content.explanations.values():
        person.go(f"/read/{text.id}/")
        assert person.status == 200, text.id
        assert all(one in person.text for one in text.paragraphs)


def test_a_text_about_something_closed_is_closed_with_it(person) -> None:
    person.first_cards()
    person.go("/read/medicine/")
    assert person.status == 403
    person.go("/read/what-a-spasm-is/")
    assert person.status == 200


@pytest.mark.parametrize("told_id", ["a1-saddle", "nothing-urgent", "settle-pain", "osteoporosis"])
def test_why_names_source_row_and_day(person, content, told_id) -> None:
    known = {**content.rules, **content.phrases, **content.thresholds, **content.conditions}
    told_id = told_id if told_id in known else next(iter(content.rules))
    person.go(f"/why/{told_id}/")
    assert person.status == 200
    assert known[told_id].provenance.row in person.text
    assert "Checked on 22 November 2026." in person.text


def test_what_is_not_on_the_shelf_is_not_found(person) -> None:
    person.all_cards()
    for url in ("/library/headstand/", "/read/no-such-text/", "/why/no-such-thing/"):
        person.go(url)
        assert person.status == 404
