"""The forms of your data."""

from django import forms

from loosen.export import DayOrder
from loosen.web.site.forms import OnceForm, PainField, TextField, TickField

# Under the limit of what a form may hold, so that a table comes back whole.
LONGEST_TABLE = 400_000


class CorrectPainForm(OnceForm):
    """Another score, where one was asked for; blank is skipped."""

    value = PainField(label="How bad was it?")


class WithdrawForm(OnceForm):
    """Why, if the person wants to say."""

    why = TextField(label="Why? (You can leave this empty.)", longest=200, required=False)


class ImportForm(forms.Form):
    """The file."""

    use_required_attribute = False
    file = forms.FileField(
        label="The file",
        allow_empty_file=True,
        error_messages={
            "required": "Please choose a file.",
            "missing": "Please choose a file.",
            "invalid": "Please choose a file.",
        },
    )


class TableForm(forms.Form):
    """A table that was shown, on its way back: its text, the order of its days, taken or not."""

    table = forms.CharField(strip=False, max_length=LONGEST_TABLE)
    order = forms.ChoiceField(choices=[(one.value, one.value) for one in DayOrder], required=False)
    take = forms.BooleanField(required=False)

    @property
    def order_told(self) -> DayOrder | None:
        """How its days are meant, where it was said."""
        told = self.cleaned_data["order"]
        return DayOrder(told) if told else None


class EraseForm(forms.Form):
    """A tick, set on purpose."""

    use_required_attribute = False
    sure = TickField(label="Yes, erase all of it. I know that it cannot be brought back.")
