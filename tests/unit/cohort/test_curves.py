"""Lived courses are held to the published ones, and one that is off is said to be off."""

from collections.abc import Iterator

from loosen.cohort import Tally
from loosen.cohort.curves import TOLERANCE, compared
from loosen.cohort.people import somebody
from loosen.cohort.report import report
from loosen.library.current import load_content

CONTENT = load_content()
DAYS = 90


def many(people: int = 400) -> Tally:
    tally = Tally()
    for number in range(people):
        tally.take_person(somebody(2, number, DAYS, CONTENT), DAYS)
    return tally


def shifted(tally: Tally, points: float) -> Iterator[str]:
    """The curves that hold when everybody has so much more pain."""
    for of in tally.kinds.values():
        of.squares = of.squares + 2 * points * of.pain + of.people * points**2
        of.pain = of.pain + points * of.people
    yield from (one.name for one in compared(tally, DAYS) if one.holds)


def test_all_five_curves_are_compared_and_hold() -> None:
    curves = list(compared(many(), DAYS))
    assert sorted(one.name for one in curves) == ["A", "B", "C", "D", "E"]
    assert all(one.holds for one in curves)


def test_pain_that_is_a_point_higher_everywhere_does_not_hold() -> None:
    assert set(shifted(many(), 1.0)) == {"C", "D", "E"}


def test_the_report_names_what_is_allowed_and_what_falls_short() -> None:
    tally = many(100)
    assert "FALLS SHORT" not in report(tally, DAYS)
    list(shifted(tally, 3.0))
    text = report(tally, DAYS)
    assert text.count("FALLS SHORT") == 2
    assert f"off by {TOLERANCE:.0f} (ours)" in text
