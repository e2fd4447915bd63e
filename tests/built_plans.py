"""Plans on the real content for any person at any stage, and the strategies that make people."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from hypothesis import strategies as st

from loosen import plan
from loosen.library.current import load_content
from loosen.vocabulary import (
    NO_ESTIMATES,
    Ability,
    Bias,
    Clearance,
    Content,
    Entry,
    Equipment,
    Estimates,
    Item,
    Permit,
    Person,
    Plan,
    PlanStage,
    StepKind,
    Urgency,
)

from .diary import MIN_PER_DAY, OWNER, Diary, minute
from .example_person import live_a_day
from .small_plan import plan_of

CONTENT: Content = load_content()
CONDITIONS = tuple(CONTENT.conditions)
ITEMS: tuple[str, ...] = (
    *CONTENT.exercises,
    *CONTENT.positions,
    *CONTENT.transfers,
    *CONTENT.remedies,
)
MOVING = {StepKind.EXERCISE, StepKind.WALK}
HOUR_MIN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A record after which the gates open a stage, the moment, and the pain told then."""

    entries: tuple[Entry, ...]
    at_min: float
    pain_0_10: int


def reached(stage: PlanStage) -> Reached:
    """How a person gets to a stage."""
    diary = Diary()
    days = {"settle": 0, "move": 0, "range": 2, "strength": 3, "prevent": 15}[stage]
    for day in range(days):
        if stage is PlanStage.PREVENT:
            diary.pain(0, day * MIN_PER_DAY)
        else:
            live_a_day(diary, day, "good", plan_of(), 2)
    pain = {"settle": 9, "prevent": 0}.get(stage, 2)
    at_min = days * MIN_PER_DAY + 10
    diary.pain(pain, at_min - 1)
    return Reached(entries=tuple(diary.entries), at_min=at_min, pain_0_10=pain)


STAGES = {stage: reached(stage) for stage in PlanStage}


def clearance(at_min: float, permits: frozenset[Permit] = frozenset(Permit)) -> Clearance:
    return Clearance(
        decision_id=UUID(int=1),
        owner_id=OWNER,
        urgency=Urgency.U4 if Permit.EXERCISE in permits else Urgency.U2,
        permits=permits,
        limits=(),
        reasons=(),
        opened_by=frozenset(),
        decided_at=minute(at_min - 5),
        expires_at=minute(at_min + 24 * HOUR_MIN),
        content_version=CONTENT.version,
    )


def able(conditions: tuple[str, ...] = (), pain: int | None = 2) -> Person:
    """A person who can do and has everything, with these conditions."""
    return Person(
        age_years=40,
        conditions=tuple(sorted(conditions)),
        abilities=frozenset(Ability),
        at_hand=frozenset(Equipment),
        is_alone=False,
        can_take_heat_off=True,
        bias=Bias.NEUTRAL,
        pain_0_10=pain,
        banned=frozenset(),
        kept_position="",
    )


def built(
    person: Person,
    stage: PlanStage = PlanStage.MOVE,
    *,
    permits: frozenset[Permit] = frozenset(Permit),
    more: tuple[Entry, ...] = (),
    seed: int = 1,
    utc_offset_min: int = 0,
    estimates: Estimates = NO_ESTIMATES,
) -> Plan:
    there = STAGES[stage]
    return plan.build(
        CONTENT,
        clearance(there.at_min, permits),
        person,
        (*there.entries, *more),
        estimates,
        minute(there.at_min),
        utc_offset_min,
        seed,
    )


def offered(today: Plan) -> Iterator[Item]:
    """Every item that a plan offers in any way."""
    ids = [one.item_id for one in (*today.steps, *today.checkpoints)]
    ids += [step.easier for step in today.steps]
    ids += [refusal.instead for refusal in today.refusals]
    for item_id in dict.fromkeys(ids):
        if item_id:
            item = CONTENT.item(item_id)
            assert item is not None
            yield item


def assert_nothing_barred(today: Plan, conditions: tuple[str, ...]) -> None:
    barred = [
        item.id for item in offered(today) if plan.verdict(item, conditions, CONTENT).effect.bars
    ]
    assert barred == []


people = st.builds(
    Person,
    age_years=st.integers(16, 100),
    conditions=st.lists(st.sampled_from(CONDITIONS), unique=True, max_size=6).map(
        lambda ids: tuple(sorted(ids))
    ),
    abilities=st.frozensets(st.sampled_from(Ability)),
    at_hand=st.frozensets(st.sampled_from(Equipment)),
    is_alone=st.booleans(),
    can_take_heat_off=st.booleans(),
    bias=st.sampled_from(Bias),
    pain_0_10=st.none() | st.integers(0, 10),
    banned=st.frozensets(st.sampled_from(ITEMS), max_size=4),
    kept_position=st.sampled_from(["", *CONTENT.positions]),
    favourites=st.frozensets(st.sampled_from(ITEMS), max_size=4),
)
stages = st.sampled_from(PlanStage)
