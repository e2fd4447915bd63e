"""A session as its entries tell it: where it goes on, and when it does not."""

from uuid import UUID

from loosen.ledger import SessionState, may_resume, session_state, sessions
from loosen.vocabulary import (
    Entry,
    LegChange,
    LegsNoted,
    PainWhen,
    SessionEnd,
    SessionEnded,
    SessionStarted,
    SessionStopped,
    StepEnded,
    StepOutcome,
    StopKind,
    Withdrawn,
)

from ...diary import Diary, minute
from ...small_content import small_content
from ...small_plan import plan_of

SESSION = UUID(int=5)


def begun(*, pain: int | None = 4) -> Diary:
    diary = Diary()
    diary.add(SessionStarted(session_id=SESSION, plan=plan_of(), pain_0_10=pain), 0)
    return diary


def end_step(diary: Diary, index: int, at: float, outcome: StepOutcome = StepOutcome.DONE) -> Entry:
    return diary.add(StepEnded(session_id=SESSION, step_index=index, outcome=outcome), at)


def state_of(diary: Diary) -> SessionState:
    state = session_state(diary.entries, SESSION)
    assert state is not None
    return state


def test_a_session_begins_at_its_first_step_with_its_whole_plan() -> None:
    state = state_of(begun())
    assert state.step_index == 0
    assert state.plan == plan_of()
    assert state.baseline_0_10 == 4
    assert state.is_open


def test_it_goes_on_after_the_last_step_that_ended() -> None:
    diary = begun()
    end_step(diary, 0, 1)
    end_step(diary, 1, 2, StepOutcome.SKIPPED)
    assert state_of(diary).step_index == 2
    assert state_of(diary).last_at == minute(2)


def test_an_eased_step_is_done_again_in_its_easier_version() -> None:
    diary = begun()
    end_step(diary, 2, 1, StepOutcome.EASED)
    state = state_of(diary)
    assert state.step_index == 2
    assert [result.asked_easier for result in state.results] == [True]


def test_going_back_to_a_step_and_ending_it_goes_on_from_there() -> None:
    diary = begun()
    for index, at in ((0, 1), (1, 2), (0, 3)):
        end_step(diary, index, at)
    assert state_of(diary).step_index == 1


def test_pain_between_two_steps_belongs_to_the_step_before() -> None:
    diary = begun()
    end_step(diary, 2, 1)
    diary.pain(6, 2, occasion=PainWhen.BETWEEN_STEPS, session_id=SESSION, step_index=2)
    [result] = state_of(diary).results
    assert (result.index, result.pain_0_10, result.baseline_0_10) == (2, 6, 4)


def test_a_skipped_score_stays_unknown() -> None:
    diary = begun()
    end_step(diary, 2, 1)
    diary.pain(None, 2, occasion=PainWhen.BETWEEN_STEPS, session_id=SESSION, step_index=2)
    assert state_of(diary).results[0].pain_0_10 is None


def test_pain_told_before_the_step_ended_is_kept() -> None:
    diary = begun()
    diary.pain(6, 1, occasion=PainWhen.BETWEEN_STEPS, session_id=SESSION, step_index=2)
    assert state_of(diary).results[0].pain_0_10 == 6


def test_the_score_before_the_session_may_come_after_its_start() -> None:
    diary = begun(pain=None)
    diary.pain(3, 1, occasion=PainWhen.BEFORE_SESSION, session_id=SESSION)
    assert state_of(diary).baseline_0_10 == 3


def test_legs_that_got_worse_mark_the_step_before() -> None:
    diary = begun()
    end_step(diary, 2, 1)
    diary.add(LegsNoted(change=LegChange.MOVING_UP, session_id=SESSION), 2)
    assert not state_of(diary).results[0].legs_moved_down
    diary.add(LegsNoted(change=LegChange.MOVING_DOWN, session_id=SESSION), 3)
    assert state_of(diary).results[0].legs_moved_down


def test_legs_that_got_worse_before_any_step_ended_are_kept() -> None:
    diary = begun()
    diary.add(LegsNoted(change=LegChange.NEW, session_id=SESSION), 1)
    [result] = state_of(diary).results
    assert (result.index, result.legs_moved_down) == (0, True)


def test_a_stop_closes_the_session_for_good() -> None:
    diary = begun()
    stop = SessionStopped(session_id=SESSION, step_index=3, pain_0_10=8, kind=StopKind.LEG)
    diary.add(stop, 4)
    state = state_of(diary)
    assert not state.is_open
    assert not may_resume(state, minute(5), small_content())
    assert state.after_0_10 == 8
    assert (state.results[-1].stopped, state.results[-1].legs_moved_down) == (True, True)


def test_sharp_or_new_pain_at_the_stop_is_marked_and_other_pain_is_not() -> None:
    marked = {}
    for kind in StopKind:
        diary = begun()
        stop = SessionStopped(session_id=SESSION, step_index=3, pain_0_10=8, kind=kind)
        diary.add(stop, 4)
        marked[kind] = state_of(diary).results[-1].sharp_or_new
    assert {kind for kind, is_marked in marked.items() if is_marked} == {
        StopKind.SHARP,
        StopKind.NEW,
    }


def test_it_may_be_resumed_for_half_an_hour_and_not_longer() -> None:
    diary = begun()
    end_step(diary, 0, 10)
    state = state_of(diary)
    assert may_resume(state, minute(40), small_content())
    assert not may_resume(state, minute(40.1), small_content())


def test_a_clock_that_went_back_begins_a_new_session() -> None:
    diary = begun()
    end_step(diary, 0, 10)
    assert not may_resume(state_of(diary), minute(9), small_content())


def test_an_ended_session_is_not_resumed() -> None:
    diary = begun()
    diary.add(SessionEnded(session_id=SESSION, how=SessionEnd.EARLY), 1)
    state = state_of(diary)
    assert state.ended is SessionEnd.EARLY
    assert not may_resume(state, minute(2), small_content())


def test_two_tabs_that_start_the_same_session_make_one() -> None:
    diary = begun()
    diary.add(SessionStarted(session_id=SESSION, plan=plan_of(), pain_0_10=9), 1)
    assert len(sessions(diary.entries)) == 1
    assert state_of(diary).baseline_0_10 == 4


def test_sessions_do_not_mix_their_entries() -> None:
    diary = begun()
    other = UUID(int=6)
    diary.add(SessionStarted(session_id=other, plan=plan_of(), pain_0_10=2), 1)
    end_step(diary, 0, 2)
    assert [state.step_index for state in sessions(diary.entries)] == [1, 0]


def test_a_step_taken_back_is_as_if_it_had_not_ended() -> None:
    diary = begun()
    ended = end_step(diary, 0, 1)
    diary.add(Withdrawn(), 2, supersedes=ended.id)
    assert state_of(diary).step_index == 0


def test_entries_of_a_session_that_never_began_are_passed_over() -> None:
    diary = Diary()
    end_step(diary, 0, 1)
    assert session_state(diary.entries, SESSION) is None
    assert sessions(diary.entries) == ()


def test_pain_after_a_repeated_step_is_a_result_of_the_last_step_done() -> None:
    diary = begun()
    for index, at in ((0, 1), (1, 2)):
        end_step(diary, index, at)
        diary.pain(4, at, occasion=PainWhen.BETWEEN_STEPS, session_id=SESSION, step_index=index)
    diary.pain(1, 3, occasion=PainWhen.REPEATED, session_id=SESSION, step_index=0)
    state = state_of(diary)
    assert [(one.index, one.pain_0_10) for one in state.results] == [(0, 4), (1, 4), (1, 1)]
    assert state.step_index == 2
