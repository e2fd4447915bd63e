"""What the record says that helped this person, asked of it once for each record."""

from datetime import datetime

from loosen import ledger
from loosen.vocabulary import NO_ESTIMATES, Content, Estimates


def estimates_of(log: ledger.Standing, content: Content, as_of: datetime) -> Estimates:
    """What helped so far; nothing while there is nothing to learn from."""
    return NO_ESTIMATES
