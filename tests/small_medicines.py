"""A small shelf of medicines for tests, with the figures of the evidence file (4.1, 4.3)."""

from datetime import date
from functools import cache

from loosen.library.current import load_content
from loosen.vocabulary import (
    Amount,
    Caution,
    CautionEffect,
    Content,
    DoseAsk,
    DoseTaken,
    Family,
    Finding,
    Ingredient,
    Limit,
    MedicineForm,
    MedicineScreen,
    PackStrength,
    Product,
    Term,
)

from .small_content import SAID, small_content

H = 3600
FITS = MedicineScreen(
    cautions=(), is_complete=True, asked_on=date(2026, 11, 22), age_years=40, weight_kg=80
)


def _ingredient(id_: str, family: Family) -> Ingredient:
    return Ingredient(id=id_, name=id_, family=family, provenance=SAID)


INGREDIENTS = (
    _ingredient("paracetamol", Family.PARACETAMOL),
    _ingredient("ibuprofen", Family.NSAID),
    _ingredient("naproxen", Family.NSAID),
    _ingredient("diclofenac", Family.NSAID),
    _ingredient("codeine", Family.OTHER),
)


def _limit(
    id_: str, ingredient: str, region: str, most: float, gap_h: int, **more: object
) -> Limit:
    return Limit(
        id=id_,
        ingredient=ingredient,
        region=region,
        text=f"The limit {id_}.",
        most_24h_mg=most,
        least_gap_s=gap_h * H,
        provenance=SAID,
        **more,  # type: ignore[arg-type]  # - a test names its fields
    )


LIMITS = (
    _limit(
        "uk-paracetamol", "paracetamol", "uk", 4000, 4, is_default=True, most_dose_mg=1000,
        most_doses_24h=4, note_day=3, see_from_day=4, least_age_years=16,
    ),
    _limit(
        "us-paracetamol", "paracetamol", "us", 3000, 6, is_default=True, most_dose_mg=1000,
        note_day=10, see_from_day=11, least_age_years=12,
    ),
    _limit(
        "us-regular", "paracetamol", "us", 3250, 4, most_dose_mg=650, note_day=10,
        see_from_day=11, least_age_years=12,
    ),
    _limit(
        "us-extra", "paracetamol", "us", 3000, 6, most_dose_mg=1000, note_day=10,
        see_from_day=11, least_age_years=12,
    ),
    _limit(
        "us-long", "paracetamol", "us", 3900, 8, most_dose_mg=1300, note_day=10,
        see_from_day=11, least_age_years=12,
    ),
    _limit(
        "uk-ibuprofen", "ibuprofen", "uk", 1200, 4, is_default=True, most_dose_mg=400,
        note_day=10, see_from_day=11, least_age_years=12,
    ),
    _limit(
        "us-ibuprofen", "ibuprofen", "us", 1200, 4, is_default=True, most_dose_mg=400,
        note_day=10, see_from_day=11, least_age_years=12,
    ),
)  # fmt: skip


def _product(id_: str, region: str, strengths: dict[str, float], **more: object) -> Product:
    fields: dict[str, object] = {"form": MedicineForm.BY_MOUTH, "counted": "tablets", **more}
    return Product(
        id=id_,
        name=id_,
        regions=(region,),
        strengths=tuple(PackStrength(ingredient=one, mg=mg) for one, mg in strengths.items()),
        provenance=SAID,
        **fields,  # type: ignore[arg-type]  # - a test names its fields
    )


PRODUCTS = (
    _product("uk-tablets", "uk", {"paracetamol": 500}),
    _product("uk-sachets", "uk", {"paracetamol": 500}, counted="sachets"),
    _product("uk-ibuprofen-200", "uk", {"ibuprofen": 200}),
    _product("us-ibuprofen-200", "us", {"ibuprofen": 200}),
    _product("us-naproxen", "us", {"naproxen": 220}),
    _product("us-regular-325", "us", {"paracetamol": 325}, limits=("us-regular",)),
    _product("us-extra-500", "us", {"paracetamol": 500}, limits=("us-extra",)),
    _product("us-long-650", "us", {"paracetamol": 650}, limits=("us-long",)),
    _product(
        "uk-both", "uk", {"ibuprofen": 200, "paracetamol": 500}, most_units_24h=6,
        least_gap_s=6 * H, least_age_years=18, see_from_day=4,
    ),
    _product("uk-with-codeine", "uk", {"paracetamol": 500, "codeine": 8}),
    _product("gel-diclofenac", "uk", {"diclofenac": 0}, form=MedicineForm.ON_SKIN, counted="rubs"),
    _product("gel-ibuprofen", "uk", {"ibuprofen": 0}, form=MedicineForm.ON_SKIN, counted="rubs"),
)  # fmt: skip


def _caution(id_: str, effect: CautionEffect, **more: object) -> Caution:
    return Caution(
        id=id_,
        title=id_,
        text=f"Because of {id_}.",
        effect=effect,
        when=(Term(of=(Finding(question=id_),)),),
        provenance=SAID,
        **more,  # type: ignore[arg-type]  # - a test names its fields
    )


NSAID = (Family.NSAID,)
CAUTIONS = (
    _caution("ulcer", CautionEffect.BLOCK, families=NSAID),
    _caution("pregnant", CautionEffect.BLOCK, families=NSAID, word_opens=True),
    _caution("blood-thinner", CautionEffect.BLOCK, families=NSAID),
    _caution("steroids", CautionEffect.ASK, families=NSAID, word_opens=True),
    _caution("liver", CautionEffect.ASK, ingredients=("paracetamol",), word_opens=True),
    _caution("little-gain", CautionEffect.NOTE, families=(Family.PARACETAMOL,)),
)


@cache
def medicines() -> Content:
    """These medicines with the numbers and the words of the real content."""
    real = load_content()
    names = {"remedy-gap", "remedy-cap", "skin-not-as-before", "feeling-not-back"}
    phrases = [phrase for id_, phrase in real.phrases.items() if id_ not in names]
    numbers = [number for id_, number in real.thresholds.items() if id_ != "skin-pause-min"]
    return small_content(*phrases, *numbers, *INGREDIENTS, *LIMITS, *PRODUCTS, *CAUTIONS)


def dose(product_id: str, units: float = 1) -> DoseTaken:
    """So many units of a product of this shelf."""
    product = medicines().products[product_id]
    return DoseTaken(
        name=product.name,
        product_id=product.id,
        units=units,
        form=product.form,
        amounts=tuple(
            Amount(ingredient_id=one.ingredient, ug=round(one.ug * units))
            for one in product.strengths
        ),
    )


def ask(product_id: str, units: float = 1) -> DoseAsk:
    """May I take so many units of a product now?"""
    return as_ask(dose(product_id, units))


def as_ask(taken: DoseTaken) -> DoseAsk:
    """The same as a question."""
    return DoseAsk(
        name=taken.name,
        amounts=taken.amounts,
        product_id=taken.product_id,
        units=taken.units,
        form=taken.form,
    )
