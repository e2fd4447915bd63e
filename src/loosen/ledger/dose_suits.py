"""What no time alone opens: what is not known, whom it does not suit, days in a row."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from loosen.vocabulary import (
    Amount,
    AnswerValue,
    Caution,
    CautionEffect,
    DoseAnswer,
    Entry,
    Family,
    Got,
    IntakeTold,
    MedicineForm,
    MedicineScreen,
    MedicineWord,
    Reason,
)

from .clocks import shifts_at, time_of
from .dose_bars import Asked, Bar
from .dose_limits import Here, is_over_pack
from .dose_times import DoseLine
from .standing import Standing, standing

ONE_DAY = timedelta(days=1)


def intake_told(log: Standing, at: datetime, utc_offset_min: int) -> AnswerValue | None:
    """What was said today of medicine taken elsewhere; None where nobody asked here today.

    A file that was read in since then calls for it anew.
    """
    told = list(log.of(IntakeTold))
    if not told:
        return None
    entry, said = told[-1]
    asked_on = (
        time_of(log, shifts_at(log, at))(entry) + timedelta(minutes=entry.utc_offset_min)
    ).date()
    today = (at + timedelta(minutes=utc_offset_min)).date()
    if entry.source is Got.IMPORT or asked_on != today:
        return None
    return said.taken


def intake_is_known(entries: Sequence[Entry], at: datetime, *, utc_offset_min: int) -> bool:
    """Whether a plain no was said today: nothing was taken that is not in this record."""
    return intake_told(standing(entries), at, utc_offset_min) is AnswerValue.NO


def untimed_bars(here: Here, asked: Asked, screen: MedicineScreen, at: datetime) -> list[Bar]:
    """All that bars a dose and that no time alone opens."""
    return [
        *_unknown(here, asked, at),
        *_record(here, screen, at),
        *_persons_limits(here, asked, screen, at),
        *_cautions(here, asked, screen),
        *_words(here, asked),
        *days_bars(here, asked, at),
    ]


def notes(here: Here, asked: Asked, screen: MedicineScreen, at: datetime) -> list[Reason]:
    """What is said beside a yes: cautions that only note, the days in a row."""
    said = [
        _reason_of(caution)
        for caution in _firing(here, asked, screen)
        if caution.effect is CautionEffect.NOTE
    ]
    for amount in asked.ask.amounts:
        held = asked.holding(here, amount.ingredient_id, at)
        day = day_number(here, amount.ingredient_id, at)
        is_past = 0 < held.see_from_day <= day
        if not is_past and 0 < held.note_day <= day:
            said.append(here.content.reason("days-note"))
    return list(dict.fromkeys(said))


def day_number(here: Here, ingredient_id: str, at: datetime) -> int:
    """Which day in a row it would be with a dose now, by the person's own calendar."""
    return days_in_a_row(here.times.of(ingredient_id), here, at, with_today=True)


def days_in_a_row(line: DoseLine, here: Here, at: datetime, *, with_today: bool = False) -> int:
    """Local days in a row with a dose, up to today; yesterday's run goes on until today ends."""
    today = here.local_day(at)
    last = line.doses[-1].local_day if line.doses else today
    today = max(today, last)  # where the clock was set back
    until_today = line.days_in_a_row.get(today)
    if until_today is not None:
        return until_today
    return line.days_in_a_row.get(today - ONE_DAY, 0) + with_today


def _unknown(here: Here, asked: Asked, at: datetime) -> Iterator[Bar]:
    if not asked.ask.amounts:
        yield _ask(here, "product-not-known")
    for amount in asked.ask.amounts:
        if amount.ingredient_id not in here.content.ingredients:
            yield _ask(here, "ingredient-not-known")
        elif not _has_limit(here, asked, amount, at):
            yield _ask(here, "limit-not-known")


def _has_limit(here: Here, asked: Asked, amount: Amount, at: datetime) -> bool:
    """What is rubbed on has no limit in the evidence; a dose of nothing is no dose.

    What a clinician set bounds the day and the gap; how much at once, only a pack or region says.
    """
    held = asked.holding(here, amount.ingredient_id, at)
    is_swallowed = asked.ask.form is MedicineForm.BY_MOUTH
    is_measured = is_swallowed and amount.ug > 0
    is_bounded = held.most_24h_ug is not None and held.most_dose_ug is not None
    return is_measured and is_bounded and held.least_gap > timedelta(0)


