"""How much, by how the days before went: lived day by day on the real content."""

import tomllib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from loosen.vocabulary import Content, Plan

from ...diary import MIN_PER_DAY, Diary, minute
from ...example_person import live_a_day, planned
from ..triage.test_cases import answers_of

HAS = {f"have-{thing}": "yes" for thing in ("heat", "cold", "mat", "chair", "bed", "pillow")}
NOT_TOLD = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case as it stands in the file; without an amount the item is not offered."""

    name: str
    item: str
    days: list[str]
    pain: int | None = None
    now: int | None = None
    reps: int = 0
    hold_s: int = 0
    minutes: int = 0


TEXT = (Path(__file__).parent / "doses.toml").read_text("utf-8")
CASES = [Case(**row) for row in tomllib.loads(TEXT)["case"]]


def plans_of_days(
    content: Content, days: list[str], pain: int | None, now: int | None = None
) -> list[Plan]:
    """The plan of each day and, last, that of the day after them."""
    diary = Diary()
    answers = answers_of({**HAS}, content)
    plans = []
    for day, how in enumerate([*days, ""]):
        told = pain if how or now is None else now
        diary.pain(told if told != NOT_TOLD else None, day * MIN_PER_DAY - 1)
        plans.append(planned(answers, content, diary.entries, minute(day * MIN_PER_DAY)))
        if how:
            assert pain is not None
            live_a_day(diary, day, how, plans[-1], pain)
    return plans


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.item}: {case.name}")
def test_the_amount_is_that_of_the_case(case: Case, content: Content) -> None:
    today = plans_of_days(content, case.days, case.pain, case.now)[-1]
    doses = [step.dose for step in today.steps if step.item_id == case.item]
    shown = [(dose.reps, dose.hold_s, dose.minutes) for dose in doses if dose]
    wanted = (case.reps, case.hold_s, case.minutes)
    assert shown == ([wanted] if any(wanted) else [])


def test_a_month_of_good_days_never_adds_more_than_one_step_to_an_exercise(
    content: Content,
) -> None:
    plans = plans_of_days(content, ["good"] * 30, 2)
    last: dict[str, tuple[str, int, int, int]] = {}
    for plan in plans:
        for step in plan.steps:
            if step.dose is None or step.dose.minutes:
                continue
            now = (plan.stage.value, step.dose.reps, step.dose.hold_s, step.dose.sets)
            stage, *before = last.get(step.item_id, now)
            steps_up = [new - old for new, old in zip(now[1:], before, strict=True)]
            assert stage != now[0] or sum(rise > 0 for rise in steps_up) <= 1
            assert stage != now[0] or max(steps_up) <= 2
            last[step.item_id] = now
    assert plans[-1].stage.value in {"strength", "prevent"}


def test_the_stages_come_in_order_and_none_is_skipped_upwards(content: Content) -> None:
    ranks = [plan.stage.rank for plan in plans_of_days(content, ["good"] * 6, 2)]
    assert ranks == sorted(ranks)
    assert all(later - earlier <= 1 for earlier, later in pairwise(ranks))
