"""A breath of a degree rides on a tilt of ten: what was held is told apart from it."""

from dataclasses import replace
from math import pi, sin

import pytest

from loosen.movement.breathing import Trace
from loosen.movement.squares import fitted
from loosen.movement.ways import Repetition, measured

TILT_DEG, FRAMES = 11.0, 60


def eased(part: float) -> float:
    part = min(max(part, 0.0), 1.0)
    return part * part * (3 - 2 * part)


def tilted(hold_s: float, breath_deg: float, breaths_s: float = 4.0) -> list[tuple[float, float]]:
    """Rest for two seconds, out in 1.6, held, back in 2.2, as a phone feels it."""
    ends_s = 2 + 1.6 + hold_s + 2.2
    times = [one / FRAMES for one in range(int((ends_s + 0.5) * FRAMES))]
    return [
        (
            t_s,
            TILT_DEG * min(eased((t_s - 2) / 1.6), eased((ends_s - t_s) / 2.2))
            + breath_deg * sin(2 * pi * t_s / breaths_s + 1.0),
        )
        for t_s in times
    ]


def as_counted(felt: list[tuple[float, float]]) -> Repetition:
    """As the counter measures it, from a little after rest until it is nearly back."""
    out = next(at for at, one in enumerate(felt) if one[1] > 0.6 * TILT_DEG)
    start = max(at for at in range(out) if felt[at][1] < 0.15 * TILT_DEG)
    back = next(at for at in range(out, len(felt)) if felt[at][1] < 0.4 * TILT_DEG)
    cycle = felt[start : back + 1]
    peak = max(one for _, one in cycle)
    ends_s = cycle[-1][0]
    return measured(cycle, 0.0, peak, counted_s=ends_s, after_s=float("-inf"), is_partial=False)


def anew(felt: list[tuple[float, float]], sign: int = 1) -> Repetition:
    done, trace = as_counted(felt), Trace()
    for t_s, tilt in felt:
        if t_s <= done.counted_s:
            trace.update(t_s, tilt * sign, 9.81)
    return trace.measured(done, sign)


@pytest.mark.parametrize("hold_s", [0.0, 1.0, 3.0, 30.0])
@pytest.mark.parametrize("breath_deg", [0.0, 0.5, 1.0])
def test_a_breath_makes_a_hold_neither_longer_nor_shorter(hold_s: float, breath_deg: float) -> None:
    for sign in (1, -1):
        done = anew(tilted(hold_s, breath_deg), sign)
        assert done.hold_s == pytest.approx(hold_s, abs=0.2)
        assert (done.start_s, done.out_s) == (
            pytest.approx(2, abs=0.1),
            pytest.approx(1.6, abs=0.2),
        )


@pytest.mark.parametrize("breaths_s", [3.0, 5.5])
def test_a_quick_breath_is_told_apart_as_a_slow_one_is(breaths_s: float) -> None:
    assert anew(tilted(2.0, 1.0, breaths_s)).hold_s == pytest.approx(2.0, abs=0.2)


def test_by_the_crossings_alone_the_same_breath_spoils_the_hold() -> None:
    """Why it is fitted at all: the trigger's own measure of the same sets."""
    assert abs(as_counted(tilted(3.0, 1.0)).hold_s - 3.0) > 0.3


def test_where_too_little_was_felt_the_first_measure_stays() -> None:
    done = as_counted(tilted(1.0, 0.5))
    assert Trace().measured(done, 1) == done
    short = replace(done, start_s=done.counted_s - 0.5)
    trace = Trace()
    for t_s, tilt in tilted(1.0, 0.5):
        trace.update(t_s, tilt, 9.81)
    assert trace.measured(short, 1) == short


def test_a_line_is_fitted_to_its_points_and_holds_to_its_first_guess() -> None:
    points = [(float(x), 2.0 + 3.0 * x) for x in range(5)]

    def line(numbers: list[float]) -> list[tuple[float, tuple[tuple[int, float], ...]]]:
        start, rise = numbers
        return [(y - start - rise * x, ((0, 1.0), (1, x))) for x, y in points]

    free, off = fitted(line, [0.0, 0.0], [1e-9, 1e-9])
    assert free == pytest.approx([2.0, 3.0], abs=1e-3)
    assert off == pytest.approx(0.0, abs=1e-3)
    held, _ = fitted(line, [0.0, 0.0], [1e9, 1e9])
    assert held == pytest.approx([0.0, 0.0], abs=1e-3)
