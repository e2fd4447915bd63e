"""Whom a dose is for: by their own answers (in a file or in the log), or by the options."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from loosen.vocabulary import (
    Answers,
    AnswersError,
    AnswersGiven,
    Clearance,
    Content,
    Entry,
    Lapsed,
    MedicineScreen,
    MomentAsked,
    Permit,
    Problem,
    Reason,
)

from .clearing import standing_of
from .deciding import Decided, content_for, decided
from .dose_asked import problem
from .told import owner_of, told

NOT_CLEAR_HEADED = "gate-moment-not-clear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """The person, the moment, and why no verdict may be given (`locked`; empty: one may).

    `to_ask`: questions that wait for an answer before a verdict can be a yes.
    """

    screen: MedicineScreen
    at: datetime
    utc_offset_min: int
    locked: tuple[Reason, ...] = ()
    to_ask: tuple[str, ...] = ()
    decided: Decided | None = None


def whom(arguments: argparse.Namespace, past: tuple[Entry, ...]) -> Whom:
    """By `--answers`, else by the answers in the log; the options beside them say the same."""
    content = content_for(arguments.content)
    unknown = [id_ for id_ in arguments.caution if id_ not in content.cautions]
    if unknown:
        raise AnswersError([_no_such_caution(id_, content) for id_ in unknown])
    if arguments.answers is not None:
        return _by_answers(arguments, past)
    at, offset_min = _instant(arguments.at)
    if any(isinstance(entry.payload, AnswersGiven) for entry in past):
        return _by_log(arguments, past, at, offset_min)
    screen = MedicineScreen(
        cautions=tuple(sorted(set(arguments.caution))),
        is_complete=arguments.screened,
        asked_on=None,
        age_years=arguments.age,
        weight_kg=arguments.weight,
    )
    return Whom(screen=screen, at=at, utc_offset_min=offset_min)


def _by_answers(arguments: argparse.Namespace, past: tuple[Entry, ...]) -> Whom:
    result = decided(arguments)
    asked, answers, content = result.asked, result.answers, result.content
    log = (*past, *told(asked, answers, content.version, past))
    standing = standing_of(result, past, log)
    person = _screened(arguments, answers, content, asked.at, asked.utc_offset_min)
    return replace(
        person,
        locked=tuple(_locked(standing, asked.file.moment, content)),
        to_ask=tuple(dict.fromkeys((*result.decision.to_ask, *person.to_ask))),
        decided=result,
    )


def _by_log(
    arguments: argparse.Namespace, past: tuple[Entry, ...], at: datetime, utc_offset_min: int
) -> Whom:
    """By the answers and decisions of the record, as far as they still count at the time."""
    from loosen import ledger, triage

    content = content_for(arguments.content)
    answers, told_on = ledger.answers_so_far(past), ledger.answers_told(past)
    day = (at + timedelta(minutes=utc_offset_min)).date()
    again = triage.medicine_asked_again(answers, told_on, content, day)
    kept = {key: one for key, one in answers.by_question.items() if key not in again}
    standing = triage.clearance(
        ledger.dated_decisions(past), ledger.clinician_notes(past), at,
        owner_id=owner_of(past), content=content, utc_offset_min=utc_offset_min,
        about_digest=triage.about_digest(answers, content),
        still_to_say=frozenset(ledger.still_to_say(past).by_question),
    )  # fmt: skip
    moment = _fresh_moment(past, at, content)
    standing = replace(standing, permits=triage.permits_now(standing, moment))
    person = _screened(arguments, Answers(by_question=kept), content, at, utc_offset_min)
    return replace(person, locked=tuple(_locked(standing, moment, content)))


def _fresh_moment(past: tuple[Entry, ...], at: datetime, content: Content) -> MomentAsked | None:
    from loosen import ledger
    from loosen.triage.gate import GATE_THRESHOLD

    last = ledger.last_moment(past)
    lasts = timedelta(minutes=content.threshold(GATE_THRESHOLD))
    return last[0] if last is not None and at - last[1] <= lasts else None


def _screened(
    arguments: argparse.Namespace,
    answers: Answers,
    content: Content,
    at: datetime,
    utc_offset_min: int,
) -> Whom:
    """The person by these answers. Raises `AnswersError` where an option says otherwise."""
    from loosen import triage

    local_day = (at + timedelta(minutes=utc_offset_min)).date()
    screen = triage.medicine_screen(answers, content, local_day)
    open_ = tuple(question.id for question in triage.medicine_questions(answers, content))
    if problems := [*_differences(arguments, screen, open_)]:
        raise AnswersError(problems)
    return Whom(screen=screen, at=at, utc_offset_min=utc_offset_min, to_ask=open_)


def _locked(
    standing: Clearance | Lapsed, moment: MomentAsked | None, content: Content
) -> Iterator[Reason]:
    """Why no verdict on a medicine is permitted, as the pages say it; nothing where one is."""
    if Permit.MEDICINE in standing.permits:
        return
    if isinstance(standing, Lapsed):
        yield content.reason(f"lapsed-{standing.reason.value}")
        return
    yield from standing.reasons
    if moment is not None and not moment.is_clear:
        yield content.reason(NOT_CLEAR_HEADED)


# --- the options beside the answers ----------------------------------------------------------


def _differences(
    arguments: argparse.Namespace, screen: MedicineScreen, open_: tuple[str, ...]
) -> Iterator[Problem]:
    """What an option says otherwise than the answers do: which of them is right is not guessed."""
    if arguments.screened and open_:
        found = f"{len(open_)} questions are open: {', '.join(open_)}"
        yield _differs("--screened", found, "an answer to each question of the medicine screen")
    cautions = sorted(set(arguments.caution))
    if cautions and tuple(cautions) != screen.cautions:
        expected = ", ".join(screen.cautions) or "no caution"
        yield _differs("--caution", ", ".join(cautions), expected)
    for option, said, answered in (
        ("--age", arguments.age, screen.age_years),
        ("--weight", arguments.weight, screen.weight_kg),
    ):
        if said is not None and said != answered:
            expected = "nothing" if answered is None else f"{answered:g}"
            yield _differs(option, f"{said:g}", expected)


def _differs(where: str, found: str, expected: str) -> Problem:
    return problem(
        "this is not what the answers say", where, found, expected,
        "correct the answers, or leave this option out: the answers say it",
    )  # fmt: skip


def _no_such_caution(id_: str, content: Content) -> Problem:
    return problem(
        "there is no such caution", "--caution", id_,
        ", ".join(sorted(content.cautions)) or "none: this content has no caution",
        "correct the id, or leave it out",
    )  # fmt: skip


def _instant(text: str | None) -> tuple[datetime, int]:
    """The time of the option, else of the clock (UTC), and the offset of the wall clock."""
    now = datetime.now().astimezone() if text is None else _zoned(text)
    if now is None:
        raise AnswersError(
            problem(
                "this is not a time with a zone",
                "--at",
                str(text),
                "a time like 2026-11-22T08:30:00+00:00",
                "write the date, a T, the time, and the offset from UTC",
            )
        )
    offset = now.utcoffset() or timedelta()
    return now.astimezone(UTC), int(offset.total_seconds()) // 60


def _zoned(text: str) -> datetime | None:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    return instant if instant.tzinfo is not None else None
