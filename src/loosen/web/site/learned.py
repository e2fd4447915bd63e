"""What the record says that helped this person, kept so that one more entry is little work."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from threading import Lock
from uuid import UUID

from loosen import ledger, response
from loosen.vocabulary import NO_ESTIMATES, Content, Estimates, Try

OWNERS_KEPT = 64


@dataclass(slots=True, kw_only=True)
class _Kept:
    """What was learned of one owner up to a place of their record."""

    content: Content
    pairing: ledger.Pairing
    state: response.Learned


_KEPT: OrderedDict[UUID, _Kept] = OrderedDict()
_LOCK = Lock()


def estimates_of(log: ledger.Standing, content: Content, now: datetime) -> Estimates:
    """What helped so far, as believed on the day of `now`: learned once a record and day."""
    return log.once(_estimates, content, now.replace(hour=0, minute=0, second=0, microsecond=0))


def _estimates(log: ledger.Standing, content: Content, as_of: datetime) -> Estimates:
    if not log:
        return NO_ESTIMATES
    with _LOCK:
        kept = _grown(log, content) or _begun(log, content)
        _KEPT[log[0].owner_id] = kept
        _KEPT.move_to_end(log[0].owner_id)
        if len(_KEPT) > OWNERS_KEPT:
            _KEPT.popitem(last=False)
    return response.estimates(kept.state, as_of, content)


def _grown(log: ledger.Standing, content: Content) -> _Kept | None:
    """What was kept, with what is new; None where it does not hold for this record any more."""
    kept = _KEPT.pop(log[0].owner_id, None)
    if kept is None or kept.content is not content:
        return None
    pairs = kept.pairing.more(log)
    if pairs is None:
        return None
    kept.state = _with(kept.state, pairs)
    return kept


def _begun(log: ledger.Standing, content: Content) -> _Kept:
    pairing = ledger.Pairing(log, content)
    state = _with(response.begin(content), pairing.pairs)
    return _Kept(content=content, pairing=pairing, state=state)


def _with(state: response.Learned, pairs: tuple[Try, ...]) -> response.Learned:
    return reduce(response.absorb, pairs, state)
