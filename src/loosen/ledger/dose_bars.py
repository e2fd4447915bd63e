"""What time alone opens: gap, total, number of doses, another pack, another medicine like it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from loosen.vocabulary import (
    Amount,
    Caution,
    DoseAnswer,
    DoseAsk,
    Family,
    MedicineForm,
    MedicineScreen,
    MedicineWord,
    Product,
    Reason,
)

from .dose_excess import barring_excesses, wait_after_excess
from .dose_limits import Here, Holding, holding, pack_key, words_on
from .dose_times import DAY, DoseLine, TimedDose


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Something that keeps a dose from a plain yes, and the answer that it leads to."""

    answer: DoseAnswer
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A dose that is asked about, with the clinicians' words that hold on the day of asking.

    `cautions`: those of the person that set a gap of their own, whatever was said.
    """

    ask: DoseAsk
    words: dict[str, tuple[MedicineWord, ...]]
    cautions: tuple[Caution, ...] = ()

    def holding(self, here: Here, ingredient_id: str, at: datetime) -> Holding:
        """The lowest limits for one of its ingredients at an instant."""
        words = self.words[ingredient_id]
        held = holding(here, ingredient_id, at, asked=self.ask, words=words)
        for caution in self.cautions:
            gap = timedelta(seconds=caution.least_gap_s)
            if gap > held.least_gap and here.speaks_of(caution, ingredient_id):
                why = Reason(id=caution.id, text=caution.text, provenance=caution.provenance)
                held = replace(held, least_gap=gap, reasons=(*held.reasons, why))
        return held


def asked_at(here: Here, ask: DoseAsk, at: datetime, screen: MedicineScreen) -> Asked:
    """The dose with what was said of its ingredients, and the person's own gaps."""
    day = here.local_day(at)
    ids = [amount.ingredient_id for amount in ask.amounts]
    return Asked(
        ask=ask,
        words={id_: words_on(here, id_, day) for id_ in ids},
        cautions=tuple(
            caution
            for caution in (here.content.cautions[id_] for id_ in screen.cautions)
            if caution.least_gap_s
        ),
    )


def timed_bars(here: Here, asked: Asked, at: datetime) -> list[Bar]:
    """All that bars a dose at an instant and that time opens; nothing more once it is open."""
    bars: list[Bar] = []
    if asked.ask.form is MedicineForm.BY_MOUTH:
        for amount in asked.ask.amounts:
            bars.extend(_arithmetic(here, asked, amount, at))
        bars.extend(_units(here, asked.ask, at))
        # Another pack turns a yes into a question; what is not open yet stays "not yet".
        answer = DoseAnswer.NOT_YET if bars else DoseAnswer.ASK
        bars.extend(_second_product(here, asked.ask, at, answer))
    bars.extend(_alike(here, asked.ask, at))
    if here.times.unknown.since(at - DAY):
        bars.append(_bar(here, DoseAnswer.ASK, "taken-not-known"))
    return bars


def _arithmetic(here: Here, asked: Asked, amount: Amount, at: datetime) -> Iterator[Bar]:
    line = here.times.of(amount.ingredient_id)
    held = asked.holding(here, amount.ingredient_id, at)
    last_at = line.last_at()
    if last_at is not None and at < last_at + held.least_gap:
        yield _bar(here, DoseAnswer.NOT_YET, "dose-gap", held)
    if held.most_24h_ug is not None and (
        line.sum_since_ug(at - DAY) + amount.ug > held.most_24h_ug >= amount.ug
    ):
        yield _bar(here, DoseAnswer.NOT_YET, "dose-total", held)
    if held.most_doses is not None and len(line.since(at - DAY)) >= held.most_doses:
        yield _bar(here, DoseAnswer.NOT_YET, "dose-count", held)
    if barring_excesses(here, amount.ingredient_id, at):
        phrase = "paracetamol-wait-h"
        if here.family(amount.ingredient_id) is not Family.PARACETAMOL:
            phrase = "dose-total"
        yield _bar(here, DoseAnswer.NOT_YET, phrase, held)


def _units(here: Here, ask: DoseAsk, at: datetime) -> Iterator[Bar]:
    """A pack that says how many of it a day, as a combination does, whatever it holds."""
    product = here.content.products.get(ask.product_id)
    if product is None or not product.most_units_24h:
        return
    asked_ug = {amount.ingredient_id: amount.ug for amount in ask.amounts}
    for strength in product.strengths:
        taken_ug = sum(timed.ug for timed in _of_pack(here, product, strength.ingredient, at))
        if taken_ug + asked_ug.get(strength.ingredient, 0) > product.most_units_24h * strength.ug:
            yield _bar(here, DoseAnswer.NOT_YET, "dose-units")
            return


