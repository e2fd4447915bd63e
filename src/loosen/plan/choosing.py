"""What fills the hour: which of the open offers, and in which order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from loosen.vocabulary import (
    Ability,
    Equipment,
    Load,
    Permit,
    PlanStage,
    Position,
    Posture,
    Refusal,
    Remedy,
    RemedyKind,
    RemedyUsed,
    StepKind,
    Transfer,
)

from .learning import Place, place, unlearned, with_tries, with_turn
from .moving import exercises_that_fit, walk_that_fits
from .offers import Choices, Offer
from .places import with_transfers
from .situation import Situation, shuffled
from .steps import (
    Draft,
    check_in_draft,
    position_draft,
    remedy_draft,
    transfer_draft,
)

THERMAL = (RemedyKind.HEAT, RemedyKind.COLD)
PLACES = frozenset({Equipment.BED, Equipment.CHAIR})
CAUTIONS = frozenset({RemedyKind.HEAT, RemedyKind.COLD, RemedyKind.MASSAGE})


def told_refusals(choices: Choices, now: Situation) -> tuple[Refusal, ...]:
    """The refusals worth telling: all exercises, heat, cold, massage; of positions and
    transfers those that a condition bars. Sorted by id. In an emergency there are none: then
    nothing else is to be read."""
    if Permit.POSITION not in now.clearance.permits:
        return ()
    conditions = set(now.person.conditions)
    return tuple(
        refusal
        for item_id, refusal in sorted(choices.refusals.items())
        if _is_told(item_id, now)
        or not conditions.isdisjoint(reason.id for reason in refusal.because)
    )


def _is_told(item_id: str, now: Situation) -> bool:
    remedy = now.content.remedies.get(item_id)
    return item_id in now.content.exercises or (remedy is not None and remedy.kind in CAUTIONS)


# --- the hour ----------------------------------------------------------------------------------


def drafts_of_the_hour(choices: Choices, now: Situation) -> list[Draft]:
    """Transfer, position, breathing, heat, exercises, walk, cold, check-in: what is open of it,
    with the ways from place to place between them.

    Cold comes last, because nothing is to be exercised before the feeling is back. Who is over
    it needs no position of ease, no heat, and no words to get up and down. Where the record or a
    comparison orders it, the hour asks no more than it would have asked without.
    """
    now = with_turn(choices, now)
    if not now.estimates.by_kind and not now.turn:
        return _hour(choices, now)
    without = sum(draft.load for draft in _hour(choices, unlearned(now)))
    return _hour(choices, replace(with_tries(choices, now), load_most=without))


def _hour(choices: Choices, now: Situation) -> list[Draft]:
    is_over_it = now.stage is PlanStage.PREVENT and Permit.EXERCISE in now.permits
    position = None if is_over_it else best_position(choices, now)
    posture = position.posture if position else Posture.SITTING
    resting = [*_resting(choices, position, posture, now)]
    thermal = None if is_over_it else _thermal(choices, now)
    heat, cold = ([], []) if thermal is None else _by_kind(remedy_draft(thermal, posture, now))
    walk = walk_that_fits(choices, now)

    def hour(moving: Sequence[Draft]) -> list[Draft]:
        steps = [*resting, *heat, *moving, *walk, *cold]
        steps = steps if is_over_it else with_transfers(steps, choices, now)
        return [*steps, *_check_in(steps, now)]

    return hour(exercises_that_fit(choices, hour, now))


def _check_in(steps: Sequence[Draft], now: Situation) -> Iterator[Draft]:
    """The last step, as one sits, stands or lies by then."""
    if StepKind.CHECK_IN.permit in now.permits:
        yield check_in_draft(steps[-1].posture if steps else Posture.SITTING, now)


def _by_kind(draft: Draft) -> tuple[list[Draft], list[Draft]]:
    return ([], [draft]) if draft.kind is StepKind.COLD else ([draft], [])


def _resting(
    choices: Choices, position: Position | None, posture: Posture, now: Situation
) -> Iterator[Draft]:
    if position is not None:
        transfer = _transfer_to(position, choices, now)
        if transfer is not None:
            yield transfer_draft(transfer, position.posture, now)
        yield position_draft(choices.offers[position.id], now)
    breathing = _remedies(choices, RemedyKind.BREATHING)
    if breathing:
        best = min(breathing, key=lambda offer: _breathing_rank(offer, now))
        yield remedy_draft(best, posture, now)


def _breathing_rank(offer: Offer, now: Situation) -> tuple[Place, str]:
    return (place(offer.item.id, now), shuffled(offer.item.id, now.seed))


def best_position(choices: Choices, now: Situation, *, for_night: bool = False) -> Position | None:
    """The position to offer: the kept one, else one that suits a condition, then what helped, then
    by its order."""
    open_ = [
        offer.item
        for offer in choices.of(Position)
        if isinstance(offer.item, Position)
        and _has_place(offer.item, now)
        and (offer.item.for_night or not for_night)
    ]
    return min(open_, key=lambda position: _position_rank(position, now), default=None)


def _position_rank(position: Position, now: Situation) -> tuple[bool, bool, Place, int, str]:
    suits = not set(position.suits).isdisjoint(now.person.conditions)
    is_kept = position.id == now.person.kept_position
    by_record = place(position.id, now)
    return (not is_kept, not suits, by_record, position.order, position.id)


def _has_place(position: Position, now: Situation) -> bool:
    """A bed or chair to hand, or the floor: by those who reach it, or who are lying already."""
    if PLACES & set(position.places) & now.person.at_hand:
        return True
    lies_already = Ability.SIT not in now.person.abilities
    return position.on_floor and (Ability.FLOOR in now.person.abilities or lies_already)


def _transfer_to(position: Position, choices: Choices, now: Situation) -> Offer | None:
    """The transfer that leads to the position's place; the one that asks most comes first,
    because it starts from where a person who can do it is."""
    fitting = [
        offer
        for offer in choices.of(Transfer)
        if isinstance(offer.item, Transfer) and _leads_to(offer.item, position, now)
    ]
    return min(fitting, key=lambda offer: _transfer_rank(offer.item), default=None)


def _leads_to(transfer: Transfer, position: Position, now: Situation) -> bool:
    place = PLACES & set(position.places) & now.person.at_hand
    if not place:
        return Load.FLOOR in transfer.loads
    return bool(place & set(transfer.equipment)) and Load.FLOOR not in transfer.loads


def _transfer_rank(item: object) -> tuple[int, int, str]:
    assert isinstance(item, Transfer)
    most = max((list(Ability).index(need) for need in item.needs), default=0)
    return (-most, item.order, item.id)


# --- heat and cold -----------------------------------------------------------------------------


def _remedies(choices: Choices, *kinds: RemedyKind) -> list[Offer]:
    return [
        offer
        for offer in choices.of(Remedy)
        if isinstance(offer.item, Remedy) and offer.item.kind in kinds
    ]


def _thermal(choices: Choices, now: Situation) -> Offer | None:
    """Heat or cold, never both: what helped this person more, else heat (better evidence).

    Where one of them was used today the other is not proposed: alternating is the person's
    own choice and never a default (1.1 S3, 3.2).
    """

    def rank(offer: Offer) -> tuple[Place, int, str]:
        return (place(offer.item.id, now), THERMAL.index(_kind(offer)), offer.item.id)

    used = _used_lately(now)
    open_ = [one for one in _remedies(choices, *THERMAL) if used <= {_kind(one)}]
    return min(open_, key=rank, default=None)


def _kind(offer: Offer) -> RemedyKind:
    assert isinstance(offer.item, Remedy)
    return offer.item.kind


def _used_lately(now: Situation) -> set[RemedyKind]:
    """Which of heat and cold were used within the hours in which only one is proposed."""
    since = now.at - timedelta(hours=now.content.threshold("one-of-two-hours"))
    kinds = {
        now.content.remedies[used.remedy_id].kind
        for _, used in now.log.of(RemedyUsed)
        if used.ended_at >= since and used.remedy_id in now.content.remedies
    }
    return kinds & set(THERMAL)
