"""A tapped "Yes" does not get lost: until it is said which, other pages lead back to its card."""

from uuid import uuid4

import pytest
from django.test import Client

from loosen.vocabulary import (
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    Lapsed,
    LapseReason,
    Permit,
)
from loosen.web.site import clock
from loosen.web.site.visit import Visit

from ..conftest import let_in


def now() -> Visit:
    return Visit(clock.moment())


def taps_yes(person, card: str = "/screen/legs/", which: str = "yes") -> str:
    """Taps on the card at a glance; the address of its second page."""
    answer = person.client.post(card, {"say": which, "form_id": str(uuid4())})
    second = f"{card}?which={which}"
    assert answer["Location"] == second
    return second


@pytest.mark.parametrize("which", ["yes", "not-sure"])
@pytest.mark.parametrize("url", ["/", "/today/", "/heat/", "/positions/", "/library/"])
def test_every_page_leads_back_to_the_card_on_which_something_was_tapped(
    person, url, which
) -> None:
    person.all_cards()
    second = taps_yes(person, which=which)
    person.go(url)
    assert person.url == second
    assert "Which" in person.text


def test_the_card_lets_go_once_it_is_answered(person) -> None:
    person.all_cards()
    second = taps_yes(person)
    person.go(second)
    person.tap(say="none")
    person.go("/library/")
    assert person.url == "/library/"


def test_a_tap_by_mistake_is_taken_back_on_the_card_itself(person) -> None:
    person.all_cards()
    taps_yes(person)
    person.go("/screen/legs/")
    assert person.url == "/screen/legs/"
    person.tap(say="none")
    person.go("/library/")
    assert person.url == "/library/"


@pytest.mark.parametrize("url", ["/emergency/", "/settings/", "/data/"])
def test_help_and_the_own_record_stay_within_reach(person, url) -> None:
    person.all_cards()
    taps_yes(person)
    person.go(url)
    assert person.url == url


def test_a_tap_holds_on_another_device_too(person, visitor: Client) -> None:
    person.all_cards()
    second = taps_yes(person)
    other = let_in(Client(headers={"host": "127.0.0.1"}))
    assert other.get("/heat/")["Location"] == "/screen/"
    assert other.get("/screen/")["Location"] == second


def test_a_tap_is_no_no_and_closes_what_rests_on_it(person) -> None:
    person.all_cards()
    assert Permit.EXERCISE in now().permits
    taps_yes(person)
    standing = now().standing
    assert isinstance(standing, Lapsed)
    assert standing.reason is LapseReason.INCOMPLETE
    assert now().permits == {Permit.EMERGENCY_CARD}
    assert person.client.post("/heat/start/", {"form_id": str(uuid4())}).status_code == 403


def test_a_tap_on_a_card_of_the_second_stage_leaves_rest(person) -> None:
    person.all_cards()
    taps_yes(person, "/screen/body-signs/")
    permits = now().permits
    assert Permit.POSITION in permits
    assert not {Permit.EXERCISE, Permit.HEAT, Permit.COLD, Permit.MASSAGE} & permits


def test_none_of_these_after_a_tap_by_mistake_brings_back_what_was_open(person) -> None:
    person.all_cards()
    before = now().standing
    second = taps_yes(person)
    person.go(second)
    person.tap(say="none")
    assert now().standing == before


def test_a_tap_sent_twice_is_one_and_after_an_answer_it_counts_again(person) -> None:
    person.all_cards()
    tap = {"say": "yes", "form_id": str(uuid4())}
    for _ in range(2):
        person.client.post("/screen/legs/", tap)
    assert sum(bool(one.one_of.by_question) for _, one in now().entries.of(AnswersGiven)) == 1
    person.go("/screen/legs/?which=yes")
    person.tap(say="none")
    assert not now().still_to_say.by_question
    person.client.post("/screen/legs/", tap)  # the back button, and the same page once more
    assert now().still_to_say.by_question


def test_the_list_of_changes_confirms_no_no_to_which_a_yes_was_tapped(person) -> None:
    person.all_cards()
    changed = person.go("/screen/changed/")
    taps_yes(person, "/screen/body-signs/")
    person.text = changed
    person.tap("/screen/changed/")
    assert now().still_to_say.by_question
    assert person.url == "/screen/body-signs/?which=yes"


