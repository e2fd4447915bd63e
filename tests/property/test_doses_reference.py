"""The ledger and an independent minute-by-minute simulation say the same of random histories."""

from collections import Counter
from dataclasses import replace

import pytest

from loosen.vocabulary import DoseAnswer

from .dose_histories import (
    History,
    by_ledger,
    by_reference,
    disagreements,
    history,
    packs_of,
    verdict,
)
from .reference_doses import DAY_MIN, Took

HISTORIES = 2000
SEQUENCES = 60


def test_ledger_and_reference_agree_on_random_histories() -> None:
    assert list(disagreements(0, HISTORIES)) == []


def test_the_histories_reach_every_answer() -> None:
    answers = Counter(by_ledger(history(seed)).answer for seed in range(200))
    assert all(answers[answer.value] >= 10 for answer in DoseAnswer)


def test_a_gap_that_is_a_minute_shorter_would_be_found() -> None:
    pack = packs_of("uk")[0]
    rules = {id_: replace(rule, gap_min=rule.gap_min - 1) for id_, rule in pack.rules.items()}
    took = (Took(minute=600, pack=pack, units=1),)
    told = History(region="uk", took=took, pack=pack, units=1, minute=700)
    loose = replace(pack, rules=rules)
    other = replace(told, pack=loose, took=(replace(took[0], pack=loose),))
    assert by_ledger(told) == by_reference(told)
    assert by_ledger(told) != by_reference(other)


@pytest.mark.parametrize("region", ["uk", "us"])
def test_every_sequence_of_accepted_doses_stays_within_every_limit(region: str) -> None:
    """Ask at random minutes, take only what is a yes, and look at every day of it."""
    for seed in range(SEQUENCES):
        accepted = _accepted(seed, region)
        for took in accepted:
            _assert_within(took, accepted)


def _accepted(seed: int, region: str) -> tuple[Took, ...]:
    told = replace(history(seed), region=region, took=())
    packs, minute = packs_of(region), 600
    for step in range(25):
        draw = history(seed * 1000 + step)
        minute += 1 + (draw.minute * 7 + draw.units * 131) % 300
        pack = packs[(draw.minute + step) % len(packs)] if step % 4 == 0 else told.pack
        told = replace(told, pack=pack, units=1 + draw.minute % 2, minute=minute)
        if verdict(told).answer is DoseAnswer.YES:
            took = Took(minute=minute, pack=pack, units=told.units)
            told = replace(told, took=(*told.took, took))
    assert told.took
    return told.took


def _assert_within(took: Took, accepted: tuple[Took, ...]) -> None:
    """Each limit of the pack, for the 24 hours up to a dose, counted by hand."""
    day = [one for one in accepted if took.minute - DAY_MIN < one.minute <= took.minute]
    for ingredient, rule in took.pack.rules.items():
        same = [one for one in day if ingredient in one.pack.mg]
        assert sum(one.pack.mg[ingredient] * one.units for one in same) <= rule.most_mg
        assert not rule.doses or len(same) <= rule.doses
        earlier = [one.minute for one in same if one.minute < took.minute]
        gap = max(rule.gap_min, took.pack.gap_min)
        assert not earlier or took.minute - max(earlier) >= gap
        assert {one.pack.name for one in same} == {took.pack.name}
    units = sum(one.units for one in day if one.pack.name == took.pack.name)
    assert not took.pack.most_units or units <= took.pack.most_units
