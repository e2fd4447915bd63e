"""A payload as stored text and back: the vocabulary's canonical JSON."""

from loosen.vocabulary import (
    PAYLOAD_OF_KIND,
    EntryKind,
    LedgerError,
    Payload,
    canonical_json,
    from_plain,
    parse_json,
)

KIND_OF_PAYLOAD = {payload: kind for kind, payload in PAYLOAD_OF_KIND.items()}


def payload_to_text(payload: Payload) -> str:
    """The text that is stored."""
    return canonical_json(payload)


def payload_from_text(kind: EntryKind, text: str) -> Payload:
    """The payload of a stored text. Raises `LedgerError` where the row was damaged."""
    plain = parse_json(text, where=f"stored {kind.value}", error=LedgerError)
    return from_plain(PAYLOAD_OF_KIND[kind], plain, where=f"stored {kind.value}", error=LedgerError)
