"""What a drawing of a watch is made from: the line, each change that stayed, who was away."""

import pytest
from tests.movement.seated import BEFORE_S, Frames, later, nobody, sits

from loosen.cohort.sitting import Manner
from loosen.library.current import load_content
from loosen.movement import Moment, SittingTrace, watch_sitting
from loosen.movement.end_rule import slouch_rule_of
from loosen.movement.sitting import Level, Seated, Start
from loosen.movement.sitting_record import SittingResult
from loosen.movement.sitting_trace import LINE_EVERY_S, SETTLED_S

RULE = slouch_rule_of(load_content())


def traced(frames: Frames) -> tuple[SittingResult, SittingTrace]:
    trace = SittingTrace()
    result = watch_sitting(frames, RULE, trace.update)
    trace.finish()
    return result, trace


def at_level(t_s: float, level: Level, sunk_percent: float = 0.0) -> Seated:
    return Seated(
        t_s=t_s,
        unseen=None,
        is_sitting=True,
        start=Start.KNOWN,
        sunk_percent=sunk_percent,
        level=level,
    )


def test_the_changes_are_the_start_the_level_that_stayed_and_each_nudge() -> None:
    result, trace = traced(sits(hold_s=60.0))
    assert [one.what for one in trace.changes] == [Moment.START, Moment.LOWER, Moment.NUDGE]
    start, lower, nudge = trace.changes
    assert start.t_s == result.starts_s[0] < BEFORE_S < lower.t_s <= nudge.t_s
    assert nudge.t_s == result.nudges[0].t_s
    assert nudge.sunk_percent == result.nudges[0].sunk_percent
    assert lower.sunk_percent is not None
    assert lower.sunk_percent >= RULE.sunk_percent


def test_who_sits_on_has_a_line_near_the_start_and_no_change() -> None:
    _, trace = traced(sits(Manner.UPRIGHT))
    assert [one.what for one in trace.changes] == [Moment.START]
    told = [value for _, value in trace.line if value is not None]
    assert told
    assert max(map(abs, told)) < RULE.sunk_percent / 2


def test_who_gets_up_leaves_a_gap_in_the_line_and_has_a_new_start() -> None:
    first = sits(Manner.UPRIGHT)
    end_s = first[-1].t_s
    gone = nobody(end_s + 0.25, end_s + 90)
    _, trace = traced((*first, *gone, *later(sits(Manner.UPRIGHT), end_s + 90)))
    assert [one.what for one in trace.changes] == [Moment.START, Moment.NEW_START]
    [away] = trace.away
    assert away.why == "nobody"
    assert away.start_s == pytest.approx(end_s + 1, abs=1.5)
    assert away.end_s == pytest.approx(end_s + 90, abs=1.5)
    inside = [value for t_s, value in trace.line if away.start_s <= t_s < away.end_s]
    assert set(inside) == {None}


def test_a_level_that_does_not_stay_is_no_change() -> None:
    trace = SittingTrace()
    for half in range(200):
        near = Level.AS_BEGUN if half // 30 % 2 else Level.A_LITTLE_LOWER
        trace.update(at_level(half / 2, near, 2.0))
    assert [one.what for one in trace.changes] == [Moment.START]


def test_a_change_is_told_with_the_time_at_which_it_began_and_so_is_the_way_back() -> None:
    trace = SittingTrace()
    levels = [Level.AS_BEGUN] * 30 + [Level.A_LITTLE_LOWER] * 30 + [Level.AS_BEGUN] * 30
    for second, level in enumerate(levels):
        trace.update(at_level(float(second), level, 3.0))
    found = [(one.t_s, one.what) for one in trace.changes]
    assert found == [(0, Moment.START), (30, Moment.A_LITTLE_LOWER), (60, Moment.AS_BEGUN)]
    assert SETTLED_S <= 30


def test_an_hour_needs_a_value_a_second_and_no_more() -> None:
    trace = SittingTrace()
    for quarter in range(4 * 3600):
        trace.update(at_level(quarter / 4, Level.AS_BEGUN))
    assert len(trace.line) == 3600 / LINE_EVERY_S


def test_nothing_at_all_is_a_trace_too() -> None:
    result, trace = traced(())
    assert (trace.line, trace.changes, trace.away, trace.begins_s) == ([], (), [], 0.0)
    assert result.refused == "too-short"


def test_an_empty_room_to_the_end_is_one_stretch_up_to_the_last_frame() -> None:
    _, trace = traced(nobody(3, 20))
    [away] = trace.away
    assert (away.start_s, away.end_s, away.why) == (3.0, 19.75, "nobody")
    assert trace.begins_s == 3.0
