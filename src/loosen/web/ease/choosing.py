"""Which positions and transfers this person may be offered, and in which order.

The plan's verdict says what the conditions bar; here they are only put in a row.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import TypeVar

from loosen import ledger, plan
from loosen.plan import Verdict
from loosen.vocabulary import (
    Effect,
    Equipment,
    Exercise,
    Item,
    Position,
    PositionTried,
    Remedy,
    RemedyKind,
    Transfer,
)
from loosen.web.site.visit import Visit

AGE = "age-years"
TRIED_WITHIN = timedelta(hours=3)
FLOOR = "floor"
T = TypeVar("T", Position, Transfer)


def conditions_of(visit: Visit) -> tuple[str, ...]:
    """The conditions known by now; none before the age was told."""
    return visit.person.conditions if visit.answers.get(AGE) else ()


def verdict_on(item: Item, visit: Visit) -> Verdict:
    """What the person's conditions say about it."""
    return plan.verdict(item, conditions_of(visit), visit.content)


def is_changed(item: Item, visit: Visit) -> bool:
    """Whether a condition wants it milder; a note alone changes nothing."""
    return verdict_on(item, visit).effect is Effect.MODIFY


def offered_positions(visit: Visit, place: str = "") -> tuple[Position, ...]:
    """Positions that nothing bars: the kept one, those that suit a condition, the rest."""
    known = conditions_of(visit)
    kept = ledger.kept_position(visit.entries)
    banned = ledger.banned_items(visit.entries)
    open_ones = [
        one
        for one in visit.content.positions.values()
        if one.id not in banned
        and _is_there(one, place)
        and not plan.verdict(one, known, visit.content).bars
        and (not one.suits or set(one.suits) & set(known))
    ]
    return tuple(
        sorted(
            open_ones, key=lambda one: (one.id != kept, not set(one.suits) & set(known), one.order)
        )
    )


def _is_there(position: Position, place: str) -> bool:
    """Whether it can be done where the person is; no place named: anywhere."""
    if place == FLOOR:
        return position.on_floor
    return place not in list(Equipment) or Equipment(place) in position.places


def tried_lately(visit: Visit) -> frozenset[str]:
    """Ids of the positions tried in the last hours that were not kept."""
    since = visit.now - TRIED_WITHIN
    return frozenset(
        entry.payload.position_id
        for entry in visit.entries
        if isinstance(entry.payload, PositionTried) and entry.happened_at >= since
    )


def next_position(visit: Visit, place: str = "", after: str = "") -> Position | None:
    """The first one not tried lately; when all were, the one after `after`, round and round."""
    row = offered_positions(visit, place)
    kept = ledger.kept_position(visit.entries)
    tried = tried_lately(visit) - ({kept} if not after else set())
    fresh = [one for one in row if one.id not in tried and one.id != after]
    if fresh:
        return fresh[0]
    return _following(row, after)


def _following(row: tuple[Position, ...], after: str) -> Position | None:
    ids = [one.id for one in row]
    if not ids:
        return None
    place = ids.index(after) + 1 if after in ids else 0
    return row[place % len(row)]


def in_order(items: Iterable[T]) -> tuple[T, ...]:
    """As the content orders them."""
    return tuple(sorted(items, key=lambda one: one.order))


def item_url(item: Item) -> str:
    """Where a thing is led through; an exercise has its page in the library."""
    match item:
        case Exercise():
            return f"/library/{item.id}/"
        case Position():
            return f"/positions/{item.id}/"
        case Transfer():
            return f"/transfers/{item.id}/"
        case Remedy(kind=RemedyKind.BREATHING):
            return f"/breathing/{item.id}/"
        case Remedy():
            return f"/{item.kind.value}/"
