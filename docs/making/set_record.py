"""What stands in the record of a set, from the engine's own table of its keys."""

from loosen.movement.record import FORMAT, KEYS

from .markdown import table
from .writing import finished

LEAD = (
    "The same record comes from a recording (`loosen replay FILE --exercise ID --json`), from a "
    "video and from the coach's page. "
    f"This is format {FORMAT}: a key may be added to it; one that goes, or means something else, "
    "makes it the next. All times are seconds of the recording. Null is \"cannot tell\", never "
    "zero. A confidence is the share of frames that it rests on, no chance of being right."
)  # fmt: skip


def page() -> str:
    """Every key and what it means."""
    rows = []
    for key, meaning in KEYS.items():
        if isinstance(meaning, str):
            rows.append((f"`{key}`", meaning))
        else:
            rows += [(f"`{key}` / `{inner}`", words) for inner, words in meaning.items()]
    return finished("The record of a set", LEAD, table(("Key", "What it is"), rows))
