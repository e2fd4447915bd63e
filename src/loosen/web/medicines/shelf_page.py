"""Packs to choose from: those of the region first, found by a name or by what is in them."""

from collections.abc import Iterator
from urllib.parse import urlencode
from uuid import UUID

from loosen.vocabulary import MedicineForm, Product, Reason
from loosen.web.site.visit import Visit
from loosen.web.start.pages import Link

from . import judged
from .forms import PackForm
from .pages import PackPage, ShelfPage
from .told import right_query
from .words import ingredient_words, mg_words


def shelf_page(visit: Visit, query: str, wrong_id: UUID | None = None) -> ShelfPage:
    """Every word of the query has to stand somewhere in the pack's names.

    `wrong_id`: the dose in whose place a medicine is chosen.
    """
    words = query.casefold().split()
    found = [
        one
        for one in visit.content.products.values()
        if all(word in _names(one, visit) for word in words)
    ]
    here = [one for one in found if visit.region.id in one.regions]
    others = [one for one in found if one not in here]
    return ShelfPage(
        region=visit.region,
        query=query,
        packs=tuple(_link(one, visit, wrong_id) for one in here),
        elsewhere=tuple(_link(one, visit, wrong_id) for one in others),
        brands=tuple(_brands(words, visit, wrong_id)),
        wrong=str(wrong_id or ""),
        own_url=f"/medicines/add/own/{right_query(wrong_id)}",
    )


def _brands(words: list[str], visit: Visit, wrong_id: UUID | None) -> Iterator[Link]:
    """Brands of which we know what is in them, but not how much: the pack in hand says it."""
    right = {"right": str(wrong_id)} if wrong_id else {}
    for ingredient in visit.content.ingredients.values():
        for name in ingredient.in_brands:
            if words and all(word in name.casefold() for word in words):
                said = urlencode({"name": name, "ingredient": ingredient.id, **right})
                holds = ingredient_words(ingredient.id, visit)
                yield Link(
                    title=name,
                    url=f"/medicines/add/own/?{said}",
                    text=f"Holds {holds}, perhaps more. The pack says how much.",
                    icon="edit",
                )


def _names(product: Product, visit: Visit) -> str:
    parts = [product.name]
    for strength in product.strengths:
        ingredient = visit.content.ingredients.get(strength.ingredient)
        parts += [ingredient.name, *ingredient.also] if ingredient else [strength.ingredient]
    return " ".join(parts).casefold()


def _link(product: Product, visit: Visit, wrong_id: UUID | None) -> Link:
    held = ", ".join(ingredient_words(one.ingredient, visit) for one in product.strengths)
    url = f"/medicines/add/{product.id}/{right_query(wrong_id)}"
    return Link(title=product.name, url=url, text=held[:1].upper() + held[1:], icon="arrow-right")


def pack_page(
    product: Product, form: PackForm, visit: Visit, wrong_id: UUID | None = None
) -> PackPage:
    """What one unit holds, and what the pack allows as we know it."""
    is_rub = product.form is MedicineForm.ON_SKIN
    held = [
        ingredient_words(one.ingredient, visit)
        if is_rub
        else f"{ingredient_words(one.ingredient, visit)} {mg_words(one.ug)}"
        for one in product.strengths
    ]
    limits = [visit.content.limits[one] for one in product.limits if one in visit.content.limits]
    return PackPage(
        product=product,
        unit=f"{product.counted}s",
        holds=tuple(held),
        limits=tuple(Reason(id=one.id, text=one.text, provenance=one.provenance) for one in limits),
        form=form,
        can_ask=judged.may_judge(visit) and wrong_id is None,
        is_right=wrong_id is not None,
        back_url=f"/medicines/add/{right_query(wrong_id)}",
        own_url=f"/medicines/add/own/{right_query(wrong_id)}",
    )
