"""Finding something in the library: by a word, by place, by what to leave out; favourites."""

import re
from uuid import uuid4

import pytest
from django.http import QueryDict

from loosen import ledger
from loosen.vocabulary import Answer, AnswersFor, AnswerValue, Load, Posture
from loosen.web.shelf.finding import LOAD_WORDS, LONGEST_SEARCH, Wanted, Where, places_of
from loosen.web.site import clock
from loosen.web.site.visit import Visit

MOVES = re.compile(r'href="/library/([a-z-]+)/"')


def now() -> Visit:
    return Visit(clock.moment())


def moves(person, query: str = "") -> list[str]:
    """The ids of the exercises that the page lists, in order."""
    person.go(f"/library/?{query}")
    assert person.status == 200
    return MOVES.findall(person.text)


def tells(person, *question_ids: str) -> None:
    """Somebody with everything answered, and yes to these of About you."""
    person.all_cards()
    yes = {id_: Answer(value=AnswerValue.YES) for id_ in question_ids}
    now().answer(AnswersFor.ABOUT_YOU, yes, form_id=uuid4())
    person.all_cards()


# --- by a word ---------------------------------------------------------------------------------


def test_a_word_finds_what_is_named_so_whatever_its_case(person) -> None:
    person.all_cards()
    assert set(moves(person, "q=KNEE")) >= {"knee-rolls", "knee-to-chest", "double-knee-to-chest"}
    assert "walking" not in moves(person, "q=KNEE")


def test_every_word_has_to_fit_and_a_dash_is_no_matter(person) -> None:
    person.all_cards()
    assert moves(person, "q=cat-cow+chair") == ["chair-cat-cow"]


def test_a_word_finds_heat_and_positions_too(person, content) -> None:
    person.all_cards()
    person.go("/library/?q=heat")
    assert 'href="/heat/"' in person.text
    person.go("/library/?q=calves")
    assert content.positions["calves-on-chair"].title in person.text


def test_where_nothing_fits_the_page_says_so_and_leads_back(person) -> None:
    person.all_cards()
    assert moves(person, "q=handstand") == []
    assert "Nothing fits all of that" in person.text
    assert 'value="handstand"' in person.text


# --- by place and load -------------------------------------------------------------------------


@pytest.mark.parametrize("where", Where)
def test_a_place_shows_what_can_be_done_there_and_nothing_else(person, content, where) -> None:
    person.all_cards()
    there = {one.id for one in content.exercises.values() if where in places_of(one)}
    assert there
    assert set(moves(person, f"where={where}")) == there


def test_every_exercise_and_every_position_has_a_place(content) -> None:
    for item in (*content.exercises.values(), *content.positions.values()):
        assert places_of(item), item.id


def test_a_position_on_ones_feet_is_not_in_a_chair(content) -> None:
    assert places_of(content.positions["standing-lean"]) == {Where.STANDING}
    assert places_of(content.positions["sitting-lean-on-table"]) == {Where.CHAIR}
    assert places_of(content.positions["calves-on-chair"]) >= {Where.FLOOR}


@pytest.mark.parametrize("load", LOAD_WORDS)
def test_what_is_left_out_is_left_out(person, content, load) -> None:
    person.all_cards()
    without = {one.id for one in content.exercises.values() if load not in one.loads}
    assert set(moves(person, f"without={load}")) == without
    assert len(without) < len(content.exercises)


def test_several_wishes_hold_together(person, content) -> None:
    person.all_cards()
    found = moves(person, "where=standing&without=extension-end-range&without=balance")
    assert {"hip-hinge", "wall-sit", "walking"} <= set(found)
    for id_ in found:
        loads = set(content.exercises[id_].loads)
        assert loads.isdisjoint({Load.EXTENSION_END_RANGE, Load.BALANCE})


def test_what_was_asked_for_stays_in_the_form_and_is_told(person) -> None:
    person.all_cards()
    moves(person, "where=chair&without=prone&can=now")
    assert 'value="chair" checked' in person.text
    assert 'value="prone" checked' in person.text
    assert "In a chair. Without lying on my front. What I can do now" in person.text


