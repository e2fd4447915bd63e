"""The form for what a doctor or pharmacist said of one medicine."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from loosen.vocabulary import AnswerValue, MedicineWord
from loosen.web.records.zones import on_wall
from loosen.web.site.forms import MISSING, DayField, OnceForm, OneOfField
from loosen.web.site.visit import Visit

from .fields import StrengthField, UnitsField
from .wall import zone_of
from .words import ingredient_words

LONGEST_DAYS = 366
LONGEST_GAP_H = 48
SECONDS_PER_HOUR = 3600
SAID = (
    (AnswerValue.YES.value, "Yes, I may take it"),
    (AnswerValue.NO.value, "No, I should not"),
    (AnswerValue.NOT_SURE.value, "I am not sure what they said"),
)


class WordForm(OnceForm):
    """Which medicine, what was said, on which day, and how long it holds."""

    ingredient = forms.ChoiceField(label="Which medicine?", error_messages={"required": MISSING})
    may_take = OneOfField(label="Did they say that you may take it?", choices=SAID)
    said_on = DayField(label="On which day?")
    until = forms.DateField(
        label="Until when does that hold?",
        help_text="If they named no day, write the day when you will ask again.",
        widget=forms.DateInput(attrs={"type": "date"}),
        input_formats=["%Y-%m-%d"],
        error_messages={"required": MISSING, "invalid": "Please write a day such as 2026-11-22."},
    )
    most = StrengthField(
        label="Did they name a most for 24 hours?",
        help_text="Such as 2000 mg. Leave it blank if not. It can only make the limit lower.",
        required=False,
    )
    gap_h = UnitsField(
        label="Did they name the least hours between doses?",
        help_text="Leave it blank if not. It can only make the wait longer.",
        required=False,
    )

    def __init__(self, data: QueryDict | None, *, visit: Visit, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.today = on_wall(visit.now, zone_of(visit)).date()
        day, ingredient = self.fields["said_on"], self.fields["ingredient"]
        assert isinstance(day, DayField)
        assert isinstance(ingredient, forms.ChoiceField)
        day.today = self.today
        names = sorted((ingredient_words(id_, visit), id_) for id_ in visit.content.ingredients)
        ingredient.choices = [("", "Choose"), *((id_, name) for name, id_ in names)]

    def clean_until(self) -> date:
        """A day that is still to come, and not beyond a year."""
        until: date = self.cleaned_data["until"]
        if until < self.today:
            raise ValidationError("This day is past. Please write a day from today on.")
        if until > self.today + timedelta(days=LONGEST_DAYS):
            raise ValidationError("Please write a day within a year.")
        return until

    def clean_gap_h(self) -> float | None:
        """Hours that a pack could name."""
        gap_h: float | None = self.cleaned_data["gap_h"]
        if gap_h is not None and gap_h > LONGEST_GAP_H:
            raise ValidationError(f"Please write a number up to {LONGEST_GAP_H}.")
        return gap_h

    def word(self) -> MedicineWord:
        """The word as it is recorded."""
        most, gap_h = self.cleaned_data["most"], self.cleaned_data["gap_h"]
        return MedicineWord(
            ingredient_id=self.cleaned_data["ingredient"],
            may_take=AnswerValue(self.cleaned_data["may_take"]),
            said_on=self.cleaned_data["said_on"],
            until=self.cleaned_data["until"],
            most_24h_ug=most.ug if most else None,
            least_gap_s=round(gap_h * SECONDS_PER_HOUR) if gap_h else None,
        )
