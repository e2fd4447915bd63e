"""The forms of your data."""

from dataclasses import replace
from typing import Any

from django import forms

from loosen.vocabulary import Entry, PainFelt, Payload, Walked
from loosen.web.site.forms import OnceForm, PainField, TextField, TickField, WholeNumberField


class CorrectPainForm(OnceForm):
    """Another score; blank is skipped."""

    value = PainField(label="How bad was it?")

    def corrected(self, entry: Entry) -> Payload:
        """The payload as it should have been."""
        assert isinstance(entry.payload, PainFelt)
        return replace(entry.payload, pain_0_10=self.cleaned_data["value"])


class CorrectWalkForm(OnceForm):
    """Other minutes."""

    value = WholeNumberField(low=1, high=600, label="How many minutes did you walk?")

    def corrected(self, entry: Entry) -> Payload:
        """The payload as it should have been."""
        assert isinstance(entry.payload, Walked)
        return replace(entry.payload, minutes=self.cleaned_data["value"])


CorrectForm = CorrectPainForm | CorrectWalkForm


def correct_form(entry: Entry, *args: Any) -> CorrectForm:
    """The form that corrects this kind of entry, with what was said before in it."""
    match entry.payload:
        case PainFelt(pain_0_10=pain):
            return CorrectPainForm(*args, initial={"value": pain})
        case Walked(minutes=minutes):
            return CorrectWalkForm(*args, initial={"value": minutes})
        case _:
            raise TypeError(f"{entry.kind} is not corrected by a form")


class WithdrawForm(OnceForm):
    """Why, if the person wants to say."""

    why = TextField(label="Why? (You can leave this empty.)", longest=200, required=False)


class ImportForm(forms.Form):
    """The file."""

    use_required_attribute = False
    file = forms.FileField(
        label="The file that Loosen wrote",
        allow_empty_file=True,
        error_messages={
            "required": "Please choose a file.",
            "missing": "Please choose a file.",
            "invalid": "Please choose a file.",
        },
    )


class EraseForm(forms.Form):
    """A tick, set on purpose."""

    use_required_attribute = False
    sure = TickField(label="Yes, erase all of it. I know that it cannot be brought back.")
