"""A dose as a page names it: taken before, from a pack we know, or as the person reads it."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from loosen import ledger
from loosen.vocabulary import (
    UG_PER_MG,
    Amount,
    DoseAsk,
    DoseTaken,
    Entry,
    MedicineForm,
    Product,
)
from loosen.web.site.forms import is_uuid
from loosen.web.site.visit import Visit

MOST_UNITS = 1000
MOST_UG = 10_000 * UG_PER_MG
LONGEST_NAME = 120
YES = "yes"


def of_product(product: Product, units: float | None, *, on_back: bool = False) -> DoseTaken:
    """So many of a pack; what is rubbed on is not weighed."""
    is_swallowed = product.form is MedicineForm.BY_MOUTH
    count = units if is_swallowed else None
    amounts = tuple(
        Amount(ingredient_id=one.ingredient, ug=round(one.ug * (count or 0)))
        for one in product.strengths
    )
    return DoseTaken(
        name=product.name,
        amounts=amounts,
        product_id=product.id,
        units=count,
        form=product.form,
        on_back=on_back and not is_swallowed,
    )


def of_own(
    name: str,
    ingredient_id: str,
    unit_ug: int | None,
    units: float | None,
    *,
    on_skin: bool = False,
    on_back: bool = False,
) -> DoseTaken:
    """What the pack in hand says; what nobody knows stays unknown."""
    ug = 0 if on_skin else round((unit_ug or 0) * (units or 0))
    is_known = bool(ingredient_id) and (on_skin or ug > 0)
    return DoseTaken(
        name=name,
        amounts=(Amount(ingredient_id=ingredient_id, ug=ug),) if is_known else (),
        units=None if on_skin else units,
        form=MedicineForm.ON_SKIN if on_skin else MedicineForm.BY_MOUTH,
        on_back=on_back and on_skin,
    )


def as_asked(dose: DoseTaken) -> DoseAsk:
    """The same dose, asked about before it is taken."""
    return DoseAsk(
        name=dose.name,
        amounts=dose.amounts,
        product_id=dose.product_id,
        units=dose.units,
        form=dose.form,
    )


def taken_entry(entry_id: UUID, visit: Visit) -> tuple[Entry, DoseTaken] | None:
    """The dose of that entry, or of what stands in its place."""
    wanted = visit.entries.stands_for(entry_id)
    taken = ledger.doses_taken(visit.entries)
    return next(((entry, dose) for entry, dose in taken if entry.id == wanted), None)


def last_taken(visit: Visit) -> tuple[tuple[Entry, DoseTaken], ...]:
    """Each usual dose with the entry of its last time, the last one first."""
    by_dose: dict[DoseTaken, Entry] = {
        dose: entry for entry, dose in ledger.doses_taken(visit.entries)
    }
    return tuple((by_dose[dose], dose) for dose in ledger.usual_doses(visit.entries))


# --- in an address ---------------------------------------------------------------------------


def fields_of(dose: DoseTaken) -> dict[str, str]:
    """The dose as fields of an address or a form; `dose_from` reads them."""
    units = {} if dose.units is None else {"units": f"{dose.units:g}"}
    back = {"back": YES} if dose.on_back else {}
    if dose.product_id:
        return {"product": dose.product_id, **units, **back}
    skin = {"skin": YES} if dose.form is MedicineForm.ON_SKIN else {}
    amounts = {"of": [f"{one.ingredient_id}:{one.ug}" for one in dose.amounts]}
    of = {"of": amounts["of"][0]} if dose.amounts else {}
    return {"name": dose.name, **of, **units, **skin, **back}


def query_of(dose: DoseTaken, entry_id: UUID | None = None) -> str:
    """The address's query for it; a dose taken before is named by its entry."""
    return urlencode({"again": str(entry_id)} if entry_id else fields_of(dose))


def right_query(wrong_id: UUID | None) -> str:
    """The address's query while a medicine is chosen in the place of another; else nothing."""
    return f"?right={wrong_id}" if wrong_id else ""


def dose_from(said: Mapping[str, str], visit: Visit) -> DoseTaken | None:
    """The dose that the fields name; None where they make no sense."""
    if is_uuid(said.get("again")):
        found = taken_entry(UUID(said["again"]), visit)
        return found[1] if found else None
    units = _number(said.get("units", ""))
    product = visit.content.products.get(said.get("product", ""))
    on_back = said.get("back") == YES
    if product is not None:
        is_told = units is not None or product.form is MedicineForm.ON_SKIN
        return of_product(product, units, on_back=on_back) if is_told else None
    return _own_from(said, units, on_back=on_back)


def _own_from(said: Mapping[str, str], units: float | None, *, on_back: bool) -> DoseTaken | None:
    name = said.get("name", "").strip()[:LONGEST_NAME]
    ingredient_id, _, ug = said.get("of", "").partition(":")
    on_skin = said.get("skin") == YES
    total = int(ug) if ug.isascii() and ug.isdigit() and int(ug) <= MOST_UG * MOST_UNITS else 0
    if not name:
        return None
    is_known = bool(ingredient_id) and (total > 0 or on_skin)
    amounts = (Amount(ingredient_id=ingredient_id, ug=total),) if is_known else ()
    return DoseTaken(
        name=name,
        amounts=amounts,
        units=units,
        form=MedicineForm.ON_SKIN if on_skin else MedicineForm.BY_MOUTH,
        on_back=on_back and on_skin,
    )


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 0 < number <= MOST_UNITS else None


def is_later(one: datetime | None, other: datetime) -> bool:
    """Whether a time is known and still to come."""
    return one is not None and one > other
