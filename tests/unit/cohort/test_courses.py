"""Simulated courses come from the published curves (evidence file, 7.1, 7.2)."""

import numpy as np
import pytest

from loosen.cohort.courses import Kind, course_of, curve_a, curve_b, curve_c, curve_d, curve_e

DAYS = 90
COURSES = [course_of(5, number, DAYS) for number in range(2500)]


def of(*kinds: Kind) -> list[object]:
    return [course for course in COURSES if course.kind in kinds]


@pytest.mark.parametrize(
    ("curve", "weeks", "published"),
    [
        (curve_a, (0, 3, 6, 12, 26, 52), (52, 30.6, 23, 17.7, 12, 6)),
        (curve_b, (0, 6, 26, 52), (56, 26, 21, 21)),
        (lambda days: 100 * curve_c(days), (58 / 7, 365 / 7), (50, 28)),
        (lambda days: 100 * curve_d(days), (139 / 7, 365 / 7), (50, 30.5)),
        (lambda days: 100 * curve_e(days), (16.5 / 7, 12), (50, 16)),
    ],
)
def test_the_formulas_give_the_figures_of_the_evidence_file(curve, weeks, published) -> None:  # type: ignore[no-untyped-def]  # - a table
    assert curve(7 * np.array(weeks)) == pytest.approx(published, abs=0.6)


@pytest.mark.parametrize(("kind", "curve"), [(Kind.A_C, curve_a), (Kind.B_C, curve_b)])
def test_mean_pain_of_many_people_is_the_published_one(kind, curve) -> None:  # type: ignore[no-untyped-def]  # - a table
    mean = 10 * np.mean([course.level for course in of(kind)], axis=0)
    days = np.arange(DAYS, dtype=float)
    assert np.abs(mean - curve(days)).max() < 3.5


def test_people_differ_by_the_published_spread() -> None:
    start = [10 * course.level[0] for course in of(Kind.A_C, Kind.B_C)]
    assert 19 < np.std(start) < 23


@pytest.mark.parametrize(
    ("kinds", "curve"), [((Kind.A_C, Kind.B_C), curve_c), ((Kind.E,), curve_e)]
)
def test_people_recover_by_the_published_curve(kinds, curve) -> None:  # type: ignore[no-untyped-def]  # - a table
    recovered = np.array([course.recovered_on for course in of(*kinds)])
    for day in (14.0, 42.0, 84.0):
        assert (recovered > day).mean() == pytest.approx(float(curve(np.array(day))), abs=0.05)


def test_pain_comes_back_by_the_published_curve() -> None:
    finite = [one for one in COURSES if np.isfinite(one.recovered_on)]
    since = np.array([one.again_on - one.recovered_on for one in finite])
    for day in (30.0, 139.0):
        assert (since > day).mean() == pytest.approx(float(curve_d(np.array(day))), abs=0.03)
