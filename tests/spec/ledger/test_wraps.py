"""How long a heat wrap may still be worn, case by case from `wraps.toml`."""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from loosen.ledger import wrap_gate, wrap_room_s
from loosen.vocabulary import Instruction, Phrase, Remedy, RemedyUsed, Skin, Wrap

from ...diary import Diary, minute
from ...small_content import REMEDIES, SAID, small_content

NOW_MIN = 10_000
HOUR_S = 3600
WRAP = Wrap(
    text="A wrap.",
    before=(Instruction(text="Read its label."),),
    day_most_s=8 * HOUR_S,
    least_s=HOUR_S,
    check_every_s=HOUR_S,
    provenance=SAID,
)
HEAT = replace(REMEDIES[0], wrap=WRAP)
WORDS = [
    Phrase(id=id_, text="Words.", provenance=SAID) for id_ in ("wrap-day-full", "wrap-not-short")
]
CONTENT = small_content(HEAT, *WORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case as it stands in the file."""

    name: str
    worn: list[dict[str, Any]]
    room_h: float
    open: bool = False
    opens_in_h: float | None = None
    no_wrap: bool = False
    why: tuple[str, ...] = ()

    @property
    def heat(self) -> Remedy:
        return replace(HEAT, wrap=None) if self.no_wrap else HEAT


TEXT = (Path(__file__).parent / "wraps.toml").read_text("utf-8")
CASES = [Case(**{**row, "why": tuple(row.get("why", ()))}) for row in tomllib.loads(TEXT)["case"]]


def diary_of(case: Case) -> Diary:
    diary = Diary()
    for one in case.worn:
        from_min = NOW_MIN - 60 * one["from_h_ago"]
        until_min = NOW_MIN - 60 * one.get("until_h_ago", one["from_h_ago"])
        used = RemedyUsed(
            remedy_id="heat",
            started_at=minute(from_min),
            ended_at=minute(until_min),
            skin=Skin.NORMAL,
            felt_better=None,
            long_wear=not one.get("short", False),
        )
        diary.add(used, until_min)
    return diary


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_wrap_has_the_room_that_the_case_expects(case: Case) -> None:
    entries = diary_of(case).entries
    assert wrap_room_s(case.heat, entries, minute(NOW_MIN)) == case.room_h * HOUR_S


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_gate_of_wraps_says_what_the_case_expects(case: Case) -> None:
    gate = wrap_gate(case.heat, diary_of(case).entries, minute(NOW_MIN), CONTENT)
    assert gate.allowed == case.open
    assert tuple(reason.id for reason in gate.reasons) == case.why
    opens_at = None if case.opens_in_h is None else minute(NOW_MIN + 60 * case.opens_in_h)
    assert gate.next_allowed_at == opens_at


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.opens_in_h], ids=lambda case: case.name
)
def test_at_the_named_time_it_is_open_and_a_second_before_it_is_not(case: Case) -> None:
    entries = diary_of(case).entries
    opens = NOW_MIN + 60 * (case.opens_in_h or 0)
    assert wrap_gate(HEAT, entries, minute(opens), CONTENT).allowed
    assert not wrap_gate(HEAT, entries, minute(opens - 1 / 60), CONTENT).allowed
