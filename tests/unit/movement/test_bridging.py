"""How far a phone turned in a gap: from how it turned before and after, and how that changed."""

from collections.abc import Callable

import pytest

from loosen.movement.bridging import Bridge

STEP_S = 1 / 60
Speed = Callable[[float], float]  # rad/s by the second


def eased(from_s: float, until_s: float, by: float = 0.3) -> Speed:
    """A way that speeds up and slows down, at rest before and after it."""

    def speed(t_s: float) -> float:
        part = (t_s - from_s) / (until_s - from_s)
        return 6 * part * (1 - part) * by / (until_s - from_s) if 0 < part < 1 else 0.0

    return speed


def bridged(speed: Speed, from_s: float, until_s: float) -> tuple[float, float, float]:
    """What is told of a gap: the guess, the mended way, and how far that may be off."""
    bridge, guess = Bridge(), (0.0, 0.0, 0.0)
    for index in range(int(6 / STEP_S)):
        t_s = index * STEP_S
        if from_s < t_s < until_s:
            continue
        turning = (speed(t_s), 0.0, 0.0)
        if until_s <= t_s < until_s + STEP_S:
            guess, _ = bridge.opens(t_s, turning)
            assert bridge.is_open
        elif (mended := bridge.felt(t_s, turning)) is not None:
            assert t_s <= until_s + 0.2
            return guess[0], guess[0] + mended.by[0], mended.off
    raise AssertionError("the gap was never mended")


def went(speed: Speed, from_s: float, until_s: float) -> float:
    return sum(speed(from_s + one * 1e-3) for one in range(int((until_s - from_s) * 1e3))) * 1e-3


def out_and_back(t_s: float) -> float:
    return eased(0.0, 2.0)(t_s) - eased(2.0, 4.0)(t_s)


WAYS = {
    "in the middle of a way": (eased(1.0, 3.0), 1.7, 2.2),
    "it set off in the gap": (eased(2.0, 3.6), 1.7, 2.2),
    "it came to rest in the gap": (eased(0.4, 2.0), 1.7, 2.2),
    "it turned round in the gap": (out_and_back, 1.8, 2.3),
}


@pytest.mark.parametrize(("speed", "from_s", "until_s"), WAYS.values(), ids=WAYS)
def test_a_way_hidden_by_a_gap_is_told_and_how_surely(
    speed: Speed, from_s: float, until_s: float
) -> None:
    _, told, off = bridged(speed, from_s, until_s)
    strays = abs(told - went(speed, from_s - STEP_S, until_s))
    assert strays <= 0.015  # nine tenths of a degree, of seventeen
    assert strays <= 2 * off
    assert off <= 0.03


def test_it_is_better_than_the_mean_of_both_ends() -> None:
    for speed, from_s, until_s in list(WAYS.values())[:3]:
        true = went(speed, from_s - STEP_S, until_s)
        mean = (speed(from_s) + speed(until_s)) / 2 * (until_s - from_s)
        assert abs(bridged(speed, from_s, until_s)[1] - true) < abs(mean - true)


def test_a_long_gap_between_two_rests_is_not_taken_for_a_rest() -> None:
    assert bridged(eased(1.75, 2.55), 1.7, 2.6)[2] >= 0.15


def test_who_turns_unevenly_is_believed_less() -> None:
    spike = [bridged(eased(1.0, 3.0, by), 1.2, 1.7)[2] for by in (0.2, 0.8)]
    assert spike[1] > 3 * spike[0]


def test_a_second_gap_before_the_first_was_mended_tells_what_the_first_left_open() -> None:
    bridge = Bridge()
    for index in range(20):
        bridge.felt(index * STEP_S, (0.2, 0.0, 0.0))
    bridge.opens(0.9, (0.3, 0.0, 0.0))
    _, left = bridge.opens(1.4, (0.3, 0.0, 0.0))
    assert left is not None
    assert left.off > 0.02
    bridge.reset()
    assert not bridge.is_open
