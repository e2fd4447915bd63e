"""The table of sets: a row each, with what counted, what was measured and what was told of pain."""

import csv
import io
from datetime import UTC, datetime
from uuid import UUID

import pytest

from loosen.export import read_csv, write_csv, write_sets
from loosen.export.csv_sets import SET_COLUMNS
from loosen.vocabulary import (
    CountedBy,
    ForeignDataError,
    Got,
    PainWhen,
    SessionStopped,
    SetMeasured,
    SetPart,
    StepEnded,
    StepOutcome,
    StopKind,
)
from loosen.vocabulary.measures import CameraView

from ...diary import Diary

HERE, ELSEWHERE = UUID(int=77), UUID(int=78)
CAMERA = SetPart(by=CountedBy.CAMERA, count=5, partials=1, seconds=41.26)
TAP = SetPart(by=CountedBy.TAP, count=1)
MEASURED = {
    "view": CameraView.SIDE,
    "signal": "hip-line",
    "holds_s": (3.0000000001, 3.5, 2.25),
    "own_range": 0.4123,
    "range_share": 0.934,
    "way_s": 4.5,
    "symmetry": 0.97,
    "regularity": 0.8,
    "cues": ("slower", "good"),
}


def a_set(*parts: SetPart, step: int = 1, **rest: object) -> SetMeasured:
    return SetMeasured(session_id=HERE, step_index=step, exercise_id="bridge", parts=parts, **rest)


def rows_of(diary: Diary) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_sets(diary.entries).decode())))


def told(diary: Diary, score: int | None, when: PainWhen, session: UUID = HERE) -> None:
    diary.pain(score, 1, occasion=when, session_id=session)


def test_a_set_that_a_camera_began_and_a_tap_ended_is_one_row_with_all_that_was_measured() -> None:
    diary = Diary()
    found = a_set(CAMERA, TAP, **MEASURED)
    diary.add(found, 5, source=Got.CAMERA, confidence=0.9215, utc_offset_min=60)
    [row] = rows_of(diary)
    assert list(row) == list(SET_COLUMNS)
    assert row == {
        "date": "2026-11-22",
        "time": "10:05",
        "exercise": "bridge",
        "by": "camera=5 tap=1",
        "view": "side",
        "repetitions": "6",
        "partials": "1",
        "seconds": "41.26",
        "hold_s": "3",
        "holds_s": "3 3.5 2.25",
        "range_percent": "93.4",
        "own_range": "0.41",
        "signal": "hip-line",
        "way_s": "4.5",
        "symmetry_percent": "97",
        "regularity_percent": "80",
        "confidence_percent": "92.2",
        "cues": "slower good",
        "pain_before": "",
        "pain_after": "",
        "session": str(HERE),
        "step": "1",
    }


def test_what_nothing_measured_is_an_empty_cell_and_never_a_zero() -> None:
    diary = Diary()
    diary.add(a_set(TAP))
    [row] = rows_of(diary)
    filled = {name for name, cell in row.items() if cell}
    assert filled == {
        *("date", "time", "exercise", "by", "repetitions", "partials", "session", "step"),
    }


def test_a_person_who_counted_nothing_yet_gets_the_names_of_the_columns() -> None:
    diary = Diary()
    diary.pain(4, 0)
    assert write_sets(diary.entries).decode() == ",".join(SET_COLUMNS) + "\r\n"


def test_the_scores_before_and_after_are_those_of_the_same_session() -> None:
    diary = Diary()
    told(diary, 6, PainWhen.BEFORE_SESSION)
    told(diary, 9, PainWhen.BETWEEN_STEPS, session=ELSEWHERE)
    diary.add(a_set(TAP))
    diary.add(StepEnded(session_id=HERE, step_index=1, outcome=StepOutcome.DONE))
    told(diary, 4, PainWhen.BETWEEN_STEPS)
    diary.add(a_set(TAP, step=2))
    told(diary, 3, PainWhen.AFTER_SESSION)
    assert [(row["pain_before"], row["pain_after"]) for row in rows_of(diary)] == [
        ("6", "4"),
        ("4", "3"),
    ]


def test_a_score_that_was_skipped_is_not_put_right_by_an_earlier_or_a_later_one() -> None:
    diary = Diary()
    told(diary, 6, PainWhen.BEFORE_SESSION)
    told(diary, None, PainWhen.BETWEEN_STEPS)
    diary.add(a_set(TAP))
    told(diary, None, PainWhen.BETWEEN_STEPS)
    told(diary, 2, PainWhen.AFTER_SESSION)
    [row] = rows_of(diary)
    assert (row["pain_before"], row["pain_after"]) == ("", "")


@pytest.mark.parametrize(
    "between",
    [a_set(TAP, step=2), StepEnded(session_id=HERE, step_index=2, outcome=StepOutcome.DONE)],
    ids=["another-set", "another-step"],
)
def test_a_score_after_something_else_was_done_is_not_that_of_the_set(between) -> None:
    diary = Diary()
    diary.add(a_set(TAP))
    diary.add(between)
    told(diary, 2, PainWhen.BETWEEN_STEPS)
    assert rows_of(diary)[0]["pain_after"] == ""


def test_the_next_mornings_score_is_not_that_after_the_set_but_a_stop_is() -> None:
    diary = Diary()
    diary.add(a_set(TAP))
    told(diary, 1, PainWhen.MORNING)
    assert rows_of(diary)[0]["pain_after"] == ""
    diary.add(SessionStopped(session_id=HERE, step_index=1, pain_0_10=8, kind=StopKind.SHARP))
    assert rows_of(diary)[0]["pain_after"] == "8"


def test_the_table_of_sets_brought_back_is_refused_with_one_word_on_what_to_bring() -> None:
    diary = Diary()
    diary.add(a_set(CAMERA, **MEASURED))
    with pytest.raises(ForeignDataError) as refused:
        read_csv(write_sets(diary.entries), datetime(2026, 11, 23, tzinfo=UTC))
    [problem] = refused.value.problems
    assert problem.what == "a table of sets only goes out"
    assert "the record (JSON)" in problem.do


def test_the_diary_stays_without_sets() -> None:
    diary = Diary()
    diary.add(a_set(CAMERA, **MEASURED))
    assert write_csv(diary.entries).count(b"\n") == 1
