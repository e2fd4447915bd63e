"""What a body's conditions do to one thing a person could be led through."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from loosen.vocabulary import Condition, Content, Effect, Item, OnItem, OnLoad, Reason

Row = OnItem | OnLoad
Spoken = tuple[Condition, Row]
CHANGED = frozenset({Effect.NOTE, Effect.MODIFY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The strictest effect of all conditions on an item.

    `hows`: the changed ways to do it; where it is barred, what is said about that instead.
    `reasons`: one for each condition that speaks. `instead`: for a substitute that is itself
    not barred, its id.
    """

    effect: Effect
    hows: tuple[str, ...]
    reasons: tuple[Reason, ...]
    instead: str = ""

    @property
    def bars(self) -> bool:
        """True when the item may not be offered."""
        return self.effect.bars


CLEAR = Verdict(effect=Effect.ALLOW, hows=(), reasons=())


def verdict(item: Item, condition_ids: Iterable[str], content: Content) -> Verdict:
    """The verdict on an item for a person with these conditions.

    Within a condition what it says of the item itself stands over what it says of the item's
    loads; over all conditions the strictest effect stands. Unknown conditions raise `KeyError`.
    """
    ids = tuple(condition_ids)
    is_on_shelf = content.item(item.id) is item
    return _on_shelf(item.id, ids, content) if is_on_shelf else _spoken_of(item, ids, content)


@lru_cache(maxsize=2048)  # every item for a few people; the same body asks it all day
def _on_shelf(item_id: str, condition_ids: tuple[str, ...], content: Content) -> Verdict:
    item = content.item(item_id)
    assert item is not None
    return _spoken_of(item, condition_ids, content)


def _spoken_of(item: Item, condition_ids: tuple[str, ...], content: Content) -> Verdict:
    spoken = list(_spoken(item, condition_ids, content))
    effect = _strictest(spoken)
    if effect is Effect.ALLOW:
        return CLEAR
    wanted = {effect} if effect.bars else CHANGED
    kept = [(condition, row) for condition, row in spoken if row.effect in wanted]
    return Verdict(
        effect=effect,
        hows=tuple(dict.fromkeys(row.how for _, row in kept)),
        reasons=tuple({condition.id: _reason(condition, row) for condition, row in kept}.values()),
        instead=_instead((row for _, row in kept), condition_ids, content),
    )


def _spoken(item: Item, condition_ids: Iterable[str], content: Content) -> Iterator[Spoken]:
    for condition_id in condition_ids:
        condition = content.conditions[condition_id]
        for row in _rows(condition, item):
            yield condition, row


def _strictest(spoken: Iterable[Spoken]) -> Effect:
    effects = (row.effect for _, row in spoken)
    return max(effects, key=lambda effect: effect.rank, default=Effect.ALLOW)


def _rows(condition: Condition, item: Item) -> Iterator[Row]:
    own = [row for row in condition.on_item if row.item == item.id]
    if own:
        yield from own
        return
    for row in condition.on_load:
        if row.load in item.loads:
            yield row


def asked_for(item: Item, content: Content) -> frozenset[str]:
    """The questions on which a verdict on this item can rest."""
    return frozenset(
        finding.question
        for condition in content.conditions.values()
        if any(_rows(condition, item))
        for term in condition.when
        for finding in term.of
    )


def _reason(condition: Condition, row: Row) -> Reason:
    return Reason(id=condition.id, text=condition.text, provenance=row.provenance)


def _instead(rows: Iterable[Row], condition_ids: Iterable[str], content: Content) -> str:
    """The first substitute that the same conditions leave open."""
    for row in rows:
        substitute = content.item(row.instead) if isinstance(row, OnItem) else None
        if substitute is None:
            continue
        if not _strictest(_spoken(substitute, condition_ids, content)).bars:
            return substitute.id
    return ""
