"""May I take this now? Case by case from `doses-*.toml`, by the ledger and by the command."""

from pathlib import Path

import pytest

from loosen.ledger import dose_verdict
from loosen.vocabulary import DoseVerdict

from .doses_told import CONTENT, Case, asked, cases, instant, offset_min, record, screen

FILES = sorted(path.name for path in Path(__file__).parent.glob("doses-*.toml"))
CASES = [case for name in FILES for case in cases(name)]


def verdict(case: Case) -> DoseVerdict:
    return dose_verdict(
        asked(case), screen(case), record(case), instant(case.at),
        region_id=case.region, utc_offset_min=offset_min(case.at), content=CONTENT,
    )  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_verdict_is_what_the_case_expects(case: Case) -> None:
    said = verdict(case)
    named = [reason.id for reason in said.reasons if reason.id not in CONTENT.limits]
    assert (said.answer.value, named) == (case.answer, case.why)
    assert said.next_allowed_at == (instant(case.opens) if case.opens else None)
    assert said.is_last == bool(case.last_until)
    if case.last_until:
        assert said.next_after == instant(case.last_until)
    assert [call.value for call in said.calls] == case.call
    totals = {day.ingredient_id: day.taken_24h_ug / 1000 for day in said.days}
    assert {id_: totals[id_] for id_ in case.totals_mg} == case.totals_mg


def test_the_cases_are_many_and_their_names_differ() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 52
