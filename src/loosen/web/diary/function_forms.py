"""The forms of function: fixed items, and the things that the person names."""

from collections.abc import Sequence
from typing import ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from loosen.vocabulary import FunctionMeasure, FunctionTold, Scored
from loosen.web.data import wordlists
from loosen.web.site.forms import MISSING, OneOfField, PainField, TextField
from loosen.web.site.visit import Visit

from .forms import NoteForm

MOST_ACTIVITIES = 5
LONGEST_NAME = 80
CHANGE_WORDS = tuple((str(step), words) for step, words in wordlists.CHANGE.items())


class FunctionForm(NoteForm):
    """A measure with fixed items; each score may stay blank, one has to be told."""

    measure: ClassVar[FunctionMeasure]
    items: ClassVar[tuple[str, ...]]

    def clean(self) -> dict[str, object]:
        """Nothing told is nothing to record."""
        told = super().clean() or {}
        if not self.errors and not self._scores(told):
            raise ValidationError(MISSING)
        return told

    def _scores(self, told: dict[str, object]) -> tuple[Scored, ...]:
        named = ((item, told.get(item)) for item in self.items)
        return tuple(Scored(item=item, score=int(str(s))) for item, s in named if s is not None)

    @property
    def payload(self) -> FunctionTold:
        """What is recorded."""
        return FunctionTold(measure=self.measure, scores=self._scores(self.cleaned_data))


class PegForm(FunctionForm):
    """Pain, joy and activity over a week."""

    measure = FunctionMeasure.PEG
    items = ("pain", "joy", "activity")
    pain = PainField()
    joy = PainField()
    activity = PainField()


class ConfidenceForm(FunctionForm):
    """How sure the person feels."""

    measure = FunctionMeasure.CONFIDENCE
    items = ("confidence",)
    confidence = PainField()


class ChangeForm(FunctionForm):
    """Seven steps from worse to better."""

    measure = FunctionMeasure.GLOBAL_CHANGE
    items = ("change",)
    change = OneOfField(choices=CHANGE_WORDS)


class ActivitiesForm(FunctionForm):
    """Three to five things that the person names, each with how well it goes (0 to 10)."""

    measure = FunctionMeasure.PSFS
    items = ()

    def __init__(
        self, data: QueryDict | None = None, *, visit: Visit, named: Sequence[str] = ()
    ) -> None:
        super().__init__(data, visit=visit)
        for place in range(MOST_ACTIVITIES):
            self.fields[f"name-{place}"] = TextField(
                label=f"Thing {place + 1}",
                longest=LONGEST_NAME,
                required=False,
                initial=named[place] if place < len(named) else "",
                widget=forms.TextInput(attrs={"dir": "auto"}),
            )
            self.fields[f"score-{place}"] = PainField(label=f"How well does thing {place + 1} go?")

    @property
    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Each name with its score."""
        return [(self[f"name-{at}"], self[f"score-{at}"]) for at in range(MOST_ACTIVITIES)]

    def clean(self) -> dict[str, object]:
        """A score needs a name, and a name stands once."""
        told = super().clean()
        names: list[object] = []
        for place in range(MOST_ACTIVITIES):
            name, score = told.get(f"name-{place}"), told.get(f"score-{place}")
            if score is not None and not name:
                self.add_error(f"name-{place}", "Please name the thing that you scored.")
            if name and name in names:
                self.add_error(f"name-{place}", "This thing stands here twice.")
            names.append(name)
        return told

    def _scores(self, told: dict[str, object]) -> tuple[Scored, ...]:
        pairs = [(told.get(f"name-{at}"), told.get(f"score-{at}")) for at in range(MOST_ACTIVITIES)]
        return tuple(
            Scored(item=str(name), score=int(str(score)))
            for name, score in pairs
            if name and score is not None
        )
