"""A fair comparison of two kinds of help on one person: between what, in which order, how far.

The turns are drawn beforehand in pairs, so that neither kind gets the better days. Only what is
open for the person now may be compared; what the scores say of it is for `response`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import combinations
from uuid import UUID

from loosen.ledger import Done, Standing, all_done, tries
from loosen.vocabulary import (
    ComparisonBegun,
    ComparisonEnded,
    Content,
    Exercise,
    Item,
    Permit,
    Person,
    Position,
    Remedy,
    RemedyKind,
    Transfer,
    Try,
)

from .offers import is_walk, permit_of
from .situation import shuffled
from .verdict import verdict

MINUTE = timedelta(minutes=1)
KINDS = (RemedyKind.HEAT, RemedyKind.COLD, RemedyKind.MASSAGE, RemedyKind.BREATHING)


class LeftOut(StrEnum):
    """Why a time of one of the two did not count as a turn; the id of the phrase that says so."""

    OUT_OF_TURN = "turn-out-of-turn"
    WITH_OTHERS = "turn-with-others"
    LITTLE_PAIN = "turn-little-pain"
    TOO_SOON = "turn-too-soon"
    NO_SCORES = "turn-no-scores"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """One time that did not count, and why."""

    kind: str
    at: datetime
    why: LeftOut


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One comparison: its drawn order, and the turns that were taken, each a pair of scores.

    `missed`: what was done of the two since it began and did not count. `ended` says why it is
    over, empty while it runs.
    """

    comparison_id: UUID
    one: str
    other: str
    order: tuple[str, ...]
    turns: tuple[Try, ...]
    missed: tuple[Missed, ...]
    ended: str

    @property
    def next_up(self) -> str:
        """The kind whose turn it is; empty when every turn was taken or it has ended."""
        is_over = self.ended or len(self.turns) >= len(self.order)
        return "" if is_over else self.order[len(self.turns)]

    def turns_of(self, kind: str) -> tuple[Try, ...]:
        """The turns of one of the two, in order."""
        return tuple(turn for turn in self.turns if turn.kind == kind)


# --- what may be compared ----------------------------------------------------------------------


def comparable(
    permits: frozenset[Permit], person: Person, content: Content, planned: frozenset[str]
) -> tuple[Item, ...]:
    """All of which any two may be compared now: what is permitted, not barred and not put away.

    `planned`: the ids of today's plan; a movement is taken from there alone, with its dose.
    """
    shelves = (content.remedies, content.positions, content.exercises)
    open_ = [
        item
        for shelf in shelves
        for item in shelf.values()
        if _is_open(item, permits, person, content) and _is_planned(item, planned)
    ]
    return tuple(sorted(open_, key=_place))


def pairs_of(items: tuple[Item, ...]) -> Iterator[tuple[Item, Item]]:
    """Two that are like each other: heat with cold, two positions, two movements."""
    for one, other in combinations(items, 2):
        match one, other:
            case Remedy(kind=RemedyKind.HEAT), Remedy(kind=RemedyKind.COLD):
                yield one, other
            case (Position(), Position()) | (Exercise(), Exercise()):
                yield one, other
            case _:
                continue


def _place(item: Item) -> tuple[int, int, int, str]:
    match item:
        case Remedy(kind=kind):
            return (0, KINDS.index(kind), 0, item.id)
        case Position(order=order):
            return (1, 0, order, item.id)
        case Exercise() | Transfer():
            return (2, 0, 0, item.id)


def _is_planned(item: Item, planned: frozenset[str]) -> bool:
    return not isinstance(item, Exercise) or (item.id in planned and not is_walk(item))


def _is_open(item: Item, permits: frozenset[Permit], person: Person, content: Content) -> bool:
    if permit_of(item) not in permits or item.id in person.banned:
        return False
    if verdict(item, person.conditions, content).bars:
        return False
    match item:
        case Remedy(kind=RemedyKind.HEAT):
            return person.can_take_heat_off
        case Position():
            return not item.suits or not set(item.suits).isdisjoint(person.conditions)
        case _:
            return True