def _record(here: Here, screen: MedicineScreen, at: datetime) -> Iterator[Bar]:
    """The questions that come first: whom it suits, and what was taken elsewhere."""
    if not screen.is_complete:
        yield _ask(here, "screen-not-complete")
    match intake_told(here.log, at, here.utc_offset_min):
        case AnswerValue.NO:
            return
        case AnswerValue.NOT_SURE:
            yield _ask(here, "intake-not-sure")
        case _:
            yield _ask(here, "intake-not-told")


def _persons_limits(
    here: Here, asked: Asked, screen: MedicineScreen, at: datetime
) -> Iterator[Bar]:
    """Dose, age and weight against the limits."""
    if is_over_pack(here.content, asked.ask):
        yield _no(here, "dose-too-big")
    for amount in asked.ask.amounts:
        held = asked.holding(here, amount.ingredient_id, at)
        if held.most_24h_ug is not None and amount.ug > held.most_24h_ug:
            yield _no(here, "dose-over-day", held.reasons)
        elif held.most_dose_ug is not None and amount.ug > held.most_dose_ug:
            yield _no(here, "dose-too-big", held.reasons)
        if held.least_age_years and screen.age_years is None:
            yield _ask(here, "age-not-known")
        elif screen.age_years is not None and screen.age_years < held.least_age_years:
            yield _no(here, "too-young", held.reasons)
        if _is_light(here, asked, amount, screen):
            yield _ask(here, "paracetamol-least-kg")


def _is_light(here: Here, asked: Asked, amount: Amount, screen: MedicineScreen) -> bool:
    """Under 50 kg paracetamol waits for a clinician's own limit; we name no number."""
    if here.family(amount.ingredient_id) is not Family.PARACETAMOL or screen.weight_kg is None:
        return False
    words = asked.words[amount.ingredient_id]
    has_limit = any(_opens(word) and word.most_24h_ug is not None for word in words)
    return screen.weight_kg < here.content.threshold("paracetamol-least-kg") and not has_limit


def _opens(word: MedicineWord) -> bool:
    return word.may_take is AnswerValue.YES


def _firing(here: Here, asked: Asked, screen: MedicineScreen) -> Iterator[Caution]:
    """The cautions that speak of what is asked about and that no clinician's yes has opened."""
    for caution in (here.content.cautions[id_] for id_ in screen.cautions):
        spoken_of = [
            amount.ingredient_id
            for amount in asked.ask.amounts
            if here.speaks_of(caution, amount.ingredient_id)
        ]
        opened = caution.word_opens and all(
            any(map(_opens, asked.words[ingredient_id])) for ingredient_id in spoken_of
        )
        if spoken_of and not opened:
            yield caution


def _cautions(here: Here, asked: Asked, screen: MedicineScreen) -> Iterator[Bar]:
    for caution in _firing(here, asked, screen):
        match caution.effect:
            case CautionEffect.BLOCK:
                yield Bar(answer=DoseAnswer.NO, reasons=(_reason_of(caution),))
            case CautionEffect.ASK:
                yield Bar(answer=DoseAnswer.ASK, reasons=(_reason_of(caution),))
            case CautionEffect.NOTE:
                pass


def _reason_of(caution: Caution) -> Reason:
    return Reason(id=caution.id, text=caution.text, provenance=caution.provenance)


def _words(here: Here, asked: Asked) -> Iterator[Bar]:
    for word in (word for words in asked.words.values() for word in words):
        match word.may_take:
            case AnswerValue.NO:
                yield _no(here, "word-no")
            case AnswerValue.NOT_SURE:
                yield _ask(here, "word-not-sure")
            case AnswerValue.YES | AnswerValue.DOES_NOT_APPLY:
                pass


def days_bars(here: Here, asked: Asked, at: datetime) -> list[Bar]:
    """What bars a dose at an instant because of the days in a row that it would end."""
    return [bar for amount in asked.ask.amounts for bar in _days(here, asked, amount, at)]


def _days(here: Here, asked: Asked, amount: Amount, at: datetime) -> Iterator[Bar]:
    """Too many days in a row, unless a clinician said that it may go on."""
    held = asked.holding(here, amount.ingredient_id, at)
    day = day_number(here, amount.ingredient_id, at)
    is_told = any(map(_opens, asked.words[amount.ingredient_id]))
    if held.see_from_day and day >= held.see_from_day and not is_told:
        yield _ask(here, "days-see", held.reasons)


def _ask(here: Here, phrase: str, limits: tuple[Reason, ...] = ()) -> Bar:
    reasons = (here.content.reason(phrase), *limits)
    return Bar(answer=DoseAnswer.ASK, reasons=reasons)


def _no(here: Here, phrase: str, limits: tuple[Reason, ...] = ()) -> Bar:
    return Bar(answer=DoseAnswer.NO, reasons=(here.content.reason(phrase), *limits))
