"""A pack that nobody knows: asked for what it says, recorded, never guessed."""

import pytest

from .conftest import doses

OWN = "/medicines/add/own/"
PACK = {"name": "Store brand", "ingredient": "ibuprofen", "skin": "no", "do": "took"}


def own(person, **said: object) -> None:
    person.go(OWN)
    person.tap(OWN, **(PACK | said))


def test_what_the_pack_says_is_recorded(person):
    own(person, strength="200 mg", units="2")
    [(_, dose)] = doses()
    assert [(one.ingredient_id, one.ug) for one in dose.amounts] == [("ibuprofen", 400_000)]


def test_a_product_that_nobody_knows_is_recorded_and_not_guessed(person):
    own(person, name="Blue pill", ingredient="other", units="1")
    [(_, dose)] = doses()
    assert dose.amounts == ()
    assert "don't know what is in" in person.text


@pytest.mark.parametrize(
    ("strength", "said"),
    [
        ("0.5 g", "500 mg in one"),
        ("500 g", "No pill holds that much"),
        ("3000", "3,000 mg"),
        ("1,000 mg", "can be read in two ways"),
        ("1.000", "can be read in two ways"),
        ("much", "as on the pack"),
        ("-200", "above 0"),
    ],
)
def test_a_strength_that_is_often_a_slip_is_asked_about(person, strength, said):
    own(person, strength=strength, units="1")
    assert person.status == 422
    assert said in person.text
    assert doses() == []


@pytest.mark.parametrize(("strength", "ug"), [("0,125 mg", 125), ("1000", 1_000_000)])
def test_a_strength_that_can_be_but_one_is_recorded(person, strength, ug):
    own(person, strength=strength, units="1", ingredient="paracetamol")
    [(_, dose)] = doses()
    assert dose.amounts[0].ug == ug


@pytest.mark.parametrize("units", ["1,000", "-1", "0", "many", "1e3"])
def test_a_count_that_is_none_is_said_and_not_bent(person, units):
    own(person, strength="200 mg", units=units)
    assert person.status == 422
    assert doses() == []


def test_a_strength_in_grams_is_recorded_once_it_is_confirmed(person):
    own(person, strength="0.5 g", units="1", ingredient="paracetamol", sure="on")
    [(_, dose)] = doses()
    assert dose.amounts[0].ug == 500_000


def test_a_rub_on_the_back_is_kept_as_that(person):
    own(person, ingredient="diclofenac", skin="yes", back="yes")
    [(_, dose)] = doses()
    assert dose.on_back
    assert dose.units is None


def test_a_rub_has_to_say_where(person):
    own(person, ingredient="diclofenac", skin="yes")
    assert person.status == 422


def test_packs_are_found_by_another_name_for_what_is_in_them(person):
    person.go("/medicines/add/?q=acetaminophen")
    assert "Paracetamol 500 mg" in person.text
    assert "Ibuprofen 200 mg<" not in person.text
    assert "We know no pack" in person.go("/medicines/add/?q=xyzzy")


def test_a_brand_is_found_and_the_pack_is_asked_for_the_rest(person):
    assert "Holds paracetamol, perhaps more" in person.go("/medicines/add/?q=lemsip")
    url = "/medicines/add/own/?name=Lemsip&ingredient=paracetamol"
    assert url in person.text
    person.go(url)
    assert 'value="Lemsip"' in person.text
    assert '<option value="paracetamol" selected>' in person.text
    person.tap(url, name="Lemsip", ingredient="paracetamol", skin="no", units="1")
    [(_, dose)] = doses()
    assert dose.amounts == ()  # no strength was written, so none is guessed
    assert "don't know what is in" in person.text


def test_no_brand_is_shown_before_a_name_is_written(person):
    assert "perhaps more" not in person.go("/medicines/add/")


def test_a_brand_that_was_found_can_take_the_place_of_a_dose(person):
    own(person, strength="200 mg", units="2")
    [(entry, _)] = doses()
    person.go(f"/medicines/add/?q=brufen&right={entry.id}")
    url = f"/medicines/add/own/?name=Brufen&ingredient=ibuprofen&right={entry.id}"
    assert url in person.text
    person.go(url)
    person.tap(url, name="Brufen", ingredient="ibuprofen", skin="no", strength="400", units="1")
    [(_, dose)] = doses()
    assert (dose.name, dose.amounts[0].ug) == ("Brufen", 400_000)
