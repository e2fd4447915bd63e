"""A dose is logged with one tap, whatever the rules say of it, and taken back with one."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from loosen.web.site import clock

from .conftest import IBUPROFEN, doses, took


def test_a_pack_is_logged_in_exact_micrograms(person):
    took(person)
    [(_, dose)] = doses()
    assert (dose.product_id, dose.units, dose.amounts[0].ug) == ("uk-ibuprofen-200", 2, 400_000)
    assert person.url.startswith("/medicines/logged/")


def test_the_last_permitted_dose_warns_when_it_is_logged(person, hands):
    person.all_cards()
    took(person)
    for _ in range(2):
        hands.go_on(hours=5)
        person.go("/medicines/")
        person.tap("/medicines/took/")
    assert "That was the last one for now" in person.text
    assert "12:00 tomorrow" in person.text
    assert "in 14 h" in person.text


def test_undo_right_after_takes_it_back_and_keeps_it_marked(person):
    took(person)
    undo = person.url.replace("logged", "undo")
    person.tap(undo)
    assert doses() == []
    assert "It no longer counts" in person.text
    person.client.post(undo, {"form_id": "x"})
    assert doses() == []


def test_the_same_page_sent_twice_is_one_dose(person):
    took(person)
    person.go("/medicines/")
    before = person.text
    person.tap("/medicines/took/")
    person.text = before
    person.tap("/medicines/took/")
    assert len(doses()) == 2


def test_a_page_that_stayed_open_for_hours_logs_the_next_dose_too(person, hands):
    took(person)
    person.go("/medicines/")
    kept = person.text
    person.tap("/medicines/took/")
    hands.go_on(hours=6)
    person.text = kept
    person.tap("/medicines/took/")
    person.text = kept
    person.tap("/medicines/took/")
    assert len(doses()) == 3


def test_a_dose_that_was_taken_back_can_be_logged_from_the_same_page(person):
    took(person)
    person.go("/medicines/")
    kept = person.text
    person.tap("/medicines/took/")
    person.tap(person.url.replace("logged", "undo"))
    person.text = kept
    person.tap("/medicines/took/")
    assert len(doses()) == 2


def test_an_equal_dose_within_minutes_is_asked_about(person, hands):
    took(person)
    hands.go_on(minutes=3)
    took(person)
    assert "One dose, or two?" in person.text
    assert len(doses()) == 2


def test_too_much_says_what_to_do_and_whom_to_call(person):
    took(person, units=10, url="/medicines/add/uk-paracetamol-500/")
    assert "You had too much" in person.text
    assert 'href="tel:111"' in person.text


@pytest.mark.parametrize(
    ("units", "said"),
    [
        ("-1", "above 0"),
        ("0", "above 0"),
        ("two", "such as 2 or 0.5"),
        ("5000", "check the number"),
        ("", "Please answer this"),
    ],
)
def test_a_number_that_makes_no_sense_is_kindly_refused(person, units, said):
    took(person, units=units)
    assert person.status == 422
    assert said in person.text
    assert doses() == []


def test_a_number_that_is_seldom_meant_is_asked_about_and_then_recorded(person):
    took(person, units=40)
    assert person.status == 422
    assert 'name="sure"' in person.text
    person.tap(IBUPROFEN, units=40, sure="on", do="took")
    [(_, dose)] = doses()
    assert dose.units == 40


@pytest.mark.parametrize(("said", "units"), [("0,5", 0.5), ("½", 0.5), ("1½", 1.5)])
def test_halves_are_read(person, said, units):
    took(person, units=said)
    [(_, dose)] = doses()
    assert dose.units == units


def test_a_dose_of_this_morning_is_back_dated(person, hands):
    took(person, clock="08:15")
    [(entry, _)] = doses()
    assert entry.happened_at == hands.at.replace(hour=8, minute=15)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ({"clock": "18:00"}, "still to come"),
        ({"day": "2030-01-01", "clock": "08:00"}, "still to come"),
        ({"day": "2026-11-21"}, "the time as well"),
        ({"clock": "25:99"}, "such as 14:30"),
    ],
)
def test_a_time_that_cannot_be_is_refused(person, when, said):
    took(person, **when)
    assert person.status == 422
    assert said in person.text
    assert doses() == []


def test_a_wall_time_that_came_twice_is_asked_and_one_that_never_was_refused(person, hands):
    zone = ZoneInfo("Europe/London")
    hands.at = datetime(2026, 10, 25, 9, tzinfo=UTC)
    with clock.clock_set(hands, zone):
        took(person, clock="01:30")
        assert "came twice" in person.text
        took(person, clock="01:30", which="second")
        [(entry, _)] = doses()
        assert entry.happened_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
        hands.at = datetime(2027, 3, 28, 9, tzinfo=UTC)
        took(person, clock="01:30")
        assert "00:59 and 02:00" in person.text


def test_a_dose_is_put_right_and_the_first_word_stays(person):
    took(person)
    [(entry, _)] = doses()
    url = f"/medicines/dose/{entry.id}/"
    person.go(url)
    person.tap(url, units="1", day="2026-11-22", clock="09:00")
    [(right, dose)] = doses()
    assert (dose.units, dose.amounts[0].ug) == (1, 200_000)
    assert entry.happened_at - right.happened_at == timedelta(hours=3)


def test_recording_is_open_where_everything_is_locked(person):
    person.first_cards(saddle={"saddle-numbness": "yes", "saddle-numbness.onset": "not-known"})
    assert person.url == "/urgent/"
    took(person)
    assert len(doses()) == 1
    person.go("/medicines/may/?product=uk-ibuprofen-200&units=2")
    assert person.status == 403
    assert "Too soon again" not in person.go("/medicines/")
