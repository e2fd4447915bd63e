"""What to say once a dose was logged: how long to wait, too much, the same dose twice."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from loosen.vocabulary import (
    AfterDose,
    Amount,
    Call,
    Content,
    DoseAsk,
    DoseTaken,
    Entry,
    Excess,
    MedicineForm,
    MedicineScreen,
    Reason,
)

from .dose_bars import asked_at
from .dose_excess import barring_excesses, excesses, too_much
from .dose_last import what_follows
from .dose_limits import Here, holding_then, is_over_pack
from .dose_suits import day_number
from .dose_times import DAY, TimedDose
from .doses import here_of


def after_dose(
    entry_id: UUID,
    screen: MedicineScreen,
    entries: Sequence[Entry],
    at: datetime,
    *,
    region_id: str,
    utc_offset_min: int,
    content: Content,
) -> AfterDose:
    """What the dose of that entry (or of its correction) means, now that it is recorded.

    Warns where it was the last for now, says until when, and what to do about too much,
    also where it shows an excess of an earlier time. `KeyError`: no such dose stands.
    """
    here = here_of(entries, at, content, region_id, utc_offset_min)
    logged = _logged(here, entry_id)
    follows = what_follows(here, asked_at(here, _same_again(logged.dose), at, screen), at)
    found = _shown_by(here, logged)
    calls: list[Call] = []
    reasons = list(_too_much(here, screen, found, at, calls))
    last = "" if found else follows.said
    reasons += [content.reason(id_) for id_ in _said(here, logged, last, at)]
    twin = _twin(here, logged)
    if twin is not None:
        reasons.append(content.reason("same-dose-min"))
    return AfterDose(
        entry_id=logged.entry_id,
        reasons=tuple(dict.fromkeys(reasons)),
        is_last=bool(last),
        next_allowed_at=follows.opens,
        too_much_at=found[-1].at if found else None,
        same_as=twin,
        calls=tuple(dict.fromkeys(calls)),
    )


def _logged(here: Here, entry_id: UUID) -> TimedDose:
    wanted = here.log.stands_for(entry_id)
    for timed in here.times.every.doses:
        if timed.entry_id == wanted:
            return timed
    raise KeyError(entry_id)


def _same_again(dose: DoseTaken) -> DoseAsk:
    return DoseAsk(
        name=dose.name,
        amounts=dose.amounts,
        product_id=dose.product_id,
        units=dose.units,
        form=dose.form,
    )


def _shown_by(here: Here, logged: TimedDose) -> list[Excess]:
    """The excesses that this dose is a part of: of its own time and of the 24 hours after it."""
    if logged.dose.form is MedicineForm.ON_SKIN:
        return []
    own = {amount.ingredient_id for amount in logged.dose.amounts}
    return [
        excess
        for excess in excesses(here, logged.at - timedelta(microseconds=1))
        if excess.ingredient_id in own and excess.at < logged.at + DAY
    ]


def _too_much(
    here: Here,
    screen: MedicineScreen,
    found: list[Excess],
    at: datetime,
    calls: list[Call],
) -> Iterator[Reason]:
    for ingredient_id in dict.fromkeys(excess.ingredient_id for excess in found):
        own = [excess for excess in found if excess.ingredient_id == ingredient_id]
        told = too_much(here, screen, own)
        calls.extend(told.calls)
        yield from told.reasons
        if not barring_excesses(here, ingredient_id, at):
            yield here.content.reason("too-much-late")


def _said(here: Here, logged: TimedDose, last: str, at: datetime) -> Iterator[str]:
    yield last or "dose-logged"
    if not logged.dose.amounts:
        yield "product-not-known"
    if logged.dose.form is MedicineForm.ON_SKIN:
        return
    if is_over_pack(here.content, logged.dose):
        yield "dose-was-big"
    for amount in logged.dose.amounts:
        yield from _said_of(here, logged, amount, at)
    if here.times.every.since(at):
        yield "clock-ahead"


def _said_of(here: Here, logged: TimedDose, amount: Amount, at: datetime) -> Iterator[str]:
    """What one of its ingredients adds: no limit known, too early, too big, days in a row."""
    held = holding_then(here, amount.ingredient_id, logged)
    line = here.times.of(amount.ingredient_id)
    if held.most_24h_ug is None:
        yield "limit-not-known"
    if line.from_to(logged.at - held.least_gap + timedelta(microseconds=1), logged.at):
        yield "dose-early"
    if held.most_dose_ug is not None and amount.ug > held.most_dose_ug:
        yield "dose-was-big"
    day = day_number(here, amount.ingredient_id, at)
    if held.see_from_day and day >= held.see_from_day:
        yield "days-see"
    elif held.note_day and day >= held.note_day:
        yield "days-note"


def _twin(here: Here, logged: TimedDose) -> UUID | None:
    """The same dose a few minutes before or after: was it two, or one that was logged twice?"""
    within = timedelta(minutes=here.content.threshold("same-dose-min"))
    near = here.times.every.between(logged.at - within, logged.at + within)
    for timed in near:
        if timed.entry_id != logged.entry_id and timed.dose == logged.dose:
            return timed.entry_id
    return None
