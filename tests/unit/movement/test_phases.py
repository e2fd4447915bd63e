"""Which phase is unlike the person's own first good repetition."""

import math

import pytest

from loosen.movement import Phase, Repetition
from loosen.movement.phases import PhaseCheck
from loosen.vocabulary import Side

Way = list[tuple[float, float]]


def course(*, out_s: float = 2.0, hold_s: float = 2.0, back_s: float = 2.0, dip: float = 0.0,
           height: float = 1.0) -> Way:  # fmt: skip
    """Heights, twenty a second; `dip`: how far it falls in the middle of the hold."""
    found = []
    for step in range(round((out_s + hold_s + back_s) * 20)):
        t_s = step / 20
        if t_s < out_s:
            level = 0.5 - 0.5 * math.cos(math.pi * t_s / out_s)
        elif t_s < out_s + hold_s:
            level = 1 - dip * math.sin(math.pi * (t_s - out_s) / hold_s)
        else:
            level = 0.5 + 0.5 * math.cos(math.pi * (t_s - out_s - hold_s) / back_s)
        found.append((t_s, height * level))
    return found


def told(*ways: Way, sides: tuple[Side | None, ...] = (), good: bool = True) -> list[Phase | None]:
    check, start_s, found = PhaseCheck(), 0.0, []
    for number, way in enumerate(ways):
        for t_s, height in way:
            check.update(start_s + t_s, height)
        end_s = start_s + way[-1][0]
        done = Repetition(
            start_s=start_s, peak_s=start_s + 2, end_s=end_s, counted_s=end_s, amplitude=1,
            hold_s=1, out_s=1, back_s=1, is_partial=False,
        )  # fmt: skip
        side = sides[number] if sides else None
        found.append(check.compared(done, side, is_good=good or number > 0))
        start_s = end_s + 1
    return found


def test_the_same_again_differs_nowhere_also_when_it_goes_less_far() -> None:
    assert told(course(), course(), course(height=0.5)) == [None, None, None]


@pytest.mark.parametrize(
    ("other", "phase"),
    [
        (course(out_s=5.0), Phase.OUT),
        (course(back_s=0.7), Phase.BACK),
        (course(hold_s=6.0), Phase.FAR_OUT),
        (course(dip=0.6), Phase.FAR_OUT),
    ],
    ids=["slow-out", "dropped-back", "held-long", "sank-in-the-hold"],
)
def test_the_phase_that_differs_is_named(other: Way, phase: Phase) -> None:
    assert told(course(), other) == [None, phase]


def test_each_side_is_held_to_its_own_first_one() -> None:
    sides = (Side.LEFT, Side.RIGHT, Side.RIGHT)
    assert told(course(), course(out_s=5), course(out_s=5), sides=sides) == [None, None, None]


def test_a_first_one_with_a_fault_is_no_measure_for_the_others() -> None:
    assert told(course(out_s=5), course(), course(), good=False) == [None, None, None]


def test_a_repetition_of_few_frames_is_not_compared() -> None:
    assert told(course(), course(out_s=5)[::20]) == [None, None]
