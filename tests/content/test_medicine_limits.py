"""The numbers of the evidence file, 4.1 to 4.3 and 4.8, transcribed from there."""

import pytest

from loosen.vocabulary import Content

# limit: region, mg in 24 hours, mg at once, hours apart, doses, note day, see day, default
LIMITS = {
    "us-ibuprofen": ("us", 1200, 400, 4, 0, 10, 11, True),
    "uk-ibuprofen": ("uk", 1200, 400, 4, 0, 10, 11, True),
    "us-naproxen": ("us", 660, 220, 8, 0, 10, 11, True),
    "uk-paracetamol": ("uk", 4000, 1000, 4, 4, 3, 4, True),
    "us-acetaminophen": ("us", 3000, 1000, 6, 0, 10, 11, True),
    "us-acetaminophen-325": ("us", 3250, 650, 4, 0, 10, 11, False),
    "us-acetaminophen-500-es": ("us", 3000, 1000, 6, 0, 10, 11, False),
    "us-acetaminophen-500-older": ("us", 4000, 1000, 4, 0, 10, 11, False),
    "us-acetaminophen-650-er": ("us", 3900, 1300, 8, 0, 10, 11, False),
}
# combination: most in 24 hours, at once, hours apart, least age, see from day
COMBINED = {
    "uk-ibuprofen-paracetamol-200-500": (6, 0, 6, 18, 4),
    "uk-nuromol": (6, 0, 6, 18, 4),
    "us-ibuprofen-acetaminophen-125-250": (6, 2, 8, 0, 11),
    "us-advil-dual-action": (6, 2, 8, 0, 11),
}


def test_there_is_a_limit_where_the_evidence_has_a_row_and_nowhere_else(content: Content) -> None:
    assert content.limits.keys() == LIMITS.keys()


@pytest.mark.parametrize("limit_id", LIMITS)
def test_a_limit_has_the_numbers_of_its_row(limit_id: str, content: Content) -> None:
    one = content.limits[limit_id]
    hours = one.least_gap_s / 3600
    days = (one.note_day, one.see_from_day)
    numbers = (one.most_24h_mg, one.most_dose_mg, hours, one.most_doses_24h, *days)
    assert (one.region, *numbers, one.is_default) == LIMITS[limit_id]


def test_a_combination_has_the_numbers_of_its_pack(content: Content) -> None:
    found = {
        one.id: (
            one.most_units_24h, one.most_units_once, one.least_gap_s / 3600, one.least_age_years,
            one.see_from_day,
        )
        for one in content.products.values()
        if one.most_units_24h
    }  # fmt: skip
    assert found == COMBINED


def test_every_pack_is_compared_with_the_one_in_hand(content: Content) -> None:
    assert all(one.confirm for one in content.products.values())
