"""What was taken stands ready for whoever comes to help: on the urgent page and on the card."""

import pytest

from .conftest import doses, took

HEAD = "What I took in the last 24 hours"


@pytest.fixture
def in_need(person):
    """Somebody whom the urgent page sends for help."""
    person.first_cards(saddle={"saddle-numbness": "yes", "saddle-numbness.onset": "not-known"})
    return person


def test_the_urgent_page_lists_what_was_taken_and_judges_nothing(in_need, hands):
    took(in_need, clock="08:15")
    took(in_need, units=1, url="/medicines/add/uk-paracetamol-500/")
    text = in_need.go("/urgent/")
    assert "08:15: Ibuprofen 200 mg, 2 tablets, ibuprofen 400 mg" in text
    assert "12:00: Paracetamol 500 mg, 1 tablet, paracetamol 500 mg" in text
    assert text.index("12:00: Para") < text.index("08:15: Ibu")
    assert "There may be more" in text
    for word in ("Not before", "Too soon again", "last one for now", "Yes, by the limits"):
        assert word not in text


def test_what_was_taken_back_or_is_older_than_a_day_is_not_read_out(in_need, hands):
    took(in_need)
    [(entry, _)] = doses()
    in_need.tap(f"/medicines/undo/{entry.id}/")
    assert "Ibuprofen 200 mg, 2" not in in_need.go("/urgent/")
    took(in_need, units=1)
    hands.go_on(hours=23, minutes=59)
    assert "12:00 yesterday: Ibuprofen" in in_need.go("/emergency/")
    hands.go_on(minutes=1)
    assert HEAD not in in_need.go("/emergency/")


def test_an_empty_list_does_not_say_that_nothing_was_taken(in_need):
    text = in_need.go("/urgent/")
    assert HEAD in text
    assert "That does not mean that none was taken" in text


def test_what_nobody_knows_is_read_out_as_that(in_need):
    in_need.go("/medicines/add/own/")
    in_need.tap("/medicines/add/own/", name="Blue pill", ingredient="other", skin="no", units="1")
    assert "Blue pill, 1 unit, we don't know what is in it" in in_need.go("/urgent/")


def test_the_emergency_card_holds_it_too_and_stays_short_without(person):
    assert HEAD not in person.go("/emergency/")
    took(person)
    assert "12:00: Ibuprofen 200 mg" in person.go("/emergency/")
