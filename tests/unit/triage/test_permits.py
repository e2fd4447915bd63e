"""The table of what a decision permits, and what narrows it."""

import pytest

from loosen.triage.permits import of_level, while_asking, within_level
from loosen.vocabulary import Permit, Route, Urgency

CARD_ONLY = frozenset({Permit.EMERGENCY_CARD})
RESTING = CARD_ONLY | {Permit.POSITION, Permit.BREATHING, Permit.TRANSFER, Permit.READING}
EVERYTHING = frozenset(Permit)


@pytest.mark.parametrize(
    ("urgency", "permits"),
    [
        (Urgency.U0, CARD_ONLY),
        (Urgency.U1, CARD_ONLY),
        (Urgency.U2, RESTING),
        (Urgency.U3, EVERYTHING),
        (Urgency.U4, EVERYTHING),
    ],
)
def test_each_level_permits_what_the_design_says(
    urgency: Urgency, permits: frozenset[Permit]
) -> None:
    assert of_level(urgency) == permits


@pytest.mark.parametrize("route", [Route.SELF_HARM, Route.UNDER_16])
@pytest.mark.parametrize("urgency", Urgency)
def test_an_own_page_leaves_the_emergency_card_alone(urgency: Urgency, route: Route) -> None:
    routes = frozenset({route, Route.ORDINARY})
    assert within_level(urgency, routes, keep_still=False) == CARD_ONLY


@pytest.mark.parametrize("urgency", Urgency)
def test_where_a_bone_may_be_broken_no_change_of_position_is_permitted(urgency: Urgency) -> None:
    permits = within_level(urgency, frozenset({Route.ORDINARY}), keep_still=True)
    assert not permits & {Permit.POSITION, Permit.TRANSFER}


@pytest.mark.parametrize("urgency", Urgency)
def test_open_questions_only_narrow_and_those_of_minute_one_most(urgency: Urgency) -> None:
    permits = of_level(urgency)
    after_first = while_asking(permits, now_is_open=False, full_is_open=True)
    before_first = while_asking(permits, now_is_open=True, full_is_open=True)
    assert before_first == CARD_ONLY
    assert after_first == permits & RESTING
    assert while_asking(permits, now_is_open=False, full_is_open=False) == permits