# --- how far it has come -----------------------------------------------------------------------


def turns_drawn(one: str, other: str, pairs: int, seed: int) -> tuple[str, ...]:
    """So many pairs of turns, each pair with one of both, which of them first by the seed."""
    order: list[str] = []
    for pair in range(pairs):
        order += sorted((one, other), key=lambda kind: shuffled(f"{pair} {kind}", seed))
    return tuple(order)


def comparison_now(log: Standing, content: Content) -> Comparison | None:
    """The comparison begun last, as far as it has come; None where there was none."""
    return log.once(_last, content)


def _last(log: Standing, content: Content) -> Comparison | None:
    begun = [(entry.happened_at, told) for entry, told in log.of(ComparisonBegun)]
    if not begun:
        return None
    since, told = begun[-1]
    ends = [
        (entry.happened_at, end.why)
        for entry, end in log.of(ComparisonEnded)
        if end.comparison_id == told.comparison_id
    ]
    until = ends[-1][0] if ends else None
    walk = _Turns(log, content, told, since, until)
    return Comparison(
        comparison_id=told.comparison_id,
        one=told.one,
        other=told.other,
        order=told.order,
        turns=tuple(walk.turns),
        missed=tuple(sorted(walk.missed, key=lambda one: one.at)),
        ended=ends[-1][1] if ends else "",
    )


class _Turns:
    """Which pairs of scores are turns: in the drawn order, and under equal conditions."""

    def __init__(
        self,
        log: Standing,
        content: Content,
        told: ComparisonBegun,
        since: datetime,
        until: datetime | None,
    ) -> None:
        self._order, self._content = told.order, content
        self._gap = MINUTE * content.threshold("comparison-gap-min")
        both, span = set(told.order), (since, until)
        self._done = [
            one for one in all_done(log) if one.kind in both and one.over_at >= since - self._gap
        ]
        self.turns: list[Try] = []
        self.missed: list[Missed] = []
        scored = [pair for pair in tries(log, content) if both & {pair.kind, *pair.others}]
        for pair in scored:
            if _lies_in(span, pair.at):
                self._take(pair)
        for one in self._done:
            is_scored = any(_holds(pair, one) for pair in scored)
            if not is_scored and _lies_in(span, one.begun_at):
                self._miss(one.kind, one.begun_at, LeftOut.NO_SCORES)

    def _take(self, pair: Try) -> None:
        why = self._why_not(pair)
        if why is None:
            self.turns.append(pair)
        else:
            kind = next(one for one in (pair.kind, *pair.others) if one in self._order)
            self._miss(kind, pair.at, why)

    def _why_not(self, pair: Try) -> LeftOut | None:
        if pair.others:
            return LeftOut.WITH_OTHERS
        if pair.before_0_10 < self._content.threshold("comparison-least-pain"):
            return LeftOut.LITTLE_PAIN
        if any(self._is_felt(one, pair.at) for one in self._done):
            return LeftOut.TOO_SOON
        turn = len(self.turns)
        is_next = turn < len(self._order) and self._order[turn] == pair.kind
        return None if is_next else LeftOut.OUT_OF_TURN

    def _is_felt(self, one: Done, at: datetime) -> bool:
        """Either of the two was done so shortly before that it may still be felt."""
        return one.begun_at < at < one.over_at + self._gap

    def _miss(self, kind: str, at: datetime, why: LeftOut) -> None:
        self.missed.append(Missed(kind=kind, at=at, why=why))


def _lies_in(span: tuple[datetime, datetime | None], at: datetime) -> bool:
    since, until = span
    return since <= at and (until is None or at < until)


def _holds(pair: Try, one: Done) -> bool:
    return pair.at <= one.begun_at <= pair.at + pair.minutes * MINUTE