def test_another_card_answered_meanwhile_does_not_lead_past_a_tap(person) -> None:
    person.all_cards()
    taps_yes(person)
    person.go("/screen/injury/")
    person.tap(say="none")
    assert person.url == "/screen/legs/?which=yes"
    assert Permit.EXERCISE not in now().permits


def test_no_promise_is_shown_while_something_is_still_to_say(person) -> None:
    person.all_cards()
    second = taps_yes(person)
    person.go("/screen/result/")
    assert person.url == second


def test_a_tap_before_a_session_asks_there_which(person, hands) -> None:
    person.all_cards()
    hands.go_on(minutes=31)
    person.go("/session/start/")
    person.tap(say="yes")
    assert person.url == "/session/start/?which=yes"
    assert "Which of these?" in person.text
    person.go("/today/")
    assert "which=yes" in person.url
    person.go("/session/start/?which=yes")
    person.tap(say="none")
    assert person.url == "/session/start/moment/"
    assert Permit.EXERCISE in now().permits


def test_a_tap_after_a_stop_holds_as_well(person) -> None:
    """All that is asked after a stop is open again, on each of its cards."""
    person.all_cards()
    ids = ["bladder-change", "chest-pain", "leg-symptoms-spreading"]
    tap = AnswersFor.AFTER_STOP, ids, AnswerValue.YES
    now().tap(*tap, form_id=uuid4())
    person.go("/today/")
    for _ in ids:
        assert "which=yes" in person.url
        person.tap(say="none")
    assert not now().still_to_say.by_question


def test_under_sixteen_a_tap_leads_to_its_card_and_not_in_circles(person) -> None:
    person.first_cards(age=15)
    taps_yes(person)
    person.go("/screen/result/")
    assert person.url == "/screen/legs/?which=yes"


def test_yes_or_not_sure_of_the_moment_closes_all_but_rest_until_it_is_said_which(person) -> None:
    person.all_cards()
    person.go("/session/start/moment/")
    person.tap(say="none")
    assert Permit.HEAT in now().permits
    person.go("/session/start/moment/")
    glance = person.text
    person.tap(say="not-sure")
    assert "which=yes" in person.url
    assert now().permits == {Permit.EMERGENCY_CARD, Permit.POSITION}
    no = dict.fromkeys(("drowsy", "drinking", "sedating_medicine", "faint", "unwell"), "no")
    person.tap(**no)
    assert Permit.HEAT in now().permits
    person.text = glance
    person.tap("/session/start/moment/", say="not-sure")
    assert Permit.HEAT not in now().permits


def test_a_yes_sent_again_from_an_old_page_counts_anew(person) -> None:
    person.all_cards()
    person.go("/screen/legs/?which=yes")
    old = person.text
    said = {"leg-weakness": "yes", "leg-weakness.onset": "not-known", "rest": "no"}
    person.tap(**said)
    assert person.url == "/urgent/"
    person.go("/screen/legs/")
    person.tap(say="none")
    assert person.url != "/urgent/"
    person.text = old  # the back button, twice
    person.tap("/screen/legs/?which=yes", **said)
    assert person.url == "/urgent/"
    before = len(now().entries)
    person.text = old
    person.tap("/screen/legs/?which=yes", **said)
    assert len(now().entries) == before


def test_an_address_that_was_typed_holds_nobody(person) -> None:
    person.all_cards()
    person.go("/screen/legs/?which=yes")
    person.go("/library/")
    assert person.url == "/library/"


def test_after_an_answer_that_sends_for_help_no_page_leads_back_to_a_card(person) -> None:
    person.all_cards()
    second = taps_yes(person, "/screen/saddle/")
    person.go(second)
    person.tap(rest="no", **{"saddle-numbness": "yes", "saddle-numbness.onset": "not-known"})
    taps_yes(person, "/screen/saddle/")  # as the back button asks for it once more
    person.go("/heat/")
    assert (person.url, person.status) == ("/heat/", 403)
