"""The warning at the last permitted dose, in every way in which a dose can be the last."""

import pytest

from loosen.ledger import after_dose, dose_verdict
from loosen.library.current import load_content
from loosen.vocabulary import AfterDose, AnswerValue, DoseVerdict, Entry, IntakeTold

from ...diary import Diary, minute
from ...small_medicines import FITS
from ...spec.ledger.doses_told import dose, told_as_ask

HOUR, DAY = 60, 24 * 60
CONTENT = load_content()


def after(
    diary: Diary, entry: Entry, at: float, *, region: str = "uk", offset_min: int = 0
) -> AfterDose:
    return after_dose(
        entry.id, FITS, diary.entries, minute(at), region_id=region, utc_offset_min=offset_min,
        content=CONTENT,
    )  # fmt: skip


def logged(what: str, *ats: float, region: str = "uk") -> AfterDose:
    """The last of equal doses at those times, looked at when it is logged."""
    diary = Diary()
    entries = [diary.add(dose(what), at) for at in ats]
    return after(diary, entries[-1], ats[-1], region=region)


def ids(said: AfterDose | DoseVerdict) -> list[str]:
    return [reason.id for reason in said.reasons]


@pytest.mark.parametrize(
    ("what", "ats_h", "opens_h"),
    [
        ("1 uk-paracetamol-500", (0, 4, 8, 12), 24),  # four doses, though 2,000 mg are left
        ("2 uk-paracetamol-500", (0, 4, 8, 12), 24),
        ("2 uk-ibuprofen-200", (0, 4, 8), 24),  # the mg of the ingredient
        ("2 uk-ibuprofen-paracetamol-200-500", (0, 6, 12), 24),  # six tablets of the pack
    ],
)
def test_the_last_by_doses_by_mg_and_by_tablets(
    what: str, ats_h: tuple[int, ...], opens_h: int
) -> None:
    said = logged(what, *(at * HOUR for at in ats_h))
    assert (said.is_last, said.next_allowed_at) == (True, minute(opens_h * HOUR))
    assert ids(said)[0] == "dose-last"
    before = logged(what, *(at * HOUR for at in ats_h[:-1]))
    assert (before.is_last, ids(before)[0]) == (False, "dose-logged")


def test_six_of_the_us_combination_end_with_their_own_gap_so_none_is_the_last() -> None:
    said = logged("2 us-ibuprofen-acetaminophen-125-250", 0, 480, 960, region="us")
    assert (said.is_last, said.next_allowed_at) == (False, minute(1440))


def test_a_combination_is_the_last_for_the_ingredient_that_another_pack_filled() -> None:
    diary = Diary()
    for at in (0, 4, 8):
        diary.add(dose("2 uk-paracetamol-500"), at * HOUR)
    one = diary.add(dose("1 uk-ibuprofen-paracetamol-200-500"), 14 * HOUR)
    said = after(diary, one, 14 * HOUR)
    assert said.is_last
    assert said.next_allowed_at == minute((24 + 8) * HOUR)  # when no other pack is in the window


def test_a_dose_that_is_told_late_can_make_it_the_last() -> None:
    diary = Diary()
    diary.add(dose("2 uk-ibuprofen-200"), 0)
    diary.add(dose("2 uk-ibuprofen-200"), 10 * HOUR)
    late = diary.add(dose("2 uk-ibuprofen-200"), 11 * HOUR, happened_at=minute(5 * HOUR))
    said = after(diary, late, 11 * HOUR)
    assert (said.is_last, said.next_allowed_at) == (True, minute(24 * HOUR))


def test_a_dose_that_is_told_when_its_day_is_over_is_the_last_of_nothing() -> None:
    diary = Diary()
    late = diary.add(dose("2 uk-ibuprofen-200"), 3 * DAY, happened_at=minute(0))
    said = after(diary, late, 3 * DAY)
    assert (said.is_last, said.next_allowed_at) == (False, minute(3 * DAY))


def test_a_correction_of_the_amount_can_make_it_the_last() -> None:
    diary = Diary()
    for at in (0, 5):
        diary.add(dose("2 uk-ibuprofen-200"), at * HOUR)
    wrong = diary.add(dose("1 uk-ibuprofen-200"), 10 * HOUR)
    assert not after(diary, wrong, 10 * HOUR).is_last
    diary.add(dose("2 uk-ibuprofen-200"), 10 * HOUR, supersedes=wrong.id)
    assert after(diary, wrong, 10 * HOUR).is_last


@pytest.mark.parametrize(
    ("what", "days"), [("1 uk-paracetamol-500", 3), ("1 uk-ibuprofen-200", 10)]
)
def test_the_last_of_the_days_warns_where_the_next_would_fall_on_a_day_too_many(
    what: str, days: int
) -> None:
    evening = [day * DAY + 13 * HOUR for day in range(days)]  # at ten at night
    said = logged(what, *evening)
    assert (said.is_last, said.next_allowed_at) == (True, None)
    assert ids(said)[0] == "dose-last-day"
    assert not logged(what, *evening[:-1]).is_last
    at_noon = [day * DAY + 3 * HOUR for day in range(days)]
    assert not logged(what, *at_noon).is_last  # another one today is still within


def test_the_last_of_the_days_is_said_before_it_is_taken_too() -> None:
    diary, at = Diary(), 2 * DAY + 13 * HOUR
    for day in range(2):
        diary.add(dose("1 uk-paracetamol-500"), day * DAY + 13 * HOUR)
    diary.add(IntakeTold(taken=AnswerValue.NO), at)
    said = dose_verdict(
        told_as_ask(dose("1 uk-paracetamol-500")), FITS, diary.entries, minute(at),
        region_id="uk", utc_offset_min=0, content=CONTENT,
    )  # fmt: skip
    assert (said.answer.value, said.is_last, said.next_after) == ("yes", True, None)
    assert ids(said) == ["dose-allowed", "days-note", "dose-last-day"]


@pytest.mark.parametrize("what", ["2 uk-ibuprofen-200", "1 uk-aspirin-300"])
def test_where_no_limit_is_known_it_says_so_and_calls_none_the_last(what: str) -> None:
    said = logged(what, 0, 1, 2, region="other")
    assert (said.is_last, said.next_allowed_at) == (False, None)
    assert "limit-not-known" in ids(said)


def test_what_nobody_knows_bars_a_day_and_is_called_no_last_one() -> None:
    said = logged("unknown", 0, 60)
    assert (said.is_last, said.next_allowed_at) == (False, minute(60 + DAY))
    assert "product-not-known" in ids(said)


def test_too_much_is_too_much_and_no_last_one() -> None:
    said = logged("2 uk-ibuprofen-200", 0, 240, 480, 720)
    assert (said.is_last, said.too_much_at) == (False, minute(720))
    assert "dose-last" not in ids(said)


def test_a_rub_is_never_the_last_and_names_no_time() -> None:
    said = logged("1 ibuprofen-gel", 0)
    assert (said.is_last, ids(said)) == (False, ["dose-logged"])
