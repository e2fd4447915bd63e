"""Pain as it was told, and when it is too old or was skipped."""

from uuid import UUID

import pytest

from loosen.ledger import latest_pain, pain_scores
from loosen.vocabulary import (
    PainWhen,
    SessionStarted,
    SessionStopped,
    StopKind,
)

from ...diary import Diary, minute
from ...small_plan import plan_of

SESSION = UUID(int=5)
WITHIN_MIN = 240


def told(diary: Diary) -> list[tuple[int | None, PainWhen]]:
    return [(score.pain_0_10, score.occasion) for score in pain_scores(diary.entries)]


def test_scores_at_the_start_and_at_the_stop_of_a_session_count() -> None:
    diary = Diary()
    diary.add(SessionStarted(session_id=SESSION, plan=plan_of(), pain_0_10=4), 0)
    stop = SessionStopped(session_id=SESSION, step_index=1, pain_0_10=7, kind=StopKind.SHARP)
    diary.add(stop, 5)
    assert told(diary) == [(4, PainWhen.BEFORE_SESSION), (7, PainWhen.AFTER_STOP)]


def test_a_score_told_on_its_own_is_not_counted_twice() -> None:
    diary = Diary()
    diary.add(SessionStarted(session_id=SESSION, plan=plan_of(), pain_0_10=4), 0)
    diary.pain(4, 1, occasion=PainWhen.BEFORE_SESSION, session_id=SESSION)
    assert told(diary) == [(4, PainWhen.BEFORE_SESSION)]


@pytest.mark.parametrize(
    ("scores", "now", "expected"),
    [
        pytest.param([], 0, None, id="nothing was told"),
        pytest.param([(6, 0)], 10, 6, id="told just now"),
        pytest.param([(6, 0)], 240, 6, id="told as long ago as counts"),
        pytest.param([(6, 0)], 241, None, id="told too long ago"),
        pytest.param([(6, 0), (3, 5)], 10, 3, id="the later one counts"),
        pytest.param([(3, 0), (None, 5)], 10, None, id="a skip later is unknown"),
        pytest.param([(3, 0), (8, 30)], 10, 8, id="told before the clock went back"),
    ],
)
def test_the_latest_pain_is_the_last_word_if_it_is_fresh(
    scores: list[tuple[int | None, float]], now: float, expected: int | None
) -> None:
    diary = Diary()
    for pain, at in scores:
        diary.pain(pain, at)
    assert latest_pain(diary.entries, minute(now), WITHIN_MIN) == expected
