"""The short forms of what helps."""

from collections.abc import Sequence
from typing import Any

from django import forms

from loosen.web.site.forms import OnceForm

HELPED_URL = "/progress/helped/"
TODAY_URL = "/today/"


class OrderForm(OnceForm):
    """Whether the record may order the plan, for one thing or for all of it."""

    by_own_record = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])
    item_id = forms.SlugField(required=False)
    then = forms.ChoiceField(
        choices=[(TODAY_URL, TODAY_URL), (HELPED_URL, HELPED_URL)], required=False
    )


class PairForm(OnceForm):
    """Which two are compared: a suggested pair (both ids with a space between), or any two."""

    pair = forms.CharField(max_length=200, required=False)
    one = forms.ChoiceField(label="This", required=False)
    other = forms.ChoiceField(label="Or this", required=False)

    def __init__(self, *args: Any, items: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, name in enumerate(("one", "other")):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = items
            field.initial = items[place][0] if place < len(items) else ""

    @property
    def chosen(self) -> tuple[str, str]:
        """The two ids; empty where nothing was chosen."""
        one, _, other = self.cleaned_data["pair"].partition(" ")
        return one or self.cleaned_data["one"], other or self.cleaned_data["other"]


class EndForm(OnceForm):
    """A comparison is over: every turn was taken, or the person has had enough."""
