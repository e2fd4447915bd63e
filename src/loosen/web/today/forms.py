"""The short forms of today."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from loosen.vocabulary import AnswerValue, LegChange
from loosen.web.site.forms import (
    BLANK_MEANS,
    DayField,
    OnceForm,
    OneOfField,
    PainField,
    WholeNumberField,
)

LONGEST_WALK_MIN = 600
LEG_WORDS = (
    (LegChange.NONE.value, "Nothing in my legs"),
    (LegChange.MOVING_UP.value, "It moves up, nearer to my back"),
    (LegChange.SAME.value, "The same as before"),
    (LegChange.MOVING_DOWN.value, "It moves further down my leg"),
    (LegChange.NEW.value, "New: pain, tingling, numb or weak"),
)
DIRECTIONS = (
    ("much better", "Much better"),
    ("a little better", "A little better"),
    ("the same", "About the same"),
    ("worse", "Worse"),
)
YES_NO = ((AnswerValue.YES.value, "Yes"), (AnswerValue.NO.value, "No"))
SETTLING = (
    (AnswerValue.YES.value, "Yes"),
    (AnswerValue.NOT_SURE.value, "Not sure"),
    (AnswerValue.NO.value, "No"),
)


class PainNowForm(OnceForm):
    """Pain now, outside a session."""

    pain = PainField(label="How bad is your pain now?", help_text=BLANK_MEANS)


class WalkForm(OnceForm):
    """A walk that was made."""

    minutes = WholeNumberField(label="How many minutes did you walk?", low=1, high=LONGEST_WALK_MIN)


class LegsForm(OnceForm):
    """What the legs do."""

    change = OneOfField(label="What do your legs do?", choices=LEG_WORDS)


class ReviewForm(OnceForm):
    """A look back after some days or weeks."""

    saw_clinician = OneOfField(
        label="Have you seen a doctor or therapist about it?", choices=YES_NO
    )
    settling = OneOfField(label="Is it getting better?", choices=SETTLING)


class SinceForm(OnceForm):
    """When it began, how it went, and pain now."""

    began_on = DayField(label="On which day did it begin?")
    direction = OneOfField(label="How has it gone since then?", choices=DIRECTIONS)
    pain = PainField(label="How bad is your pain now?", help_text=BLANK_MEANS)

    def __init__(self, data: QueryDict | None, *, today: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["began_on"].today = today  # type: ignore[attr-defined]  # a DayField, as declared above
        self.fields["began_on"].widget = forms.DateInput(
            attrs={"type": "date", "max": today.isoformat()}
        )
