"""A fair comparison of two kinds of help on one person: between what, in which order, how far.

The turns are drawn beforehand in pairs, so that neither kind gets the better days. Only what is
open for the person now may be compared; what the scores say of it is for `response`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from uuid import UUID

from loosen.ledger import Standing
from loosen.vocabulary import (
    ComparisonBegun,
    ComparisonEnded,
    Content,
    Item,
    Permit,
    Person,
    Position,
    PositionTried,
    Remedy,
    RemedyKind,
    RemedyUsed,
)

from .offers import permit_of
from .situation import shuffled
from .verdict import verdict

THERMAL = frozenset({RemedyKind.HEAT, RemedyKind.COLD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One comparison: its drawn order, and when each turn that was taken was taken (UTC).

    `next_up` is the kind whose turn it is, empty when all are done. `ended` says why, if it is.
    """

    comparison_id: UUID
    one: str
    other: str
    order: tuple[str, ...]
    taken: tuple[datetime, ...]
    ended: str

    @property
    def next_up(self) -> str:
        """The kind whose turn it is; empty when every turn was taken or it has ended."""
        is_over = self.ended or len(self.taken) >= len(self.order)
        return "" if is_over else self.order[len(self.taken)]


def comparable(
    permits: frozenset[Permit], person: Person, content: Content
) -> tuple[tuple[Item, Item], ...]:
    """The pairs that may be compared now: heat with cold, and two positions."""
    open_ = [
        item
        for shelf in (content.remedies, content.positions)
        for item in shelf.values()
        if _is_open(item, permits, person, content)
    ]
    thermal = [one for one in open_ if isinstance(one, Remedy)]
    thermal.sort(key=lambda one: (one.kind is not RemedyKind.HEAT, one.id))
    resting = sorted((one for one in open_ if isinstance(one, Position)), key=lambda one: one.order)
    return (
        *((a, b) for a, b in combinations(thermal, 2) if a.kind is not b.kind),
        *combinations(resting, 2),
    )


def _is_open(item: Item, permits: frozenset[Permit], person: Person, content: Content) -> bool:
    if permit_of(item) not in permits or item.id in person.banned:
        return False
    if verdict(item, person.conditions, content).bars:
        return False
    match item:
        case Remedy(kind=RemedyKind.HEAT):
            return person.can_take_heat_off
        case Remedy():
            return item.kind in THERMAL
        case Position():
            return not item.suits or not set(item.suits).isdisjoint(person.conditions)
        case _:
            return False


def turns_drawn(one: str, other: str, pairs: int, seed: int) -> tuple[str, ...]:
    """So many pairs of turns, each pair with one of both, which of them first by the seed."""
    order: list[str] = []
    for pair in range(pairs):
        order += sorted((one, other), key=lambda kind: shuffled(f"{pair} {kind}", seed))
    return tuple(order)


def comparison_now(log: Standing) -> Comparison | None:
    """The comparison begun last, as far as it has come; None where there was none."""
    return log.once(_last)


def _last(log: Standing) -> Comparison | None:
    begun = [(entry.happened_at, told) for entry, told in log.of(ComparisonBegun)]
    if not begun:
        return None
    since, told = begun[-1]
    why = [end.why for _, end in log.of(ComparisonEnded) if end.comparison_id == told.comparison_id]
    return Comparison(
        comparison_id=told.comparison_id,
        one=told.one,
        other=told.other,
        order=told.order,
        taken=_taken(told.order, _uses(log, since, {told.one, told.other})),
        ended=why[-1] if why else "",
    )


def _uses(log: Standing, since: datetime, kinds: set[str]) -> list[tuple[datetime, str]]:
    used = [(entry.happened_at, one.remedy_id) for entry, one in log.of(RemedyUsed)]
    used += [(entry.happened_at, one.position_id) for entry, one in log.of(PositionTried)]
    return sorted((at, kind) for at, kind in used if at >= since and kind in kinds)


def _taken(order: tuple[str, ...], uses: Sequence[tuple[datetime, str]]) -> tuple[datetime, ...]:
    """When each turn was taken. What was used out of turn is no turn, so it never counts."""
    taken: list[datetime] = []
    for at, kind in uses:
        if len(taken) < len(order) and order[len(taken)] == kind:
            taken.append(at)
    return tuple(taken)
