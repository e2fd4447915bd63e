"""What is learned from pairs of scores, and what may be said of it."""

import random
from datetime import UTC, datetime, timedelta
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen import response
from loosen.library.current import load_content
from loosen.vocabulary import NO_ESTIMATES, NOTHING, Strength, Try

START = datetime(2026, 1, 1, 9, tzinfo=UTC)
CONTENT = load_content()
SCORES = st.integers(0, 10)
KINDS = st.sampled_from([NOTHING, "heat", "cold", "cat-cow", "walk", "session", "nobody-knows-it"])


def pair(kind: str, before: int, after: int, hours: float = 0, **changes: object) -> Try:
    fields: dict[str, object] = {
        "kind": kind,
        "at": START + timedelta(hours=hours),
        "before_0_10": before,
        "after_0_10": after,
        "minutes": 40,
        "local_hour": 9,
        "days_in": 0,
    }
    return Try(**{**fields, **changes})  # type: ignore[arg-type]  # - a test names its fields


PAIRS = st.lists(
    st.builds(pair, KINDS, SCORES, SCORES, st.floats(-1e5, 1e5), on_medicine=st.booleans()),
    max_size=40,
)


def falling(kind: str, fall: int, count: int) -> list[Try]:
    levels = [5, 6, 7, 6, 5, 8]
    return [
        pair(kind, levels[i % 6], max(levels[i % 6] - fall, 0), hours=8 * i) for i in range(count)
    ]


def after(pairs: list[Try]) -> dict[str, Strength]:
    found = response.learn(pairs, CONTENT, START + timedelta(days=40))
    return {kind: one.strength for kind, one in found.by_kind.items()}


def test_without_a_record_nothing_is_known() -> None:
    assert response.learn([], CONTENT, START) == NO_ESTIMATES


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_nothing_is_said_below_the_least_number_of_tries(count: int) -> None:
    assert after(falling("heat", 5, count)) == {"heat": Strength.TOO_EARLY}


def test_a_large_fall_again_and_again_is_said_to_help() -> None:
    quiet = [pair(NOTHING, 6, 6, hours=8 * i + 4) for i in range(20)]
    pairs = sorted([*falling("heat", 3, 20), *quiet], key=lambda one: one.at)
    assert after(pairs) == {"heat": Strength.HELPS}


def test_pain_that_falls_by_itself_is_not_put_down_to_help() -> None:
    quiet = [
        pair(NOTHING, one.before_0_10, one.after_0_10, hours=8 * i + 4)
        for i, one in enumerate(falling("cat-cow", 2, 30))
    ]
    pairs = sorted([*falling("cat-cow", 2, 30), *quiet], key=lambda one: one.at)
    assert after(pairs) == {"cat-cow": Strength.DOES_NOT_SEEM_TO}


def test_no_fall_again_and_again_does_not_seem_to_help() -> None:
    assert after(falling("walk", 0, 30)) == {"walk": Strength.DOES_NOT_SEEM_TO}


def test_where_there_is_no_pain_nothing_is_learned_of_a_fall() -> None:
    none = response.learn([pair("heat", 0, 0, i) for i in range(30)], CONTENT, START)
    some = response.learn([pair("heat", 6, 6, i) for i in range(30)], CONTENT, START)
    assert none.by_kind["heat"].mean < -0.8 < some.by_kind["heat"].mean
    assert none.by_kind["heat"].sd > some.by_kind["heat"].sd


def test_near_the_floor_what_helps_others_is_not_said_to_help_this_person() -> None:
    little = [(1, 1), (0, 0), (2, 1), (1, 0), (0, 1), (1, 1), (2, 2), (1, 0)]
    pairs = [pair("heat", *little[i % 8], hours=8 * i) for i in range(40)]
    assert after(pairs) == {"heat": Strength.TOO_EARLY}


def test_no_word_rests_on_the_literature_alone() -> None:
    """The scores went up as much as down: heat helps others, and is not said to help."""
    told = [(7, 6), (6, 7), (5, 5), (6, 5), (7, 7), (5, 6)]
    pairs = [pair("heat", *told[i % 6], hours=8 * i) for i in range(6)]
    assert after(pairs) == {"heat": Strength.TOO_EARLY}


@pytest.mark.parametrize("score", [10, 5])
def test_pain_that_stays_the_same_is_never_said_to_be_helped(score: int) -> None:
    """At the ceiling and in ties."""
    pairs = [pair("self-massage", score, score, hours=8 * i) for i in range(30)]
    assert after(pairs)["self-massage"] in {Strength.TOO_EARLY, Strength.DOES_NOT_SEEM_TO}
    quiet = [pair(NOTHING, score, score, hours=8 * i + 4) for i in range(30)]
    both = sorted([*pairs, *quiet], key=lambda one: one.at)
    assert after(both) == {"self-massage": Strength.DOES_NOT_SEEM_TO}


