"""Whether an entry may join the record: entries are never rewritten, only corrected once."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from loosen.vocabulary import Entry, EntryKind, LedgerError, Problem

# Made by the rules or by a whole session: they can be taken back, never written over.
NOT_CORRECTABLE = frozenset({EntryKind.DECISION, EntryKind.SESSION_STARTED})


def check_entry(entry: Entry, earlier: Sequence[Entry]) -> None:
    """Raise `LedgerError` with every reason why the entry cannot stand beside earlier ones.

    Posting the very same entry again is allowed: twice is once.
    """
    known = {one.id: one for one in earlier}
    if known.get(entry.id) == entry:
        return
    problems = [*_own_problems(entry, known), *_correction_problems(entry, known)]
    if problems:
        raise LedgerError(problems)


def _own_problems(entry: Entry, known: dict[UUID, Entry]) -> Iterator[Problem]:
    if entry.id in known:
        yield Problem(
            what="an entry with this id says something else",
            where=f"entry {entry.id}: id",
            found=f"kind {known[entry.id].kind}, recorded {known[entry.id].recorded_at}",
            expected="a new id, or exactly the same entry again",
            do="record a correction instead of sending the entry again with other words",
        )
    if entry.happened_at > entry.recorded_at:
        yield Problem(
            what="this lies in the future",
            where=f"entry {entry.id}: happened_at",
            found=entry.happened_at.isoformat(),
            expected=f"not after {entry.recorded_at.isoformat()}, when it was recorded",
            do="give the time at which it happened",
        )


def _correction_problems(entry: Entry, known: dict[UUID, Entry]) -> Iterator[Problem]:
    if entry.supersedes is None:
        return
    target = known.get(entry.supersedes)
    if target is None:
        yield _refused(
            entry,
            what="it corrects an entry that is not in this record",
            found=str(entry.supersedes),
            expected="the id of an earlier entry",
            do="load the record again and correct the entry from there",
        )
        return
    yield from _ownership_problems(entry, target)
    yield from _kind_problems(entry, target)
    yield from _second_correction(entry, known)


def _ownership_problems(entry: Entry, target: Entry) -> Iterator[Problem]:
    if entry.owner_id != target.owner_id:
        yield _refused(
            entry,
            what="it corrects an entry of another person",
            found=f"owner {target.owner_id}",
            expected=f"an entry of owner {entry.owner_id}",
            do="correct your own entries only",
        )


def _kind_problems(entry: Entry, target: Entry) -> Iterator[Problem]:
    if target.kind is EntryKind.WITHDRAWAL:
        yield _refused(
            entry,
            what="a withdrawal cannot be changed",
            found="a withdrawal",
            expected="an entry that stands",
            do="record what you took back as a new entry",
        )
    elif entry.kind is not EntryKind.WITHDRAWAL and entry.kind is not target.kind:
        yield _refused(
            entry,
            what="a correction must be of the same kind as what it corrects",
            found=f"{entry.kind} in place of {target.kind}",
            expected=f"{target.kind}, or a withdrawal",
            do="withdraw the entry, then record the other one",
        )
    elif entry.kind in NOT_CORRECTABLE:
        yield _refused(
            entry,
            what="this kind of entry cannot be rewritten",
            found=f"a correction of a {target.kind}",
            expected="a withdrawal",
            do="withdraw it, then answer or start again",
        )


def _second_correction(entry: Entry, known: dict[UUID, Entry]) -> Iterator[Problem]:
    rivals = [one for one in known.values() if one.supersedes == entry.supersedes]
    for rival in rivals:
        if rival.id != entry.id:
            yield _refused(
                entry,
                what="the entry was corrected or taken back already",
                found=f"by entry {rival.id}",
                expected="an entry that still stands",
                do="load the record again and correct the newer entry",
            )


def _refused(entry: Entry, *, what: str, found: str, expected: str, do: str) -> Problem:
    where = f"entry {entry.id}: supersedes"
    return Problem(what=what, where=where, found=found, expected=expected, do=do)
