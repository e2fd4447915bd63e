"""`dose`: a record and a dose in; whether it may be taken now, from when, and why."""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import uuid5

from loosen.vocabulary import (
    AnswerValue,
    Content,
    DoseAnswer,
    DoseAsk,
    DoseVerdict,
    Entry,
    EntryKind,
    Excess,
    Got,
    IngredientDay,
    IntakeTold,
    Reason,
    Region,
    canonical_json,
    to_plain,
)

from .deciding import content_for, region_of, urgent_sentences
from .dose_asked import dose_asked
from .dose_person import Whom, whom
from .told import NOBODY, earlier, owner_of

UG_PER_MG = 1000
ANSWER_WORDS = {
    DoseAnswer.YES: "Yes",
    DoseAnswer.NOT_YET: "Not yet",
    DoseAnswer.ASK: "Ask a pharmacist or doctor first",
    DoseAnswer.NO: "No",
    DoseAnswer.TOO_MUCH: "Too much",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """The verdict, where one may be given, with all that was found in the record."""

    ask: DoseAsk
    person: Whom
    verdict: DoseVerdict | None
    days: tuple[IngredientDay, ...]
    excesses: tuple[Excess, ...]
    region: Region


def dose(arguments: argparse.Namespace) -> int:
    """Print the verdict with its reasons, the totals, and every excess of the record."""
    content = content_for(arguments.content)
    judged = _judged(arguments, content)
    if arguments.text:
        print("\n".join(_sentences(judged, content)))
    else:
        print(canonical_json(_as_plain(judged, content)))
    return 0


def _judged(arguments: argparse.Namespace, content: Content) -> _Judged:
    from loosen import ledger

    region = region_of(arguments.region, content)
    past = earlier(arguments.log)
    for entry in past:
        _check(entry, past)
    ask = dose_asked(arguments, past, content)
    person = whom(arguments, past)
    at, offset_min = person.at, person.utc_offset_min
    log = (*past, *_elsewhere(arguments.taken_elsewhere, past, at, offset_min, content))
    here: dict[str, Any] = {
        "region_id": region.id, "utc_offset_min": offset_min, "content": content,
    }  # fmt: skip
    return _Judged(
        ask=ask,
        person=person,
        verdict=_spoken(ledger.dose_verdict(ask, person.screen, log, at, **here), person),
        days=ledger.medicine_days(log, at, **here),
        excesses=ledger.too_much_so_far(log, at, **here),
        region=region,
    )


def _spoken(verdict: DoseVerdict, person: Whom) -> DoseVerdict | None:
    """The verdict where one may be given. What to do about too much is said in any case."""
    is_said = not person.locked or verdict.answer is DoseAnswer.TOO_MUCH
    return verdict if is_said else None


def _check(entry: Entry, past: tuple[Entry, ...]) -> None:
    """A dose of the log whose time lies after it was recorded is no dose that was taken."""
    from loosen import ledger

    if entry.happened_at > entry.recorded_at:
        ledger.check_entry(entry, [one for one in past if one.id != entry.id])


def _elsewhere(
    said: str | None, past: tuple[Entry, ...], at: datetime, offset_min: int, content: Content
) -> Iterator[Entry]:
    """What was said just now of medicine that is not in the log."""
    if said is None:
        return
    seq = max((entry.seq for entry in past), default=-1) + 1
    yield Entry(
        id=uuid5(NOBODY, f"intake {seq}"),
        device_id=NOBODY,
        seq=seq,
        owner_id=owner_of(past),
        kind=EntryKind.INTAKE,
        happened_at=at,
        recorded_at=at,
        utc_offset_min=offset_min,
        zone="UTC",
        source=Got.SELF_REPORT,
        payload=IntakeTold(taken=AnswerValue(said)),
        content_version=content.version,
    )


# --- printing --------------------------------------------------------------------------------


def _as_plain(judged: _Judged, content: Content) -> Mapping[str, Any]:
    verdict, person = judged.verdict, judged.person
    reasons = (*(verdict.reasons if verdict else ()), *person.locked)
    return {
        "ask": to_plain(judged.ask),
        "verdict": None if verdict is None else to_plain(verdict),
        "locked": [to_plain(reason) for reason in person.locked],
        "to_ask": [{"id": id_, "text": content.questions[id_].text} for id_ in person.to_ask],
        "sources": {
            reason.id: content.sources[reason.provenance.source].citation
            for reason in reasons
            if reason.provenance.source in content.sources
        },
        "call": [
            {"name": line.name, "number": line.number, "text": line.text}
            for call in (verdict.calls if verdict else ())
            for line in judged.region.whom(call).lines
        ],
        "last_24_h": [to_plain(day) for day in judged.days],
        "excesses": [to_plain(excess) for excess in judged.excesses],
    }


def _sentences(judged: _Judged, content: Content) -> Iterator[str]:
    person = judged.person
    if person.decided is not None:
        yield from urgent_sentences(person.decided)
    if judged.verdict is not None:
        yield from _verdict_sentences(judged, judged.verdict)
    if person.locked:
        yield f"{judged.ask.name}: nothing can be said of it now"
        yield from (f"  {_because(reason)}" for reason in person.locked)
    if person.to_ask:
        yield f"\nStill to ask ({len(person.to_ask)}):"
        yield from (f"  {id_}: {content.questions[id_].text}" for id_ in person.to_ask)
    yield from _record_sentences(judged, content)


def _verdict_sentences(judged: _Judged, verdict: DoseVerdict) -> Iterator[str]:
    yield f"{judged.ask.name}: {ANSWER_WORDS[verdict.answer]}"
    if verdict.next_allowed_at is not None:
        yield f"  Not before {_wall(verdict.next_allowed_at, judged)}"
    if verdict.is_last and verdict.next_after is not None:
        yield f"  The last one for now, until {_wall(verdict.next_after, judged)}"
    for call in verdict.calls:
        contact = judged.region.whom(call)
        lines = [
            f"{line.number} ({line.name})" if line.number else line.text for line in contact.lines
        ]
        yield f"  Call: {', '.join(lines) or contact.name}"
    yield from (f"  {line}" for line in map(_because, verdict.reasons))


def _record_sentences(judged: _Judged, content: Content) -> Iterator[str]:
    if judged.days:
        yield "\nIn the last 24 hours"
    yield from (f"  {_day(day, content)}" for day in judged.days)
    if judged.excesses:
        yield "\nToo much"
    for excess in judged.excesses:
        taken_mg = excess.taken_24h_ug / UG_PER_MG
        yield f"  {_wall(excess.at, judged)}: {excess.ingredient_id} {taken_mg:g} mg in 24 hours"


def _because(reason: Reason) -> str:
    fact = reason.provenance
    return f"{reason.text} [{fact.source}, {fact.row}, {fact.mark}]"


def _day(day: IngredientDay, content: Content) -> str:
    name = (
        content.ingredients[day.ingredient_id].name
        if (day.ingredient_id in content.ingredients)
        else day.ingredient_id
    )
    most = "no limit known" if day.most_24h_ug is None else f"of {day.most_24h_ug / UG_PER_MG:g} mg"
    exact = "" if day.is_exact else ", and something that nobody knows"
    return f"{name}: {day.taken_24h_ug / UG_PER_MG:g} mg {most}, doses: {day.doses_24h}{exact}"


def _wall(at: datetime, judged: _Judged) -> str:
    zone = timezone(timedelta(minutes=judged.person.utc_offset_min))
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"