def test_one_odd_score_does_not_decide() -> None:
    usual = falling("cold", 1, 20)
    odd = [*usual[:10], pair("cold", 0, 10, hours=77), *usual[10:]]
    means = [response.learn(some, CONTENT, START).by_kind["cold"].mean for some in (usual, odd)]
    assert abs(means[0] - means[1]) < 0.15


def test_a_clock_far_in_the_future_wipes_nothing_out() -> None:
    usual = falling("heat", 3, 20)
    leap = [*usual[:10], pair("heat", 6, 3, hours=24 * 365 * 70), *usual[10:]]
    found = [response.learn(some, CONTENT, START).by_kind["heat"] for some in (usual, leap)]
    assert abs(found[0].mean - found[1].mean) < 0.1
    assert found[1].n == 21


def test_older_tries_count_less() -> None:
    old = [pair("heat", 6, 3, hours=6 * i) for i in range(60)]
    new = [pair("heat", 6, 6, hours=24 * 90 + 6 * i) for i in range(30)]
    both = response.learn([*old, *new], CONTENT, START + timedelta(days=100))
    only_old = response.learn(old, CONTENT, START + timedelta(days=16))
    assert both.by_kind["heat"].mean > only_old.by_kind["heat"].mean + 0.4


def test_the_older_the_tries_the_less_sure_it_is() -> None:
    pairs = [pair("heat", 6, 4, hours=8 * i) for i in range(20)]
    state = reduce(response.absorb, pairs, response.begin(CONTENT))
    days = [timedelta(days=7), timedelta(days=34)]
    soon, late = (
        response.estimates(state, START + day, CONTENT).by_kind["heat"] for day in days
    )  # fmt: skip
    assert late.sd > 1.08 * soon.sd


def test_who_is_not_like_others_is_believed_less_to_be_so_in_the_rest() -> None:
    def sd_of_heat(fall: int) -> float:
        known = [
            pair(kind, 7, 7 - fall, hours=8 * i + place)
            for i in range(30)
            for place, kind in enumerate(["cold", "cat-cow", "walk", "side-lying"])
        ]
        quiet = [pair(NOTHING, 7, 7, hours=8 * i + 6) for i in range(30)]
        told = sorted([*known, *quiet, pair("heat", 7, 6, hours=1)], key=lambda one: one.at)
        return response.learn(told, CONTENT, START + timedelta(days=10)).by_kind["heat"].sd

    assert sd_of_heat(3) > 1.08 * sd_of_heat(0)


@given(PAIRS)
def test_whatever_was_told_the_ranges_are_sound(pairs: list[Try]) -> None:
    found = response.learn(pairs, CONTENT, START)
    assert found.by_kind.keys() == {one.kind for one in pairs} - {NOTHING}
    for kind, one in found.by_kind.items():
        assert -10 < one.low_90 < one.mean < one.high_90 < 10
        assert one.n == sum(told.kind == kind for told in pairs)
        assert one.n >= 5 or one.strength is Strength.TOO_EARLY


@given(PAIRS)
def test_taken_in_one_by_one_it_is_the_same_and_no_state_changes(pairs: list[Try]) -> None:
    state = response.begin(CONTENT)
    seen = []
    for one in pairs:
        seen.append((state, response.estimates(state, START, CONTENT)))
        state = response.absorb(state, one)
    assert response.estimates(state, START, CONTENT) == response.learn(pairs, CONTENT, START)
    assert all(response.estimates(was, START, CONTENT) == said for was, said in seen)


def test_two_kinds_told_in_either_order_teach_the_same() -> None:
    mixed = [
        pair(*(("heat", 6, 4) if i % 2 else ("cold", 6, 4)), hours=8 * i,
             others=("cold",) if i % 2 else ("heat",))
        for i in range(40)
    ]  # fmt: skip
    ordered = [pair("heat", 6, 4, hours=8 * i, others=("cold",)) for i in range(40)]
    means = [response.learn(some, CONTENT, START).by_kind["heat"].mean for some in (mixed, ordered)]
    assert means[0] == pytest.approx(means[1], abs=0.02)


def test_the_work_of_one_more_try_does_not_grow() -> None:
    state, chance = response.begin(CONTENT), random.Random(1)
    sizes = []
    for i in range(300):
        told = pair(chance.choice(["heat", "cold", NOTHING]), 5, chance.randrange(8), i)
        state = response.absorb(state, told)
        sizes.append(len(state.products) + len(state.falls) + len(state.times))
    assert sizes[-1] == sizes[60]
