"""Whether a changed number of a medicine is stricter or looser."""

from dataclasses import replace
from pathlib import Path

import pytest

import loosen
from loosen.library.compare import ChangeKind, compare
from loosen.library.compile import compile_content
from loosen.library.strictness import strictness


@pytest.mark.parametrize(
    ("place", "was", "is_", "turned"),
    [
        ("most_24h_mg", "4000", "3000", "stricter"),
        ("most_24h_mg", "3000", "4000", "looser"),
        ("most_doses_24h", "0", "4", "stricter"),
        ("most_doses_24h", "4", "0", "looser"),
        ("least_gap_s", "14400", "21600", "stricter"),
        ("least_age_years", "12", "0", "looser"),
        ("text", "a", "b", ""),
        ("most_24h_mg", None, "4000", ""),
    ],
)
def test_fewer_later_and_older_is_stricter(
    place: str, was: str | None, is_: str | None, turned: str
) -> None:
    assert strictness(place, was, is_) == turned


def test_a_raised_limit_is_told_as_looser() -> None:
    old = compile_content(Path(loosen.__file__).parent / "content")
    raised = replace(old.limits["us-ibuprofen"], most_24h_mg=2400.0)
    (change,) = compare(old, replace(old, limits={**old.limits, raised.id: raised}))
    assert change.kind is ChangeKind.DOSE
    assert change.text.endswith("was 1200, is now 2400 (looser).")