# --- what one can do now -----------------------------------------------------------------------


def test_who_cannot_get_to_the_floor_and_has_no_bed_finds_the_chair_and_the_feet(
    person, content
) -> None:
    tells(person, "cannot-get-to-floor", "have-chair")
    found = moves(person, "can=now")
    assert {"chair-cat-cow", "chair-knee-to-chest", "hip-hinge"} <= set(found)
    assert all(Load.FLOOR not in content.exercises[id_].loads for id_ in found)


def test_what_a_condition_bars_or_what_was_put_away_is_nothing_to_do_now(person) -> None:
    tells(person, "osteoporosis")
    person.go("/library/clam/")
    person.tap(do="ban")
    found = moves(person, "can=now")
    assert {"double-knee-to-chest", "clam"}.isdisjoint(found)
    assert {"double-knee-to-chest", "clam"} <= set(moves(person))


def test_before_the_questions_nothing_can_be_done_now(person) -> None:
    assert moves(person, "can=now") == []


def test_what_is_not_for_this_person_stands_behind_the_rest(person, content) -> None:
    tells(person, "osteoporosis")
    on_back = [id_ for id_ in moves(person) if content.exercises[id_].posture is Posture.ON_BACK]
    assert on_back[-2:] == ["double-knee-to-chest", "knee-to-chest"]


def test_a_shelf_on_which_nothing_is_for_this_person_stands_last(person) -> None:
    tells(person, "recent-spinal-surgery")
    titles = re.findall(r"<h2>([^<]+)</h2>", person.go("/library/"))
    assert titles[0] == "Moves on your feet"  # walking stays
    assert titles.index("Moves on hands and knees") > titles.index("Positions of ease")


# --- favourites --------------------------------------------------------------------------------


def test_a_favourite_comes_first_and_can_be_taken_out_again(person) -> None:
    person.all_cards()
    person.go("/library/pelvic-tilt/")
    person.tap(do="favourite")
    assert ledger.favourite_items(now().entries) == {"pelvic-tilt"}
    assert "One of your favourites." in person.text
    assert moves(person)[0] == "pelvic-tilt"
    assert moves(person, "only=favourites") == ["pelvic-tilt"]
    person.go("/library/pelvic-tilt/")
    person.tap(do="plain")
    assert ledger.favourite_items(now().entries) == frozenset()


def test_what_is_put_away_is_no_favourite_any_more(person) -> None:
    person.all_cards()
    person.go("/library/clam/")
    person.tap(do="favourite")
    person.tap(do="ban")
    assert ledger.favourite_items(now().entries) == frozenset()
    assert ledger.banned_items(now().entries) == {"clam"}
    assert "Add to my favourites" not in person.text


def test_the_record_tells_of_a_favourite_in_words(person) -> None:
    person.all_cards()
    person.go("/library/clam/")
    person.tap(do="favourite")
    person.go("/data/?kind=preference")
    assert "One of your favourites." in person.text


# --- whatever is thrown at it ------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    [
        "where=moon&without=hope&can=maybe&only=me",
        "q=" + "a" * 5000,
        "q=%00%E2%80%AE%F0%9F%98%80",
        "where=&without=&q=&can=&only=",
        "where=chair&where=bed",
    ],
)
def test_no_address_breaks_the_library(person, query) -> None:
    person.all_cards()
    person.go(f"/library/?{query}")
    assert person.status == 200


def test_what_was_typed_is_shown_as_text_and_never_run(person) -> None:
    person.all_cards()
    answer = person.client.get("/library/", {"q": "<script>alert(1)</script>"})
    assert b"&lt;script&gt;alert(1)" in answer.content
    assert b"<script>alert" not in answer.content


def test_what_is_not_known_is_as_if_it_was_not_asked() -> None:
    assert Wanted.from_query(QueryDict("where=moon&without=hope&can=maybe&only=me")) == Wanted()
    assert len(Wanted.from_query(QueryDict("q=" + "a" * 5000)).text) == LONGEST_SEARCH
