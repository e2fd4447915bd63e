"""Fields for how many and how strong: kind to commas and units, and sure of what was meant."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from loosen.web.site.forms import MISSING

from .told import MOST_UG, MOST_UNITS

NUMBER = re.compile(r"(?P<whole>[+-]?\d{1,7})(?:[.,](?P<rest>\d{1,4}))?")
# One thousand, or one and no more? Only what begins with 0 can be but one of them.
TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
HALVES = {"½": ".5", "¼": ".25", "¾": ".75"}
UG_OF = {"": 1000, "mg": 1000, "g": 1_000_000, "mcg": 1, "ug": 1, "µg": 1, "μg": 1}
MORE_THAN_NONE = "Please write a number above 0."
WHICH_OF_TWO = "This can be read in two ways. Please write it without the point or comma."


def decimal_of(text: str) -> Decimal | None:
    """The number that a person wrote, with a comma or a point; None where it is none."""
    for half, digits in HALVES.items():
        text = text.replace(half, digits if text != half else f"0{digits}")
    found = NUMBER.fullmatch(text.strip())
    return Decimal(f"{found['whole']}.{found['rest'] or 0}") if found else None


class UnitsField(forms.Field):
    """How many tablets; halves are allowed."""

    default_error_messages: ClassVar = {
        "required": MISSING,
        "kind": "Please write a number, such as 2 or 0.5.",
        "few": MORE_THAN_NONE,
        "which": WHICH_OF_TWO,
        "many": f"That is more than {MOST_UNITS}. Please check the number.",
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(**kwargs)

    def to_python(self, value: object) -> float | None:
        """A number above none; nothing is bent to fit."""
        text = str(value or "").strip()
        if not text:
            return None
        if TWO_WAYS.fullmatch(text):
            raise ValidationError(self.error_messages["which"], code="which")
        number = decimal_of(text)
        if number is None:
            raise ValidationError(self.error_messages["kind"], code="kind")
        if number <= 0:
            raise ValidationError(self.error_messages["few"], code="few")
        if number > MOST_UNITS:
            raise ValidationError(self.error_messages["many"], code="many")
        return float(number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How much one unit holds, and whether it was written in a unit that is often a slip."""

    ug: int
    is_odd_unit: bool

    @property
    def mg(self) -> float:
        """The same in milligrams."""
        return self.ug / 1000


class StrengthField(forms.Field):
    """Milligrams as the pack has them; grams and micrograms are read, and asked about."""

    default_error_messages: ClassVar = {
        "required": MISSING,
        "kind": "Please write the strength as on the pack, such as 200 mg.",
        "few": MORE_THAN_NONE,
        "which": WHICH_OF_TWO,
        "many": "No pill holds that much. Please look at the pack again.",
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "text"}))
        super().__init__(**kwargs)

    def to_python(self, value: object) -> Strength | None:
        """The strength in whole micrograms."""
        text = str(value or "").strip().lower()
        if not text:
            return None
        digits = text.rstrip("abcdefghijklmnopqrstuvwxyzµμ. ")
        unit = text[len(digits) :].strip().rstrip(".")
        if TWO_WAYS.fullmatch(digits):
            raise ValidationError(self.error_messages["which"], code="which")
        number = decimal_of(digits)
        if number is None or unit not in UG_OF:
            raise ValidationError(self.error_messages["kind"], code="kind")
        ug = round(number * UG_OF[unit])
        if ug <= 0:
            raise ValidationError(self.error_messages["few"], code="few")
        if ug > MOST_UG:
            raise ValidationError(self.error_messages["many"], code="many")
        return Strength(ug=ug, is_odd_unit=UG_OF[unit] != UG_OF["mg"])
