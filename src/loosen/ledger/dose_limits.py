"""Which limits hold for an ingredient: of packs, of the region, of a clinician; the lowest wins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from loosen.vocabulary import (
    AnswerValue,
    Caution,
    Content,
    DoseAsk,
    DoseTaken,
    Family,
    Got,
    Limit,
    MedicineWord,
    Product,
    Reason,
)

from .dose_times import DAY, DoseTimes, TimedDose
from .standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Where and with what doses are judged: the record, the content, the region, the wall clock."""

    log: Standing
    times: DoseTimes
    content: Content
    region_id: str
    utc_offset_min: int

    def local_day(self, at: datetime) -> date:
        """The calendar day at an instant by the clock on the wall here."""
        return (at + timedelta(minutes=self.utc_offset_min)).date()

    def family(self, ingredient_id: str) -> Family:
        """The family of an ingredient; what is not known is of no family."""
        known = self.content.ingredients.get(ingredient_id)
        return known.family if known is not None else Family.OTHER

    def speaks_of(self, caution: Caution, ingredient_id: str) -> bool:
        """Whether a caution names the ingredient or its family."""
        families = caution.families
        return ingredient_id in caution.ingredients or self.family(ingredient_id) in families


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What holds for one ingredient; None or 0 where nothing is set. `reasons` name the limits."""

    most_24h_ug: int | None = None
    least_gap: timedelta = timedelta(0)
    most_dose_ug: int | None = None
    most_doses: int | None = None
    note_day: int = 0
    see_from_day: int = 0
    least_age_years: int = 0
    reasons: tuple[Reason, ...] = ()


NO_LIMIT = Holding()


def pack_key(taken: DoseTaken | DoseAsk) -> str:
    """What makes a product the same one: its id, or the name that the person gave it."""
    return taken.product_id or taken.name.casefold()


def holding(
    here: Here,
    ingredient_id: str,
    at: datetime,
    *,
    asked: DoseAsk | None = None,
    words: tuple[MedicineWord, ...] = (),
) -> Holding:
    """The lowest limits at an instant: of what is asked about and of every pack in the 24 hours.

    What lies ahead of the clock counts as in the window.
    """
    window = here.times.of(ingredient_id).since(at - DAY)
    return _lowest(here, ingredient_id, window, asked, words)


def holding_then(here: Here, ingredient_id: str, dose: TimedDose) -> Holding:
    """The lowest limits when a dose was taken: those of the packs in the 24 hours up to it."""
    window = here.times.of(ingredient_id).between(dose.at - DAY, dose.at)
    words = words_on(here, ingredient_id, dose.local_day)
    return _lowest(here, ingredient_id, window, None, words)


def _lowest(
    here: Here,
    ingredient_id: str,
    window: Sequence[TimedDose],
    asked: DoseAsk | None,
    words: tuple[MedicineWord, ...],
) -> Holding:
    packs = dict.fromkeys(timed.dose.product_id for timed in window)
    if asked is not None or not packs:
        packs = {asked.product_id if asked is not None else "": None, **packs}
    held = NO_LIMIT
    for product_id in packs:
        product = here.content.products.get(product_id)
        for limit in _limits_of(here, product, ingredient_id):
            held = _stricter(held, _of_limit(limit))
        if product is not None:
            held = _stricter(held, _of_pack(product))
    for word in words:
        held = _stricter(held, _of_word(word, here.content))
    return held


def _limits_of(here: Here, product: Product | None, ingredient_id: str) -> Iterable[Limit]:
    """The pack's own limits; where none are printed or known, what the region has by default."""
    limits = here.content.limits
    printed = [limits[id_] for id_ in product.limits] if product is not None else []
    own = [limit for limit in printed if limit.ingredient == ingredient_id]
    return own or _defaults(here, product, ingredient_id)


