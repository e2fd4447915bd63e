"""What stands in the record of a set, from the engine's own table of its keys."""

from collections.abc import Mapping

from loosen.movement.recognised_record import KEYS as RECOGNISED
from loosen.movement.record import FORMAT, KEYS
from loosen.movement.sitting_record import KEYS as SITTING

from .markdown import table
from .writing import finished

LEAD = (
    "The same record comes from a recording (`loosen replay FILE --exercise ID --json`), from a "
    "video and from the coach's page. "
    f"This is format {FORMAT}: a key may be added to it; one that goes, or means something else, "
    "makes it the next. All times are seconds of the recording. Null is \"cannot tell\", never "
    "zero. A confidence is the share of frames that it rests on, no chance of being right."
)  # fmt: skip


HEAD = ("Key", "What it is")
SEVERAL = (
    "Where no exercise is named (`loosen replay FILE --recognise --json`), the recording "
    "is cut into stretches, each of them one exercise or unknown, and every set is judged by its "
    "own exercise's measure."
)
SAT = (
    "With `--sitting` no exercise is judged. The start is taken by itself, in the first seconds "
    "in which somebody sits; who was away gets a new one. There is no norm in it: the head's "
    "height above the hip, in thighs, is compared with the same person's own start alone."
)


def page() -> str:
    """Every key and what it means."""
    return finished(
        "The record of a set",
        LEAD,
        table(HEAD, _rows(KEYS)),
        "## Of a recording in which exercises were recognised",
        SEVERAL,
        table(HEAD, _rows(RECOGNISED)),
        "## Of somebody who sits",
        SAT,
        table(HEAD, _rows(SITTING)),
    )


def _rows(keys: Mapping[str, str | Mapping[str, str]]) -> list[tuple[str, str]]:
    rows = []
    for key, meaning in keys.items():
        if isinstance(meaning, str):
            rows.append((f"`{key}`", meaning))
        else:
            rows += [(f"`{key}` / `{inner}`", words) for inner, words in meaning.items()]
    return rows
