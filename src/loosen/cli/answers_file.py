"""The answers file: what a person writes by hand, and what becomes of it.

Short forms are spelt out here and then read by the one strict reader of records, so that a
wrong word is named with its place, together with all the others.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from loosen.vocabulary import (
    Answer,
    AnsweredBy,
    Answers,
    AnswersError,
    ClinicianNote,
    Content,
    GentleMovement,
    MomentAsked,
    Problem,
    QuestionKind,
    from_plain,
    parse_json,
)

from .short_answers import answers_in

WORST_PAIN = 10


class AllOthers(StrEnum):
    """What every yes-no question that the file does not name is answered with."""

    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSaid:
    """A clinician's word on signs that fired; `rule_ids` are the rules spoken about."""

    rule_ids: frozenset[str]
    seen_on: date
    gentle_movement_ok: GentleMovement
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersFile:
    """What an answers file may say. Only `answers` is needed.

    `at`: the time to reckon with, with its zone; the clock's when left out.
    `answered_by`: who gave the answers that do not say it themselves.
    `all_others`: "no" states that every other yes-no question was asked and denied.
    `pain_0_10`: pain now. `began_on`: first day of this episode. `moment`: the state right now.
    `banned`, `kept_position`: ids of what is never to be shown, and of the position to offer first.
    `favourites`: ids of what goes first among what is open; what is banned too stays banned.
    """

    answers: Mapping[str, Answer]
    at: datetime | None = None
    answered_by: AnsweredBy = AnsweredBy.SELF
    all_others: AllOthers | None = None
    pain_0_10: int | None = None
    began_on: date | None = None
    moment: MomentAsked | None = None
    clinician_notes: tuple[NoteSaid, ...] = ()
    banned: tuple[str, ...] = ()
    kept_position: str = ""
    favourites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A read answers file, with the instant (UTC) and the offset of the wall clock."""

    file: AnswersFile
    where: str
    answers: Answers
    at: datetime
    utc_offset_min: int

    def notes(self) -> tuple[ClinicianNote, ...]:
        """The clinician's words, as recorded at this time."""
        return tuple(
            ClinicianNote(
                rule_ids=said.rule_ids,
                seen_on=said.seen_on,
                gentle_movement_ok=said.gentle_movement_ok,
                until=said.until,
                recorded_at=self.at,
            )
            for said in self.file.clinician_notes
        )


Check = Callable[[Answers, Content], None]


def read_answers(name: str, at: str | None, content: Content, check: Check) -> Asked:
    """Read the file (`-`: standard input) and let `check` look at the answers that can be read.

    Raises `AnswersError` with every problem.
    """
    where = "standard input" if name == "-" else name
    plain = parse_json(text_of(name), where=where, error=AnswersError)
    if not isinstance(plain, dict):
        raise AnswersError(_not_an_object(where, plain))
    problems: list[Problem] = []
    instant = _instant(at, plain, where, problems)
    answers = Answers(by_question=answers_in(plain, content, where, problems))
    file = _rest(plain, where, problems)
    problems.extend(_checked(answers, content, check, where))
    problems.extend(_unknown_ids(file, content, where))
    if problems:
        raise AnswersError(problems)
    return Asked(
        file=file,
        where=where,
        answers=answers,
        at=instant.astimezone(UTC),
        utc_offset_min=int((instant.utcoffset() or timedelta()).total_seconds()) // 60,
    )


def _rest(plain: dict[str, Any], where: str, problems: list[Problem]) -> AnswersFile:
    """Everything but the answers, which were read one by one."""
    rest = {**plain, "answers": {}} if "answers" in plain else plain
    pain = plain.get("pain_0_10")
    if isinstance(pain, int) and not 0 <= pain <= WORST_PAIN:
        problems.append(_pain_out_of_range(where, pain))
    try:
        return from_plain(AnswersFile, rest, where=where, error=AnswersError)
    except AnswersError as error:
        problems.extend(error.problems)
        return AnswersFile(answers={})


def _checked(answers: Answers, content: Content, check: Check, where: str) -> Iterator[Problem]:
    try:
        check(answers, content)
    except AnswersError as error:
        yield from (replace(one, where=f"{where}.{one.where}") for one in error.problems)


def _unknown_ids(file: AnswersFile, content: Content, where: str) -> Iterator[Problem]:
    """Items and rules that the file names and the content does not have."""
    items = {*content.exercises, *content.positions, *content.transfers, *content.remedies}
    rules = [rule_id for note in file.clinician_notes for rule_id in sorted(note.rule_ids)]
    named = [("banned", id_, items) for id_ in file.banned]
    named += [("favourites", id_, items) for id_ in file.favourites]
    named += [("kept_position", file.kept_position, {*content.positions, ""})]
    named += [("clinician_notes", id_, {*content.rules}) for id_ in rules]
    for field, id_, known in named:
        if id_ not in known:
            yield Problem(
                what="there is no such thing in the content",
                where=f"{where}.{field}",
                found=id_,
                expected="an id of the generated reference (docs/reference)",
                do="correct the id, or leave it out",
            )


def text_of(name: str) -> str:
    """The text of a file, or of standard input for `-`."""
    try:
        return sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise AnswersError(_unreadable(name, "no such file")) from error
    except UnicodeDecodeError as error:
        raise AnswersError(_unreadable(name, "bytes that are not UTF-8 text")) from error
    except OSError as error:
        raise AnswersError(_unreadable(name, error.strerror or "an error")) from error


def _unreadable(name: str, found: str) -> Problem:
    return Problem(
        what="the answers cannot be read",
        where=name,
        found=found,
        expected="a text file with answers as JSON",
        do="name a file that exists, or - for standard input",
    )


def _pain_out_of_range(where: str, pain: int) -> Problem:
    return Problem(
        what="this number is out of range",
        where=f"{where}.pain_0_10",
        found=str(pain),
        expected=f"a whole number from 0 to {WORST_PAIN}",
        do="correct it, or leave it out: then the pain is not known",
    )


def _not_an_object(where: str, plain: object) -> Problem:
    return Problem(
        what="the file does not hold answers",
        where=where,
        found=type(plain).__name__,
        expected='{"answers": {"age-years": 44, ...}}',
        do="put the answers in braces; docs/reference/commands.md shows a whole file",
    )


def _instant(
    at: str | None, plain: dict[str, Any], where: str, problems: list[Problem]
) -> datetime:
    """The time of the option, else of the file, else of the clock; always with a zone."""
    text = at if at is not None else plain.get("at")
    now = datetime.now().astimezone()
    if not isinstance(text, str):
        return now
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        instant = None
    if instant is not None and instant.tzinfo is not None:
        return instant
    if at is not None:  # the file's own time is read, and refused, with the rest of the file
        problems.append(
            Problem(
                what="this is not a time with a zone",
                where="--at",
                found=text,
                expected="a time like 2026-11-22T08:30:00+00:00",
                do="write the date, a T, the time, and the offset from UTC",
            )
        )
    return now


def with_all_others(
    asked: Asked, open_questions: Callable[[Answers], tuple[str, ...]], content: Content
) -> Answers:
    """The answers; with `all_others`, every open yes-no question is denied in so many words."""
    if asked.file.all_others is None:
        return asked.answers
    denied = from_plain(
        Answer,
        {"value": asked.file.all_others.value, "answered_by": asked.file.answered_by.value},
        where=asked.where,
        error=AnswersError,
    )
    yes_no = [
        question_id
        for question_id in open_questions(asked.answers)
        if content.questions[question_id].kind is QuestionKind.YES_NO
    ]
    return asked.answers.with_answers(dict.fromkeys(yes_no, denied))
