"""Amounts as people write them: read exactly, or handed back with a question, never guessed.

What is asked about can be confirmed, because what was taken is recorded however much it was.
"""

import re
from fractions import Fraction

from loosen.vocabulary import UG_PER_MG, Content, LedgerError, Problem

_NUMBER = re.compile(
    r"(?P<sign>[-+\u2212]?)\s*(?P<number>\d+(?:[.,]\d+)?|[.,]\d+|\d+\s*/\s*\d+|[½¼¾])"
)
_AMOUNT = re.compile(_NUMBER.pattern + r"\s*(?P<unit>[^\W\d_]*)\.?\Z")
_THOUSANDS = re.compile(r"\d{1,3}[.,]\d{3}\Z")
_SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_MILLIGRAMS = frozenset({"", "mg", "milligram", "milligrams"})
_MG_PER_UNIT: dict[str, int | Fraction] = {
    "g": 1000, "gram": 1000, "grams": 1000, "mcg": Fraction(1, 1000), "ug": Fraction(1, 1000),
    "µg": Fraction(1, 1000), "μg": Fraction(1, 1000),
}  # fmt: skip


def read_amount_ug(text: str, *, where: str, content: Content, confirmed: bool = False) -> int:
    """How much one dose holds, in whole micrograms; a number alone is in milligrams.

    Raises `LedgerError`: for what is no amount; and, unless confirmed, for another unit than
    mg and for more than any pill holds.
    """
    found = _AMOUNT.match(text.strip())
    if found is None:
        raise _refused(
            where, "this is no amount", text, "a number and mg, like 500 mg",
            "copy it from the pack, or leave it out and ask a pharmacist",
        )  # fmt: skip
    value, unit = _number(found, text, where), found["unit"].casefold()
    mg = _in_mg(value, unit, text, where, confirmed)
    most_mg = content.threshold("one-unit-most-mg")
    if mg > most_mg and not confirmed:
        raise _refused(
            where, "this is more than any pill that we know holds", text,
            f"up to {most_mg:g} mg",
            "look at the pack again; if it is right, say so, and it is recorded",
        )  # fmt: skip
    ug = mg * UG_PER_MG
    if ug.denominator != 1:
        raise _refused(
            where, "this is finer than a microgram", text, "a whole number of micrograms",
            "copy the amount from the pack",
        )  # fmt: skip
    return int(ug)


def read_units(text: str, *, where: str, content: Content, confirmed: bool = False) -> Fraction:
    """How many pills, sachets or puffs; halves are allowed.

    Raises `LedgerError`: for what is no count; and, unless confirmed, for very many at once.
    """
    found = _AMOUNT.match(text.strip())
    if found is None or found["unit"]:
        raise _refused(
            where, "this is no number", text, "how many you took, like 1, 2 or 0.5",
            "write a number",
        )  # fmt: skip
    units = _number(found, text, where)
    most = content.threshold("units-at-once-most")
    if units > most and not confirmed:
        raise _refused(
            where, "this is very many at once", text, f"up to {most:g}",
            "look again; if it is right, say so, and it is recorded",
        )  # fmt: skip
    return units


def _number(found: "re.Match[str]", text: str, where: str) -> Fraction:
    """A number above none, in exact fractions."""
    written = found["number"]
    if _THOUSANDS.match(written):
        raise _refused(
            where, "this can be read in two ways", text,
            f"{written.replace(',', '').replace('.', '')}, or a number with fewer decimals",
            "write it without the point or comma",
        )  # fmt: skip
    try:
        value = _SIGNS.get(written) or Fraction(written.replace(",", ".").replace(" ", ""))
    except ZeroDivisionError:
        value = Fraction(0)
    if found["sign"] in {"-", "\u2212"} or value == 0:
        raise _refused(
            where, "a dose is more than nothing", text, "a number above 0",
            "write what was taken; if nothing was, leave it out",
        )  # fmt: skip
    return value


def _in_mg(value: Fraction, unit: str, text: str, where: str, confirmed: bool) -> Fraction:
    if unit in _MILLIGRAMS:
        return value
    if unit not in _MG_PER_UNIT:
        raise _refused(
            where, "this unit is not known", text, "an amount in mg",
            "look for mg on the pack; for a syrup or a rub ask a pharmacist",
        )  # fmt: skip
    mg = value * _MG_PER_UNIT[unit]
    if not confirmed:
        raise _refused(
            where, "packs of pain medicine count in mg", text,
            f"{float(mg):g} mg, if that is meant",
            "look at the pack again; g, mg and micrograms are a thousand apart",
        )  # fmt: skip
    return mg


def _refused(where: str, what: str, found: str, expected: str, do: str) -> LedgerError:
    return LedgerError(Problem(what=what, where=where, found=found, expected=expected, do=do))
