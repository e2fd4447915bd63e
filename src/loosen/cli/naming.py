"""What to do about a name that nothing has: most often it is a slip of the hand."""

import difflib
from collections.abc import Iterable


def another(found: str, known: Iterable[str], what: str) -> str:
    """Name the nearest of those that are known, where one is near."""
    close = difflib.get_close_matches(found, sorted(known), n=1)
    return f"did you mean {close[0]}?" if close else f"name another {what}"
