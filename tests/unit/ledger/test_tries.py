"""Which scores make a pair, and what the pair is of."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from loosen.ledger import tries
from loosen.library.current import load_content
from loosen.vocabulary import (
    NOTHING,
    Amount,
    CourseTold,
    DoseTaken,
    Entry,
    PainFelt,
    PainWhen,
    PositionTried,
    SessionStarted,
    StepEnded,
    StepOutcome,
    Try,
    Walked,
    Withdrawn,
)

from ...diary import Diary
from ...small_plan import plan_of

CONTENT = load_content()
SESSION_ID = UUID(int=7)


def told(diary: Diary) -> list[tuple[str, int, int, float]]:
    return [(one.kind, one.before_0_10, one.after_0_10, one.minutes) for one in found(diary)]


def found(diary: Diary) -> tuple[Try, ...]:
    return tries(diary.entries, CONTENT)


def test_what_was_done_between_two_scores_is_a_pair() -> None:
    diary = Diary()
    diary.pain(6, 0)
    diary.add(Walked(minutes=5), 8)
    diary.pain(5, 12)
    assert told(diary) == [("walk", 6, 5, 12)]


def test_scores_a_day_apart_make_no_pair() -> None:
    diary = Diary()
    diary.pain(6, 0)
    diary.add(Walked(minutes=5), 8)
    diary.pain(2, 24 * 60)
    assert told(diary) == []


def test_where_nothing_was_done_the_pair_is_quiet() -> None:
    diary = Diary()
    diary.pain(6, 0)
    diary.pain(5, 30)
    assert told(diary) == [(NOTHING, 6, 5, 30)]


def test_where_help_may_still_be_felt_no_pair_is_quiet() -> None:
    diary = Diary()
    diary.remedy("heat", ended=20)
    diary.pain(5, 21)
    diary.pain(6, 60)
    assert told(diary) == []


def test_a_score_asked_while_heat_is_on_is_no_quiet_one() -> None:
    diary = Diary()
    diary.pain(6, 0)
    diary.pain(5, 12)
    diary.remedy("heat", ended=20, minutes=18)
    diary.pain(4, 25)
    assert told(diary) == [("heat", 5, 4, 13)]


def test_a_remedy_goes_by_the_scores_that_were_asked_for_it_and_once() -> None:
    diary = Diary()
    use = UUID(int=1003)
    diary.pain(7, 0, occasion=PainWhen.BEFORE_REMEDY, of_entry=use)
    diary.pain(6, 10)
    assert diary.remedy("heat", ended=20).id == use
    diary.pain(4, 21, occasion=PainWhen.AFTER_REMEDY, of_entry=use)
    diary.pain(5, 55, occasion=PainWhen.LATER_REMEDY, of_entry=use)
    assert told(diary) == [("heat", 7, 4, 21)]


def test_a_remedy_that_was_corrected_keeps_its_scores() -> None:
    diary = Diary()
    use = UUID(int=1002)
    diary.pain(7, 0, occasion=PainWhen.BEFORE_REMEDY, of_entry=use)
    heat = diary.remedy("heat", ended=18)
    diary.add(heat.payload, 20, supersedes=use)
    diary.pain(4, 21, occasion=PainWhen.AFTER_REMEDY, of_entry=use)
    assert told(diary) == [("heat", 7, 4, 21)]


def test_what_was_taken_back_makes_no_pair() -> None:
    diary = Diary()
    diary.pain(6, 0)
    score = diary.pain(2, 30)
    diary.add(Withdrawn(), 31, supersedes=score.id)
    assert told(diary) == []


def test_a_skipped_score_joins_what_was_done_before_and_after_it() -> None:
    diary = Diary()
    diary.pain(6, 0)
    diary.add(Walked(minutes=5), 5)
    diary.pain(None, 6)
    diary.add(PositionTried(position_id="half-sitting", helped=None, kept=False), 12)
    diary.pain(4, 13)
    [pair] = found(diary)
    assert (pair.kind, pair.others) == ("half-sitting", ("walk",))


def session(diary: Diary, *scores: int | None, outcome: StepOutcome = StepOutcome.DONE) -> None:
    diary.add(SessionStarted(session_id=SESSION_ID, plan=plan_of(), pain_0_10=5), 0)
    for index, score in enumerate(scores):
        ended = StepEnded(session_id=SESSION_ID, step_index=index, outcome=outcome)
        diary.add(ended, 3 * index + 2)
        between = {"session_id": SESSION_ID, "step_index": index}
        diary.pain(score, 3 * index + 3, occasion=PainWhen.BETWEEN_STEPS, **between)
    diary.pain(3, 30, occasion=PainWhen.AFTER_SESSION, session_id=SESSION_ID)


def test_each_step_of_a_session_is_a_pair_and_so_is_the_whole() -> None:
    diary = Diary()
    session(diary, 5, 4, 4)
    items = [step.item_id for step in plan_of().steps[:3]]
    kinds = [one.kind for one in found(diary)]
    assert kinds == [*items, "session"]
    assert (found(diary)[-1].before_0_10, found(diary)[-1].after_0_10) == (5, 3)


def test_a_skipped_step_did_nothing() -> None:
    diary = Diary()
    session(diary, 5, 4, outcome=StepOutcome.SKIPPED)
    assert [one.kind for one in found(diary) if one.kind] == ["session"]


def test_after_a_red_score_no_step_is_named_because_the_plan_was_built_anew() -> None:
    diary = Diary()
    session(diary, 5, 9, 5)
    items = [step.item_id for step in plan_of().steps[:2]]
    assert [one.kind for one in found(diary) if one.kind] == [*items, "session"]


def test_a_dose_counts_as_at_work_for_its_hours() -> None:
    dose = DoseTaken(name="Ibuprofen", amounts=(Amount(ingredient_id="ibuprofen", ug=200_000),))
    diary = Diary()
    diary.add(dose, 0)
    for at in (10, 40, 6 * 60 + 10, 6 * 60 + 40):
        diary.pain(5, at)
    assert [one.on_medicine for one in found(diary)] == [True, False]


def test_the_hour_is_the_persons_own_and_days_count_from_the_start_of_the_episode() -> None:
    diary = Diary()
    diary.add(CourseTold(began_on="2026-11-20", direction="better"), 0)
    for pain, at in ((6, 1), (5, 31)):
        felt = PainFelt(pain_0_10=pain, occasion=PainWhen.CHECK_IN)
        diary.add(felt, at, utc_offset_min=120)
    [pair] = found(diary)
    assert (round(pair.local_hour, 2), pair.days_in) == (11.02, 2)


def test_a_clock_that_went_back_makes_no_pair_and_no_fault() -> None:
    diary = Diary()
    diary.pain(6, 60)
    diary.add(Walked(minutes=5), 5)
    diary.pain(5, 10)
    diary.pain(4, 30)
    assert [one.kind for one in found(diary)] == []


def test_the_order_in_which_entries_are_handed_over_does_not_matter() -> None:
    diary = Diary()
    session(diary, 5, 4, 4)
    diary.pain(3, 300)
    diary.pain(2, 330)
    shuffled: list[Entry] = sorted(diary.entries, key=lambda entry: str(entry.id)[::-1])
    assert tries(shuffled, CONTENT) == found(diary)


def test_a_score_of_far_ahead_does_no_harm() -> None:
    diary = Diary()
    diary.pain(6, 0)
    ahead = diary.entries[0].happened_at + timedelta(days=30_000)
    felt = PainFelt(pain_0_10=1, occasion=PainWhen.DIARY)
    diary.add(felt, 1, happened_at=ahead, recorded_at=ahead)
    diary.entries[-1] = replace(diary.entries[-1], seq=99)
    diary.pain(5, 30)
    assert told(diary) == [(NOTHING, 6, 5, 30)]
