"""Simulated people live with the real rooms, and nothing that must never be happens to them."""

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from loosen import ledger, triage
from loosen.cohort.arms import Arm
from loosen.cohort.life import Life, new_life
from loosen.cohort.living import days_of, live
from loosen.cohort.people import somebody
from loosen.cohort.session import plan_for
from loosen.cohort.watch import Breach
from loosen.library.current import load_content
from loosen.plan.verdict import CLEAR
from loosen.vocabulary import DoseAnswer

CONTENT = load_content()
PEOPLE, DAYS = 20, 20


def lived(arm: Arm, people: int = PEOPLE, days: int = DAYS, seed: int = 3) -> Counter[Breach]:
    """What was found in some lives."""
    found: Counter[Breach] = Counter()
    for number in range(people):
        life, _ = live(somebody(seed, number, days, CONTENT), arm, CONTENT, days)
        found.update(life.watch.found)
    return found


def test_nothing_that_must_not_be_is_found_and_everything_was_looked_at() -> None:
    checked: Counter[Breach] = Counter()
    found: Counter[Breach] = Counter()
    for number in range(PEOPLE):
        who = somebody(3, number, DAYS, CONTENT)
        life, _ = live(who, Arm.LOOSEN, CONTENT, DAYS)
        checked.update(life.watch.checked)
        found.update(life.watch.found)
    assert found == Counter()
    assert {breach for breach in Breach if checked[breach] > 0} == set(Breach)


def test_the_articles_recipe_breaks_limits_in_the_same_people() -> None:
    found = lived(Arm.ARTICLE)
    assert found[Breach.SKIN] > 0
    assert found[Breach.CONTRAINDICATION] > 0


# --- a rule broken on purpose is seen -----------------------------------------------------------


def _open_skin(patch: pytest.MonkeyPatch) -> None:
    real = ledger.thermal_gate

    def gate(*given: object) -> object:
        return replace(real(*given), allowed=True)  # type: ignore[arg-type]  # - as it was called

    patch.setattr(ledger, "thermal_gate", gate)


def _no_contraindications(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sys.modules["loosen.plan.offers"], "verdict", lambda *_: CLEAR)


def _no_rest_after_red(patch: pytest.MonkeyPatch) -> None:
    for room in ("build", "stages"):  # `loosen.plan.build` is the function of that name
        for name in ("dropped_until", "held_to"):
            patch.setattr(sys.modules[f"loosen.plan.{room}"], name, lambda *_: None)


def _always_yes(patch: pytest.MonkeyPatch) -> None:
    real = ledger.dose_verdict

    def verdict(*given: object, **named: object) -> object:
        said = real(*given, **named)  # type: ignore[arg-type]  # - as it was called
        return replace(said, answer=DoseAnswer.YES, next_allowed_at=None)

    patch.setattr(ledger, "dose_verdict", verdict)


def _deaf_to_signs(patch: pytest.MonkeyPatch) -> None:
    real, seen = triage.decide, {}

    def decide(answers: object, content: object, at: object) -> object:
        first = seen.setdefault("first", answers)
        return real(first, content, at)  # type: ignore[arg-type]  # - as it was called

    patch.setattr(triage, "decide", decide)


@pytest.mark.parametrize(
    ("break_it", "breach"),
    [
        (_open_skin, Breach.SKIN),
        (_no_contraindications, Breach.CONTRAINDICATION),
        (_no_rest_after_red, Breach.LOAD),
        (_always_yes, Breach.MEDICINE),
        (_deaf_to_signs, Breach.URGENT),
        (_deaf_to_signs, Breach.CLEARANCE),
    ],
)
def test_a_rule_broken_on_purpose_is_counted(
    break_it: Callable[[pytest.MonkeyPatch], None],
    breach: Breach,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    break_it(monkeypatch)
    assert lived(Arm.PLAIN)[breach] > 0


# --- the window is as good as the whole record --------------------------------------------------


def plans_of(number: int, *, is_whole: bool, days: int, patch: pytest.MonkeyPatch) -> list[object]:
    made: list[object] = []

    def noted(life: Life, *given: object) -> object:
        plan = plan_for(life, *given)  # type: ignore[arg-type]  # - as it was called
        made.append(plan)
        return plan

    patch.setattr("loosen.cohort.session.plan_for", noted)
    who = somebody(4, number, days, CONTENT)
    list(days_of(new_life(who, Arm.PLAIN, CONTENT, days, is_whole=is_whole), days))
    return made


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_plan_on_the_window_is_that_on_the_whole_record(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = plans_of(number, is_whole=True, days=60, patch=monkeypatch)
    assert plans_of(number, is_whole=False, days=60, patch=monkeypatch) == whole
    assert len(whole) > 5
