"""The forms of your data."""

from dataclasses import replace
from typing import Any

from django import forms

from loosen.export import DayOrder
from loosen.vocabulary import Entry, PainFelt, Payload, Sat, Slept, Trigger, TriggerMet, Walked
from loosen.web.site.forms import (
    HoursField,
    OnceForm,
    OneOfField,
    PainField,
    TextField,
    TickField,
    WholeNumberField,
)

from .wordlists import TRIGGERS

# Under the limit of what a form may hold, so that a table comes back whole.
LONGEST_TABLE = 400_000


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


class CorrectSleepForm(OnceForm):
    """Other hours."""

    value = HoursField(label="How many hours did you sleep?")

    def corrected(self, entry: Entry) -> Payload:
        """The payload as it should have been."""
        assert isinstance(entry.payload, Slept)
        return replace(entry.payload, hours=self.cleaned_data["value"])


class CorrectSittingForm(OnceForm):
    """Other minutes."""

    value = WholeNumberField(low=1, high=24 * 60, label="How many minutes did you sit?")

    def corrected(self, entry: Entry) -> Payload:
        """The payload as it should have been."""
        assert isinstance(entry.payload, Sat)
        return replace(entry.payload, minutes=self.cleaned_data["value"])


class CorrectTriggerForm(OnceForm):
    """Another thing that came before it."""

    value = OneOfField(
        label="What came before it?",
        choices=[(one.value, words) for one, words in TRIGGERS.items()],
    )

    def corrected(self, entry: Entry) -> Payload:
        """The payload as it should have been."""
        assert isinstance(entry.payload, TriggerMet)
        return replace(entry.payload, trigger=Trigger(self.cleaned_data["value"]))


CorrectForm = (
    CorrectPainForm | CorrectWalkForm | CorrectSleepForm | CorrectSittingForm | CorrectTriggerForm
)


def correct_form(entry: Entry, *args: Any) -> CorrectForm:
    """The form that corrects this kind of entry, with what was said before in it."""
    match entry.payload:
        case PainFelt(pain_0_10=pain):
            return CorrectPainForm(*args, initial={"value": pain})
        case Walked(minutes=minutes):
            return CorrectWalkForm(*args, initial={"value": minutes})
        case Slept(hours=hours):
            return CorrectSleepForm(*args, initial={"value": f"{hours:g}"})
        case Sat(minutes=minutes):
            return CorrectSittingForm(*args, initial={"value": minutes})
        case TriggerMet(trigger=trigger):
            return CorrectTriggerForm(*args, initial={"value": trigger.value})
        case _:
            raise TypeError(f"{entry.kind} is not corrected by a form")


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