def _of_pack(here: Here, product: Product, ingredient_id: str, at: datetime) -> Iterator[TimedDose]:
    for timed in here.times.of(ingredient_id).since(at - DAY):
        if timed.dose.product_id == product.id:
            yield timed


def _second_product(here: Here, ask: DoseAsk, at: datetime, answer: DoseAnswer) -> Iterator[Bar]:
    asked_key = pack_key(ask)
    for amount in ask.amounts:
        window = here.times.of(amount.ingredient_id).since(at - DAY)
        if any(pack_key(timed.dose) != asked_key for timed in window):
            yield _bar(here, answer, "second-product")
            return


def _alike(here: Here, ask: DoseAsk, at: datetime) -> Iterator[Bar]:
    """Painkillers of one kind: two by mouth are a no, one of them on the skin is a question."""
    ids = {amount.ingredient_id for amount in ask.amounts}
    if not any(here.family(id_) is Family.NSAID for id_ in ids):
        return
    is_swallowed = ask.form is MedicineForm.BY_MOUTH
    others = [line for id_, line in _nsaids(here, here.times.swallowed) if id_ not in ids]
    if is_swallowed and any(line.since(at - DAY) for line in others):
        yield _bar(here, DoseAnswer.NO, "other-nsaid")
    crossing = _nsaids(here, here.times.on_skin if is_swallowed else here.times.swallowed)
    if any(line.since(at - DAY) for _, line in crossing):
        yield _bar(here, DoseAnswer.ASK, "skin-and-mouth")
    rubs = _nsaids(here, here.times.on_skin)
    if not is_swallowed and any(line.since(at - DAY) for id_, line in rubs if id_ not in ids):
        yield _bar(here, DoseAnswer.ASK, "skin-and-mouth")


def _nsaids(here: Here, lines: dict[str, DoseLine]) -> list[tuple[str, DoseLine]]:
    return [(id_, line) for id_, line in lines.items() if here.family(id_) is Family.NSAID]


def _bar(here: Here, answer: DoseAnswer, phrase: str, held: Holding | None = None) -> Bar:
    limits = held.reasons if held is not None else ()
    return Bar(answer=answer, reasons=(here.content.reason(phrase), *limits))


# --- when it opens ---------------------------------------------------------------------------


def opens_at(here: Here, asked: Asked, at: datetime) -> datetime | None:
    """The first instant from `at` on at which no time bars the dose.

    Once open it stays open while nothing more is taken, so the instants at which anything
    can change are searched by halves.
    """
    if not timed_bars(here, asked, at):
        return at
    moments = _moments(here, asked, at)
    first = bisect_left(moments, True, key=lambda moment: not timed_bars(here, asked, moment))
    return moments[first] if first < len(moments) else None


def _moments(here: Here, asked: Asked, at: datetime) -> list[datetime]:
    """Every instant after `at` at which a dose leaves, a gap ends or a wait is over."""
    lines = [here.times.unknown]
    for amount in asked.ask.amounts:
        lines.append(here.times.of(amount.ingredient_id))
    if any(here.family(amount.ingredient_id) is Family.NSAID for amount in asked.ask.amounts):
        both = (here.times.swallowed, here.times.on_skin)
        lines += [line for form in both for _, line in _nsaids(here, form)]
    leaves = {timed.at + DAY for line in lines for timed in line.since(at - DAY)}
    gaps = {end for amount in asked.ask.amounts for end in _gap_ends(here, asked, amount, at)}
    waits = _wait_ends(here, asked, at)
    return sorted(moment for moment in leaves | gaps | waits if moment > at)


def _gap_ends(here: Here, asked: Asked, amount: Amount, at: datetime) -> set[datetime]:
    """The ends of the gaps that can hold, now and when stricter packs have left."""
    last_at = here.times.of(amount.ingredient_id).last_at()
    if last_at is None:
        return set()
    window = here.times.of(amount.ingredient_id).since(at - DAY)
    starts = [at, *(timed.at + DAY for timed in window)]
    gaps = {asked.holding(here, amount.ingredient_id, start).least_gap for start in starts}
    return {last_at + gap for gap in gaps}


def _wait_ends(here: Here, asked: Asked, at: datetime) -> set[datetime]:
    wait: timedelta = wait_after_excess(here)
    barring: Sequence[datetime] = [
        excess.at
        for amount in asked.ask.amounts
        if here.family(amount.ingredient_id) is Family.PARACETAMOL
        for excess in barring_excesses(here, amount.ingredient_id, at)
    ]
    return {moment + wait for moment in barring}
