"""Finding a position of ease, and being led through a change of place or a breath."""

from loosen import ledger
from loosen.vocabulary import Answer, AnswersFor, AnswerValue, PositionTried, RemedyUsed
from loosen.web.site import clock
from loosen.web.site.visit import Visit


def now() -> Visit:
    return Visit(clock.moment())


def tried() -> list[PositionTried]:
    return [payload for _, payload in now().entries.of(PositionTried)]


def test_a_position_that_helps_is_kept_and_offered_first(person) -> None:
    person.first_cards()
    first = person.text
    person.tap(f"/positions/{offered(person)}/", did="no")
    assert person.text != first
    second = offered(person)
    person.tap(f"/positions/{second}/", did="keep")
    assert "We will offer this one first." in person.text
    assert ledger.kept_position(now().entries) == second
    person.go("/positions/")
    assert offered(person) == second


def offered(person) -> str:
    """The id of the position on the page."""
    return person.text.split('action="/positions/')[1].split("/")[0]


def test_the_next_one_first_says_how_to_come_out_of_the_last(person, content) -> None:
    person.first_cards()
    first = offered(person)
    person.tap(f"/positions/{first}/", did="no")
    assert "First, come out of the last one" in person.text
    assert content.positions[first].out[0].text in person.text


def test_every_position_is_tried_before_one_comes_again(person, content) -> None:
    person.first_cards()
    seen = set()
    while offered(person) not in seen:
        seen.add(offered(person))
        person.tap(f"/positions/{offered(person)}/", did="no")
    offers_everyone = {one.id for one in content.positions.values() if not one.suits}
    assert seen == offers_everyone


def test_a_position_without_an_answer_is_asked_again(person) -> None:
    person.first_cards()
    person.tap(f"/positions/{offered(person)}/", did="")
    assert person.status == 422
    assert "Tap how it was." in person.text
    assert tried() == []


def test_a_position_sent_twice_is_recorded_once(person) -> None:
    person.first_cards()
    page, url = person.text, f"/positions/{offered(person)}/"
    person.tap(url, did="keep")
    person.text = page
    person.tap(url, did="keep")
    assert len(tried()) == 1


def test_a_position_that_a_condition_bars_is_closed_and_never_offered(person, content) -> None:
    person.all_cards()
    pregnant = Answer(value=AnswerValue.YES, forms=("16-weeks-or-more",))
    given = now().answers.with_answers({"pregnant": pregnant}).by_question
    now().answer(AnswersFor.RESCREEN, given, form_id=clock_uuid())
    person.go("/positions/calves-on-chair/")
    assert person.status == 403
    assert "not for you now" in person.text
    assert content.positions["calves-on-chair"].into[0].text not in person.text
    person.go("/positions/")
    assert offered(person) == "on-side-in-pregnancy"


def clock_uuid():
    from uuid import uuid4

    return uuid4()


def test_each_transfer_says_its_steps_and_when_to_stop(person, content) -> None:
    person.first_cards()
    for transfer in content.transfers.values():
        person.go(f"/transfers/{transfer.id}/")
        assert person.status == 200, transfer.id
        assert all(step.text in person.text for step in transfer.steps)
        assert all(sign in person.text for sign in transfer.stop_signs)


def test_breathing_is_recorded_once_with_whether_it_helped(person) -> None:
    person.first_cards()
    person.go("/breathing/slow-breathing/")
    page = person.text
    person.tap(helped="yes")
    person.text = page
    person.tap("/breathing/slow-breathing/", helped="yes")
    [used] = [payload for _, payload in now().entries.of(RemedyUsed)]
    assert used.felt_better is True


def test_heat_is_no_breathing(person) -> None:
    person.first_cards()
    person.go("/breathing/heat/")
    assert person.status == 404


def test_only_positions_for_the_place_one_is_in_are_offered(person, content) -> None:
    person.first_cards()
    person.go("/positions/?place=chair")
    seen = set()
    while offered(person) not in seen:
        seen.add(offered(person))
        person.tap(f"/positions/{offered(person)}/?place=chair", did="no")
    on_chair = {one.id for one in content.positions.values() if "chair" in one.places}
    assert seen == {one for one in on_chair if not content.positions[one].suits}
