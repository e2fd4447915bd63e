"""Too much: which entry went over a limit and when, and whom to call (evidence file, 4.6)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from loosen.vocabulary import UG_PER_MG, Call, Excess, Family, MedicineScreen, Reason

from .dose_limits import Here, Holding, holding, holding_then, words_on
from .dose_times import DAY, TimedDose


@dataclass(frozen=True, slots=True, kw_only=True)
class TooMuch:
    """An ingredient of which there was too much just now: why, whom to call, until when it bars."""

    ingredient_id: str
    reasons: tuple[Reason, ...]
    calls: tuple[Call, ...]


def excesses(here: Here, since: datetime | None = None) -> tuple[Excess, ...]:
    """Every entry that went over, by time; those after an instant, where one is given."""
    found = [
        excess
        for ingredient_id, line in here.times.swallowed.items()
        for timed in (line.doses if since is None else line.since(since))
        if (excess := _excess(here, ingredient_id, timed)) is not None
    ]
    return tuple(sorted(found, key=lambda excess: (excess.at, excess.ingredient_id)))


def _excess(here: Here, ingredient_id: str, timed: TimedDose) -> Excess | None:
    held = holding_then(here, ingredient_id, timed)
    taken_ug = here.times.of(ingredient_id).sum_between_ug(timed.at - DAY, timed.at)
    is_over = held.most_24h_ug is not None and taken_ug > held.most_24h_ug
    if not is_over and not _is_burst(here, ingredient_id, timed, held):
        return None
    return Excess(
        entry_id=timed.entry_id,
        ingredient_id=ingredient_id,
        at=timed.at,
        utc_offset_min=timed.utc_offset_min,
        taken_24h_ug=taken_ug,
        most_24h_ug=held.most_24h_ug,
    )


def _is_burst(here: Here, ingredient_id: str, timed: TimedDose, held: Holding) -> bool:
    """Paracetamol: more than two pills on top of a full dose, within the least gap (4.6)."""
    if here.family(ingredient_id) is not Family.PARACETAMOL or held.most_dose_ug is None:
        return False
    line = here.times.of(ingredient_id)
    at_once_ug = max(timed.ug, line.sum_between_ug(timed.at - held.least_gap, timed.at))
    return at_once_ug > held.most_dose_ug + here.content.threshold("paracetamol-extra-mg") * (
        UG_PER_MG
    )


def wait_after_excess(here: Here) -> timedelta:
    """How long nothing more of paracetamol after the entry that went over."""
    return timedelta(hours=here.content.threshold("paracetamol-wait-h"))


def barring_excesses(here: Here, ingredient_id: str, at: datetime) -> Sequence[Excess]:
    """The excesses of an ingredient that still bar it at an instant.

    Paracetamol: for a full day after the entry that went over. Others: while the 24 hours
    hold more than the limit; the last dose in them stands for it.
    """
    if here.family(ingredient_id) is Family.PARACETAMOL:
        line = here.times.of(ingredient_id).since(at - wait_after_excess(here))
        found = (_excess(here, ingredient_id, timed) for timed in line)
        return [excess for excess in found if excess is not None]
    window = here.times.of(ingredient_id).since(at - DAY)
    words = words_on(here, ingredient_id, here.local_day(at))
    most_ug = holding(here, ingredient_id, at, words=words).most_24h_ug
    taken_ug = here.times.of(ingredient_id).sum_since_ug(at - DAY)
    if not window or most_ug is None or taken_ug <= most_ug:
        return []
    last = window[-1]
    return [
        Excess(
            entry_id=last.entry_id,
            ingredient_id=ingredient_id,
            at=last.at,
            utc_offset_min=last.utc_offset_min,
            taken_24h_ug=taken_ug,
            most_24h_ug=most_ug,
        )
    ]


def too_much_now(here: Here, screen: MedicineScreen, at: datetime) -> Iterator[TooMuch]:
    """Every ingredient of which there was too much and which that still bars."""
    for ingredient_id in sorted(here.times.swallowed):
        if barring := barring_excesses(here, ingredient_id, at):
            yield too_much(here, screen, barring)


def too_much(here: Here, screen: MedicineScreen, barring: Sequence[Excess]) -> TooMuch:
    """What to do about excesses of one ingredient, and whom to call."""
    ingredient_id = barring[-1].ingredient_id
    grave = tuple(_grave(here, screen, barring))
    ids = (_too_much_phrase(here.family(ingredient_id)), *grave, "too-much-danger")
    first = (Call.EMERGENCY,) if grave else ()
    return TooMuch(
        ingredient_id=ingredient_id,
        reasons=tuple(here.content.reason(id_) for id_ in ids),
        calls=(*first, Call.POISON_LINE),
    )


def _too_much_phrase(family: Family) -> str:
    match family:
        case Family.PARACETAMOL:
            return "too-much-paracetamol"
        case Family.NSAID:
            return "too-much-nsaid"
        case Family.OTHER:
            return "too-much-other"


def _grave(here: Here, screen: MedicineScreen, barring: Sequence[Excess]) -> Iterator[str]:
    """What makes an excess an emergency whatever the person feels."""
    number = here.content.threshold
    if screen.age_years is not None and screen.age_years < number("child-under-years"):
        yield "child-under-years"
    if here.family(barring[-1].ingredient_id) is not Family.PARACETAMOL:
        return
    most_ug = max(excess.taken_24h_ug for excess in barring)
    if screen.weight_kg is not None:
        per_kg_ug = number("paracetamol-mg-per-kg") * UG_PER_MG
        if most_ug > per_kg_ug * screen.weight_kg:
            yield "paracetamol-mg-per-kg"
    if _is_staggered(here, barring):
        yield "staggered-days"


def _is_staggered(here: Here, barring: Sequence[Excess]) -> bool:
    """Too much on more than one local day within the week before the last of them."""
    last = barring[-1]
    week = timedelta(days=here.content.threshold("staggered-days"))
    line = here.times.of(last.ingredient_id).between(last.at - week, last.at)
    days = {
        timed.local_day for timed in line if _excess(here, last.ingredient_id, timed) is not None
    }
    return len(days) > 1
