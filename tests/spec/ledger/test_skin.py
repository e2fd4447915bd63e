"""Whether the skin was asked just now and what it keeps closed, case by case from `skin.toml`."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from loosen.ledger import skin_gate
from loosen.vocabulary import (
    AnswerValue,
    DoseTaken,
    Got,
    MedicineForm,
    Phrase,
    RemedyUsed,
    Skin,
    SkinAsked,
    Threshold,
)

from ...diary import Diary, minute
from ...small_content import SAID, small_content

NOW_MIN = 10_000
RUBS = {
    "gel on the back": {"form": MedicineForm.ON_SKIN, "on_back": True},
    "patch on the back": {"form": MedicineForm.ON_SKIN, "on_back": True},
    "gel on the knee": {"form": MedicineForm.ON_SKIN},
    "tablet": {"form": MedicineForm.BY_MOUTH},
}
WORDS = ("skin-broken-or-numb", "skin-patch-or-rub")
CONTENT = small_content(
    Threshold(id="session-gate-min", value=30, unit="min", text="Half an hour.", provenance=SAID),
    *(Phrase(id=id_, text="Words.", provenance=SAID) for id_ in WORDS),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case as it stands in the file."""

    name: str
    asked: bool
    open: bool
    asked_min_ago: int | None = None
    broken_or_numb: str = "no"
    patch_or_rub: str = "no"
    earlier_said: str = ""
    imported: bool = False
    since: list[dict[str, Any]] = field(default_factory=list)
    why: tuple[str, ...] = ()
    reminds: tuple[str, ...] = ()


def tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, **{name: tuple(row.get(name, ())) for name in ("why", "reminds")}}


TEXT = (Path(__file__).parent / "skin.toml").read_text("utf-8")
CASES = [Case(**tuples(row)) for row in tomllib.loads(TEXT)["case"]]


def diary_of(case: Case) -> Diary:
    diary = Diary()
    if case.earlier_said:
        said = AnswerValue(case.earlier_said)
        diary.add(SkinAsked(broken_or_numb=said, patch_or_rub=said), NOW_MIN - 10)
    if case.asked_min_ago is not None:
        asked = SkinAsked(
            broken_or_numb=AnswerValue(case.broken_or_numb),
            patch_or_rub=AnswerValue(case.patch_or_rub),
        )
        source = Got.IMPORT if case.imported else Got.SELF_REPORT
        diary.add(asked, NOW_MIN - case.asked_min_ago, source=source)
    for one in case.since:
        tells(diary, one["what"], NOW_MIN - one["min_ago"])
    return diary


def tells(diary: Diary, what: str, at: float) -> None:
    """A dose, or a remedy that was begun and is still on."""
    if what in RUBS:
        diary.add(DoseTaken(name=what, amounts=(), **RUBS[what]), at)
        return
    used = RemedyUsed(
        remedy_id=what,
        started_at=minute(at),
        ended_at=minute(at),
        skin=Skin.NOT_LOOKED,
        felt_better=None,
    )
    diary.add(used, at)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_gate_of_the_skin_says_what_the_case_expects(case: Case) -> None:
    gate = skin_gate(diary_of(case).entries, minute(NOW_MIN), CONTENT)
    assert gate.is_asked == case.asked
    assert gate.is_open == case.open
    assert tuple(reason.id for reason in gate.reasons) == case.why
    assert tuple(dose.name for dose, _ in gate.rubbed_on) == case.reminds
