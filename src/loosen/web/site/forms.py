"""Forms that take whatever is thrown at them: a clear word beside the field, the rest kept.

Every form carries an id of its own, so that sending it twice records once. The rules for text
are kind to all writing (emoji, right to left) and unkind only to what no eye can see.
"""

import math
import re
import unicodedata
from datetime import date
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

FORM_ID = "form_id"
LONGEST_TEXT = 1000
FARTHEST_BACK_YEARS = 120
HOURS_PER_DAY = 24
# Control characters, and the marks that turn the reading direction of what follows them.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")

MISSING = "Please answer this."
NOT_A_NUMBER = "Please write a whole number, such as 4."
BLANK_MEANS = "Blank is fine. It counts as unknown."
NOT_ONE_OF_THESE = "That is not one of the answers. Please choose one of them."


class OnceForm(forms.Form):
    """A form that is recorded once, however often it is sent; see `store.Draft.form_id`."""

    use_required_attribute = False
    form_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, *args: Any, **kwargs: Any) -> None:
        if data is not None and not is_uuid(data.get(FORM_ID)):
            # Forged or lost: what was typed is kept, only the guard against sending twice is new.
            data = data.copy()
            data[FORM_ID] = str(uuid4())
        super().__init__(data, *args, **kwargs)
        self.fields[FORM_ID].initial = uuid4

    @property
    def once(self) -> UUID:
        """The form's id, for the drafts that it leads to."""
        once = self.cleaned_data[FORM_ID]
        assert isinstance(once, UUID)
        return once


def is_uuid(text: str | None) -> bool:
    """Whether the text is an id."""
    try:
        UUID(text or "")
    except ValueError:
        return False
    return True


class WholeNumberField(forms.Field):
    """A whole number from `low` to `high`, both allowed; None where nothing was written."""

    default_error_messages: ClassVar = {
        "required": MISSING,
        "kind": NOT_A_NUMBER,
        "range": "Please write a number from %(low)s to %(high)s.",
    }
    longest_digits = 9

    def __init__(self, *, low: int, high: int, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric"}))
        super().__init__(**kwargs)
        self.low, self.high = low, high

    def to_python(self, value: object) -> int | None:
        """Digits of any script, with a sign or not; nothing else is a number here."""
        text = str(value or "").strip() if value != 0 else "0"
        if not text:
            return None
        if not re.fullmatch(r"[+-]?\d+", text) or len(text) > self.longest_digits:
            raise ValidationError(self.error_messages["kind"], code="kind")
        return int(text)

    def validate(self, value: int | None) -> None:
        """Refuses what lies outside; never bends it to fit."""
        super().validate(value)
        if value is not None and not self.low <= value <= self.high:
            limits = {"low": self.low, "high": self.high}
            raise ValidationError(self.error_messages["range"], code="range", params=limits)


class HoursField(forms.Field):
    """Hours with or without a part, written with a point or a comma."""

    default_error_messages: ClassVar = {
        "required": MISSING,
        "kind": "Please write hours, such as 7 or 6.5.",
        "range": "A night has 0 to 24 hours.",
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(**kwargs)

    def to_python(self, value: object) -> float | None:
        """A number; nothing else is one here."""
        text = str(value or "").strip().replace(",", ".")
        if not text:
            return None
        try:
            hours = float(text)
        except ValueError:
            raise ValidationError(self.error_messages["kind"], code="kind") from None
        if not math.isfinite(hours) or not 0 <= hours <= HOURS_PER_DAY:
            raise ValidationError(self.error_messages["range"], code="range")
        return hours


class PainField(WholeNumberField):
    """Pain from 0 to 10. It starts blank; left blank it is unknown, which is allowed."""

    default_error_messages: ClassVar = {"range": "Pain goes from %(low)s to %(high)s."}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(low=0, high=10, **kwargs)


class TextField(forms.CharField):
    """A short text in any writing; what cannot be seen is dropped, what is too long is refused."""

    default_error_messages: ClassVar = {
        "required": MISSING,
        "max_length": "This is %(show_value)s letters long. Please keep it to %(limit_value)s.",
    }

    def __init__(self, *, longest: int = LONGEST_TEXT, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 3, "dir": "auto"}))
        super().__init__(max_length=longest, **kwargs)

    def to_python(self, value: object) -> str:
        """Composed (NFC) and cleaned before its length is counted."""
        seen = UNSEEN.sub("", unicodedata.normalize("NFC", str(value or "")))
        return super().to_python(seen.replace("\r\n", "\n")) or ""


class DayField(forms.DateField):
    """A day up to today. `today` is set by the form that knows the visit's own day."""

    default_error_messages: ClassVar = {
        "required": MISSING,
        "invalid": "Please write a day such as 2026-11-22.",
        "future": "This day is still to come. Please choose today or a day before it.",
        "long_ago": "This day is too long ago. Please check the year.",
    }
    today: date | None = None

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}))
        super().__init__(input_formats=["%Y-%m-%d"], **kwargs)

    def validate(self, value: date | None) -> None:
        """Refuses what has not been yet and what nobody remembers."""
        super().validate(value)
        if value is None or self.today is None:
            return
        if value > self.today:
            raise ValidationError(self.error_messages["future"], code="future")
        if value.year < self.today.year - FARTHEST_BACK_YEARS:
            raise ValidationError(self.error_messages["long_ago"], code="long_ago")


class OneOfField(forms.ChoiceField):
    """One of a few answers, as a line each."""

    default_error_messages: ClassVar = {
        "required": MISSING,
        "invalid_choice": NOT_ONE_OF_THESE,
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.RadioSelect)
        super().__init__(**kwargs)


class TickField(forms.BooleanField):
    """A tick that has to be set on purpose."""

    default_error_messages: ClassVar = {"required": "Please tick this if you mean it."}
