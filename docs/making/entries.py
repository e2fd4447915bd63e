"""The page of entries: what is stored and exported, and its form on the wire."""

from loosen.vocabulary import PAYLOAD_OF_KIND, Entry
from loosen.vocabulary.wire import TAG

from .markdown import code, table
from .records import about, fields_table, link, record
from .writing import finished


def page() -> str:
    """The wire format, the entry, and every payload."""
    payloads = {kind.value: payload for kind, payload in PAYLOAD_OF_KIND.items()}
    kinds = [(code(kind), link(payload), about(payload)) for kind, payload in payloads.items()]
    return finished(
        "Entries and the wire format",
        _WIRE,
        "## Entry",
        about(Entry),
        fields_table(Entry),
        "## Kinds of entry",
        table(("Kind", "Payload", "What it says"), kinds),
        *(block for payload in payloads.values() for block in record(payload)),
    )


_WIRE = (
    "Every door of the product - export and import, `triage`, `plan`, the bundle - speaks one "
    "JSON. "
    "Keys are the fields' names, sorted, without white space. Instants are UTC in ISO 8601 with "
    "their offset, days are `2026-11-22`, ids are UUIDs in text, numbers that are not whole are "
    "rounded to six decimals, sets are sorted lists. A field that may hold one of several records "
    f"carries the record's name under `{TAG}`. Reading is strict: a key that is not known, a key "
    "that is missing, a key that stands twice, a number in quotes or NaN is refused, all problems "
    "at once. Fields with a default may be left out when written by hand."
)
