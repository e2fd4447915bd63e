"""What the record says that helped this person, asked of it once for each record."""

from datetime import datetime

from loosen import ledger, response
from loosen.vocabulary import NO_ESTIMATES, Content, Estimates


def estimates_of(log: ledger.Standing, content: Content, now: datetime) -> Estimates:
    """What helped so far, as believed on the day of `now`: learned once a record and day."""
    return log.once(_estimates, content, now.replace(hour=0, minute=0, second=0, microsecond=0))


def _estimates(log: ledger.Standing, content: Content, as_of: datetime) -> Estimates:
    pairs = ledger.tries(log, content)
    return response.learn(pairs, content, as_of) if pairs else NO_ESTIMATES
