"""May I take this now? The verdict on a dose, the last 24 hours, and what was taken.

Everything is reckoned from what was recorded; recording itself is never refused. A record
without a dose does not mean that nothing was taken.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from loosen.vocabulary import (
    Call,
    Content,
    DoseAnswer,
    DoseAsk,
    DoseTaken,
    DoseVerdict,
    Entry,
    Excess,
    IngredientDay,
    MedicineScreen,
    Reason,
)

from .dose_bars import Asked, Bar, asked_at, opens_at, timed_bars
from .dose_excess import excesses, too_much_now
from .dose_last import what_follows
from .dose_limits import Here, holding, words_on
from .dose_suits import days_in_a_row, notes, untimed_bars
from .dose_times import DAY, DoseTimes, TimedDose, dose_times
from .standing import Standing, standing

DAYS_SEE = "days-see"
NOT_RECORDED = UUID(int=0)


def dose_verdict(
    ask: DoseAsk,
    screen: MedicineScreen,
    entries: Sequence[Entry],
    at: datetime,
    *,
    region_id: str,
    utc_offset_min: int,
    content: Content,
) -> DoseVerdict:
    """Whether the dose may be taken at `at`: the gravest answer stands, with every reason.

    A time is named only where time alone opens it. Too much of one medicine comes before
    every question about another.
    """
    here = here_of(entries, at, content, region_id, utc_offset_min)
    asked = asked_at(here, ask, at, screen)
    excess = list(too_much_now(here, screen, at))
    untimed = untimed_bars(here, asked, screen, at)
    timed = timed_bars(here, asked, at)
    bars = [
        *(Bar(answer=DoseAnswer.TOO_MUCH, reasons=one.reasons) for one in excess),
        *sorted([*untimed, *timed], key=lambda bar: -bar.answer.rank),
    ]
    ids = [amount.ingredient_id for amount in ask.amounts]
    days = [*ids, *(one.ingredient_id for one in excess)]
    strange = set(days) - set(ids)  # too much of something else: no time opens, a call does
    verdict = DoseVerdict(
        answer=max((bar.answer for bar in bars), key=lambda one: one.rank, default=DoseAnswer.YES),
        at=at,
        reasons=_reasons(here, bars, asked, screen, at),
        days=tuple(_day(here, id_, at) for id_ in dict.fromkeys(days)),
        next_allowed_at=opens_at(here, asked, at) if bars and not untimed and not strange else None,
        calls=tuple(dict.fromkeys(_calls(bars, [call for one in excess for call in one.calls]))),
    )
    return _with_what_follows(verdict, here, asked) if not bars else verdict


def here_of(
    entries: Sequence[Entry],
    at: datetime,
    content: Content,
    region_id: str,
    utc_offset_min: int,
) -> Here:
    """The record, as seen from an instant, with the place at which it is judged."""
    log = standing(entries)
    return Here(
        log=log,
        times=dose_times(log, at),
        content=content,
        region_id=region_id,
        utc_offset_min=utc_offset_min,
    )


def _reasons(
    here: Here, bars: Iterable[Bar], asked: Asked, screen: MedicineScreen, at: datetime
) -> tuple[Reason, ...]:
    found = [reason for bar in bars for reason in bar.reasons]
    if not found:
        found.append(here.content.reason("dose-allowed"))
    if here.times.every.since(at):
        found.append(here.content.reason("clock-ahead"))
    return tuple(dict.fromkeys((*found, *notes(here, asked, screen, at))))


def _calls(bars: Iterable[Bar], first: list[Call]) -> Iterator[Call]:
    yield from first
    if any(reason.id == DAYS_SEE for bar in bars for reason in bar.reasons):
        yield Call.CLINICIAN


def _with_what_follows(verdict: DoseVerdict, here: Here, asked: Asked) -> DoseVerdict:
    """When the same dose would be open again, were this one taken now; is it the last for now?"""
    after = what_follows(_as_if_taken(here, asked.ask, verdict.at), asked, verdict.at)
    said = (here.content.reason(after.said),) if after.said else ()
    reasons = (*verdict.reasons, *said)
    return replace(verdict, reasons=reasons, is_last=after.is_last, next_after=after.opens)


def _as_if_taken(here: Here, ask: DoseAsk, at: datetime) -> Here:
    """The record with the dose in it, as far back as a window reaches."""
    taken = DoseTaken(
        name=ask.name, amounts=ask.amounts, product_id=ask.product_id, units=ask.units,
        form=ask.form,
    )  # fmt: skip
    now = TimedDose(
        entry_id=NOT_RECORDED, dose=taken, at=at, utc_offset_min=here.utc_offset_min, ug=0
    )
    swallowed = dict(here.times.swallowed)
    for amount in ask.amounts:
        line = here.times.of(amount.ingredient_id)
        swallowed[amount.ingredient_id] = line.and_one(replace(now, ug=amount.ug), at - 2 * DAY)
    times = DoseTimes(
        swallowed=swallowed,
        on_skin=here.times.on_skin,
        unknown=here.times.unknown,
        every=here.times.every,
    )
    return replace(here, times=times)


# --- the last 24 hours -----------------------------------------------------------------------


def medicine_days(
    entries: Sequence[Entry],
    at: datetime,
    *,
    region_id: str,
    utc_offset_min: int,
    content: Content,
) -> tuple[IngredientDay, ...]:
    """Every ingredient that was swallowed in the 24 hours before `at`, by the last one first."""
    here = here_of(entries, at, content, region_id, utc_offset_min)
    taken = [id_ for id_, line in here.times.swallowed.items() if line.since(at - DAY)]
    taken.sort(key=lambda id_: here.times.of(id_).doses[-1].at, reverse=True)
    return tuple(_day(here, id_, at) for id_ in taken)


def _day(here: Here, ingredient_id: str, at: datetime) -> IngredientDay:
    line = here.times.of(ingredient_id)
    words = words_on(here, ingredient_id, here.local_day(at))
    held = holding(here, ingredient_id, at, words=words)
    return IngredientDay(
        ingredient_id=ingredient_id,
        taken_24h_ug=line.sum_since_ug(at - DAY),
        most_24h_ug=held.most_24h_ug,
        doses_24h=len(line.since(at - DAY)),
        most_doses_24h=held.most_doses,
        last_at=line.last_at(),
        days_in_a_row=days_in_a_row(line, here, at),
        is_exact=not here.times.unknown.since(at - DAY),
    )


def doses_taken(entries: Sequence[Entry]) -> tuple[tuple[Entry, DoseTaken], ...]:
    """The doses that stand, in the order in which they were taken."""
    return tuple(standing(entries).of(DoseTaken))


def usual_doses(entries: Sequence[Entry]) -> tuple[DoseTaken, ...]:
    """What the person takes, each dose once, the last one first."""
    return standing(entries).once(_usual)


def _usual(log: Standing) -> tuple[DoseTaken, ...]:
    taken = [dose for _, dose in log.of(DoseTaken)]
    return tuple(dict.fromkeys(reversed(taken)))


def too_much_so_far(
    entries: Sequence[Entry],
    at: datetime,
    *,
    region_id: str,
    utc_offset_min: int,
    content: Content,
) -> tuple[Excess, ...]:
    """Every entry of the record that went over a limit, however old, by time."""
    return excesses(here_of(entries, at, content, region_id, utc_offset_min))
