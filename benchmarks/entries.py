"""An entry of somebody who does not exist, for the measures that need a record."""

from datetime import datetime
from uuid import UUID

from loosen.vocabulary import PAYLOAD_OF_KIND, Entry, Got, Payload

SOMEBODY = UUID(int=1)
KIND_OF = {payload: kind for kind, payload in PAYLOAD_OF_KIND.items()}


def entry(seq: int, payload: Payload, at: datetime, told_at: datetime | None = None) -> Entry:
    """What happened at `at`, and was told then or later; numbers from 1 are its id as well."""
    return Entry(
        id=UUID(int=seq),
        device_id=SOMEBODY,
        seq=seq,
        owner_id=SOMEBODY,
        kind=KIND_OF[type(payload)],
        happened_at=at,
        recorded_at=told_at or at,
        utc_offset_min=0,
        zone="UTC",
        source=Got.SELF_REPORT,
        payload=payload,
        content_version="made-up",
    )
