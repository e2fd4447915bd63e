"""What was told: answers, decisions, notes, the moment, choices, the episode and its reviews."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from loosen import ledger
from loosen.vocabulary import (
    Answer,
    AnswerValue,
    ClinicianNote,
    CourseTold,
    DatedNote,
    Decision,
    DecisionMade,
    GentleMovement,
    Got,
    LegChange,
    LegsNoted,
    MomentAsked,
    NoteTaken,
    Permit,
    PositionTried,
    Preference,
    ReviewSeen,
    Urgency,
)

from ...diary import MIN_PER_DAY, Diary, given, minute
from ...small_content import question, small_content

NO = AnswerValue.NO
YES = AnswerValue.YES


def decision(at: float) -> DecisionMade:
    return DecisionMade(
        decision=Decision(
            decided_at=minute(at),
            urgency=Urgency.U4,
            permits=frozenset(Permit),
            fired=(),
            routes=frozenset(),
            keep_still=False,
            limits=(),
            to_ask=(),
            content_version="test",
        ),
        about_digest="d",
        new_signs=frozenset(),
    )


def moment(drowsy: AnswerValue) -> MomentAsked:
    return MomentAsked(drowsy=drowsy, drinking=NO, sedating_medicine=NO, faint=NO, unwell=NO)


def test_later_answers_lie_over_earlier_ones() -> None:
    diary = Diary()
    diary.add(given(numb=NO, weak=NO), 0)
    diary.add(given(numb=YES), 10)
    answers = ledger.answers_so_far(diary.entries)
    assert answers.by_question == {"numb": Answer(value=YES), "weak": Answer(value=NO)}


def test_a_danger_sign_told_after_the_clock_went_back_is_not_lost() -> None:
    diary = Diary()
    diary.add(given(numb=NO), 60)
    diary.add(given(numb=YES), 0)
    assert ledger.answers_so_far(diary.entries).get("numb") == Answer(value=YES)


def test_a_corrected_answer_does_not_undo_a_later_one() -> None:
    diary = Diary()
    first = diary.add(given(numb=YES), 0)
    diary.add(given(numb=NO), 10)
    diary.add(given(numb=YES), 20, supersedes=first.id, happened_at=minute(0))
    assert ledger.answers_so_far(diary.entries).get("numb") == Answer(value=NO)


def test_nothing_told_is_nothing_answered() -> None:
    assert ledger.answers_so_far([]).by_question == {}
    assert ledger.last_moment([]) is None
    assert ledger.kept_position([]) == ""


def test_decisions_know_whether_they_were_imported() -> None:
    diary = Diary()
    own = diary.add(decision(0), 0)
    diary.add(decision(5), 5, source=Got.IMPORT)
    made = ledger.dated_decisions(diary.entries)
    assert [one.imported for one in made] == [False, True]
    assert made[0].id == own.id
    assert made[0].decided_at == minute(0)


def test_an_imported_word_of_a_clinician_opens_nothing() -> None:
    diary = Diary()
    note = ClinicianNote(
        rule_ids=frozenset({"a-rule"}),
        seen_on=date(2026, 11, 20),
        gentle_movement_ok=GentleMovement.YES,
        until=date(2026, 12, 20),
        recorded_at=minute(0),
    )
    diary.add(NoteTaken(note=note), 0)
    diary.add(NoteTaken(note=replace(note, recorded_at=minute(1))), 1, source=Got.IMPORT)
    assert ledger.clinician_notes(diary.entries) == (DatedNote(note=note, told_no=0),)


def test_the_last_moment_comes_with_its_time() -> None:
    diary = Diary()
    diary.add(moment(NO), 0)
    diary.add(moment(YES), 5)
    assert ledger.last_moment(diary.entries) == (moment(YES), minute(5))


def test_an_imported_moment_says_nothing_of_now() -> None:
    diary = Diary()
    diary.add(moment(YES), 0)
    diary.add(moment(NO), 5, source=Got.IMPORT)
    assert ledger.last_moment(diary.entries) == (moment(YES), minute(0))


def test_the_short_set_is_as_old_as_its_oldest_answer() -> None:
    content = small_content(question("numb"), question("weak"))
    diary = Diary()
    diary.add(given(numb=NO), 0)
    assert ledger.short_set_asked_at(diary.entries, content) is None
    diary.add(given(weak=NO), 10)
    assert ledger.short_set_asked_at(diary.entries, content) == minute(0)
    diary.add(given(numb=NO), 20)
    assert ledger.short_set_asked_at(diary.entries, content) == minute(10)


def test_an_imported_short_set_was_not_asked() -> None:
    content = small_content(question("numb"))
    diary = Diary()
    diary.add(given(numb=NO), 0, source=Got.IMPORT)
    assert ledger.short_set_asked_at(diary.entries, content) is None


def test_a_ban_holds_until_it_is_lifted() -> None:
    diary = Diary()
    diary.add(Preference(item_id="bridge", banned=True), 0)
    diary.add(Preference(item_id="cat-cow", banned=True), 1)
    diary.add(Preference(item_id="bridge", banned=False), 2)
    assert ledger.banned_items(diary.entries) == {"cat-cow"}


def test_a_favourite_is_one_until_the_same_thing_is_told_otherwise() -> None:
    diary = Diary()
    diary.add(Preference(item_id="bridge", banned=False, favourite=True), 0)
    diary.add(Preference(item_id="clam", banned=False, favourite=True), 1)
    diary.add(Preference(item_id="bridge", banned=True), 2)
    assert ledger.favourite_items(diary.entries) == {"clam"}
    assert ledger.banned_items(diary.entries) == {"bridge"}


def test_the_kept_position_is_the_last_kept_and_not_let_go() -> None:
    diary = Diary()
    for position_id, kept in (("side", True), ("back", True), ("side", False)):
        diary.add(PositionTried(position_id=position_id, helped=None, kept=kept), 0)
    assert ledger.kept_position(diary.entries) == "back"
    diary.add(PositionTried(position_id="back", helped=False, kept=False), 1)
    assert ledger.kept_position(diary.entries) == ""


def test_an_episode_begins_with_the_first_entry() -> None:
    diary = Diary()
    diary.pain(5, 0)
    diary.pain(4, MIN_PER_DAY * 3)
    assert ledger.episode_began_on(diary.entries, small_content()) == date(2026, 11, 22)


def test_the_day_begins_by_the_persons_own_clock() -> None:
    diary = Diary()
    diary.pain(5, 0)
    early = replace(diary.entries[0], utc_offset_min=-10 * 60)
    assert ledger.episode_began_on([early], small_content()) == date(2026, 11, 21)


def test_an_episode_began_when_the_person_says_so() -> None:
    diary = Diary()
    diary.add(CourseTold(began_on="2026-11-10", direction="better"), 0)
    assert ledger.episode_began_on(diary.entries, small_content()) == date(2026, 11, 10)


def test_a_told_first_day_that_is_no_day_or_lies_ahead_is_passed_over() -> None:
    for told in ("2026-12-24", "yesterday", ""):
        diary = Diary()
        diary.add(CourseTold(began_on=told, direction="same"), 0)
        assert ledger.episode_began_on(diary.entries, small_content()) == date(2026, 11, 22)


def test_four_silent_weeks_end_an_episode_and_its_reviews() -> None:
    diary = Diary()
    seen = ReviewSeen(review_id="review-day-7", saw_clinician=False, settling=YES)
    diary.add(CourseTold(began_on="2026-11-01", direction="better"), 0)
    diary.add(seen, 10)
    assert list(ledger.reviews_seen(diary.entries, small_content())) == ["review-day-7"]
    diary.pain(8, MIN_PER_DAY * 30)
    assert ledger.episode_began_on(diary.entries, small_content()) == date(2026, 12, 22)
    assert ledger.reviews_seen(diary.entries, small_content()) == {}


def test_an_empty_record_has_no_episode() -> None:
    assert ledger.episode_began_on([], small_content()) is None
    assert ledger.reviews_seen([], small_content()) == {}
    assert UUID(int=1) not in ledger.standing([]).successors


def test_decisions_and_words_keep_the_order_of_telling_across_a_clock_set_back() -> None:
    diary = Diary()
    note = ClinicianNote(
        rule_ids=frozenset({"a-rule"}),
        seen_on=date(2026, 11, 20),
        gentle_movement_ok=GentleMovement.YES,
        until=date(2026, 12, 20),
        recorded_at=minute(90),
    )
    diary.add(decision(60), 60)
    diary.add(NoteTaken(note=note), 90)
    diary.add(decision(5), 5)
    first, later = ledger.dated_decisions(diary.entries)
    (word,) = ledger.clinician_notes(diary.entries)
    assert first.told_no < word.told_no < later.told_no
    assert later.decided_at < note.recorded_at


@pytest.mark.parametrize("change", LegChange)
def test_legs_that_are_not_better_call_for_the_short_set_again(change: LegChange) -> None:
    content = small_content(question("numb"), question("weak"))
    diary = Diary()
    diary.add(given(numb=NO, weak=NO), 0)
    diary.add(LegsNoted(change=change), 5)
    is_better = change in {LegChange.NONE, LegChange.MOVING_UP}
    asked_at = ledger.short_set_asked_at(diary.entries, content)
    assert asked_at == (minute(0) if is_better else None)
    diary.add(given(numb=NO), 6)
    assert (ledger.short_set_asked_at(diary.entries, content) is None) is not is_better
    diary.add(given(weak=NO), 7)
    assert ledger.short_set_asked_at(diary.entries, content) == minute(6)


def test_a_clock_set_back_after_the_legs_were_noted_does_not_ask_for_ever() -> None:
    content = small_content(question("numb"))
    diary = Diary()
    diary.add(LegsNoted(change=LegChange.NEW), 60)
    diary.add(given(numb=NO), 5)
    assert ledger.short_set_asked_at(diary.entries, content) == minute(5)


@pytest.mark.parametrize("answered_min", [None, 10])
def test_legs_put_right_to_better_still_call_for_the_short_set(answered_min: int | None) -> None:
    content = small_content(question("numb"))
    diary = Diary()
    diary.add(given(numb=NO), 0)
    noted = diary.add(LegsNoted(change=LegChange.SAME), 5)
    if answered_min is not None:
        diary.add(given(numb=NO), answered_min)
    right = LegsNoted(change=LegChange.NONE)
    diary.add(right, 5, recorded_at=minute(20), supersedes=noted.id)
    asked_at = ledger.short_set_asked_at(diary.entries, content)
    assert asked_at == (None if answered_min is None else minute(answered_min))
