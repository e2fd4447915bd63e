"""The forms of the diary. Each can be set back to an earlier time; nothing has to be told."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from loosen.vocabulary import (
    LegChange,
    LegsNoted,
    PainFelt,
    PainWhen,
    Payload,
    PlacePain,
    Sat,
    Slept,
    Trigger,
    TriggerMet,
    Walked,
)
from loosen.web.data import wordlists
from loosen.web.records.zones import meant_by, zone_named
from loosen.web.site.forms import (
    BLANK_MEANS,
    HoursField,
    OnceForm,
    OneOfField,
    PainField,
    TextField,
    WholeNumberField,
)
from loosen.web.site.visit import Visit
from loosen.web.today.forms import LEG_WORDS, LONGEST_WALK_MIN

FARTHEST_BACK_DAYS = 366
LONGEST_SITTING_MIN = 24 * 60
TRIGGER_WORDS = tuple((one.value, words) for one, words in wordlists.TRIGGERS.items())
PLACE_WORDS = tuple((one.value, words) for one, words in wordlists.PLACES.items())


class WhenField(forms.DateTimeField):
    """A moment on the person's own clock, up to now; empty is now."""

    default_error_messages: ClassVar = {
        "invalid": "Please write a day and a time, such as 2026-11-22T14:30.",
        "future": "This is still to come. Please choose a time that has been.",
        "long_ago": "This is over a year ago. Please check the year.",
        "never_was": "The clocks went forward then, so this time never was."
        " The nearest are %(before)s and %(after)s.",
    }

    def __init__(self) -> None:
        super().__init__(
            label="When was it?",
            required=False,
            input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
            widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        )


class NoteForm(OnceForm):
    """Something noted: what it holds is `payload`, when it was is `happened_at` (None is now)."""

    at = WhenField()

    def __init__(self, data: QueryDict | None = None, *, visit: Visit) -> None:
        super().__init__(data)
        self.visit = visit
        self.zone = zone_named(visit.zone, visit.utc_offset_min)
        self.wall: datetime | None = None

    def clean_at(self) -> datetime | None:
        """The same moment in UTC; refused where it has not been yet, or never was.

        Where the clocks went back and it came twice, it is the later one that has been.
        """
        if self.cleaned_data["at"] is None:
            return None
        self.wall = self.cleaned_data["at"].replace(tzinfo=None)
        meant = meant_by(self.wall, self.zone)
        words = self.fields["at"].error_messages
        if not meant.instants:
            before, after = (f"{one:%H:%M}" for one in meant.nearest)
            nearest = {"before": before, "after": after}
            raise ValidationError(words["never_was"], code="never_was", params=nearest)
        at = max((one for one in meant.instants if one <= self.visit.now), default=None)
        if at is None:
            raise ValidationError(words["future"], code="future")
        if at < self.visit.now - timedelta(days=FARTHEST_BACK_DAYS):
            raise ValidationError(words["long_ago"], code="long_ago")
        return at

    @property
    def happened_at(self) -> datetime | None:
        """When it was, in UTC; None is now."""
        at: datetime | None = self.cleaned_data["at"]
        return at

    @property
    def payload(self) -> Payload:
        """What is recorded."""
        raise TypeError(f"{type(self).__name__} says nothing by itself")


class SleepForm(NoteForm):
    """A night."""

    hours = HoursField(label="How many hours did you sleep?")
    woken = WholeNumberField(
        low=0, high=50, label="How often did your back wake you?", required=False
    )

    @property
    def payload(self) -> Slept:
        """What is recorded."""
        return Slept(hours=self.cleaned_data["hours"], woken=self.cleaned_data["woken"])


class SittingForm(NoteForm):
    """Sitting at a stretch."""

    minutes = WholeNumberField(
        low=1, high=LONGEST_SITTING_MIN, label="How many minutes did you sit?"
    )

    @property
    def payload(self) -> Sat:
        """What is recorded."""
        return Sat(minutes=self.cleaned_data["minutes"])


class WalkForm(NoteForm):
    """A walk."""

    minutes = WholeNumberField(low=1, high=LONGEST_WALK_MIN, label="How many minutes did you walk?")

    @property
    def payload(self) -> Walked:
        """What is recorded."""
        return Walked(minutes=self.cleaned_data["minutes"])


class TriggerForm(NoteForm):
    """Something that was done or met; best noted when it is, not when it hurts."""

    trigger = OneOfField(
        label="What was it?",
        help_text="Note it when it happens. What is noted after it hurts is kept, but tells less.",
        choices=TRIGGER_WORDS,
    )
    note = TextField(label="In your words, if you like", longest=200, required=False)

    @property
    def payload(self) -> TriggerMet:
        """What is recorded."""
        trigger = Trigger(self.cleaned_data["trigger"])
        return TriggerMet(trigger=trigger, note=self.cleaned_data["note"])


class LegsForm(NoteForm):
    """What the legs do."""

    change = OneOfField(label="What do your legs do?", choices=LEG_WORDS)

    @property
    def payload(self) -> LegsNoted:
        """What is recorded."""
        return LegsNoted(change=LegChange(self.cleaned_data["change"]))


class WhereForm(forms.Form):
    """The places that hurt, on the drawn body. None is an answer too."""

    place = forms.MultipleChoiceField(
        label="Where does it hurt?",
        choices=PLACE_WORDS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class PainForm(NoteForm):
    """Pain now, at each place that was tapped, and over the last day; all of it may stay blank."""

    now = PainField(label="How bad is it right now?", help_text=BLANK_MEANS)
    worst = PainField(label="At its worst in the last 24 hours?")
    average = PainField(label="And on average?")

    def __init__(
        self, data: QueryDict | None = None, *, visit: Visit, places: Sequence[str] = ()
    ) -> None:
        super().__init__(data, visit=visit)
        self.places = tuple(places)
        for place in self.asked_places:
            self.fields[place] = PainField(label=wordlists.place_words(place))

    @property
    def asked_places(self) -> tuple[str, ...]:
        """The places with a scale of their own; a single one has the score of now."""
        return self.places if len(self.places) > 1 else ()

    def clean(self) -> dict[str, object]:
        """Something has to be told: a score, or a place."""
        told = super().clean() or {}
        scores = [told.get(name) for name in ("now", "worst", "average", *self.asked_places)]
        if not self.places and all(score is None for score in scores) and not self.errors:
            raise ValidationError("Please tap one number, or go back and tap a place.")
        return told

    @property
    def payload(self) -> PainFelt:
        """What is recorded."""
        said = self.cleaned_data
        one = said["now"] if len(self.places) == 1 else None
        return PainFelt(
            pain_0_10=said["now"],
            occasion=PainWhen.DIARY,
            places=tuple(
                PlacePain(place_id=place, pain_0_10=said.get(place, one)) for place in self.places
            ),
            worst_24h_0_10=said["worst"],
            average_24h_0_10=said["average"],
        )
