"""What the treatment content must hold, whatever its words: ways out, limits, answers."""

import pytest

from loosen.plan.verdict import verdict
from loosen.vocabulary import (
    Ability,
    Content,
    Exercise,
    Instruction,
    Load,
    Position,
    Posture,
    Remedy,
    RemedyKind,
)

LYING = {Posture.ON_BACK, Posture.ON_SIDE, Posture.ON_FRONT}
MINUTE_S = 60
FEWEST_POSITIONS = 6
STAY_S = 90


def spoken(instructions: tuple[Instruction, ...]) -> str:
    return " ".join(instruction.text for instruction in instructions)


# --- positions and transfers ----------------------------------------------------------------


def test_everyone_comes_up_from_the_back_by_the_side_and_sits_a_minute(content: Content) -> None:
    items: list[Exercise | Position] = [*content.exercises.values(), *content.positions.values()]
    for item in items:
        if item.posture in LYING:
            assert any(step.pause_s == MINUTE_S for step in item.out), item.id
            assert "up" in spoken(item.out), item.id


def test_there_are_positions_for_floor_bed_chair_feet_and_night(content: Content) -> None:
    positions = content.positions.values()
    assert len(positions) >= FEWEST_POSITIONS
    assert any(one.on_floor for one in positions)
    assert {Posture.SITTING, Posture.STANDING, *LYING} <= {one.posture for one in positions}
    assert any(one.for_night for one in positions)


def test_the_first_position_of_all_asks_nothing_that_a_condition_could_forbid(
    content: Content,
) -> None:
    """It is offered at minute one, before the person was asked about any condition."""
    first = min(content.positions.values(), key=lambda one: one.order)
    assert first.loads == ()
    assert first.suits == ()


def test_lying_on_the_back_warns_late_in_pregnancy_before_anyone_was_asked(
    content: Content,
) -> None:
    for one in content.positions.values():
        if Load.SUPINE in one.loads:
            assert "week 16 of a pregnancy" in one.text, one.id


def test_a_position_is_tried_for_ninety_seconds(content: Content) -> None:
    assert {one.stay_s for one in content.positions.values()} == {STAY_S}


def test_every_condition_leaves_a_way_to_lie_and_a_night(content: Content) -> None:
    for condition in content.conditions:
        open_ = [
            one for one in content.positions.values() if not verdict(one, [condition], content).bars
        ]
        assert any(one.posture in LYING for one in open_), condition
        assert any(one.for_night for one in open_), condition


def test_all_conditions_at_once_leave_a_position(content: Content) -> None:
    open_ = [
        one.id
        for one in content.positions.values()
        if not verdict(one, content.conditions, content).bars
    ]
    assert "on-side-with-pillow" in open_


def test_no_condition_ever_bars_a_way_up(content: Content) -> None:
    barred = {
        one.id
        for one in content.transfers.values()
        if verdict(one, content.conditions, content).bars
    }
    assert barred == {"down-to-floor"}


def test_only_side_lying_night_positions_stay_open_late_in_pregnancy(content: Content) -> None:
    nights = {
        one.id
        for one in content.positions.values()
        if one.for_night and not verdict(one, ["pregnant-16-weeks-or-more"], content).bars
    }
    assert nights == {"on-side-with-pillow", "on-side-in-pregnancy", "half-sitting"}


def test_the_way_to_bed_comes_first_and_no_way_up_is_for_those_who_only_lie(
    content: Content,
) -> None:
    """The plan leads to a position by the first transfer that the person is able to do."""
    ways = content.transfers
    assert min(ways.values(), key=lambda one: one.order).id == "into-bed"
    for id_ in ("out-of-bed", "off-floor"):
        assert Ability.SIT in ways[id_].needs, id_
    assert Ability.SIT not in ways["turn-over-in-bed"].needs
    assert ways["cannot-get-up"].needs == ()


def test_a_long_lie_means_a_call_and_nobody_lifts(content: Content) -> None:
    words = spoken(content.transfers["cannot-get-up"].steps)
    assert "over an hour" in words
    assert "must not lift you" in words
    assert "must not press or pull" in words


def test_ways_up_end_with_a_pause_and_tell_the_dizzy_to_go_back(content: Content) -> None:
    for id_ in ("out-of-bed", "off-floor"):
        steps = content.transfers[id_].steps
        assert any(step.pause_s == MINUTE_S for step in steps), id_
        assert "Dizzy?" in spoken(steps), id_


# --- remedies -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("remedy", "least_s", "most_s", "gap_s"),
    [("heat", 15 * 60, 20 * 60, 60 * 60), ("cold", 15 * 60, 20 * 60, 2 * 60 * 60)],
)
def test_heat_and_cold_keep_the_limits_of_the_evidence(
    content: Content, remedy: str, least_s: int, most_s: int, gap_s: int
) -> None:
    one = content.remedies[remedy]
    assert (one.duration_s, one.duration_most_s, one.gap_s) == (least_s, most_s, gap_s)
    assert (one.checks_s, one.daily_cap) == ((5 * 60,), 4)


def thermal(content: Content) -> list[Remedy]:
    return [content.remedies["heat"], content.remedies["cold"]]


def test_heat_and_cold_ask_for_a_layer_a_timer_and_being_awake(content: Content) -> None:
    for remedy in thermal(content):
        words = spoken(remedy.before)
        for needed in ("cloth", "timer", "awake", "skin"):
            assert needed in words, (remedy.id, needed)


def test_massage_stays_off_the_spine(content: Content) -> None:
    words = spoken(content.remedies["self-massage"].steps)
    assert "Never on the spine" in words
    assert "two minutes at most" in words


def test_every_kind_of_remedy_is_there(content: Content) -> None:
    assert {one.kind for one in content.remedies.values()} == set(RemedyKind)


def test_nothing_leads_onto_the_back_without_saying_that_it_loads_the_back_lying(
    content: Content,
) -> None:
    """The load is what keeps it from somebody 16 weeks pregnant or more."""
    told = [
        *((one, (*one.into, *one.out)) for one in content.positions.values()),
        *((one, one.steps) for one in content.transfers.values()),
        *((one, (*one.before, *one.steps, *one.after)) for one in content.remedies.values()),
        *((one, (*one.into, *one.moves, *one.out)) for one in content.exercises.values()),
    ]
    wrong = [one.id for one, lines in told if Load.SUPINE not in one.loads and onto_back(lines)]
    assert wrong == []
    assert any(onto_back(lines) for _, lines in told)


def onto_back(lines: tuple[Instruction, ...]) -> bool:
    return "onto your back" in spoken(lines) or "on your back" in spoken(lines)