def _defaults(here: Here, product: Product | None, ingredient_id: str) -> list[Limit]:
    """The region's own; a pack from elsewhere keeps what holds where it is sold beside it."""
    of_it = [
        limit
        for limit in here.content.limits.values()
        if limit.is_default and limit.ingredient == ingredient_id
    ]
    own = [limit for limit in of_it if limit.region == here.region_id]
    if not own or product is None or here.region_id in product.regions:
        return own
    return [*own, *(limit for limit in of_it if limit.region in product.regions)]


def _of_limit(limit: Limit) -> Holding:
    return Holding(
        most_24h_ug=limit.most_24h_ug,
        least_gap=timedelta(seconds=limit.least_gap_s),
        most_dose_ug=round(limit.most_dose_mg * 1000) or None,
        most_doses=limit.most_doses_24h or None,
        note_day=limit.note_day,
        see_from_day=limit.see_from_day,
        least_age_years=limit.least_age_years,
        reasons=(Reason(id=limit.id, text=limit.text, provenance=limit.provenance),),
    )


def _of_pack(product: Product) -> Holding:
    """What a pack says as a whole, as a combination does; its units are counted elsewhere."""
    return Holding(
        least_gap=timedelta(seconds=product.least_gap_s),
        see_from_day=product.see_from_day,
        least_age_years=product.least_age_years,
    )


def is_over_pack(content: Content, taken: DoseTaken | DoseAsk) -> bool:
    """Whether it is more at once than the pack as a whole allows, as a combination does."""
    product = content.products.get(taken.product_id)
    if product is None or not product.most_units_once:
        return False
    most_ug = {one.ingredient: one.ug * product.most_units_once for one in product.strengths}
    return any(amount.ug > most_ug.get(amount.ingredient_id, 0) for amount in taken.amounts)


def _of_word(word: MedicineWord, content: Content) -> Holding:
    if word.most_24h_ug is None and word.least_gap_s is None:
        return NO_LIMIT
    return Holding(
        most_24h_ug=word.most_24h_ug,
        least_gap=timedelta(seconds=word.least_gap_s or 0),
        reasons=(content.reason("word-limit"),),
    )


def _stricter(one: Holding, other: Holding) -> Holding:
    return Holding(
        most_24h_ug=_least(one.most_24h_ug, other.most_24h_ug),
        least_gap=max(one.least_gap, other.least_gap),
        most_dose_ug=_least(one.most_dose_ug, other.most_dose_ug),
        most_doses=_least(one.most_doses, other.most_doses),
        note_day=_least(one.note_day or None, other.note_day or None) or 0,
        see_from_day=_least(one.see_from_day or None, other.see_from_day or None) or 0,
        least_age_years=max(one.least_age_years, other.least_age_years),
        reasons=tuple(dict.fromkeys((*one.reasons, *other.reasons))),
    )


def _least(one: int | None, other: int | None) -> int | None:
    known = [value for value in (one, other) if value is not None]
    return min(known) if known else None


def words_on(here: Here, ingredient_id: str, day: date) -> tuple[MedicineWord, ...]:
    """What a doctor or pharmacist last said of an ingredient, where it holds on that day.

    Beside what was told here stands what a file says: it makes stricter, and opens nothing. Nor
    does a word that a later one was told after, also once that one has run out.
    """
    told: dict[bool, MedicineWord] = {}
    for entry, word in here.log.of(MedicineWord):
        if word.ingredient_id != ingredient_id:
            continue
        is_imported = entry.source is Got.IMPORT
        if word.said_on <= day <= word.until:
            told[is_imported] = _opening_nothing(word) if is_imported else word
        elif not is_imported and False in told:
            told[False] = _opening_nothing(told[False])
    return tuple(told.values())


def _opening_nothing(word: MedicineWord) -> MedicineWord:
    is_yes = word.may_take is AnswerValue.YES
    return replace(word, may_take=AnswerValue.DOES_NOT_APPLY) if is_yes else word
