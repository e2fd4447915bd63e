"""Did it help: pain before, just after, and half an hour later, each asked once and skippable."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID, uuid5

from loosen.vocabulary import Entry, PainFelt, PainWhen, RemedyKind, RemedyUsed
from loosen.web.records.store import Draft
from loosen.web.site.visit import Visit

LATER_AFTER = timedelta(minutes=30)
LATER_UNTIL = timedelta(hours=1)


def before(use_id: UUID, pain_0_10: int | None) -> Draft:
    """The score before, told with the start."""
    return told(use_id, pain_0_10, PainWhen.BEFORE_REMEDY)


def told(use_id: UUID, pain_0_10: int | None, occasion: PainWhen) -> Draft:
    """One score a use and occasion, however often it is sent; None is skipped."""
    felt = PainFelt(pain_0_10=pain_0_10, occasion=occasion, of_entry=use_id)
    return Draft(payload=felt, id=uuid5(use_id, occasion.value))


def occasions_told(use_id: UUID, visit: Visit) -> frozenset[PainWhen]:
    """The occasions of which a score, or a skip, was told of this use."""
    stands_for = visit.entries.stands_for
    return frozenset(
        felt.occasion
        for _, felt in visit.entries.of(PainFelt)
        if felt.of_entry is not None and stands_for(felt.of_entry) == use_id
    )


def due_later(visit: Visit) -> tuple[tuple[Entry, RemedyUsed], ...]:
    """The uses of which it is time to ask how it is a while after; newest first.

    Of each remedy the last use alone: somebody who breathed five times is asked once. Reads
    the record from its end and stops at what is too long ago, so it is quick.
    """
    last = {used.remedy_id: (entry, used) for entry, used in reversed(tuple(_lately(visit)))}
    return tuple(
        (entry, used)
        for entry, used in reversed(last.values())
        if visit.now - used.ended_at >= LATER_AFTER
        and used.ended_at > used.started_at
        and PainWhen.LATER_REMEDY not in occasions_told(entry.id, visit)
    )


def _lately(visit: Visit) -> Iterator[tuple[Entry, RemedyUsed]]:
    for entry, used in reversed(tuple(visit.entries.of(RemedyUsed))):
        if visit.now - used.ended_at > LATER_UNTIL:
            return
        yield entry, used


def later_url(entry: Entry, used: RemedyUsed, visit: Visit) -> str:
    """Where it is asked."""
    remedy = visit.content.remedies.get(used.remedy_id)
    kind = remedy.kind if remedy is not None else RemedyKind.BREATHING
    return f"/{kind.value}/later/{entry.id}/"
