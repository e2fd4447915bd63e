"""The words of medicines, the diary and fair comparisons; with these `words_of` knows all kinds."""

from statistics import median

from loosen.vocabulary import (
    Amount,
    ComparisonBegun,
    ComparisonEnded,
    Content,
    DoseTaken,
    FunctionMeasure,
    FunctionTold,
    IntakeTold,
    MedicineForm,
    MedicineWord,
    OrderWished,
    Sat,
    SetMeasured,
    SkinAsked,
    Slept,
    TriggerMet,
)

from . import wordlists
from .words import Words, title_of, words_of

__all__ = ["words_of"]


@words_of.register
def _(asked: SkinAsked, _content: Content) -> Words:
    broken, rub = wordlists.VALUES[asked.broken_or_numb], wordlists.VALUES[asked.patch_or_rub]
    return Words(
        title="Your skin just then",
        details=(f"Broken or numb: {broken}", f"A patch or a rub on it: {rub}"),
    )


@words_of.register
def _(dose: DoseTaken, _content: Content) -> Words:
    units = f", {dose.units:g}" if dose.units is not None else ""
    amounts = tuple(_amount_words(amount) for amount in dose.amounts)
    rubbed = ("On the skin.",) if dose.form is MedicineForm.ON_SKIN else ()
    return Words(title=f"You took {dose.name}{units}", details=(*amounts, *rubbed))


def _amount_words(amount: Amount) -> str:
    return f"{amount.ingredient_id}: {amount.mg:g} mg" if amount.ug else amount.ingredient_id


@words_of.register
def _(told: IntakeTold, _content: Content) -> Words:
    said = wordlists.VALUES[told.taken]
    return Words(title="Taken anything from elsewhere in the last day?", details=(said,))


@words_of.register
def _(word: MedicineWord, _content: Content) -> Words:
    said = wordlists.VALUES[word.may_take]
    return Words(
        title=f"What a doctor or pharmacist said of {word.ingredient_id}",
        details=(f"May you take it? {said}", f"Holds until {word.until:%d %B %Y}."),
    )


@words_of.register
def _(slept: Slept, _content: Content) -> Words:
    woken = (f"Woken {slept.woken} times.",) if slept.woken is not None else ()
    return Words(title=f"Slept {slept.hours:g} hours", details=woken)


@words_of.register
def _(sat: Sat, _content: Content) -> Words:
    return Words(title=f"Sat for {sat.minutes} minutes")


@words_of.register
def _(met: TriggerMet, _content: Content) -> Words:
    note = (met.note,) if met.note else ()
    return Words(title=f"Before it: {wordlists.TRIGGERS[met.trigger]}", details=note)


@words_of.register
def _(told: FunctionTold, _content: Content) -> Words:
    if told.measure is FunctionMeasure.GLOBAL_CHANGE:
        scores = tuple(wordlists.CHANGE[one.score] for one in told.scores)
    else:
        scores = tuple(
            f"{wordlists.ITEMS.get(one.item, one.item)}: {one.score} of 10" for one in told.scores
        )
    return Words(title=wordlists.FUNCTION[told.measure], details=scores)


@words_of.register
def _(told: SetMeasured, content: Content) -> Words:
    by = tuple(f"{_times(part.count)} {wordlists.COUNTED_BY[part.by]}" for part in told.parts)
    halfway = sum(part.partials for part in told.parts)
    more = (f"{halfway} more went halfway." if halfway else "", _held_words(told.holds_s))
    share = told.range_share
    way = f"{round(100 * share)} of 100 of your own way." if share is not None else ""
    return Words(
        title=f"{title_of(told.exercise_id, content)}: {_times(told.count)}",
        details=tuple(filter(None, (f"{', '.join(by).capitalize()}.", *more, way))),
    )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _held_words(holds_s: tuple[float, ...]) -> str:
    if not holds_s:
        return ""
    middle_s = round(median(holds_s), 1)
    return f"Held for {middle_s:g} {'second' if middle_s == 1 else 'seconds'}."


@words_of.register
def _(begun: ComparisonBegun, content: Content) -> Words:
    pair = f"{title_of(begun.one, content)} and {title_of(begun.other, content)}"
    return Words(title="A fair comparison began", details=(f"{pair}, {len(begun.order)} times.",))


@words_of.register
def _(ended: ComparisonEnded, _content: Content) -> Words:
    return Words(title="A fair comparison ended", details=(ended.why,) if ended.why else ())


@words_of.register
def _(wish: OrderWished, _content: Content) -> Words:
    said = "Put first what helped me." if wish.by_own_record else "Keep the usual order."
    return Words(title="Your wish for the order", details=(said,))
