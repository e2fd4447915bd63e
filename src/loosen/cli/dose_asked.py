"""The dose that is asked about, as the options name it."""

import argparse

from loosen.vocabulary import (
    Amount,
    AnswersError,
    Content,
    DoseAsk,
    Entry,
    MedicineForm,
    Problem,
)


def dose_asked(arguments: argparse.Namespace, past: tuple[Entry, ...], content: Content) -> DoseAsk:
    """What `--ask` names; without it the dose that was taken last, once more."""
    return _usual(past, content) if arguments.ask is None else _named(arguments, content)


def _usual(past: tuple[Entry, ...], content: Content) -> DoseAsk:
    from loosen import ledger

    usual = ledger.usual_doses(past)
    if not usual:
        raise AnswersError(
            problem(
                "it is not said which medicine is meant", "--ask", "nothing",
                "a product or an ingredient, as the log holds no dose",
                f"give --ask with a product ({_products('', content)})",
            )
        )  # fmt: skip
    return DoseAsk(
        name=usual[0].name,
        amounts=usual[0].amounts,
        product_id=usual[0].product_id,
        units=usual[0].units,
        form=usual[0].form,
    )


def _named(arguments: argparse.Namespace, content: Content) -> DoseAsk:
    """A product by its id and so many units, or an ingredient and an amount from the pack."""
    from loosen import ledger

    name, region = arguments.ask, arguments.region
    if name in content.products:
        product = content.products[name]
        units = ledger.read_units(
            arguments.units, where="--units", content=content, confirmed=arguments.confirmed
        )
        return DoseAsk(
            name=product.name, product_id=product.id, units=float(units), form=product.form,
            amounts=tuple(
                Amount(ingredient_id=one.ingredient, ug=round(one.ug * units))
                for one in product.strengths
            ),
        )  # fmt: skip
    ingredient_id = _ingredient_named(name, content)
    if ingredient_id is None:
        return DoseAsk(name=name, amounts=(), form=MedicineForm.BY_MOUTH)
    if arguments.amount is None:
        raise AnswersError(
            problem(
                "how much of it is not said", "--amount", "nothing",
                "an amount from the pack, like 500 mg",
                f"give --amount, or name a product ({_products(region, content)})",
            )
        )  # fmt: skip
    ug = ledger.read_amount_ug(
        arguments.amount, where="--amount", content=content, confirmed=arguments.confirmed
    )
    return DoseAsk(name=name, amounts=(Amount(ingredient_id=ingredient_id, ug=ug),))


def _ingredient_named(name: str, content: Content) -> str | None:
    """The ingredient of that id or of another name for it; never a guess."""
    wanted = name.casefold()
    for ingredient in content.ingredients.values():
        names = (ingredient.id, ingredient.name, *ingredient.also)
        if wanted in {one.casefold() for one in names}:
            return ingredient.id
    return None


def _products(region_id: str, content: Content) -> str:
    own = [one.id for one in content.products.values() if region_id in one.regions]
    return ", ".join(own or sorted(content.products))


def problem(what: str, where: str, found: str, expected: str, do: str) -> Problem:
    """What is wrong with the options, in the furniture of every problem."""
    return Problem(what=what, where=where, found=found, expected=expected, do=do)
