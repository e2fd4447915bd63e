"""What simulated people taught of `response`."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from loosen import ledger, response
from loosen.cohort.arms import Arm
from loosen.cohort.clocks import MIN_PER_DAY, START, Clock
from loosen.cohort.learning import learned
from loosen.cohort.life import new_life
from loosen.cohort.living import days_of
from loosen.cohort.people import somebody
from loosen.library.current import load_content
from loosen.vocabulary import Try

CONTENT = load_content()


def pair(kind: str, other: str, hour: int) -> Try:
    return Try(
        kind=kind, at=START + timedelta(hours=hour), before_0_10=6, after_0_10=5, minutes=30,
        local_hour=9, days_in=0, others=(other,),
    )  # fmt: skip


def test_two_kinds_done_in_either_order_are_one_pair_of_terms() -> None:
    one_way = [pair("cold", "walk", hour) for hour in range(30)]
    turned = [pair("walk", "cold", hour) if hour % 2 else one for hour, one in enumerate(one_way)]
    expected = response.learn(one_way, CONTENT, START).by_kind["cold"]
    found = response.learn(turned, CONTENT, START).by_kind["cold"]
    assert abs(found.mean - expected.mean) < 0.05
    assert abs(found.sd - expected.sd) < 0.05


def test_learning_pair_by_pair_from_two_visits_is_learning_from_the_whole_record() -> None:
    days, kinds = 40, Counter[str]()
    right = Clock(0)
    for number in range(4):
        who = replace(somebody(6, number, days, CONTENT), clock=right)
        life = new_life(who, Arm.LOOSEN, CONTENT, days, is_whole=True)
        list(days_of(life, days))
        told = ledger.tries(life.record.log(), CONTENT)
        kinds.update(pair.kind for pair in told)
        at_once = response.learn(told, CONTENT, life.at(days * MIN_PER_DAY))
        assert learned(life, days * MIN_PER_DAY) == at_once
    assert kinds["session"] > 10
