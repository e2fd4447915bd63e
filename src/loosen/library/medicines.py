"""Medicines must fit each other: what they name exists, and of limits one is the default."""

from collections import defaultdict
from collections.abc import Iterator

from loosen.vocabulary import Caution, Limit, PackStrength, Problem, Product

from .catalogue import Catalogue, problem
from .references import Named, unknown
from .shelves import Loaded


def unknown_ingredients(all_: Catalogue) -> Iterator[Problem]:
    """What a pack holds, a limit limits and a caution speaks of is an ingredient."""
    named: list[Named] = []
    for one, path, strength in all_.within(PackStrength):
        named.append((one, (*path, "ingredient"), strength.ingredient))
    for one, _, limit in all_.within(Limit):
        named.append((one, ("ingredient",), limit.ingredient))
    for one, _, caution in all_.within(Caution):
        named += [(one, ("ingredients", i), id_) for i, id_ in enumerate(caution.ingredients)]
    home = "medicines/<id>.toml, [[ingredient]]"
    return unknown(all_, named, "ingredients", kind="ingredient", home=home)


def unknown_regions(all_: Catalogue) -> Iterator[Problem]:
    """Packs and limits stand in regions that exist."""
    named: list[Named] = []
    for one, _, product in all_.within(Product):
        named += [(one, ("regions", i), id_) for i, id_ in enumerate(product.regions)]
    for one, _, limit in all_.within(Limit):
        named.append((one, ("region",), limit.region))
    return unknown(all_, named, "regions", kind="region", home="regions/<id>.toml")


def unknown_limits(all_: Catalogue) -> Iterator[Problem]:
    """The limits that a pack names exist."""
    named = [
        (one, ("limits", i), id_)
        for one, _, product in all_.within(Product)
        for i, id_ in enumerate(product.limits)
    ]
    return unknown(all_, named, "limits", kind="limit", home="medicines/<id>.toml, [[limit]]")


def unknown_untold(all_: Catalogue) -> Iterator[Problem]:
    """The number whose lack fires a caution is asked."""
    named = [(one, ("or_untold",), caution.or_untold) for one, _, caution in all_.within(Caution)]
    return unknown(all_, named, "questions", kind="question", home="questions")


def uneven_defaults(all_: Catalogue) -> Iterator[Problem]:
    """Of the limits of an ingredient in a region exactly one stands where no pack is known."""
    by_place: dict[tuple[str, str], list[Loaded]] = defaultdict(list)
    for one, _, limit in all_.within(Limit):
        by_place[limit.ingredient, limit.region].append(one)
    for (ingredient, region), limits in by_place.items():
        defaults = [one.id for one in limits if one.record.is_default]
        if len(defaults) != 1:
            yield problem(
                limits[-1], ("is_default",), "one limit has to stand where the pack is not known",
                found=f"{ingredient} in {region}: {', '.join(defaults) or 'none'} is the default",
                expected="exactly one limit with is_default = true",
                do="mark the strictest of them, and no other",
            )  # fmt: skip


def misfit_limits(all_: Catalogue) -> Iterator[Problem]:
    """The limits of a pack are of what it holds and of where it is sold."""
    limits = all_.by_id("limits")
    for one, _, product in all_.within(Product):
        held = {strength.ingredient for strength in product.strengths}
        for place, id_ in enumerate(product.limits):
            limit = limits[id_].record if id_ in limits else None
            if limit and not (limit.ingredient in held and limit.region in product.regions):
                yield problem(
                    one, ("limits", place), "this limit does not fit its pack",
                    found=f"{id_!r} is of {limit.ingredient} in {limit.region}",
                    expected=f"{', '.join(sorted(held))} in {', '.join(product.regions)}",
                    do="name a limit of what the pack holds, where it is sold",
                )  # fmt: skip


CHECKS = (
    unknown_ingredients,
    unknown_regions,
    unknown_limits,
    unknown_untold,
    uneven_defaults,
    misfit_limits,
)
