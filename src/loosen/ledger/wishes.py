"""Whether the plan may go by the person's own record, and for what it may not."""

from collections.abc import Sequence

from loosen.vocabulary import Entry, OrderWished

from .standing import Standing, standing


def goes_by_own_record(entries: Sequence[Entry]) -> bool:
    """Whether what helped may come first: yes, until the person wished for the usual order."""
    return standing(entries).once(_wishes).get("", True)


def kept_as_usual(entries: Sequence[Entry]) -> frozenset[str]:
    """Ids of the items that keep their usual place, whatever the record says of them."""
    wishes = standing(entries).once(_wishes)
    return frozenset(item_id for item_id, wish in wishes.items() if item_id and not wish)


def _wishes(log: Standing) -> dict[str, bool]:
    return {wished.item_id: wished.by_own_record for _, wished in log.of(OrderWished)}
