"""The forms of medicines. What is odd is asked about; what is confirmed is recorded."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.http import QueryDict

from loosen.vocabulary import AnswerValue, Content
from loosen.web.records.zones import Meant, meant_by, on_wall
from loosen.web.site.forms import (
    DayField,
    OnceForm,
    OneOfField,
    TextField,
)
from loosen.web.site.visit import Visit

from .fields import StrengthField, UnitsField
from .told import LONGEST_NAME
from .wall import zone_of
from .words import ingredient_words, mg_words

FIRST, SECOND = "first", "second"
TWICE = "The clocks went back then, so this time came twice. Which one was it?"
TWICE_WORDS = ((FIRST, "The first one"), (SECOND, "The second one, an hour later"))
STILL_TO_COME = "This time is still to come. Please choose a time up to now."
SURE = "Yes, that is right"
NOT_LISTED = "other"
YES_NO = ((AnswerValue.YES.value, "Yes"), (AnswerValue.NO.value, "No"))
YES_NO_UNSURE = (*YES_NO, (AnswerValue.NOT_SURE.value, "Not sure"))


class WhenForm(OnceForm):
    """When it was taken; all blank is now."""

    day = DayField(label="On which day?", required=False)
    clock = forms.TimeField(
        label="At what time?",
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time"}),
        error_messages={"invalid": "Please write a time such as 14:30."},
    )
    which = forms.ChoiceField(
        label=TWICE, choices=TWICE_WORDS, required=False, widget=forms.RadioSelect
    )

    def __init__(self, data: QueryDict | None, *, visit: Visit, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.visit = visit
        self.taken_at: datetime | None = None
        today = on_wall(visit.now, zone_of(visit)).date()
        day = self.fields["day"]
        assert isinstance(day, DayField)
        day.today = today
        day.widget = forms.DateInput(
            format="%Y-%m-%d", attrs={"type": "date", "max": today.isoformat()}
        )
        self.asks_which = False

    def clean(self) -> dict[str, Any]:
        """Works out the instant; `taken_at` None is now."""
        cleaned = super().clean() or self.cleaned_data
        day, clock = cleaned.get("day"), cleaned.get("clock")
        if day is not None and clock is None and "clock" not in self.errors:
            self.add_error("clock", "Please write the time as well.")
        if clock is not None and "day" not in self.errors:
            self._place(day or on_wall(self.visit.now, zone_of(self.visit)).date(), clock)
        return cleaned

    def _place(self, day: date, clock: time) -> None:
        meant = meant_by(datetime.combine(day, clock), zone_of(self.visit))
        if not meant.instants:
            before, after = (f"{one:%H:%M}" for one in meant.nearest)
            text = "The clocks went forward then, so this time never was."
            self.add_error("clock", f"{text} The nearest are {before} and {after}.")
            return
        at = self._chosen(meant)
        if at is not None and at > self.visit.now:
            self.add_error("clock", STILL_TO_COME)
            return
        self.taken_at = at

    def _chosen(self, meant: Meant) -> datetime | None:
        if len(meant.instants) == 1:
            return meant.instants[0]
        self.asks_which = True
        which = self.cleaned_data.get("which")
        if not which:
            self.add_error("which", TWICE)
            return None
        return meant.instants[0 if which == FIRST else 1]


class SureForm(WhenForm):
    """Something odd was written: a tick says that it is meant."""

    sure = forms.BooleanField(label=SURE, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks_sure = False

    @property
    def content(self) -> Content:
        """All content."""
        return self.visit.content

    def ask_if(self, field: str, odd: str) -> None:
        """Asks about what is odd, unless it was said to be right."""
        if odd:
            self.asks_sure = True
            if not self.cleaned_data.get("sure"):
                self.add_error(field, odd)

    def odd_units(self) -> str:
        """What to ask about how many it was; empty where nothing."""
        units, most = self.cleaned_data.get("units"), self.content.thresholds["units-at-once-most"]
        if units is None or units <= most.value:
            return ""
        return f"{most.text} If it was {units:g}, tick below."


class PackForm(SureForm):
    """A pack that we know: how many of it, and when. Not `is_counted`: only when."""

    units = UnitsField(label="How many?")
    back = OneOfField(label="Is it on your back?", choices=YES_NO, required=False)

    def __init__(self, *args: Any, is_rub: bool, is_counted: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_rub = is_rub
        self.is_counted = is_counted and not is_rub
        if not self.is_counted:
            del self.fields["units"]
        if is_rub:
            self.fields["back"].required = True
        else:
            del self.fields["back"]

    def clean(self) -> dict[str, Any]:
        """Asks about a number that is seldom meant."""
        cleaned = super().clean()
        if self.is_counted:
            self.ask_if("units", self.odd_units())
        return cleaned


class OwnForm(SureForm):
    """What the pack in hand says."""

    name = TextField(
        label="What is it called?",
        longest=LONGEST_NAME,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    ingredient = forms.ChoiceField(
        label="What is in it?",
        help_text="The pack names it as the active ingredient. "
        "If it names two, add the dose twice: once for each.",
        error_messages={"required": "Please choose one, or the last line."},
    )
    skin = OneOfField(
        label="How do you take it?",
        choices=[("no", "I swallow it"), ("yes", "It goes on the skin")],
    )
    strength = StrengthField(
        label="How much of it is in one?",
        help_text="As on the pack, such as 200 mg. Leave it blank if you cannot tell.",
        required=False,
    )
    units = UnitsField(label="How many do you take?", required=False)
    back = OneOfField(label="If it goes on the skin: on your back?", choices=YES_NO, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ingredients = self.content.ingredients
        known = sorted((ingredient_words(id_, self.visit), id_) for id_ in ingredients)
        choices = [(id_, name) for name, id_ in known]
        field = self.fields["ingredient"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Choose"), *choices, (NOT_LISTED, "Something else, or I can't tell")]

    @property
    def on_skin(self) -> bool:
        """Whether it is rubbed or stuck on."""
        return self.cleaned_data.get("skin") == "yes"

    def clean(self) -> dict[str, Any]:
        """What is swallowed is counted; what is odd is asked about."""
        cleaned = super().clean()
        if self.on_skin:
            if not cleaned.get("back"):
                self.add_error("back", "Please say whether it is on your back.")
            return cleaned
        if cleaned.get("units") is None and "units" not in self.errors:
            self.add_error("units", "Please write how many.")
        self.ask_if("units", self.odd_units())
        self.ask_if("strength", self._odd_strength())
        return cleaned

    def _odd_strength(self) -> str:
        strength = self.cleaned_data.get("strength")
        most = self.content.thresholds["one-unit-most-mg"]
        if strength is None:
            return ""
        words = mg_words(strength.ug)
        if strength.mg > most.value:
            return f"{most.text} If one holds {words}, tick below."
        return f"That is {words} in one. If it is, tick below." if strength.is_odd_unit else ""


class ElsewhereForm(OnceForm):
    """What was taken that is not in this list."""

    taken = OneOfField(
        label="Have you taken any other medicine in the last 24 hours?", choices=YES_NO_UNSURE
    )
