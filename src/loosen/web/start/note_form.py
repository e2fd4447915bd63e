"""The form for a clinician's word."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from loosen.vocabulary import GentleMovement
from loosen.web.site.forms import MISSING, DayField, OnceForm, OneOfField
from loosen.web.site.visit import Visit

from .pages import Block

LONGEST_DAYS = 366
GENTLE_WORDS = (
    (GentleMovement.YES.value, "Yes, they said it is fine"),
    (GentleMovement.NO.value, "No, not yet"),
    (GentleMovement.NOT_SURE.value, "I am not sure what they said"),
)


def local_day(visit: Visit) -> date:
    """Today on the person's wall clock."""
    return (visit.now + timedelta(minutes=visit.utc_offset_min)).date()


class NoteForm(OnceForm):
    """Which signs were spoken about, on which day, what was said, and how long it holds."""

    signs = forms.MultipleChoiceField(
        label="Which signs did you speak about?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick each sign that you spoke about."},
    )
    seen_on = DayField(label="On which day?")
    gentle = OneOfField(label="Did they say that gentle movement is fine?", choices=GENTLE_WORDS)
    until = forms.DateField(
        label="Until when does that hold?",
        help_text="If they named no day, write the day when you will ask again.",
        widget=forms.DateInput(attrs={"type": "date"}),
        input_formats=["%Y-%m-%d"],
        error_messages={"required": MISSING, "invalid": "Please write a day such as 2026-11-22."},
    )

    def __init__(
        self, data: QueryDict | None, *, signs: tuple[Block, ...], today: date, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.today = today
        self.fields["signs"].choices = [(sign.rule_id, sign.because[0].text) for sign in signs]  # type: ignore[attr-defined]  # a ChoiceField, as declared above
        self.fields["seen_on"].today = today  # type: ignore[attr-defined]  # a DayField, as declared above

    def clean_gentle(self) -> GentleMovement:
        """The word as a value."""
        return GentleMovement(self.cleaned_data["gentle"])

    def clean_until(self) -> date:
        """A day that is still to come, and not beyond a year."""
        until: date = self.cleaned_data["until"]
        if until < self.today:
            raise ValidationError("This day is over. Please choose today or a day after it.")
        if until > self.today + timedelta(days=LONGEST_DAYS):
            raise ValidationError("This is more than a year away. Please choose an earlier day.")
        return until
