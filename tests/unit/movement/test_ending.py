"""A set ends early where the range shrinks and the pain rises; a smaller range alone is a rest."""

import pytest

from loosen.library.current import load_content
from loosen.movement import Advice, Close, EndRule, Repetition, end_rule_of
from loosen.movement.ending import EndWatch

RULE = EndRule(shrunk_percent=75, pain_rise=1)
OWN = 10.0


def done(amplitude: float) -> Repetition:
    return Repetition(
        start_s=0, peak_s=1, end_s=2, counted_s=2, amplitude=amplitude, hold_s=0, out_s=1, back_s=1,
        is_partial=amplitude < 6,
    )  # fmt: skip


def advice(watch: EndWatch, *amplitudes: float) -> list[Close]:
    found = [watch.update(float(at), done(one), OWN) for at, one in enumerate(amplitudes)]
    return [one.close for one in found if one]


def test_a_range_that_shrinks_alone_suggests_a_rest_once() -> None:
    assert advice(EndWatch(rule=RULE), 10, 10, 7, 6, 6, 5) == [Close.REST]


def test_a_range_that_shrinks_while_pain_rises_ends_the_set_with_its_numbers() -> None:
    watch = EndWatch(rule=RULE)
    watch.tell_pain(3)
    assert advice(watch, 10, 10) == []
    watch.tell_pain(4)
    assert watch.update(9, done(4), OWN) == Advice(
        t_s=9, close=Close.END_SET, percent_of_own=70, bound_percent=75, pain_rise=1
    )


def test_pain_told_after_the_range_has_shrunk_ends_the_set_without_another_repetition() -> None:
    watch = EndWatch(rule=RULE)
    watch.tell_pain(2)
    assert advice(watch, 10, 6, 6) == [Close.REST]
    assert watch.update(5, None, OWN) is None
    watch.tell_pain(5)
    assert watch.update(6, None, OWN) == Advice(
        t_s=6, close=Close.END_SET, percent_of_own=60, bound_percent=75, pain_rise=3
    )
    assert watch.update(7, done(4), OWN) is None


def test_pain_that_rises_while_the_range_stays_is_not_this_rules_to_judge() -> None:
    watch = EndWatch(rule=RULE)
    watch.tell_pain(2)
    watch.tell_pain(6)
    assert advice(watch, 10, 10, 9, 9) == []


def test_pain_that_fell_or_was_told_once_ends_nothing() -> None:
    for told in ([5, 3], [7]):
        watch = EndWatch(rule=RULE)
        for pain in told:
            watch.tell_pain(pain)
        assert advice(watch, 10, 5, 5) == [Close.REST]


def test_without_a_rule_or_an_own_range_nothing_is_advised() -> None:
    assert advice(EndWatch(rule=None), 10, 3, 3) == []
    assert EndWatch(rule=RULE).update(0, done(1), 0.0) is None


@pytest.mark.parametrize("pain", [-1, 11])
def test_pain_off_the_scale_is_refused(pain: int) -> None:
    with pytest.raises(ValueError, match="pain_0_10"):
        EndWatch(rule=RULE).tell_pain(pain)


def test_the_numbers_of_the_rule_stand_in_content() -> None:
    assert end_rule_of(load_content()) == RULE
