"""The way between key poses."""

import numpy as np

from loosen.body.easing import between, eased
from loosen.body.rotations import Array


def way_of(at: list[float], values: list[float], phases: Array) -> Array:
    """The curve of one joint."""
    return eased(at, np.array(values)[:, None], phases)[:, 0]


def test_a_joint_slows_to_a_halt_where_it_turns_back() -> None:
    at, values = [0.0, 0.5, 1.0], [0.0, 40.0, 0.0]
    near = way_of(at, values, np.array([0.0, 0.01, 0.49, 0.5, 0.51]))
    assert near[0] == 0
    assert near[3] == 40
    assert abs(near[2] - 40) < 0.1
    assert abs(near[4] - 40) < 0.1


def test_a_key_on_the_way_is_passed_without_a_halt() -> None:
    at, values = [0.0, 0.25, 0.5, 1.0], [0.0, 20.0, 40.0, 0.0]
    around = way_of(at, values, np.array([0.24, 0.25, 0.26]))
    assert np.diff(around).min() > 0.5


def test_the_way_never_leaves_what_its_keys_span() -> None:
    at, values = [0.0, 0.1, 0.5, 0.6, 1.0], [0.0, 30.0, 31.0, -5.0, 0.0]
    way = way_of(at, values, np.linspace(0, 1, 101))
    assert way.min() >= -5
    assert way.max() <= 31


def test_a_cycle_runs_on_through_its_end() -> None:
    at, values = [0.0, 0.25, 0.75, 1.0], [0.0, 20.0, -20.0, 0.0]
    before, after = way_of(at, values, np.array([0.99, 0.01]))
    assert before < -0.3
    assert after > 0.3


def test_a_still_has_no_way() -> None:
    before, part = between([0.0], np.array([0.0, 0.5, 1.0]))
    assert before.tolist() == [0, 0, 0]
    assert part.tolist() == [0, 0, 0]
    assert way_of([0.0], [7.0], np.array([0.0, 0.5])).tolist() == [7, 7]


def test_joints_that_are_eased_together_go_as_each_does_alone() -> None:
    """One comes back to where it began, the other does not: only the first runs on."""
    at, phases = [0.0, 0.25, 0.75, 1.0], np.linspace(0, 1, 41)
    both = [[0.0, 20.0, -20.0, 0.0], [0.0, 10.0, 30.0, 40.0]]
    together = eased(at, np.array(both).T, phases)
    assert together.shape == (41, 2)
    for alone, column in zip(both, together.T, strict=True):
        np.testing.assert_array_equal(column, way_of(at, alone, phases))
