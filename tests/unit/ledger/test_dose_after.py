"""What is said once a dose was logged."""

import pytest

from loosen.ledger import after_dose
from loosen.vocabulary import AfterDose, Call, Entry, Withdrawn

from ...diary import Diary, minute
from ...small_medicines import FITS, dose, medicines

HOUR = 60


def after(diary: Diary, entry: Entry, at: float) -> AfterDose:
    return after_dose(
        entry.id, FITS, diary.entries, minute(at), region_id="uk", utc_offset_min=0,
        content=medicines(),
    )  # fmt: skip


def ids(said: AfterDose) -> list[str]:
    return [reason.id for reason in said.reasons]


def test_the_warning_comes_when_the_last_permitted_dose_is_logged() -> None:
    diary = Diary()
    said = [after(diary, diary.add(dose("uk-tablets", 2), at), at) for at in (0, 240, 480, 720)]
    assert [one.is_last for one in said] == [False, False, False, True]
    assert said[-1].next_allowed_at == minute(1440)
    assert ids(said[-1]) == ["dose-last"]
    assert said[0].next_allowed_at == minute(240)


def test_too_much_is_recorded_and_says_what_to_do_now_and_whom_to_call() -> None:
    diary = Diary()
    logged = [diary.add(dose("uk-tablets", 2), at) for at in (0, 240, 480, 720, 960)]
    said = after(diary, logged[-1], 960)
    assert ids(said)[:2] == ["too-much-paracetamol", "too-much-danger"]
    assert (said.calls, said.too_much_at) == ((Call.POISON_LINE,), minute(960))
    assert said.next_allowed_at == minute(960 + 1440)


def test_an_excess_found_by_a_late_entry_is_shown_with_its_time_however_old() -> None:
    diary = Diary()
    for at in (0, 240, 480, 720):
        diary.add(dose("uk-tablets", 2), at)
    now = 3 * 1440
    late = diary.add(dose("uk-tablets", 2), now, happened_at=minute(300))
    said = after(diary, late, now)
    assert said.too_much_at == minute(720)
    assert "too-much-late" in ids(said)


def test_the_same_dose_within_minutes_is_kept_and_asked_about() -> None:
    diary = Diary()
    first = diary.add(dose("uk-tablets", 1), 0)
    second = diary.add(dose("uk-tablets", 1), 2)
    said = after(diary, second, 2)
    assert said.same_as == first.id
    assert {"same-dose-min", "dose-early"} <= set(ids(said))
    diary.add(Withdrawn(), 3, supersedes=first.id)
    assert after(diary, second, 3).same_as is None


def test_a_dose_that_came_early_or_was_too_big_is_named_and_counts() -> None:
    diary = Diary()
    diary.add(dose("uk-tablets", 1), 0)
    early = diary.add(dose("uk-tablets", 3), 3 * HOUR)
    assert {"dose-early", "dose-was-big"} <= set(ids(after(diary, early, 3 * HOUR)))


def test_days_in_a_row_are_noted_when_the_dose_is_logged() -> None:
    diary = Diary()
    logged = [diary.add(dose("uk-tablets", 1), day * 1440) for day in range(4)]
    assert "days-note" in ids(after(shorter_diary(diary, 3), logged[2], 2 * 1440))
    assert "days-see" in ids(after(diary, logged[3], 3 * 1440))


def shorter_diary(diary: Diary, count: int) -> Diary:
    shorter = Diary()
    shorter.entries = diary.entries[:count]
    return shorter


def test_a_dose_that_was_taken_back_is_not_there() -> None:
    diary = Diary()
    gone = diary.add(dose("uk-tablets", 1), 0)
    diary.add(Withdrawn(), 1, supersedes=gone.id)
    with pytest.raises(KeyError):
        after(diary, gone, 2)
