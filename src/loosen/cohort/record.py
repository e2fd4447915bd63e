"""A simulated person's record: entries as the pages would write them, and a window on them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from loosen import ledger
from loosen.vocabulary import (
    PAYLOAD_OF_KIND,
    Content,
    CourseTold,
    Entry,
    FeelingBack,
    Got,
    Payload,
    RemedyUsed,
    ReviewSeen,
)

from .clocks import Clock

KIND_OF = {payload: kind for kind, payload in PAYLOAD_OF_KIND.items()}
MARGIN = timedelta(days=2)
AT_ONCE = timedelta(days=4)  # so much is left behind at once, because it costs a whole fold


class Record:
    """Entries in the order of recording.

    The plan looks back only so far (`look-back-days`), so that what is handed to it is a window
    of that length: what was told before and still counts is carried to the window's edge. A
    test holds the plan on the window to the plan on the whole record. `is_whole` keeps all.
    """

    def __init__(self, owner_id: UUID, clock: Clock, content: Content, *, is_whole: bool = False):
        self.owner_id = owner_id
        self.is_whole = is_whole
        self.posts_twice = False
        self._clock = clock
        self._version = content.version
        self._window = timedelta(days=content.threshold("look-back-days")) + MARGIN
        self._gap = timedelta(days=content.threshold("episode-gap-days"))
        self.entries: list[Entry] = []
        self._carried: list[Entry] = []
        self._unseen_skin: set[UUID] = set()
        self.seq = 0
        self._last_at: datetime | None = None
        self._began_on = ""
        self._log: ledger.Standing | None = None

    def add(
        self,
        payload: Payload,
        minute: int,
        *,
        told_at: int | None = None,
        supersedes: UUID | None = None,
        entry_id: UUID | None = None,
    ) -> Entry:
        """One entry of that true minute; `told_at` is a later minute at which it was recorded.

        `supersedes`: the id of the entry that this one corrects or takes back.
        """
        self.seq += 1
        happened = self._clock.reads(minute)
        entry = Entry(
            id=entry_id or UUID(int=(self.owner_id.int << 32) + self.seq),
            device_id=self.owner_id,
            seq=self.seq,
            owner_id=self.owner_id,
            kind=KIND_OF[type(payload)],
            happened_at=happened,
            recorded_at=happened if told_at is None else self._clock.reads(told_at),
            utc_offset_min=self._clock.offset(minute),
            zone="UTC",
            source=Got.SELF_REPORT,
            payload=payload,
            content_version=self._version,
            supersedes=supersedes,
        )
        self._note_what_is_carried(entry)
        for _ in range(2 if self.posts_twice else 1):
            self.entries.append(entry)
            self._log = self._log and ledger.joined(self._log, entry)
        return entry

    def log(self) -> ledger.Standing:
        """What stands of the window; made once until something is added."""
        if self._log is None:
            self._log = ledger.standing([*self._at_the_edge(self.entries), *self.entries])
        return self._log

    def since(self, seq: int) -> ledger.Standing:
        """What stands of the entries from this number on, with the episode's first day."""
        first = next((place for place, one in enumerate(self.entries) if one.seq >= seq), 0)
        lately = self.entries[first:]
        return ledger.standing([*self._at_the_edge(lately), *lately])

    def forget_before(self, minute: int) -> None:
        """Move the window on; what is carried stays."""
        since = self._clock.reads(minute) - self._window
        entries = self.entries
        if self.is_whole or not entries or entries[0].happened_at >= since - AT_ONCE:
            return
        gone = next(
            (place for place, one in enumerate(entries) if one.happened_at >= since), len(entries)
        )
        self._carried += [one for one in entries[:gone] if self._is_carried(one)]
        self.entries = entries[gone:]
        self._log = None

    def _is_carried(self, entry: Entry) -> bool:
        """Reviews of the episode, and heat and cold whose skin was not looked at since."""
        return isinstance(entry.payload, ReviewSeen) or entry.id in self._unseen_skin

    def _note_what_is_carried(self, entry: Entry) -> None:
        if entry.supersedes is not None:
            self._unseen_skin.discard(entry.supersedes)
        match entry.payload:
            case RemedyUsed():
                self._unseen_skin.add(entry.id)
            case FeelingBack(remedy_entry_id=used_id):
                self._unseen_skin.discard(used_id)
            case _:
                pass
        if self._last_at is None or entry.happened_at - self._last_at >= self._gap:
            local = entry.happened_at + timedelta(minutes=entry.utc_offset_min)
            self._began_on = local.date().isoformat()
            self._carried = [one for one in self._carried if one.id in self._unseen_skin]
            self._log = None
        self._last_at = entry.happened_at

    def _at_the_edge(self, entries: Sequence[Entry]) -> list[Entry]:
        """The episode's first day and what is carried, dated to the first entry of the window."""
        if self.is_whole or not entries:
            return []
        edge = entries[0]
        course = CourseTold(began_on=self._began_on, direction="")
        told = replace(
            edge,
            id=UUID(int=self.owner_id.int << 32),
            seq=0,
            kind=KIND_OF[CourseTold],
            payload=course,
        )
        carried = [
            replace(one, happened_at=edge.happened_at, recorded_at=edge.recorded_at)
            for one in self._carried
        ]
        return [told, *carried]
