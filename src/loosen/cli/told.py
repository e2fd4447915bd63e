"""What an answers file tells, as the entries that the pages would have recorded.

Nothing of this is stored; the ids are made from the place in the file, so that the same file
gives the same plan.
"""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid5

from loosen.vocabulary import (
    PAYLOAD_OF_KIND,
    Answers,
    AnswersFor,
    AnswersGiven,
    CourseTold,
    Entry,
    Got,
    LedgerError,
    NoteTaken,
    PainFelt,
    PainWhen,
    Payload,
    PositionTried,
    Preference,
    Problem,
    from_plain,
    parse_json,
)

from .answers_file import Asked

NOBODY = UUID("6d1c3a52-0f0e-5b1f-9a55-10a5e1000000")
KIND_OF_PAYLOAD = {payload: kind for kind, payload in PAYLOAD_OF_KIND.items()}


def owner_of(past: tuple[Entry, ...]) -> UUID:
    """Whose record it is: that of the log, if there is one. `build` refuses a log of several."""
    return past[0].owner_id if past else NOBODY


def told(
    asked: Asked, answers: Answers, content_version: str, past: tuple[Entry, ...]
) -> tuple[Entry, ...]:
    """The file's own entries, counted on from those of the past, all at the file's time."""
    owner_id, seq = owner_of(past), len(past)
    return tuple(
        Entry(
            id=uuid5(NOBODY, f"{seq + index}"),
            device_id=NOBODY,
            seq=seq + index,
            owner_id=owner_id,
            kind=KIND_OF_PAYLOAD[type(payload)],
            happened_at=asked.at,
            recorded_at=asked.at,
            utc_offset_min=asked.utc_offset_min,
            zone="UTC",
            source=Got.SELF_REPORT,
            payload=payload,
            content_version=content_version,
        )
        for index, payload in enumerate(_payloads(asked, answers))
    )


def _payloads(asked: Asked, answers: Answers) -> Iterator[Payload]:
    file = asked.file
    yield AnswersGiven(occasion=AnswersFor.SCREEN, answers=answers)
    yield from (NoteTaken(note=note) for note in asked.notes())
    if file.began_on is not None:
        yield CourseTold(began_on=file.began_on.isoformat(), direction="")
    if file.pain_0_10 is not None:
        yield PainFelt(pain_0_10=file.pain_0_10, occasion=PainWhen.CHECK_IN)
    for item_id in file.favourites:
        yield Preference(item_id=item_id, banned=False, favourite=True)
    yield from (Preference(item_id=item_id, banned=True) for item_id in file.banned)
    if file.kept_position:
        yield PositionTried(position_id=file.kept_position, helped=True, kept=True)
    if file.moment is not None:
        yield file.moment


def earlier(path: Path | None) -> tuple[Entry, ...]:
    """The entries of `--log`: an export of Loosen, or a JSON list of entries."""
    if path is None:
        return ()
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LedgerError(_unreadable(path, error.strerror or "an error")) from error
    if not data.lstrip().startswith(b"["):
        from loosen.export.json_file import read_export

        return read_export(data).entries
    return _entries(data, str(path))


def _entries(data: bytes, where: str) -> tuple[Entry, ...]:
    listed = parse_json(data.decode(errors="replace"), where=where, error=LedgerError)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for index, plain in enumerate(listed):
        try:
            entries.append(from_plain(Entry, plain, where=f"{where}[{index}]", error=LedgerError))
        except LedgerError as error:
            problems.extend(error.problems)
    if problems:
        raise LedgerError(problems)
    return tuple(entries)


def _unreadable(path: Path, found: str) -> Problem:
    return Problem(
        what="the log cannot be read",
        where=str(path),
        found=found,
        expected="an export of Loosen, or a JSON list of entries",
        do="name a file that exists, or leave --log out",
    )
