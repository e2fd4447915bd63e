"""What helped last time: from the last episode, only what is open now, worded small."""

from dataclasses import replace

import pytest

from loosen import plan
from loosen.ledger import standing
from loosen.plan import Helped, Replay
from loosen.vocabulary import (
    NO_ESTIMATES,
    Estimate,
    Estimates,
    Permit,
    Person,
    PositionTried,
    RemedyUsed,
    Skin,
    Strength,
)

from ...built_plans import CONTENT, able
from ...diary import MIN_PER_DAY, START, Diary, minute

LATER = 90 * MIN_PER_DAY
CALVES = "calves-on-chair"
RESTING = frozenset({Permit.POSITION, Permit.BREATHING})


def used(
    diary: Diary, remedy_id: str, at: float, *, better: bool | None, skin: Skin = Skin.NORMAL
) -> None:
    begun, ended = minute(at - 15), minute(at)
    diary.add(
        RemedyUsed(
            remedy_id=remedy_id,
            started_at=begun,
            ended_at=ended,
            skin=skin,
            felt_better=better,
            feeling_back=skin is Skin.NORMAL,
        ),
        at,
    )


def lay(diary: Diary, position_id: str, at: float, *, helped: bool, kept: bool = False) -> None:
    diary.add(PositionTried(position_id=position_id, helped=helped, kept=kept), at)


def replayed(
    diary: Diary,
    person: Person | None = None,
    permits: frozenset[Permit] = frozenset(Permit),
    estimates: Estimates = NO_ESTIMATES,
    at: float = LATER,
) -> Replay:
    log = standing(diary.entries)
    return plan.replay(log, estimates, permits, person or able(), CONTENT, minute(at))


def ids(found: tuple[Helped, ...]) -> list[str]:
    return [one.item.id for one in found]


@pytest.fixture
def first_spasm() -> Diary:
    diary = Diary()
    lay(diary, "on-side-with-pillow", 5, helped=False)
    lay(diary, CALVES, 20, helped=True)
    used(diary, "heat", 60, better=True)
    used(diary, "heat", 260, better=True)
    used(diary, "cold", 800, better=False)
    return diary


def test_what_was_said_to_help_comes_with_how_often_and_when(first_spasm: Diary) -> None:
    found = replayed(first_spasm)
    assert ids(found.open) == ["heat", CALVES]
    heat = found.open[0]
    assert (heat.helped, heat.told, heat.last_at) == (2, 2, minute(260))
    assert [reason.id for reason in heat.because] == ["replay-last-time"]


def test_without_a_record_there_is_nothing_to_replay() -> None:
    assert replayed(Diary()) == plan.NO_REPLAY


def test_the_kept_position_stands_first(first_spasm: Diary) -> None:
    person = replace(able(), kept_position=CALVES)
    assert ids(replayed(first_spasm, person).open) == [CALVES, "heat"]


def test_what_is_not_permitted_now_waits_and_is_not_offered(first_spasm: Diary) -> None:
    found = replayed(first_spasm, permits=RESTING)
    assert (ids(found.open), ids(found.waits)) == ([CALVES], ["heat"])


def test_what_a_condition_bars_is_not_told_at_all(first_spasm: Diary) -> None:
    barring = next(
        id_
        for id_ in CONTENT.conditions
        if plan.verdict(CONTENT.remedies["heat"], (id_,), CONTENT).bars
        and not plan.verdict(CONTENT.positions[CALVES], (id_,), CONTENT).bars
    )
    found = replayed(first_spasm, able((barring,)))
    assert (ids(found.open), ids(found.waits)) == ([CALVES], [])


def test_heat_that_cannot_be_taken_off_and_what_is_put_away_are_left_out(
    first_spasm: Diary,
) -> None:
    person = replace(able(), can_take_heat_off=False, banned=frozenset({CALVES}))
    assert ids(replayed(first_spasm, person).open) == []


def test_skin_that_is_still_to_be_looked_at_keeps_heat_closed() -> None:
    diary = Diary()
    used(diary, "heat", 60, better=True, skin=Skin.MARKED)
    assert ids(replayed(diary).open) == []


def test_a_later_word_that_it_did_not_help_takes_it_off(first_spasm: Diary) -> None:
    used(first_spasm, "heat", 1200, better=False)
    assert ids(replayed(first_spasm).open) == [CALVES]


def test_scores_that_speak_against_it_outweigh_the_word(first_spasm: Diary) -> None:
    against = Estimate(mean=0.4, sd=0.3, n=9, as_of=START, strength=Strength.DOES_NOT_SEEM_TO)
    found = replayed(first_spasm, estimates=Estimates(by_kind={"heat": against}))
    assert ids(found.open) == [CALVES]


def test_what_the_scores_speak_for_stands_before_what_was_only_said(first_spasm: Diary) -> None:
    known = Estimate(mean=-1.5, sd=0.3, n=9, as_of=START, strength=Strength.HELPS)
    found = replayed(first_spasm, estimates=Estimates(by_kind={CALVES: known}))
    assert ids(found.open) == [CALVES, "heat"]
    assert found.open[0].because[0].text == "This helps you: tried 9 times so far."


def test_only_the_last_episode_counts(first_spasm: Diary) -> None:
    lay(first_spasm, "half-sitting", LATER - 5, helped=True)
    assert ids(replayed(first_spasm).open) == ["half-sitting"]


def test_an_exercise_is_replayed_from_todays_plan_alone(first_spasm: Diary) -> None:
    """It needs its dose, and no plan is made before every question is answered."""
    known = Estimate(mean=-1.5, sd=0.3, n=9, as_of=START, strength=Strength.HELPS)
    told = Estimates(by_kind={"knee-rolls": known})
    assert "knee-rolls" not in ids(replayed(first_spasm, estimates=told).open)
