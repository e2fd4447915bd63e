"""A dose is put right: its number, its time, its medicine. The first word stays, marked."""

from dataclasses import replace
from uuid import uuid4

import pytest

from loosen.library.current import load_content
from loosen.vocabulary import Amount, DoseTaken, Got
from loosen.web.records import store
from loosen.web.records.models import OwnerRecord
from loosen.web.records.store import Draft
from loosen.web.site import clock
from loosen.web.site.visit import Visit

from .conftest import IBUPROFEN, doses, took

PARACETAMOL = "/medicines/add/uk-paracetamol-500/"


def logged(person) -> str:
    """A dose that was logged, as the address of its page."""
    took(person)
    [(entry, _)] = doses()
    return f"/medicines/dose/{entry.id}/"


def test_another_medicine_takes_its_place_at_the_same_time(person, hands):
    url = logged(person)
    [(wrong, _)] = doses()
    hands.go_on(minutes=30)
    person.go(url)
    assert f"/medicines/add/?right={wrong.id}" in person.text
    person.go(f"/medicines/add/?right={wrong.id}")
    assert f"{PARACETAMOL}?right={wrong.id}" in person.text
    person.go(f"{PARACETAMOL}?right={wrong.id}")
    assert "May I take it?" not in person.text
    person.tap(f"{PARACETAMOL}?right={wrong.id}", units="1", do="took")
    [(right, dose)] = doses()
    assert (dose.product_id, dose.amounts[0].ug) == ("uk-paracetamol-500", 500_000)
    assert (right.happened_at, right.supersedes) == (wrong.happened_at, wrong.id)


def test_another_medicine_and_another_time_at_once(person):
    url = logged(person)
    wrong_id = url.split("/")[-2]
    person.go(f"/medicines/add/own/?right={wrong_id}")
    person.tap(
        f"/medicines/add/own/?right={wrong_id}",
        name="Store brand", ingredient="ibuprofen", skin="no", strength="200 mg", units="1",
        day="2026-11-22", clock="07:15",
    )  # fmt: skip
    [(right, dose)] = doses()
    assert (dose.name, f"{right.happened_at:%H:%M}") == ("Store brand", "07:15")


def test_a_tap_on_took_while_putting_right_adds_no_second_dose(person):
    url = logged(person)
    wrong_id = url.split("/")[-2]
    for _ in range(2):
        person.go(f"{IBUPROFEN}?right={wrong_id}")
        person.tap(f"{IBUPROFEN}?right={wrong_id}", units="1", do="took")
    [(_, dose)] = doses()
    assert dose.units == 1


def test_what_stands_for_no_dose_of_here_is_not_found(person):
    unknown = uuid4()
    person.go(f"{IBUPROFEN}?right={unknown}")
    person.tap(f"{IBUPROFEN}?right={unknown}", units="1", do="took")
    assert person.status == 404
    assert doses() == []


def test_your_data_leads_to_the_page_that_puts_a_dose_right(person):
    url = logged(person)
    [(entry, _)] = doses()
    person.go(f"/data/entry/{entry.id}/")
    assert f'href="{url}"' in person.text
    person.go(url)
    person.tap(url, units="1", day="2026-11-22", clock="11:00")
    person.go(f"/data/entry/{entry.id}/")
    assert "Corrected" in person.text
    assert url not in person.text


def imported(owner: OwnerRecord) -> None:
    visit = Visit(clock.moment())
    dose = DoseTaken(name="Old pack", amounts=(Amount(ingredient_id="ibuprofen", ug=400_000),))
    stamp = replace(visit.stamp, content_version=load_content().version)
    store.record(owner, stamp, Draft(payload=dose, source=Got.IMPORT))


def test_a_dose_that_came_without_a_number_is_not_asked_for_one(person, owner):
    """A number there would have changed nothing: nobody said how much one of them holds."""
    imported(owner)
    [(entry, _)] = doses()
    url = f"/medicines/dose/{entry.id}/"
    person.go(url)
    assert 'name="units"' not in person.text
    person.tap(url, day="2026-11-22", clock="10:00")
    [(right, dose)] = doses()
    assert (f"{right.happened_at:%H:%M}", dose.amounts[0].ug) == ("10:00", 400_000)


@pytest.mark.parametrize("clock_time", ["08:15", ""])
def test_the_carer_sees_who_recorded_it_and_when_where_that_was_later(person, clock_time):
    took(person, clock=clock_time)
    person.go("/medicines/carer/")
    assert ("Logged here, told later, at 12:00" in person.text) is bool(clock_time)
    assert ">Logged here</span>" in person.text or clock_time


def test_the_carer_sees_what_came_from_a_file_and_what_was_put_right(person, owner, hands):
    imported(owner)
    url = logged_again(person)
    hands.go_on(minutes=5)
    person.go(url)
    person.tap(url, units="1", day="2026-11-22", clock="12:00")
    person.go("/medicines/carer/")
    assert ">From a file</span>" in person.text
    assert "Logged here, put right at 12:05" in person.text


def logged_again(person) -> str:
    took(person)
    newest = max((entry for entry, _ in doses()), key=lambda entry: entry.seq)
    return f"/medicines/dose/{newest.id}/"
