"""The page of medicines: packs and what they hold, limits, and whom they do not suit."""

from loosen.library.words import terms_in_words
from loosen.vocabulary import Caution, Content, Limit, Product

from .markdown import code, codes, source_link, table
from .writing import finished

S_PER_H = 3600


def page(content: Content) -> str:
    """The whole page."""
    lead = (
        "A limit exists only where the evidence has a row for it; for any other ingredient, and "
        "in any other region, a verdict asks. What a brand holds is compared with the pack in "
        "hand. *Default*: where the pack is not known."
    )
    limits = [_limit(one) for one in content.limits.values()]
    products = [_product(one) for one in content.products.values()]
    cautions = [_caution(one, content) for one in content.cautions.values()]
    heads = ("Limit", "Most in 24 hours", "At once", "Gap", "Doses", "From day", "Age", "From")
    return finished(
        "Medicines",
        lead,
        "## Limits",
        table(heads, limits),
        "## Packs",
        table(("Pack", "Where", "One unit holds", "Own numbers", "From"), products),
        "## Whom they do not suit",
        table(("Caution", "Of", "Holds when", "Effect", "A word opens", "From"), cautions),
    )


def _limit(one: Limit) -> tuple[str, ...]:
    return (
        f"{one.text} {code(one.id)}" + (" *default*" if one.is_default else ""),
        f"{one.most_24h_mg:g} mg",
        f"{one.most_dose_mg:g} mg" if one.most_dose_mg else "",
        f"{one.least_gap_s / S_PER_H:g} h",
        str(one.most_doses_24h or ""),
        str(one.see_from_day or ""),
        str(one.least_age_years or ""),
        source_link(one.provenance),
    )


def _product(one: Product) -> tuple[str, ...]:
    held = [f"{each.ingredient} {each.mg:g} mg" for each in one.strengths if each.mg]
    own = [
        f"{one.most_units_24h} in 24 hours" if one.most_units_24h else "",
        f"{one.most_units_once} at once" if one.most_units_once else "",
        f"{one.least_gap_s / S_PER_H:g} h apart" if one.least_gap_s else "",
        f"from {one.least_age_years} years" if one.least_age_years else "",
        codes(one.limits),
    ]
    return (
        f"{one.name} {code(one.id)}",
        ", ".join(one.regions),
        ", ".join(held) or ", ".join(each.ingredient for each in one.strengths) + ", on the skin",
        ", ".join(part for part in own if part),
        source_link(one.provenance),
    )


def _caution(one: Caution, content: Content) -> tuple[str, ...]:
    untold = content.questions[one.or_untold].short if one.or_untold else ""
    return (
        f"{one.text} {code(one.id)}",
        ", ".join((*one.families, *one.ingredients)),
        terms_in_words(one.when, content) + (f" or not told: {untold}" if untold else ""),
        one.effect.value,
        _opened_by_a_word(one),
        source_link(one.provenance),
    )


def _opened_by_a_word(one: Caution) -> str:
    gap = f", {one.least_gap_s / S_PER_H:g} h apart" if one.least_gap_s else ""
    return f"yes{gap}" if one.word_opens else ""
