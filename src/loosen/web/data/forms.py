"""The forms of your data."""

from django import forms

from loosen.export import CsvMeant, DayOrder
from loosen.web.site.forms import OnceForm, PainField, TextField, TickField

from .csv_in import LONGEST_TABLE


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
    """A table that was shown, on its way back: its text, what was said of it, taken or not."""

    table = forms.CharField(strip=False, max_length=LONGEST_TABLE)
    order = forms.ChoiceField(choices=[(one.value, one.value) for one in DayOrder], required=False)
    sure = forms.BooleanField(required=False)
    take = forms.BooleanField(required=False)

    @property
    def meant(self) -> CsvMeant:
        """What was said of it: how its days are meant, and that its odd doses are."""
        told = self.cleaned_data["order"]
        return CsvMeant(
            day_order=DayOrder(told) if told else None, sure_of_doses=self.cleaned_data["sure"]
        )


class EraseForm(forms.Form):
    """A tick, set on purpose."""

    use_required_attribute = False
    sure = TickField(label="Yes, erase all of it. I know that it cannot be brought back.")
