"""Medicine in a simulated life: asked about, taken, taken again too soon, taken from elsewhere."""

from dataclasses import replace

from loosen import ledger
from loosen.vocabulary import (
    UG_PER_MG,
    Amount,
    AnswerValue,
    Clearance,
    DoseAnswer,
    DoseAsk,
    DoseTaken,
    IntakeTold,
    MedicineScreen,
    Permit,
    Withdrawn,
)

from .chance import Draw
from .clocks import MIN_PER_DAY
from .cupboard import Dose
from .doctors import tell_word
from .life import Life
from .screening import standing

WORKS_AFTER_MIN, WORKS_MIN = 30, 6 * 60  # ours; 7.3 says "while taken"
HURTS = 4.0  # ours: below this nobody in here swallows anything
MISTAKES = 0.05  # ours: of the doses that are logged
BARELY_MIN, AFTERNOON_MIN = 45, 5 * 60


def swallow(life: Life, day: int, minute: int) -> None:
    """The first dose of a day, if it is one of those days; what was taken elsewhere comes first."""
    habits, chances = life.who.habits, life.who.chances
    if life.feeling.level(day) < HURTS:
        return
    if not chances.happens(day, Draw.DOSE_FIRST, habits.swallows):
        return
    life.swallows_today = True
    _tell_of_elsewhere(life, day, minute)
    ask(life, day, minute)


def swallow_again(life: Life, day: int, minute: int) -> int:
    """Asks again: some at once, some in the afternoon; the minute of the last asking."""
    if not life.swallows_today:
        return minute
    life.swallows_today = False
    if life.who.chances.happens(day, Draw.DOSE_AGAIN, life.who.habits.over_asks):
        minute += BARELY_MIN
        ask(life, day, minute)
    minute += AFTERNOON_MIN
    ask(life, day, minute)
    return minute


def _tell_of_elsewhere(life: Life, day: int, minute: int) -> None:
    """Some took the same from another pack in the night: told, or kept quiet about."""
    habits, chances = life.who.habits, life.who.chances
    took = chances.happens(day, Draw.ELSEWHERE, habits.elsewhere)
    tells = took and chances.happens(day, Draw.TELLS_ELSEWHERE, habits.owns_up)
    if tells:
        _take(life, _dose(life, day), minute - 2 * 60, told_at=minute)
    life.record.add(IntakeTold(taken=AnswerValue.NO), minute)


def ask(life: Life, day: int, minute: int) -> None:
    """May I take this now? Most go by the answer."""
    if not _may_ask(life, minute):
        return
    dose = _dose(life, day)
    wanted = DoseAsk(
        name=dose.name, amounts=dose.amounts, product_id=dose.product_id, units=dose.units
    )
    verdict = ledger.dose_verdict(
        wanted,
        screen_of(life, minute),
        life.record.log(),
        life.at(minute),
        region_id=life.who.region_id,
        utc_offset_min=life.offset(minute),
        content=life.content,
    )
    if verdict.answer is DoseAnswer.ASK:
        tell_word(life, dose.amounts[0].ingredient_id, minute)
    is_yes = verdict.answer is DoseAnswer.YES
    if is_yes:
        life.watch.allowed_dose(_seen(life, dose, minute))
    if is_yes or not life.who.habits.obeys:
        life.watch.against_advice += not is_yes
        _take(life, dose, minute)


def _may_ask(life: Life, minute: int) -> bool:
    """Whether the page of medicines is open: it needs its permit."""
    where = standing(life, minute)
    return isinstance(where, Clearance) and Permit.MEDICINE in where.permits


def screen_of(life: Life, minute: int) -> MedicineScreen:
    """Whom it suits, by all that was told today."""
    assert life.told is not None  # nobody gets to the medicines without the check
    return replace(life.told.screen, asked_on=life.local_day(minute))


def _take(life: Life, dose: DoseTaken, minute: int, *, told_at: int | None = None) -> None:
    """Taken and logged; now and then with the wrong number, put right after a minute, or a dose
    that never was is logged as well and taken back."""
    chances, day = life.who.chances, minute // MIN_PER_DAY
    wrong = None
    if chances.happens(day, Draw.MISTYPES, MISTAKES):
        wrong = life.record.add(_of_units(life, 3 - int(dose.units or 1)), minute, told_at=told_at)
    supersedes = wrong.id if wrong is not None else None
    life.record.add(dose, minute, told_at=told_at, supersedes=supersedes)
    life.watch.cupboard.take(_seen(life, dose, minute))
    relieve_by_pill(life, minute)
    if chances.happens(day, Draw.BY_MISTAKE, MISTAKES):
        never_was = life.record.add(dose, minute, told_at=told_at)
        life.record.add(Withdrawn(), minute, told_at=told_at, supersedes=never_was.id)


def relieve_by_pill(life: Life, minute: int) -> None:
    """What a dose of the person's own pack does: ibuprofen a little, paracetamol nothing."""
    life.today.doses += 1
    effects = life.who.effects
    size = effects.ibuprofen if "ibuprofen" in life.who.product_id else effects.paracetamol
    if size > 0:
        life.feeling.relieve(minute + WORKS_AFTER_MIN, WORKS_MIN, size)


def swallow_unasked(life: Life, day: int, minute: int) -> None:
    """A dose that nobody is asked about: what the product would have been wrong to allow."""
    dose = _seen(life, _dose(life, day), minute)
    life.watch.allowed_dose(dose)
    life.watch.cupboard.take(dose)
    relieve_by_pill(life, minute)


def _seen(life: Life, dose: DoseTaken, minute: int) -> Dose:
    (amount,) = dose.amounts
    return Dose(
        region_id=life.who.region_id,
        ingredient_id=amount.ingredient_id,
        mg=amount.ug // UG_PER_MG,
        minute=minute,
        local_day=life.local_day(minute).toordinal(),
    )


def _dose(life: Life, day: int) -> DoseTaken:
    """One or two tablets of the person's own pack."""
    return _of_units(life, 1 + life.who.chances.happens(day, Draw.DOSE_SIZE, 0.7))


def _of_units(life: Life, units: int) -> DoseTaken:
    product = life.content.products[life.who.product_id]
    amounts = tuple(
        Amount(ingredient_id=one.ingredient, ug=units * one.ug) for one in product.strengths
    )
    return DoseTaken(name=product.name, amounts=amounts, product_id=product.id, units=float(units))
