"""What simulated people taught of `response`."""

from datetime import timedelta

from loosen import response
from loosen.cohort.clocks import START
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
