"""What conditions do to one item: the strictest stands, an item's own row before its loads."""

import pytest

from loosen.plan import verdict
from loosen.vocabulary import Condition, Effect, Load

from ...small_content import condition, small_content, transfer

KNEEL = transfer("kneel", Load.KNEELING, Load.WRIST)
SIT = transfer("sit", Load.SITTING)
LIE = transfer("lie", Load.SUPINE)


def judged(*conditions: Condition, item: str = "kneel") -> tuple[Effect, tuple[str, ...], str]:
    content = small_content(KNEEL, SIT, LIE, *conditions)
    found = content.item(item)
    assert found is not None
    one = verdict(found, [each.id for each in conditions], content)
    return one.effect, one.hows, one.instead


def test_without_conditions_everything_is_allowed() -> None:
    assert judged() == (Effect.ALLOW, (), "")


def test_a_condition_that_speaks_of_other_loads_says_nothing() -> None:
    assert judged(condition("hip", on_load={Load.HIP_BEYOND_90: Effect.BLOCK})) == (
        Effect.ALLOW,
        (),
        "",
    )


@pytest.mark.parametrize("effect", [one for one in Effect if one is not Effect.SUBSTITUTE])
def test_the_effect_on_a_load_falls_on_every_item_with_that_load(effect: Effect) -> None:
    assert judged(condition("knee", on_load={Load.KNEELING: effect}))[0] is effect


def test_of_two_loads_the_stricter_effect_stands() -> None:
    both = condition("arm", on_load={Load.KNEELING: Effect.NOTE, Load.WRIST: Effect.ASK})
    assert judged(both) == (Effect.ASK, ("arm on wrist.",), "")


def test_the_items_own_row_stands_over_its_loads_be_it_milder() -> None:
    milder = condition(
        "knee", on_load={Load.KNEELING: Effect.BLOCK}, on_item={"kneel": Effect.MODIFY}
    )
    assert judged(milder) == (Effect.MODIFY, ("knee on kneel.",), "")


def test_an_own_row_of_one_condition_does_not_soften_another_condition() -> None:
    milder = condition("knee", on_item={"kneel": Effect.ALLOW})
    stricter = condition("wrist", on_load={Load.WRIST: Effect.BLOCK})
    assert judged(milder, stricter)[0] is judged(stricter, milder)[0] is Effect.BLOCK


def test_all_changed_ways_are_told_when_several_conditions_change_it() -> None:
    one = condition("knee", on_load={Load.KNEELING: Effect.MODIFY})
    other = condition("wrist", on_load={Load.WRIST: Effect.NOTE})
    assert judged(one, other) == (
        Effect.MODIFY,
        ("knee on kneeling.", "wrist on wrist."),
        "",
    )


def test_where_it_is_barred_only_what_bars_it_speaks() -> None:
    one = condition("knee", on_load={Load.KNEELING: Effect.MODIFY})
    other = condition("wrist", on_load={Load.WRIST: Effect.BLOCK})
    content = small_content(KNEEL, one, other)
    found = verdict(KNEEL, ["knee", "wrist"], content)
    assert [reason.id for reason in found.reasons] == ["wrist"]
    assert [reason.text for reason in found.reasons] == ["Because of wrist."]


def test_a_substitute_is_named_when_it_is_not_barred_itself() -> None:
    swap = condition("knee", on_item={"kneel": Effect.SUBSTITUTE}, instead="sit")
    assert judged(swap) == (Effect.SUBSTITUTE, ("knee on kneel.",), "sit")


def test_a_barred_substitute_is_not_named() -> None:
    swap = condition("knee", on_item={"kneel": Effect.SUBSTITUTE}, instead="sit")
    seat = condition("seat", on_load={Load.SITTING: Effect.ASK})
    assert judged(swap, seat) == (Effect.SUBSTITUTE, ("knee on kneel.",), "")


def test_substitutes_that_point_at_each_other_do_not_hang_the_verdict() -> None:
    one = condition("knee", on_item={"kneel": Effect.SUBSTITUTE}, instead="sit")
    other = condition("seat", on_item={"sit": Effect.SUBSTITUTE}, instead="kneel")
    assert judged(one, other) == (Effect.SUBSTITUTE, ("knee on kneel.",), "")


def test_a_block_leaves_no_substitute() -> None:
    swap = condition("knee", on_item={"kneel": Effect.SUBSTITUTE}, instead="sit")
    block = condition("back", on_item={"kneel": Effect.BLOCK})
    assert judged(swap, block) == (Effect.BLOCK, ("back on kneel.",), "")


def test_an_unknown_condition_is_an_error_and_not_an_allowance() -> None:
    with pytest.raises(KeyError):
        verdict(SIT, ["no-such-thing"], small_content(SIT))
