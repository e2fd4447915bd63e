"""Medicines in plain words: names as they are used here, amounts, how many."""

from loosen.vocabulary import Amount, DoseTaken, Family, MedicineForm
from loosen.web.site.visit import Visit


def ingredient_words(ingredient_id: str, visit: Visit) -> str:
    """Its name in this region: paracetamol is acetaminophen elsewhere."""
    ingredient = visit.content.ingredients.get(ingredient_id)
    if ingredient is None:
        return ingredient_id.replace("-", " ")
    return visit.region.paracetamol if ingredient.family is Family.PARACETAMOL else ingredient.name


def mg_words(ug: int) -> str:
    """1,200 mg."""
    return f"{ug / 1000:,.10g} mg"


def amount_words(amount: Amount, visit: Visit) -> str:
    """ibuprofen 400 mg."""
    name = ingredient_words(amount.ingredient_id, visit)
    return f"{name} {mg_words(amount.ug)}" if amount.ug else name


def count_words(units: float | None, counted: str) -> str:
    """2 tablets."""
    if units is None:
        return ""
    return f"{units:g} {counted}" if units == 1 else f"{units:g} {counted}s"


def counted_of(dose: DoseTaken, visit: Visit) -> str:
    """A word for one unit of it."""
    product = visit.content.products.get(dose.product_id)
    return product.counted if product else "unit"


def dose_words(dose: DoseTaken, visit: Visit) -> str:
    """2 tablets, ibuprofen 400 mg."""
    if dose.form is MedicineForm.ON_SKIN:
        return "on your back" if dose.on_back else "on the skin"
    count = count_words(dose.units, counted_of(dose, visit))
    held = [amount_words(one, visit) for one in dose.amounts] or ["we don't know what is in it"]
    return ", ".join(part for part in (count, *held) if part)
