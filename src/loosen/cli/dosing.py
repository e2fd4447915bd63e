"""`dose`: a record and a dose in; whether it may be taken now, from when, and why."""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import uuid5

from loosen.vocabulary import (
    Amount,
    AnswersError,
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
    MedicineForm,
    MedicineScreen,
    Problem,
    Reason,
    Region,
    canonical_json,
    to_plain,
)

from .deciding import content_for, region_of
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
    """The verdict with all that was found in the record."""

    ask: DoseAsk
    verdict: DoseVerdict
    days: tuple[IngredientDay, ...]
    excesses: tuple[Excess, ...]
    region: Region
    utc_offset_min: int


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
    at, offset_min = _instant(arguments.at)
    ask = _ask(arguments, content)
    past = earlier(arguments.log)
    for entry in past:
        _check(entry, past)
    log = (*past, *_elsewhere(arguments.taken_elsewhere, past, at, offset_min, content))
    screen = _screen(arguments, content)
    here: dict[str, Any] = {
        "region_id": region.id, "utc_offset_min": offset_min, "content": content,
    }  # fmt: skip
    return _Judged(
        ask=ask,
        verdict=ledger.dose_verdict(ask, screen, log, at, **here),
        days=ledger.medicine_days(log, at, **here),
        excesses=ledger.too_much_so_far(log, at, **here),
        region=region,
        utc_offset_min=offset_min,
    )


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


# --- reading the options ---------------------------------------------------------------------


def _instant(text: str | None) -> tuple[datetime, int]:
    """The time of the option, else of the clock (UTC), and the offset of the wall clock."""
    now = datetime.now().astimezone() if text is None else _zoned(text)
    if now is None:
        raise AnswersError(
            _problem(
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


def _ask(arguments: argparse.Namespace, content: Content) -> DoseAsk:
    """A product by its id and so many units, or an ingredient and an amount from the pack."""
    from loosen import ledger

    name, region = arguments.ask, arguments.region
    if name in content.products:
        product = content.products[name]
        units = ledger.read_units(
            arguments.units, where="--units", content=content, confirmed=arguments.confirmed
        )
        return DoseAsk(
            name=product.name, product_id=product.id, units=float(units), form=product.form,
            amounts=tuple(
                Amount(ingredient_id=one.ingredient, ug=round(one.ug * units))
                for one in product.strengths
            ),
        )  # fmt: skip
    ingredient_id = ingredient_named(name, content)
    if ingredient_id is None:
        return DoseAsk(name=name, amounts=(), form=MedicineForm.BY_MOUTH)
    if arguments.amount is None:
        raise AnswersError(
            _problem(
                "how much of it is not said", "--amount", "nothing",
                "an amount from the pack, like 500 mg",
                f"give --amount, or name a product ({_products(region, content)})",
            )
        )  # fmt: skip
    ug = ledger.read_amount_ug(
        arguments.amount, where="--amount", content=content, confirmed=arguments.confirmed
    )
    return DoseAsk(name=name, amounts=(Amount(ingredient_id=ingredient_id, ug=ug),))


def ingredient_named(name: str, content: Content) -> str | None:
    """The ingredient of that id or of another name for it; never a guess."""
    wanted = name.casefold()
    for ingredient in content.ingredients.values():
        names = (ingredient.id, ingredient.name, *ingredient.also)
        if wanted in {one.casefold() for one in names}:
            return ingredient.id
    return None


def _products(region_id: str, content: Content) -> str:
    own = [one.id for one in content.products.values() if region_id in one.regions]
    return ", ".join(own or sorted(content.products))


def _screen(arguments: argparse.Namespace, content: Content) -> MedicineScreen:
    """Whom it is for. Without the answers nothing is known, and no verdict is a yes."""
    unknown = [id_ for id_ in arguments.caution if id_ not in content.cautions]
    if unknown:
        raise AnswersError(
            [
                _problem(
                    "there is no such caution", "--caution", id_,
                    ", ".join(sorted(content.cautions)) or "none: this content has no caution",
                    "correct the id, or leave it out",
                )
                for id_ in unknown
            ]
        )  # fmt: skip
    return MedicineScreen(
        cautions=tuple(sorted(set(arguments.caution))),
        is_complete=arguments.screened,
        asked_on=None,
        age_years=arguments.age,
        weight_kg=arguments.weight,
    )


def _problem(what: str, where: str, found: str, expected: str, do: str) -> Problem:
    return Problem(what=what, where=where, found=found, expected=expected, do=do)


# --- printing --------------------------------------------------------------------------------


def _as_plain(judged: _Judged, content: Content) -> Mapping[str, Any]:
    verdict, region = judged.verdict, judged.region
    return {
        "ask": to_plain(judged.ask),
        "verdict": to_plain(verdict),
        "sources": {
            reason.id: content.sources[reason.provenance.source].citation
            for reason in verdict.reasons
            if reason.provenance.source in content.sources
        },
        "call": [
            {"name": line.name, "number": line.number, "text": line.text}
            for call in verdict.calls
            for line in region.whom(call).lines
        ],
        "last_24_h": [to_plain(day) for day in judged.days],
        "excesses": [to_plain(excess) for excess in judged.excesses],
    }


def _sentences(judged: _Judged, content: Content) -> Iterator[str]:
    verdict = judged.verdict
    yield f"{judged.ask.name}: {ANSWER_WORDS[verdict.answer]}"
    if verdict.next_allowed_at is not None:
        yield f"  Not before {_wall(verdict.next_allowed_at, judged)}"
    if verdict.is_last and verdict.next_after is not None:
        yield f"  The last one for now, until {_wall(verdict.next_after, judged)}"
    for call in verdict.calls:
        whom = judged.region.whom(call)
        lines = [
            f"{line.number} ({line.name})" if line.number else line.text for line in whom.lines
        ]
        yield f"  Call: {', '.join(lines) or whom.name}"
    yield from (f"  {line}" for line in map(_because, verdict.reasons))
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
    zone = timezone(timedelta(minutes=judged.utc_offset_min))
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"
